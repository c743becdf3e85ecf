package org.capsula.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules that the repository's own files keep. */
class RepositoryTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Path PLAYER =
      ROOT.resolve("pipeline/src/main/resources/org/capsula/pipeline/publication/player");

  private static final Path ASSETS =
      ROOT.resolve("server/src/main/resources/org/capsula/server/asset");

  private static final Set<String> BUILT =
      Set.of(".git", "target", "node_modules", "library", "out");

  /** No source is larger; somebody's film is. */
  private static final long LARGEST = 2_000_000;

  /** Where somebody's files happen to lie. */
  private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.~}])/(work|root)/\\w");

  @Test
  void player_hasTheHashesOfItsBundle() throws Exception {
    JsonNode hashes =
        new ObjectMapper().readTree(PLAYER.resolve("bundle.json").toFile()).get("sha256");
    List<String> files = hashes.properties().stream().map(Map.Entry::getKey).toList();
    assertThat(files).containsExactlyInAnyOrder("player.js", "player.css");
    for (String file : files) {
      assertThat(sha256(PLAYER.resolve(file))).as(file).isEqualTo(hashes.get(file).asText());
    }
  }

  @Test
  void tusClient_hasTheHashOfItsBundle() throws Exception {
    JsonNode hashes =
        new ObjectMapper().readTree(ASSETS.resolve("tus.json").toFile()).get("sha256");
    assertThat(sha256(ASSETS.resolve("tus.js"))).isEqualTo(hashes.get("tus.js").asText());
  }

  @Test
  void dashJs_hasTheHashOfItsReadme() throws Exception {
    Path folder = ROOT.resolve("server/src/browser-test/resources/dashjs");
    assertThat(Files.readString(folder.resolve("README.md")))
        .contains(sha256(folder.resolve("dash.all.min.js")));
  }

  @Test
  void sources_nameNoPlaceOfOneMachine() throws IOException {
    List<Path> sources = sources();
    assertThat(sources).isNotEmpty();
    assertThat(sources.stream().filter(RepositoryTest::namesAPlace)).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return BUILT.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.size() <= LARGEST && !BUILT.contains(file.getFileName().toString())) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static boolean namesAPlace(Path file) {
    try {
      return MACHINE_PATH.matcher(Files.readString(file)).find();
    } catch (MalformedInputException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
