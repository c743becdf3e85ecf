package org.capsula.media.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.capsula.media.SharedData;
import org.capsula.media.probe.UnreadableMediaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sintel-trailer-720p.mp4",
        "mov-1080p50-pcm.mov",
        "mpeg2-1080p.ts",
        "mpeg4-mp3.avi",
        "vp9-60fps-vorbis51.webm",
        "audio-only-speech-8khz.mp4",
        "nostreams.mp4"
      })
  void film_underAnyName_isTakenForFootage(String film) throws IOException {
    Path nameless = Files.copy(SharedData.film(film), folder.resolve("upload"));

    assertThatCode(() -> FileType.requireFootage(nameless)).doesNotThrowAnyException();
  }

  @Test
  void missingFile_isCalledMissing() {
    assertThat(refusal(folder.resolve("no.mp4")))
        .hasMessage("there is no such file; check the name")
        .extracting(UnreadableMediaException::code)
        .isEqualTo("file-missing");
  }

  @Test
  void folder_isCalledAFolder() {
    assertThat(refusal(folder))
        .hasMessage("it is a folder or a device; name the film itself")
        .extracting(UnreadableMediaException::code)
        .isEqualTo("not-a-file");
  }

  @Test
  void emptyFile_isCalledEmpty() throws IOException {
    assertThat(refusal(file("")))
        .hasMessage("the file is empty; copy it again from the camera")
        .extracting(UnreadableMediaException::code)
        .isEqualTo("file-empty");
  }

  @Test
  void text_isNamedByItsType() throws IOException {
    assertThat(refusal(file("Dear colleague, here is the film.\n")))
        .hasMessage(
            "by its content it is no film but text/plain; name the film as the camera saved it")
        .extracting(UnreadableMediaException::code)
        .isEqualTo("not-footage");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n",
        "PK\u0003\u0004\u0014\u0000\u0000\u0000",
        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"/>",
        "<!DOCTYPE html><html><body>sign in</body></html>",
        "{\"playlist\":[]}",
        "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR",
        "#!/bin/sh\necho\n",
      })
  void otherContent_underAFilmsName_isRefused(String content) throws IOException {
    Path named = folder.resolve("film.mp4");
    Files.write(named, content.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(refusal(named).code()).isEqualTo("not-footage");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("film.mp4"), content);
  }

  private static UnreadableMediaException refusal(Path file) {
    return catchThrowableOfType(
        UnreadableMediaException.class, () -> FileType.requireFootage(file));
  }
}
