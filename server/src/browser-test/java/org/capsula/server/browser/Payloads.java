package org.capsula.server.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Three hundred texts that are a script to a page that takes a text for markup: each way of running
 * one, behind each way out of the place that a text may stand in. All of them call {@code pwn}.
 */
final class Payloads {
  /** Ways to run a script: with the page, with an event that comes by itself, or when pressed. */
  private static final List<String> SCRIPTS =
      List.of(
          "<script>pwn()</script>",
          "<ScRiPt src=data:text/javascript,pwn()></sCrIpT>",
          "<img src=x onerror=pwn()>",
          "<img/src=`x`onerror=pwn()>",
          "<svg onload=pwn()>",
          "<svg><script>pwn()</script></svg>",
          "<svg><animate onbegin=pwn() attributeName=x dur=1s>",
          "<svg><a xlink:href=javascript:pwn()><text y=20>a</text></a></svg>",
          "<math><mtext><img src onerror=pwn()></mtext></math>",
          "<iframe src=javascript:parent.pwn()></iframe>",
          "<iframe srcdoc=\"<img src=x onerror=parent.pwn()>\"></iframe>",
          "<object data=javascript:pwn()></object>",
          "<embed src=javascript:pwn()>",
          "<video><source onerror=pwn()></video>",
          "<audio src=x onerror=pwn()></audio>",
          "<details open ontoggle=pwn()>a</details>",
          "<input autofocus onfocus=pwn()>",
          "<body onpageshow=pwn()>",
          "<style onload=pwn()></style>",
          "<a href=javascript:pwn() autofocus onfocus=pwn()>a</a>",
          "<form action=javascript:pwn()><button autofocus>a</button></form>",
          "<meta http-equiv=refresh content=\"0;url=javascript:pwn()\">",
          "<base href=//127.0.0.2/><link rel=stylesheet href=pwn.css>",
          "<c.pwn onclick=pwn()><v pwn onmouseover=pwn()>a</v></c>",
          "{{constructor.constructor('pwn()')()}}${pwn()}#{pwn()}<%= pwn() %>");

  /** Ways out of text, an attribute, an element that holds no markup, a comment, a script. */
  private static final List<String> EXITS =
      List.of(
          "",
          "\">",
          "'>",
          "\" autofocus onfocus=pwn() x=\"",
          "</title>",
          "</textarea></select>",
          "</script>",
          "</style></noscript>",
          "--><!---->",
          "]]>\\u003c/script\\u003e&lt;/script&gt;",
          "\u2028\\\"];pwn();//",
          "</template></video></dialog>\u202e\u0000");

  private Payloads() {}

  static List<String> all() {
    List<String> all = new ArrayList<>();
    for (String script : SCRIPTS) {
      for (String exit : EXITS) {
        all.add(exit + script);
      }
    }
    return all;
  }

  /**
   * Some of them, spread over all.
   *
   * @param count not more than there are
   */
  static List<String> sample(int count) {
    List<String> all = all();
    // 37 and 300 have no common divisor: no text comes twice.
    return IntStream.range(0, count).mapToObj(n -> all.get(n * 37 % all.size())).toList();
  }
}
