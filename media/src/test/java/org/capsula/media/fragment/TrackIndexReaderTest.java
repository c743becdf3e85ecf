package org.capsula.media.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.capsula.media.SharedData;
import org.capsula.media.decoder.Production;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over five seconds of film as the decoder process writes it. */
class TrackIndexReaderTest {
  @TempDir static Path folder;
  private static Path video;
  private static Path sound;
  private static byte[] bytes;

  @BeforeAll
  static void produce() throws Exception {
    Production film =
        Production.of(
            SharedData.film("vfr-360p.mp4"),
            folder,
            new Trim(Duration.ZERO, Duration.ofSeconds(5)),
            234);
    video = film.file("video-234.mp4");
    sound = film.file("audio.mp4");
    bytes = Files.readAllBytes(video);
  }

  @Test
  void index_ofAFinishedFile_hasAShortSegmentAndTheRest() throws IOException {
    TrackIndex index = TrackIndexReader.read(video);

    assertThat(index.segments()).hasSize(2);
    assertThat(index.segments().get(0).seconds()).isEqualTo(2);
    assertThat(index.segments().get(1).start()).isEqualTo(2);
    assertThat(index.initLength()).isEqualTo(index.segments().get(0).offset());
    assertThat(index.initLength() + index.mediaBytes()).isEqualTo(bytes.length);
  }

  @Test
  void index_ofAGrowingFile_hasTheSegmentsThatAreComplete() throws IOException {
    TrackIndex whole = TrackIndexReader.read(video);
    long second = whole.segments().get(1).offset();
    Path growing = folder.resolve("growing.mp4");

    assertThat(TrackIndexReader.readGrowing(growing)).isEmpty();
    for (int length = 0; length <= bytes.length; length += 61) {
      Files.write(growing, Arrays.copyOf(bytes, length));
      int complete = length < second ? 0 : 1;
      assertThat(TrackIndexReader.readGrowing(growing).map(TrackIndex::segments).orElse(List.of()))
          .as("%d bytes", length)
          .isEqualTo(whole.segments().subList(0, complete));
    }
    Files.write(growing, bytes);
    assertThat(TrackIndexReader.readGrowing(growing)).contains(whole);
  }

  @Test
  void fileCutInsideABox_isNamedInTheError() throws IOException {
    TrackIndex whole = TrackIndexReader.read(video);
    long second = whole.segments().get(1).offset();
    for (long length : new long[] {4, 40, whole.initLength() - 1, second - 1, second + 20}) {
      Path cut = file("cut-" + length + ".mp4", Arrays.copyOf(bytes, (int) length));
      assertUnreadable(cut);
    }
  }

  @Test
  void text_isNamedInTheError() throws IOException {
    assertUnreadable(
        file("text.mp4", "This is not a film at all.".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void emptyFile_isNamedInTheError() throws IOException {
    assertUnreadable(file("empty.mp4", new byte[0]));
  }

  @Test
  void missingFile_isNamedInTheError() {
    assertUnreadable(folder.resolve("missing.mp4"));
  }

  @Test
  void unfragmentedFilm_isNamedInTheError() {
    assertUnreadable(SharedData.film("vfr-360p.mp4"));
  }

  @Test
  void boxLongerThanALongCounts_isNamedInTheError() throws IOException {
    byte[] endless =
        ByteBuffer.allocate(bytes.length + 16)
            .put(bytes)
            .putInt(1)
            .put("free".getBytes(StandardCharsets.US_ASCII))
            .putLong(Long.MAX_VALUE)
            .array();
    assertUnreadable(file("endless.mp4", endless));
  }

  @Test
  void anyBrokenHeader_isAnIoExceptionAndNothingElse() throws IOException {
    for (Path track : List.of(video, sound)) {
      int length = (int) TrackIndexReader.read(track).initLength();
      byte[] header = Arrays.copyOf(Files.readAllBytes(track), length);
      for (int at = 0; at < length; at++) {
        for (int mask : new int[] {0x55, 0x80, 0xff}) {
          byte[] broken = header.clone();
          broken[at] ^= (byte) mask;
          Path file = file("broken.mp4", broken);
          try {
            TrackIndexReader.read(file);
          } catch (IOException e) {
            assertThat(e).hasMessageContaining("broken.mp4");
          }
        }
      }
    }
  }

  private static Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static void assertUnreadable(Path file) {
    assertThatThrownBy(() -> TrackIndexReader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }
}
