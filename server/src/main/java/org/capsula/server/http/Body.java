package org.capsula.server.http;

/** The bytes of a representation. */
public sealed interface Body permits InMemory, FileRegion {
  long length();
}
