package org.capsula.server.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.capsula.pipeline.publication.PlayerBundle;

/**
 * Every asset under {@code /assets/{hash}/{name}}. One hash stands for the whole set, so that a
 * style sheet reaches its fonts by a relative address; whatever is found may be cached for ever.
 */
public final class Assets {
  private static final List<String> OWN =
      List.of(
          "page.css",
          "studio.css",
          "reference.css",
          "schedule.css",
          "system.css",
          "capsules.css",
          "capsules.js",
          "account.css",
          "account.js",
          "chapters.js",
          "entrance.js",
          "embed.css",
          "embed.js",
          "film.css",
          "film.js",
          "film-captions.js",
          "film-keys.js",
          "film-look.js",
          "film-memory.js",
          "film-saver.js",
          "film-search.js",
          "film-share.js",
          "film-text.js",
          "film-transcript.js",
          "start-at.js",
          "finder.css",
          "capsule-start.js",
          "upload.css",
          "upload.js",
          "upload-api.js",
          "upload-card.js",
          "upload-files.js",
          "upload-form.js",
          "upload-subtitles.js",
          "upload-transfer.js",
          "upload-view.js",
          "upload-words.js",
          "tus.js",
          "tus-licences.txt",
          "editor.css",
          "editor.js",
          "editor-api.js",
          "editor-conflict.js",
          "editor-files.js",
          "editor-film.js",
          "editor-form.js",
          "editor-header.js",
          "editor-mistakes.js",
          "editor-time.js",
          "editor-words.js",
          "release.js",
          "schedule-form.js",
          "zone.js",
          "cues.css",
          "cues.js",
          "cue-api.js",
          "cue-draft.js",
          "cue-film.js",
          "cue-findings.js",
          "cue-form.js",
          "cue-keys.js",
          "cue-list.js",
          "cue-model.js",
          "cue-revisions.js",
          "cue-words.js",
          "favicon.svg",
          "literata-latin.woff2",
          "literata-latin-ext.woff2",
          "literata-greek.woff2",
          "literata-licence.txt");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "json", "application/json",
          "txt", "text/plain; charset=utf-8");

  /** 64 bits: nobody chooses these files to collide. */
  private static final int HASH_LENGTH = 16;

  private final SortedMap<String, Asset> files;
  private final String hash;

  private Assets(SortedMap<String, Asset> files) {
    this.files = files;
    this.hash = hash(files);
  }

  /** Reads them all from the class path; they are together smaller than one picture of a film. */
  public static Assets load() {
    SortedMap<String, Asset> files = new TreeMap<>();
    OWN.forEach(name -> files.put(name, new Asset(mediaType(name), read(name))));
    PlayerBundle.FILES.forEach(
        name -> files.put(name, new Asset(mediaType(name), PlayerBundle.read(name))));
    return new Assets(files);
  }

  /** The address of a file that has to be there. */
  public String address(String name) {
    if (!files.containsKey(name)) {
      throw new IllegalArgumentException("no asset " + name);
    }
    return "/assets/" + hash + "/" + name;
  }

  /** What stands under {@code /assets/{hash}/{name}}; nothing under another version's hash. */
  public Optional<Asset> find(String hash, String name) {
    return hash.equals(this.hash) ? Optional.ofNullable(files.get(name)) : Optional.empty();
  }

  private static String mediaType(String name) {
    String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalArgumentException("no media type for " + name);
    }
    return type;
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static String hash(SortedMap<String, Asset> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, file) -> {
            digest.update(
                (name + ' ' + file.bytes().length + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(file.bytes());
          });
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
