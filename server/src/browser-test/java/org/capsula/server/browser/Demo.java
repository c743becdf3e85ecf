package org.capsula.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * {@code capsula demo} as a process and a browser to look at it: made once, for all the classes
 * that register one. What a test has visited must have gone well.
 */
final class Demo implements BeforeAllCallback, AfterEachCallback {
  /** Held upright, with chapters and a tool sheet. */
  static final String PORTRAIT = "/c/allowance-form";

  static final List<String> CAPSULES =
      List.of(PORTRAIT, "/c/school-platform", "/c/shared-password");
  static final List<String> LANGUAGES = List.of("fr", "el", "ro", "de", "lb", "en");

  private final List<Visit> visits = new ArrayList<>();
  private @Nullable Stage stage;

  private record Stage(Path library, Capsula program, String origin, Chromium chromium)
      implements AutoCloseable {
    static Stage set() {
      try {
        Path library = Files.createTempDirectory("capsula-demo");
        Capsula program = Capsula.start("demo", "--library", library.toString(), "--port", "0");
        Stage stage = new Stage(library, program, program.origin(), Chromium.launch());
        program.untilSaid(Pattern.compile("^Ready: "));
        return stage;
      } catch (IOException | InterruptedException e) {
        throw new AssertionError("no demo", e);
      }
    }

    @Override
    public void close() throws IOException {
      chromium.close();
      program.close();
      Folders.delete(library);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    stage =
        context
            .getRoot()
            .getStore(Namespace.create(Demo.class))
            .getOrComputeIfAbsent(Stage.class, any -> Stage.set(), Stage.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      visits.forEach(Visit::assertNothingWentWrong);
    } finally {
      visits.forEach(Visit::close);
      visits.clear();
    }
  }

  String origin() {
    return Objects.requireNonNull(stage).origin();
  }

  /** A viewer whose browser asks for this language. */
  Visit visit(String language, int width, int height) {
    return visit(options(language, width, height));
  }

  Visit visit(Browser.NewContextOptions options) {
    Visit visit = new Visit(Objects.requireNonNull(stage).chromium(), origin(), options);
    visits.add(visit);
    return visit;
  }

  static Browser.NewContextOptions options(String language, int width, int height) {
    return new Browser.NewContextOptions()
        .setLocale(language)
        .setViewportSize(width, height)
        .setColorScheme(ColorScheme.LIGHT);
  }
}
