package org.capsula.server.upload;

import org.jspecify.annotations.Nullable;

/**
 * The upload page.
 *
 * @param data for its script; JSON that may stand in a script element
 * @param replacedId the capsule whose footage is replaced; null for new capsules
 * @param replacing what that capsule is called; null where there is none
 * @param largest bytes of one upload
 */
public record UploadView(
    String data, @Nullable String replacedId, @Nullable String replacing, long largest) {}
