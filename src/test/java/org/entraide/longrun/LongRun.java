package org.entraide.longrun;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.entraide.simulation.Pace;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Starts the long profile, or goes on with it. {@code CONTRIBUTING.md} says how it is used.
 *
 * <p>It ends with 1 if anything was found, and with 2 if it is asked for what cannot be.
 */
public final class LongRun {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final long SPREAD = 1_000_000_000L;
  private static final Duration FOR_EVER = Duration.ofDays(10_000);

  /** For so long stories are told to see how fast the machine is, after they were warmed up. */
  private static final Duration COUNTED = Duration.ofSeconds(30);

  private static final Duration WARM = Duration.ofSeconds(30);

  private LongRun() {}

  public static void main(String[] args) throws IOException {
    // whoever kills Maven means this, too
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
    Options options;
    List<Family> families;
    try {
      options = Options.of(properties());
      families = Family.chosen(Family.parse(lines()), options.families());
    } catch (IllegalArgumentException e) {
      say(e.getMessage());
      System.exit(2);
      return;
    }
    System.exit(options.only().isPresent() ? one(options, families) : all(options, families));
  }

  private static Map<String, String> properties() {
    return System.getProperties().stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, System::getProperty));
  }

  static List<String> lines() {
    try (InputStream file = LongRun.class.getResourceAsStream("families.tsv")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int all(Options options, List<Family> families) throws IOException {
    CaseFile file = new CaseFile(options.directory());
    Map<String, CaseResult> known = file.open();
    CaseFile.Begun before = file.begun();
    if (before.first() != 0 && options.first().filter(it -> it != before.first()).isPresent()) {
      say(
          "The run in %s began with seed %d. Delete that directory to begin another."
              .formatted(options.directory(), before.first()));
      return 2;
    }
    long first =
        before.first() != 0
            ? before.first()
            : options.first().orElse(1 + Math.floorMod(System.nanoTime(), SPREAD));
    say(
        "The long profile: part %s, first seed %d, %d processors, %s."
            .formatted(
                options.part(),
                first,
                PROCESSORS,
                known.isEmpty() ? "from the beginning" : known.size() + " cases ended before"));
    file.begin(new CaseFile.Begun(first, before.slowness()));
    List<Run.Share> shares = shares(families, first, options.part());
    CaseFile.Begun begun = new CaseFile.Begun(first, before.slowness());
    if (begun.slowness() == 0) {
      begun = new CaseFile.Begun(first, slowness());
      file.begin(begun);
    }
    Run run =
        new Run(
            shares,
            begun,
            file,
            known,
            options.limit().orElse(FOR_EVER),
            System::nanoTime,
            LongRun::say);
    say(Tables.estimate(run.tallies(), begun.slowness()));
    if (options.part().of() > 1) {
      say("The other parts elsewhere: the same with -Dlong.first=%d.".formatted(first));
    }
    tell(run, shares);
    return end(run, options, file, first);
  }

  /** Each case alone takes as long here as so many times the file says. */
  private static double slowness() {
    say("Telling stories for a minute to see how fast this machine is ...");
    double known =
        Family.parse(lines()).stream()
            .filter(family -> family.name().equals(Family.MEASURE))
            .mapToDouble(Family::seconds)
            .findFirst()
            .orElseThrow();
    double seconds = Pace.secondsAStory(PROCESSORS, WARM, COUNTED);
    say("A story takes %.2f s; %.2f s where the times of the cases were noted.".formatted(seconds, known));
    return seconds / known;
  }

  private static void tell(Run run, List<Run.Share> shares) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleAtFixedRate(() -> say(run.progress()), 1, 1, TimeUnit.MINUTES);
    for (Run.Share share : shares) {
      launch(run, share);
    }
    clock.shutdownNow();
  }

  /** Runs what is left of a family. */
  static void launch(Run run, Run.Share share) {
    if (share.cases().stream().noneMatch(run::takes)) {
      return;
    }
    run.begins(share.family().name());
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(share.family().test()))
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.executor-service", "FORK_JOIN_POOL")
            .configurationParameter(Chosen.START, Chosen.register(run))
            .configurationParameter(Chosen.FAMILY, share.family().name())
            .build();
    LauncherFactory.create()
        .execute(request, new Listener(run, share.family().name(), System::nanoTime));
  }

  private static int end(Run run, Options options, CaseFile file, long first) throws IOException {
    List<Tally> tallies = run.tallies();
    int left = tallies.stream().mapToInt(Tally::left).sum();
    int found = Tables.found(tallies);
    String table = Tables.report(tallies, first);
    String heading =
        "Run on %s on %d processors, part %s; %d found, %d cases left.%n%n"
            .formatted(LocalDate.now(), PROCESSORS, options.part(), found, left);
    say(heading + table);
    say(Tables.findings(tallies, first));
    say("The table is in %s.".formatted(file.report(heading + table)));
    if (left == 0) {
      say("What a case took here, as lines of families.tsv:");
      say(Tables.costs(tallies, Family.parse(lines())));
      say("All is done. Delete %s to begin another run.".formatted(options.directory()));
    } else {
      say(
          "%d cases are left. The run goes on with: %s"
              .formatted(left, Options.command(options.words(first))));
    }
    return found == 0 ? 0 : 1;
  }

  /** Tells one case again. */
  private static int one(Options options, List<Family> families) throws IOException {
    String id = options.only().orElseThrow();
    String name = id.substring(0, Math.max(0, id.indexOf(':')));
    Optional<Family> family = families.stream().filter(it -> it.name().equals(name)).findFirst();
    if (family.isEmpty() || options.first().isEmpty()) {
      say("long.case is \"%s\". Maybe long.first is missing, or a family's name before a colon.".formatted(id));
      return 2;
    }
    int number = Integer.parseInt("0" + id.substring(id.indexOf('#') + 1).replaceAll("[^0-9]", ""));
    Family sized = family.get().sized(Math.max(family.get().size(), number));
    List<Run.Share> shares =
        shares(List.of(sized), options.first().get(), new Part(1, 1)).stream()
            .map(it -> new Run.Share(it.family(), List.of(id), it.lanes()))
            .toList();
    CaseFile file = new CaseFile(options.directory().resolve("again"));
    file.open();
    Run run =
        new Run(
            shares,
            new CaseFile.Begun(options.first().get(), 1),
            file,
            Map.of(),
            FOR_EVER,
            System::nanoTime,
            LongRun::say);
    tell(run, shares);
    Tally tally = run.tallies().get(0);
    say(
        "%s: %s. What was wrong stands in %s."
            .formatted(
                id,
                tally.done() == 0 ? "there is no such case" : tally.results().get(0).end().word(),
                options.directory().resolve("again")));
    return Tables.found(run.tallies()) == 0 && tally.done() > 0 ? 0 : 1;
  }

  /** The settings must be there before a class is loaded. */
  private static List<Run.Share> shares(List<Family> families, long first, Part part) {
    families.forEach(family -> family.properties(first).forEach(System::setProperty));
    List<Run.Share> shares = new ArrayList<>();
    for (Family family : families) {
      shares.add(share(family, part));
    }
    return shares;
  }

  static Run.Share share(Family family, Part part) {
    try {
      Class<?> test = Class.forName(family.test());
      Execution execution = test.getAnnotation(Execution.class);
      boolean concurrent =
          execution != null && execution.value() == ExecutionMode.CONCURRENT; // null: not said
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

  private static void say(String words) {
    System.out.println(words.stripTrailing());
  }
}
