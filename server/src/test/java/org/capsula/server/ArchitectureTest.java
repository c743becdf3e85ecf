package org.capsula.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.WebApplicationException;
import java.util.stream.Stream;
import org.capsula.pipeline.production.Producer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of docs/ARCHITECTURE.md, and that each of them notices when it is broken. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.capsula");

  /** Small classes that between them break every rule. */
  private static final JavaClasses STRAYS =
      new ClassFileImporter()
          .importPackages(
              "org.capsula.media.fixture",
              "org.capsula.subtitles.fixture",
              "org.capsula.pipeline.fixture",
              "org.capsula.pipeline.catalog.fixture",
              "org.capsula.server.api.fixture");

  /** What happens to a capsule, as against what exists. */
  private static final String[] WORK = {
    "org.capsula.pipeline.production..",
    "org.capsula.pipeline.queue..",
    "org.capsula.pipeline.delivery.."
  };

  /** What only shows. */
  private static final String[] SHOWING = {
    "org.capsula.server.viewer..",
    "org.capsula.server.catalogue..",
    "org.capsula.server.stream..",
    "org.capsula.server.embed..",
    "org.capsula.server.feed..",
    "org.capsula.server.api.."
  };

  static Stream<ArchRule> rules() {
    return Stream.of(
        slices().matching("org.capsula.(**)").should().beFreeOfCycles(),
        apart("media", "subtitles", "pipeline", "server"),
        apart("subtitles", "media", "pipeline", "server"),
        apart("pipeline", "server"),
        home("org.bytedeco..", "org.capsula.media.ffmpeg"),
        home("org.apache.tika..", "org.capsula.media.type"),
        home("org.apache.commons.compress..", "org.capsula.pipeline.backup"),
        home(
            "com.fasterxml.jackson..",
            "org.capsula.media.decoder",
            "org.capsula.pipeline.json",
            "org.capsula.pipeline.delivery",
            "org.capsula.server.http.jetty"),
        home("org.flywaydb..", "org.capsula.pipeline.database"),
        home("com.zaxxer..", "org.capsula.pipeline.database"),
        home("org.sqlite..", "org.capsula.pipeline.database"),
        home("com.github.kagkarlsson..", "org.capsula.pipeline.queue"),
        home("org.quartz..", "org.capsula.pipeline.schedule"),
        home("org.apache.lucene..", "org.capsula.pipeline.search"),
        noClasses()
            .that()
            .resideOutsideOfPackage("org.capsula.pipeline.database")
            .and(describe("are no stores", type -> !outermost(type).endsWith("Store")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jdbi.."),
        noClasses()
            .that()
            .resideInAPackage("org.capsula.pipeline.catalog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WORK),
        noClasses()
            .that()
            .resideInAnyPackage(SHOWING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WORK),
        home("picocli..", "org.capsula.server.."),
        home(
            "org.bouncycastle..",
            "org.capsula.pipeline.account.proof",
            "org.capsula.server.certificate"),
        home("org.eclipse.jetty..", "org.capsula.server.http.jetty"),
        home("io.micrometer..", "org.capsula.server.metrics"),
        home("gg.jte..", "org.capsula.server.viewer"),
        noClasses()
            .that()
            .resideOutsideOfPackage("org.capsula.server.http.jetty")
            .and(describe("are no resources", type -> !outermost(type).endsWith("Resource")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs.."),
        noClasses()
            .that()
            .resideOutsideOfPackage("org.capsula.server.http.jetty")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(WebApplicationException.class)
            .as("resources refuse by the table of problems alone"),
        home("me.tongfei.progressbar..", "org.capsula.server.console"),
        home("org.capsula.media.ffmpeg", "org.capsula.media.ffmpeg", "org.capsula.media.decoder"),
        noClasses()
            .should()
            .callMethodWhere(needsAFont())
            .as("no class draws text: a headless JDK may have no font"),
        noClasses()
            .should()
            .callMethodWhere(machineClock())
            .as("no class asks the machine's clock"),
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(App.class.getName())
            .should()
            .callConstructorWhere(
                describe(
                    "made the producer",
                    call -> call.getTargetOwner().isEquivalentTo(Producer.class)))
            .as("App alone builds the program"),
        classes().that(canBeExtended()).should().haveModifier(JavaModifier.FINAL),
        classes().should(ArchCondition.from(livesInNullMarkedPackage())));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void program_keepsTheRule(ArchRule rule) {
    rule.check(PROGRAM);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void strays_breakTheRule(ArchRule rule) {
    assertThat(rule.evaluate(STRAYS).hasViolation()).as(rule.getDescription()).isTrue();
  }

  /** Else every rule above would pass over nothing. */
  @Test
  void program_holdsAllFourModules() {
    assertThat(Stream.of("media", "subtitles", "pipeline", "server"))
        .allMatch(module -> PROGRAM.containPackage("org.capsula." + module));
  }

  private static ArchRule apart(String module, String... unknown) {
    String[] packages =
        Stream.of(unknown).map(other -> "org.capsula." + other + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("org.capsula." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  private static ArchRule home(String library, String... homes) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type.getSimpleName());
  }

  /** {@code Instant.now()} and its kin; with a {@code Clock} handed in they are welcome. */
  private static DescribedPredicate<JavaMethodCall> machineClock() {
    return describe(
        "to the machine's clock",
        call ->
            call.getTarget().getRawParameterTypes().isEmpty()
                && (call.getName().equals("currentTimeMillis")
                    || (call.getName().equals("now")
                        && call.getTargetOwner().getPackageName().startsWith("java.time"))));
  }

  private static DescribedPredicate<JavaMethodCall> needsAFont() {
    return describe(
        "to what needs a font",
        call ->
            call.getTargetOwner().getPackageName().startsWith("java.awt")
                && (call.getName().startsWith("drawString")
                    || call.getName().startsWith("drawGlyph")
                    || call.getName().endsWith("Font")
                    || call.getName().endsWith("FontMetrics")));
  }

  private static DescribedPredicate<JavaClass> canBeExtended() {
    return describe(
        "are no interface, enum or anonymous class",
        type -> !type.isInterface() && !type.isEnum() && !type.isAnonymousClass());
  }

  private static DescribedPredicate<JavaClass> livesInNullMarkedPackage() {
    return describe(
        "live in a @NullMarked package",
        type -> type.getPackage().isAnnotatedWith(NullMarked.class));
  }
}
