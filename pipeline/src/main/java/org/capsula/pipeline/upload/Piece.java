package org.capsula.pipeline.upload;

import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way into an upload.
 *
 * @param offset where in the whole they begin
 * @param length of all of them; empty where it was not told
 * @param checksum null where there is none
 */
public record Piece(
    long offset, OptionalLong length, @Nullable Checksum checksum, InputStream bytes) {}
