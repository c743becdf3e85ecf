package org.capsula.server.viewer;

import java.time.Duration;

/** A part of a capsule that has a name. */
public record Chapter(Duration start, Text title) {}
