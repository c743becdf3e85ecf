package org.capsula.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.capsula.media.SharedData;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.transcode.Trim;
import org.capsula.media.type.FileType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text under a film's name that would make libav* open something else. */
class SourceTest {
  private static final String DASH =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT1S" minBufferTime="PT1S" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011">
        <Period id="0" start="PT0S">
          <AdaptationSet mimeType="video/mp4">
            <Representation id="0" bandwidth="1000" codecs="avc1.64001f" width="640" height="360">
              <BaseURL>TARGET</BaseURL>
            </Representation>
          </AdaptationSet>
        </Period>
      </MPD>
      """;
  private static final String HLS =
      """
      #EXTM3U
      #EXT-X-VERSION:7
      #EXT-X-TARGETDURATION:2
      #EXT-X-PLAYLIST-TYPE:VOD
      #EXTINF:1.0,
      TARGET
      #EXT-X-ENDLIST
      """;
  private static final String CONCAT =
      """
      ffconcat version 1.0
      file 'TARGET'
      """;

  @TempDir Path folder;
  private Path canary;
  private ServerSocket listener;
  private final AtomicInteger calls = new AtomicInteger();

  @BeforeEach
  void layTheBait() throws IOException {
    canary = Files.copy(SharedData.film("with-chapters.mp4"), folder.resolve("canary.mp4"));
    listener = new ServerSocket(0, 8, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    Thread answering = new Thread(this::hangUpOnEveryCaller, "listener");
    answering.setDaemon(true);
    answering.start();
  }

  /** The call counts before the caller can know how it ended. */
  private void hangUpOnEveryCaller() {
    while (true) {
      try {
        Socket caller = listener.accept();
        calls.incrementAndGet();
        caller.close();
      } catch (IOException e) {
        return;
      }
    }
  }

  @AfterEach
  void takeItIn() throws IOException {
    listener.close();
  }

  @Test
  void canary_asFootage_isReadable() {
    assertThatCode(() -> FootageReader.read(canary, Trim.NONE, new Headway(time -> {})))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {DASH, HLS, CONCAT})
  void script_pointingToAnotherFile_isRefusedTwice(String script) throws IOException {
    assertRefused(script, "canary.mp4");
    assertRefused(script, canary.toString());
    assertRefused(script, canary.toUri().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {DASH, HLS, CONCAT})
  void script_pointingToTheNet_isRefusedWithoutACall(String script) throws IOException {
    int port = listener.getLocalPort();

    assertRefused(script, "http://127.0.0.1:" + port + "/canary.mp4");

    assertThat(calls).hasValue(0);
  }

  /** By content first; and by the whitelist, should the first ever be fooled. */
  private void assertRefused(String script, String target) throws IOException {
    for (String name : new String[] {"film.mp4", "film.m3u8", "film.mpd", "film.ffconcat"}) {
      Path film = Files.writeString(folder.resolve(name), script.replace("TARGET", target));
      assertThatThrownBy(() -> FileType.requireFootage(film))
          .isInstanceOf(UnreadableMediaException.class)
          .hasMessageStartingWith("by its content it is no film but ");
      assertThatThrownBy(() -> Source.open(film).close()).isInstanceOf(LibavException.class);
      assertThatThrownBy(() -> FootageReader.read(film, Trim.NONE, new Headway(time -> {})))
          .isInstanceOf(UnreadableMediaException.class);
    }
  }

  @Test
  void nameWithAColon_isAFileAndNoProtocol() throws IOException {
    Path odd = Files.copy(canary, folder.resolve("http:film.mp4"));

    assertThatCode(() -> Source.open(odd).close()).doesNotThrowAnyException();
  }

  @Test
  void pictureBomb_isRefusedBeforeItIsDecoded() throws IOException {
    byte[] film = Files.readAllBytes(SharedData.film("scene-change-mjpeg.mov"));
    Path bomb = Files.write(folder.resolve("bomb.mov"), enlarged(film));

    assertThatThrownBy(() -> FootageReader.read(bomb, Trim.NONE, new Headway(time -> {})))
        .isInstanceOf(UnreadableMediaException.class)
        .hasMessageContaining("larger than 8K");
  }

  /**
   * Writes 12000, which only our own limit refuses, for 320 and 240 where the container and each
   * JPEG tell them.
   */
  private static byte[] enlarged(byte[] film) {
    byte[] bomb = film.clone();
    for (int i = 0; i + 9 < bomb.length; i++) {
      boolean size320x240 = bomb[i] == 1 && bomb[i + 1] == 64 && bomb[i + 2] == 0;
      if (size320x240 && bomb[i + 3] == (byte) 240) {
        put12000(bomb, i);
        put12000(bomb, i + 2);
      }
      // SOF0 (ITU-T T.81, B.2.2): marker, length, precision, height, width.
      if (bomb[i] == (byte) 0xff && bomb[i + 1] == (byte) 0xc0 && bomb[i + 4] == 8) {
        put12000(bomb, i + 5);
        put12000(bomb, i + 7);
      }
    }
    return bomb;
  }

  private static void put12000(byte[] bytes, int at) {
    bytes[at] = (byte) (12_000 >> 8);
    bytes[at + 1] = (byte) 12_000;
  }
}
