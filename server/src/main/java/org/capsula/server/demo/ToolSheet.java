package org.capsula.server.demo;

import java.nio.charset.Charset;

/**
 * A tool sheet of one page as PDF 1.4 (ISO 32000-1). From text: {@code #} title, {@code ##}
 * heading, {@code -} a point to tick, other lines as they stand; a line of the text is a line of
 * the page.
 */
final class ToolSheet {
  /** What the standard fonts speak, WinAnsiEncoding (ISO 32000-1, annex D.2). */
  private static final Charset WIN_ANSI = Charset.forName("windows-1252");

  /** A4 in points of 1/72 inch. */
  private static final int WIDTH = 595;

  private static final int HEIGHT = 842;
  private static final int MARGIN = 56;
  private static final int BAND = 112;

  private static final String PETROL = "0.12 0.29 0.34 rg\n";
  private static final String TEAL = "0.18 0.50 0.48 rg\n";
  private static final String INK = "0.17 0.18 0.23 rg\n";

  private final StringBuilder page = new StringBuilder();
  private String title = "";
  private int y = HEIGHT - BAND - 34;

  private ToolSheet() {}

  static byte[] pdf(String text) {
    ToolSheet sheet = new ToolSheet();
    text.lines().forEach(sheet::line);
    return new PdfFile(sheet.title, sheet.page.toString(), WIDTH, HEIGHT).bytes(WIN_ANSI);
  }

  private void line(String line) {
    if (line.startsWith("# ")) {
      title = line.substring(2);
      page.append(PETROL).append(box(0, HEIGHT - BAND, WIDTH, BAND, "f"));
      page.append("0.91 0.71 0.30 rg\n").append(box(0, HEIGHT - BAND - 5, WIDTH, 5, "f"));
      page.append("1 1 1 rg\n").append(text("B", 24, MARGIN, HEIGHT - 68, title));
    } else if (line.startsWith("## ")) {
      y -= 12;
      page.append(TEAL).append(text("B", 14, MARGIN, y, line.substring(3)));
      y -= 24;
    } else if (line.startsWith("- ")) {
      page.append("0.18 0.50 0.48 RG 1.2 w\n").append(box(MARGIN + 2, y - 1, 9, 9, "S"));
      page.append(INK).append(text("R", 11, MARGIN + 22, y, line.substring(2)));
      y -= 22;
    } else if (!line.isBlank()) {
      page.append(INK).append(text("R", 12, MARGIN, y, line));
      y -= 22;
    }
  }

  private static String box(int x, int y, int width, int height, String paint) {
    return "%d %d %d %d re %s\n".formatted(x, y, width, height, paint);
  }

  private static String text(String font, int size, int x, int y, String words) {
    return "BT /%s %d Tf %d %d Td (%s) Tj ET\n".formatted(font, size, x, y, PdfFile.escaped(words));
  }
}
