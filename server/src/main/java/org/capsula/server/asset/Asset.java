package org.capsula.server.asset;

/**
 * One file that pages are drawn with; never written to.
 *
 * @param mediaType as in Content-Type, with its charset
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied for nobody
public record Asset(String mediaType, byte[] bytes) {}
