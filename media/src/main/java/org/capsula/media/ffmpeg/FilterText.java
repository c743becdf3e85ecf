package org.capsula.media.ffmpeg;

/** FFmpeg's filter language. */
final class FilterText {
  private FilterText() {}

  /**
   * A value for a filter's option inside a graph: read twice, first by the graph, then by the
   * filter (ffmpeg-filters, "Notes on filtergraph escaping").
   */
  static String escaped(String value) {
    return value.replaceAll("([\\\\':])", "\\\\$1").replaceAll("([\\\\'\\[\\],; ])", "\\\\$1");
  }
}
