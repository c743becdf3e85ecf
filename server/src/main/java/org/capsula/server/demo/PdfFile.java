package org.capsula.server.demo;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * One page as a PDF file: the objects, where each begins, and the trailer (ISO 32000-1, 7.5).
 *
 * @param page the drawing, in PDF's page description; {@code /R} and {@code /B} are its fonts
 * @param width in points
 * @param height in points
 */
record PdfFile(String title, String page, int width, int height) {

  /**
   * @param charset of one byte a letter, so that a letter's place in the text is its place in the
   *     file
   */
  byte[] bytes(Charset charset) {
    StringBuilder file = new StringBuilder("%PDF-1.4\n");
    List<Integer> places = new ArrayList<>();
    for (String object : objects()) {
      places.add(file.length());
      file.append(places.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
    }
    int index = file.length();
    file.append("xref\n0 ").append(places.size() + 1).append("\n0000000000 65535 f \n");
    places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
    file.append("trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R >>\n".formatted(places.size() + 1));
    file.append("startxref\n").append(index).append("\n%%EOF\n");
    return file.toString().getBytes(charset);
  }

  private List<String> objects() {
    return List.of(
        "<< /Type /Catalog /Pages 2 0 R /Lang (fr) /ViewerPreferences << /DisplayDocTitle true >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R"
                .formatted(width, height)
            + " /Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>",
        "<< /Length %d >>\nstream\n%s\nendstream".formatted(page.length(), page),
        font("Helvetica"),
        font("Helvetica-Bold"),
        "<< /Title (%s) /Producer (Capsula) >>".formatted(escaped(title)));
  }

  private static String font(String name) {
    return "<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
        .formatted(name);
  }

  /** As it stands between the brackets of a string (7.3.4.2). */
  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }
}
