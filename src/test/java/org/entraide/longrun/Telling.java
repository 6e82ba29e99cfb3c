package org.entraide.longrun;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.entraide.simulation.Pace;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs one family in a process of its own. So no family sees what another left in memory, such as a
 * changed log, and the others go on where one dies. It writes down each case that ends.
 */
final class Telling {

  /** Instead of a family's name: only look how fast the machine is. */
  static final String PACE = "pace";

  static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private static final Duration FOR_EVER = Duration.ofDays(10_000);

  /** Stories are told to see how fast the machine is, for so long after they were warmed up. */
  private static final Duration COUNTED = Duration.ofSeconds(30);

  private static final Duration WARM = Duration.ofSeconds(30);

  private Telling() {}

  /** With the options, where the first seed is known, and what is to be told. */
  static void main(Options options, String what) throws IOException {
    CaseFile file = new CaseFile(options.directory());
    long first = options.first().orElseThrow();
    if (what.equals(PACE)) {
      double known =
          Family.all().stream()
              .filter(family -> family.name().equals(Family.MEASURE))
              .mapToDouble(Family::seconds)
              .findFirst()
              .orElseThrow();
      double seconds = Pace.secondsAStory(PROCESSORS, WARM, COUNTED);
      System.out.printf(
          "A story takes %.2f s; it took %.2f s where the times of the cases were noted.%n",
          seconds, known);
      file.begin(new CaseFile.Begun(first, seconds / known));
      return;
    }
    Family family =
        Family.chosen(Family.all(), options.families()).stream()
            .filter(it -> it.name().equals(what))
            .findFirst()
            .orElseThrow();
    family.properties(first).forEach(System::setProperty);
    Predicate<String> part = options.part()::has;
    Run run =
        new Run(
            options.only().map(id -> Predicate.<String>isEqual(id)).orElse(part),
            first,
            file,
            options.only().isPresent() ? Map.of() : file.read(),
            options.limit().orElse(FOR_EVER),
            System::nanoTime,
            words -> System.out.print(words));
    launch(run, family);
  }

  /** Runs what is left of a family. */
  static void launch(Run run, Family family) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(family.test()))
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.executor-service", "FORK_JOIN_POOL")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "dynamic")
            .configurationParameter(Chosen.START, Chosen.register(run))
            .configurationParameter(Chosen.FAMILY, family.name())
            .build();
    LauncherFactory.create().execute(request, new Listener(run, family.name(), System::nanoTime));
  }

  /** The cases of a family in a part. Loads the class, which reads its settings. */
  static Run.Share share(Family family, Part part) {
    try {
      Class<?> test = Class.forName(family.test());
      Execution execution = test.getAnnotation(Execution.class);
      boolean concurrent =
          execution != null // it says
              && execution.value() == ExecutionMode.CONCURRENT;
      return new Run.Share(
          family,
          Cases.of(test).stream()
              .map(name -> family.name() + ":" + name)
              .filter(part::has)
              .toList(),
          concurrent ? PROCESSORS : 1);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("families.tsv names a class that is not there", e);
    }
  }
}
