package org.capsula.pipeline.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may stand beside a film for its viewers. */
final class DocumentImportTest {
  private static final String PDF = "%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n";

  @TempDir private Path folder;
  private Intake intake;

  @BeforeEach
  void open() throws IOException {
    intake = new Intake(folder);
    intake.film("film.mp4", "a");
  }

  @AfterEach
  void close() {
    intake.close();
  }

  private List<Document> documents(Outcome outcome) {
    return intake.look(
        session -> new DocumentStore(session).of(requireNonNull(outcome.capsuleId())));
  }

  private static byte[] bytes(String content) throws IOException {
    return switch (content) {
      case "pdf" -> PDF.getBytes(UTF_8);
      case "docx" -> zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>");
      case "odt" -> zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "");
      case "png" -> new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
      case "html" -> "<!DOCTYPE html><html><script>1</script></html>".getBytes(UTF_8);
      case "svg" -> "<svg xmlns=\"http://www.w3.org/2000/svg\"><a/></svg>".getBytes(UTF_8);
      case "exe" -> ("MZ" + "\0".repeat(100)).getBytes(UTF_8);
      case "elf" -> "\u007fELF\2\1\1\0\0\0".getBytes(UTF_8);
      case "sh" -> "#!/bin/sh\nrm -r /\n".getBytes(UTF_8);
      case "text" -> "Ένα φύλλο εργασίας.\n".getBytes(UTF_8);
      case "empty" -> new byte[0];
      default -> {
        byte[] noise = new byte[5_000];
        new Random(3).nextBytes(noise);
        yield noise;
      }
    };
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        byte[] text = namesAndTexts[i + 1].getBytes(UTF_8);
        ZipEntry entry = new ZipEntry(namesAndTexts[i]);
        if (namesAndTexts[i].equals("mimetype")) {
          CRC32 crc = new CRC32();
          crc.update(text);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(text.length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(text);
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "film.guide.pdf, pdf, application/pdf, guide",
    "film.PDF, pdf, application/pdf, document",
    "film.fiche outil.DOCX, docx,"
        + " application/vnd.openxmlformats-officedocument.wordprocessingml.document, fiche outil",
    "film.fiche.odt, odt, application/vnd.oasis.opendocument.text, fiche",
    "film.affiche.png, png, image/png, affiche",
    "film.el.φύλλο.txt, text, text/plain, el.φύλλο"
  })
  void document_thatViewersMayHave_isTaken(String name, String content, String type, String kind)
      throws IOException {
    intake.put(name, bytes(content));

    Outcome outcome = intake.take();

    assertThat(outcome.sentences()).isEmpty();
    Document document = documents(outcome).get(0);
    assertThat(document.mediaType()).isEqualTo(type);
    assertThat(document.kind()).isEqualTo(kind);
    assertThat(document.fileName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "film.guide.pdf, html, text/html",
    "film.guide.html, html, text/html",
    "film.logo.svg, svg, image/svg+xml",
    "film.logo.png, svg, image/svg+xml",
    "film.guide.docx, exe, application/x-",
    "film.guide.pdf, elf, application/x-",
    "film.guide.txt, sh, sh",
    "film.guide.pdf, noise, no known type",
    "film.guide.html, text, text/html",
    "film.guide.pdf, empty, no known type"
  })
  void document_thatWouldRunOrIsNone_isRefused(String name, String content, String words)
      throws IOException {
    intake.put(name, bytes(content));

    Outcome outcome = intake.take();

    assertThat(outcome.state()).isEqualTo(Outcome.State.ADDED);
    assertThat(outcome.leftOut()).isEqualTo(1);
    assertThat(outcome.sentences()).singleElement().asString().contains(name).contains(words);
    assertThat(documents(outcome)).isEmpty();
    assertThat(intake.stored()).hasSize(1);
  }

  @Test
  void document_tooLarge_isSaid() throws IOException {
    Path file = intake.put("film.guide.pdf", PDF);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(DocumentTypes.LARGEST + 1);
    }

    assertThat(intake.take().sentences())
        .containsExactly("film.guide.pdf: is larger than 200 MB and is left out.");
  }

  @Test
  void equalDocuments_ofTwoCapsules_areStoredOnce() throws IOException {
    intake.film("other.mp4", "b");
    intake.put("film.guide.pdf", PDF);
    intake.put("film.fiche.pdf", PDF);
    intake.put("other.guide.pdf", PDF);

    List<Outcome> outcomes = intake.takeAll();

    assertThat(documents(outcomes.get(0))).extracting(Document::kind).contains("guide", "fiche");
    assertThat(documents(outcomes.get(1))).hasSize(1);
    assertThat(intake.stored()).hasSize(3);
  }

  @Test
  void correctedDocument_replacesTheOldOne() throws IOException {
    intake.put("film.guide.pdf", PDF);
    intake.take();
    intake.put("film.guide.pdf", PDF + "% more\n");

    Outcome outcome = intake.take();

    assertThat(outcome.state()).isEqualTo(Outcome.State.UPDATED);
    assertThat(documents(outcome)).singleElement().extracting(Document::bytes).isEqualTo(43L);
  }
}
