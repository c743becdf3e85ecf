package org.capsula.media.drawing;

import java.awt.Color;

/** What a person looks like. */
record Look(Color skin, Color hair, Style style, Color clothes) {
  enum Style {
    SHORT,
    BEARD,
    BOB,
    LONG,
    PLAITS
  }

  static final Look ELISE =
      new Look(new Color(0xf1c6a3), new Color(0x8a4a2f), Style.BOB, Palette.TEAL);

  static final Look DIALLO =
      new Look(new Color(0x8a5a3c), new Color(0x4a4548), Style.SHORT, new Color(0xc9803f));

  static final Look IONESCU =
      new Look(new Color(0xe4b08a), new Color(0x35241f), Style.LONG, Palette.PLUM);

  static final Look MIA =
      new Look(new Color(0xedbd98), new Color(0x4b3024), Style.PLAITS, new Color(0xe2a33d));

  static final Look MARTIN =
      new Look(new Color(0xe9bd99), new Color(0x5f4634), Style.BEARD, Palette.DENIM);

  Color shade() {
    return Palette.mix(skin, new Color(0x7a3420), 0.28);
  }
}
