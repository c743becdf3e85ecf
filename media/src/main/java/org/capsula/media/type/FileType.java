package org.capsula.media.type;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.capsula.media.probe.UnreadableMediaException;

/** Detects by magic bytes alone: a name proves nothing. */
public final class FileType {
  private static final String UNKNOWN = "application/octet-stream";

  /** Containers that Tika files under {@code application}. */
  private static final Set<String> CONTAINERS =
      Set.of(
          UNKNOWN,
          "application/mp4",
          "application/ogg",
          "application/mxf",
          "application/x-matroska",
          "application/vnd.rn-realmedia",
          "application/vnd.ms-asf");

  private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

  private FileType() {}

  /** The media type (RFC 6838), {@code application/octet-stream} when unknown. */
  public static String of(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return TYPES.detect(in, new Metadata()).toString();
    }
  }

  /**
   * The media type of a document. Its bytes decide; the name only tells apart what packs itself in
   * the same way, as a text from a table of one office program. What is unknown by its bytes stays
   * so, whatever it is called.
   */
  public static String ofDocument(Path file) throws IOException {
    if (isUnknown(of(file))) {
      return UNKNOWN;
    }
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return TYPES.detect(in, metadata).toString();
    }
  }

  public static boolean isUnknown(String type) {
    return type.equals(UNKNOWN);
  }

  /** Whether it may be a film or sound, by its bytes; not so for what is of no known type. */
  public static boolean isFootage(Path file) throws IOException {
    String type = of(file);
    return !type.equals(UNKNOWN) && isFootage(type);
  }

  private static boolean isFootage(String type) {
    return type.startsWith("video/") || type.startsWith("audio/") || CONTAINERS.contains(type);
  }

  /**
   * Refuses what cannot be footage, before native code sees it.
   *
   * @throws UnreadableMediaException with a sentence that names what the file is
   */
  public static void requireFootage(Path file) throws UnreadableMediaException {
    if (!Files.exists(file)) {
      throw new UnreadableMediaException("file-missing", "there is no such file; check the name");
    }
    if (!Files.isRegularFile(file)) {
      throw new UnreadableMediaException(
          "not-a-file", "it is a folder or a device; name the film itself");
    }
    try {
      requireFootageInside(file);
    } catch (IOException e) {
      throw new UnreadableMediaException(
          "file-unreadable", "it cannot be opened (" + e.getMessage() + "); check its permissions");
    }
  }

  /**
   * The same of a file of our own: where it cannot be opened, that says nothing about its content.
   * The first 64 KiB decide, so what is said of them is said of the whole.
   *
   * @throws IOException where the machine fails
   */
  public static void requireFootageInside(Path file) throws IOException, UnreadableMediaException {
    if (Files.size(file) == 0) {
      throw new UnreadableMediaException(
          "file-empty", "the file is empty; copy it again from the camera");
    }
    String type = of(file);
    if (!isFootage(type)) {
      throw new UnreadableMediaException(
          "not-footage",
          "by its content it is no film but " + type + "; name the film as the camera saved it");
    }
  }
}
