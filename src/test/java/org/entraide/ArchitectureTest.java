package org.entraide;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.net.IDN;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.entraide.match.model.Policy;
import org.entraide.text.typed.NearestWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may know what, as tests; each rule is seen to fail on a class that breaks it. */
class ArchitectureTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.entraide");

  /** Reading a resource, nothing else. */
  private static final Set<String> RESOURCE_READING =
      Set.of(
          "java.io.InputStream",
          "java.io.InputStreamReader",
          "java.io.Reader",
          "java.io.StringReader",
          "java.io.BufferedReader",
          "java.io.IOException",
          "java.io.UncheckedIOException");

  private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD =
      resideInAnyPackage(
              "java.net..",
              "java.nio..",
              "java.sql..",
              "javax..",
              "com.google.api..",
              "com.google.auth..",
              "com.fasterxml..",
              "org.slf4j..",
              "picocli..")
          .and(DescribedPredicate.not(resideInAPackage("java.nio.charset..")))
          // a pure function that only happens to live there
          .and(DescribedPredicate.not(type(IDN.class)))
          .as("the network, files, databases or anybody's framework");

  private static final DescribedPredicate<JavaClass> FILES =
      DescribedPredicate.describe(
          "input and output other than reading a resource",
          c -> c.getPackageName().equals("java.io") && !RESOURCE_READING.contains(c.getName()));

  private static ArchRule pure(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat(OUTSIDE_WORLD.or(FILES))
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaAccess<?>> calls(
      String what, DescribedPredicate<CodeUnitAccessTarget> predicate) {
    return DescribedPredicate.describe(
        what,
        access ->
            access.getTarget() instanceof CodeUnitAccessTarget target && predicate.test(target));
  }

  private static ArchRule nobodyButTheEdge(DescribedPredicate<JavaAccess<?>> calls) {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.entraide.Main")
        .and()
        .doNotHaveFullyQualifiedName("org.entraide.cli.shell.SystemEdge")
        .should()
        .accessTargetWhere(calls);
  }

  private static final ArchRule TIME =
      nobodyButTheEdge(
          calls(
              "it asks for the time",
              DescribedPredicate.describe("time", ForbiddenCalls::asksForTime)));

  private static final ArchRule RANDOMNESS =
      nobodyButTheEdge(
          calls(
              "it makes randomness",
              DescribedPredicate.describe("randomness", ForbiddenCalls::makesRandomness)));

  private static final ArchRule GOOGLE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.entraide.google..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.api..", "com.google.auth..");

  private static final ArchRule LUCENE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.entraide.place.index..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  private static final ArchRule PROMETHEUS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.entraide.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.prometheus..");

  private static final Set<String> CONNECTIONS =
      Set.of(
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.DatagramSocket",
          "java.net.MulticastSocket",
          "java.net.InetAddress",
          "java.net.URL",
          "java.net.URLConnection",
          "java.net.HttpURLConnection",
          "javax.net.SocketFactory",
          "javax.net.ssl.SSLSocketFactory",
          "javax.net.ssl.HttpsURLConnection",
          "java.nio.channels.SocketChannel",
          "java.nio.channels.ServerSocketChannel",
          "java.nio.channels.DatagramChannel",
          "java.nio.channels.AsynchronousSocketChannel",
          "java.nio.channels.AsynchronousServerSocketChannel");

  /** Whatever opens a connection, or waits for one. */
  private static final DescribedPredicate<JavaClass> NETWORK =
      DescribedPredicate.describe(
          "the network",
          c ->
              c.getPackageName().startsWith("java.net.http")
                  || c.getPackageName().startsWith("com.sun.net")
                  || CONNECTIONS.contains(c.getName()));

  private static ArchRule offline(String... exceptions) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(exceptions)
        .should()
        .dependOnClassesThat(NETWORK);
  }

  private static final ArchRule SENDING =
      noClasses()
          .should()
          .accessTargetWhere(
              calls(
                  "it sends mail", DescribedPredicate.describe("sending", ForbiddenCalls::sends)));

  @Test
  void whatDecidesIsPure() {
    pure(
            "org.entraide.alert",
            "org.entraide.match..",
            "org.entraide.form..",
            "org.entraide.people..",
            "org.entraide.place",
            "org.entraide.place.coordinates..",
            "org.entraide.place.embedded..",
            "org.entraide.plan..",
            "org.entraide.progress..",
            "org.entraide.setup..",
            "org.entraide.table..",
            "org.entraide.text..")
        .check(MAIN);
  }

  /** These three have word lists and tables in resources; the others have nothing to read. */
  @Test
  void onlyWordsAndPlacesReadResources() {
    noClasses()
        .that()
        .resideInAnyPackage("org.entraide.match..", "org.entraide.plan..", "org.entraide.table..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.io..")
        .check(MAIN);
  }

  @Test
  void timeIsPassedInAndNeverAskedFor() {
    TIME.check(MAIN);
  }

  @Test
  void randomnessIsPassedInAndNeverMade() {
    RANDOMNESS.check(MAIN);
  }

  @Test
  void onlyTheAdapterKnowsGoogle() {
    GOOGLE.check(MAIN);
  }

  /** Google; online geocoders and alerts where configured; office and metrics only listen. */
  @Test
  void nothingElseCanReachTheNetwork() {
    offline(
            "org.entraide.alert.send..",
            "org.entraide.google..",
            "org.entraide.metrics..",
            "org.entraide.place.online..",
            "org.entraide.sandbox.office..")
        .check(MAIN);
  }

  /** What works on a campaign hears of no alert, and cannot wait for one. */
  @Test
  void noCampaignKnowsAlerts() {
    noClasses()
        .that()
        .resideInAnyPackage("org.entraide.campaign..", "org.entraide.plan..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.entraide.alert..")
        .check(MAIN);
  }

  @Test
  void onlyTheInstallationMakesOnlineGeocoders() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.entraide.wiring", "org.entraide.place.online..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.entraide.place.online..")
        .check(MAIN);
  }

  @Test
  void onlyTheGazetteerKnowsLucene() {
    LUCENE.check(MAIN);
  }

  @Test
  void onlyMetricsKnowPrometheus() {
    PROMETHEUS.check(MAIN);
  }

  @Test
  void nothingSends() {
    SENDING.check(MAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"google", "journal", "metrics", "sandbox"})
  void adaptersDoNotKnowOneAnother(String adapter) {
    noClasses()
        .that()
        .resideInAPackage("org.entraide." + adapter + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "org.entraide.google..",
                    "org.entraide.journal..",
                    "org.entraide.metrics..",
                    "org.entraide.sandbox..")
                .and(DescribedPredicate.not(resideInAPackage("org.entraide." + adapter + ".."))))
        .check(MAIN);
  }

  @Test
  void theConfigurationKnowsOnlyWordsForPeopleAndPolicies() {
    noClasses()
        .that()
        .resideInAPackage("org.entraide.config..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.entraide..")
                .and(
                    DescribedPredicate.not(
                            resideInAnyPackage(
                                "org.entraide.config..",
                                "org.entraide.people..",
                                "org.entraide.text.."))
                        .and(DescribedPredicate.not(type(Policy.class)))))
        .check(MAIN);
  }

  /** Files in, files out: no campaign, no configuration; of the texts, which word was meant. */
  @Test
  void filesOfTheMatcherKnowOnlyTheMatcher() {
    noClasses()
        .that()
        .resideInAPackage("org.entraide.matchfile..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.entraide..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(
                            "org.entraide.matchfile..",
                            "org.entraide.file..",
                            "org.entraide.match..",
                            "org.entraide.people..",
                            "org.entraide.place")))
                .and(DescribedPredicate.not(type(NearestWord.class))))
        .check(MAIN);
  }

  @Test
  void everyRuleIsSeenToFail() {
    JavaClasses bad = new ClassFileImporter().importClasses(Bad.class);

    assertThat(pure("org.entraide").evaluate(bad).getFailureReport().getDetails())
        .anyMatch(d -> d.contains("java.io.File"))
        .anyMatch(d -> d.contains("java.net.URI"));
    assertThat(TIME.evaluate(bad).getFailureReport().getDetails())
        .anyMatch(d -> d.contains("Instant.now()"))
        .anyMatch(d -> d.contains("LocalDate.now()"))
        .anyMatch(d -> d.contains("java.util.Date.<init>()"))
        .anyMatch(d -> d.contains("System.currentTimeMillis()"))
        .anyMatch(d -> d.contains("System.nanoTime()"))
        .noneMatch(d -> d.contains("Instant.now(java.time.Clock)"));
    assertThat(RANDOMNESS.evaluate(bad).getFailureReport().getDetails())
        .anyMatch(d -> d.contains("java.util.Random.<init>()"))
        .anyMatch(d -> d.contains("UUID.randomUUID()"));
    assertThat(GOOGLE.evaluate(bad).hasViolation()).isTrue();
    assertThat(SENDING.evaluate(bad).hasViolation()).isTrue();
    assertThat(LUCENE.evaluate(bad).hasViolation()).isTrue();
    assertThat(PROMETHEUS.evaluate(bad).hasViolation()).isTrue();
    assertThat(offline("org.entraide.google..").evaluate(bad).getFailureReport().getDetails())
        .anyMatch(d -> d.contains("java.net.Socket"))
        .anyMatch(d -> d.contains("java.net.http.HttpClient"));
  }

  /** Breaks every rule; never run. */
  @SuppressWarnings({"unused", "JavaUtilDate"})
  private static final class Bad {

    private final Supplier<LocalDate> today = LocalDate::now;

    Object fileAndNetwork() {
      return URI.create(new File("x").toString());
    }

    Object time(Clock clock) {
      return Instant.now()
              .plusMillis(System.currentTimeMillis() + System.nanoTime())
              .isAfter(Instant.now(clock))
          ? new Date()
          : today;
    }

    Object connection() {
      return List.of(new java.net.Socket(), java.net.http.HttpClient.newHttpClient());
    }

    Object chance() {
      return new Random().nextBoolean() ? UUID.randomUUID() : "";
    }

    Object lucene() {
      return new org.apache.lucene.util.BytesRef();
    }

    Object prometheus() {
      return new io.prometheus.metrics.model.registry.PrometheusRegistry();
    }

    Object sending(com.google.api.services.gmail.Gmail gmail) throws java.io.IOException {
      return gmail.users().drafts().send("me", new com.google.api.services.gmail.model.Draft());
    }
  }
}
