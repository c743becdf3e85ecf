package org.capsula.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class XmlTest {
  @Test
  void text_isEscaped_andWhatXmlCannotHoldIsLeftOut() {
    String xml =
        new Xml()
            .open("a", Map.of("b", "\"<&>"))
            .element("c", "<x>&\u0000\u0007\ufffe\ud800 \ud83d\ude00")
            .empty("d", Map.of())
            .close("a")
            .toString();
    assertThat(xml)
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <a b="&quot;&lt;&amp;&gt;">
            <c>&lt;x&gt;&amp; \ud83d\ude00</c>
            <d/>
            </a>
            """);
  }
}
