package org.entraide.longrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Starts the long profile, or goes on with it. {@code CONTRIBUTING.md} says how it is used.
 *
 * <p>It ends with 1 if anything was found, and with 2 if it is asked for what cannot be.
 */
public final class LongRun {

  private static final long SPREAD = 1_000_000_000L;

  /** As for the other tests. Much of what a story makes dies young: 1 GB for it of 24. */
  private static final List<String> JAVA =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:InitialRAMPercentage=10",
          "-XX:MaxRAMPercentage=25",
          "-XX:NewRatio=1",
          "-Duser.timezone=Pacific/Chatham",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Dfile.encoding=UTF-8");

  private final Options options;
  private final List<Family> families;
  private final CaseFile file;
  private final long began = System.nanoTime();
  private long first;
  private double slowness;

  private LongRun(Options options, List<Family> families) {
    this.options = options;
    this.families = families;
    this.file = new CaseFile(options.directory());
  }

  public static void main(String[] args) throws Exception {
    ProcessHandle.current().parent().ifPresent(LongRun::endWith);
    int code;
    try {
      Options options = Options.of(properties());
      if (args.length > 0) {
        Telling.main(options, args[0]);
        code = 0;
      } else {
        LongRun run = new LongRun(options, Family.chosen(Family.all(), options.families()));
        code = options.only().isPresent() ? run.one(options.only().get()) : run.all();
      }
    } catch (IllegalArgumentException e) {
      say(String.valueOf(e.getMessage()));
      code = 2;
    }
    System.exit(code);
  }

  /** Whoever ends the process that started this one means this one, too. */
  private static void endWith(ProcessHandle parent) {
    Thread watch =
        new Thread(
            () -> {
              parent.onExit().join();
              System.exit(1);
            },
            "parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static Map<String, String> properties() {
    return System.getProperties().stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, System::getProperty));
  }

  private int all() throws IOException, InterruptedException {
    Map<String, CaseResult> known = file.open();
    CaseFile.Begun before = file.begun();
    if (before.first() != 0 && options.first().filter(it -> it != before.first()).isPresent()) {
      throw new IllegalArgumentException(
          "The run in %s began with seed %d. Delete that directory to begin another."
              .formatted(options.directory(), before.first()));
    }
    first =
        before.first() != 0
            ? before.first()
            : options.first().orElse(1 + Math.floorMod(System.nanoTime(), SPREAD));
    file.begin(new CaseFile.Begun(first, before.slowness()));
    say(
        "The long profile: part %s, first seed %d, %d processors, %s."
            .formatted(
                options.part(),
                first,
                Telling.PROCESSORS,
                known.isEmpty() ? "from the beginning" : known.size() + " cases ended before"));
    List<Run.Share> shares = families.stream().map(this::share).toList();
    if (before.slowness() == 0 && left(tallies(shares)) > 0) {
      say("Telling stories for a minute to see how fast this machine is ...");
      process(Telling.PACE, options.directory(), options.families()).waitFor();
    }
    double measured = file.begun().slowness();
    slowness = measured == 0 ? 1 : measured;
    say(Tables.estimate(tallies(shares), slowness));
    if (options.part().of() > 1) {
      say("The other parts elsewhere: the same with -Dlong.first=%d.".formatted(first));
    }
    for (Run.Share share : shares) {
      tell(share, shares);
    }
    return end(tallies(shares));
  }

  /** Families may be of one class, which reads what is to be told when its cases are listed. */
  private Run.Share share(Family family) {
    family.properties(first).forEach(System::setProperty);
    return Telling.share(family, options.part());
  }

  private List<Tally> tallies(List<Run.Share> shares) {
    try {
      Map<String, CaseResult> results = file.read();
      List<Tally> tallies = new ArrayList<>();
      for (Run.Share share : shares) {
        tallies.add(Tally.of(share.family(), share.cases(), share.lanes(), results));
      }
      return tallies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int left(List<Tally> tallies) {
    return tallies.stream().mapToInt(Tally::left).sum();
  }

  /** Tells what is left of a family, and meanwhile how far all is. */
  private void tell(Run.Share share, List<Run.Share> shares)
      throws IOException, InterruptedException {
    String name = share.family().name();
    if (left(tallies(List.of(share))) == 0 || remaining().filter(Duration::isZero).isPresent()) {
      return;
    }
    Process process = process(name, options.directory(), options.families());
    while (!process.waitFor(1, TimeUnit.MINUTES)) {
      say(
          Tables.progress(
              tallies(shares), name, Duration.ofNanos(System.nanoTime() - began), slowness));
    }
    if (process.exitValue() != 0) {
      CaseResult died =
          new CaseResult(
              Tally.whole(name),
              "the process",
              0,
              CaseResult.End.FOUND,
              Map.of(),
              "It ended with %d.".formatted(process.exitValue()));
      file.add(died);
      say(Tables.finding(died, first));
    }
  }

  /** Of the time that was given; empty if there is no end of it. */
  private Optional<Duration> remaining() {
    return options
        .limit()
        .map(limit -> limit.minusNanos(System.nanoTime() - began))
        .map(it -> it.isNegative() ? Duration.ZERO : it);
  }

  private Process process(String what, Path directory, String names) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA);
    command.add("-Dlong.first=" + first);
    command.add("-Dlong.families=" + names);
    command.add("-Dlong.part=" + options.part());
    command.add("-Dlong.directory=" + directory);
    options.only().ifPresent(id -> command.add("-Dlong.case=" + id));
    remaining().ifPresent(it -> command.add("-Dlong.hours=" + Options.hours(it)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LongRun.class.getName(), what));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private int end(List<Tally> tallies) throws IOException {
    int left = left(tallies);
    int found = Tables.found(tallies);
    String table =
        "Run on %s on %d processors, part %s; %d found, %d cases left.%n%n%s"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Telling.PROCESSORS,
                options.part(),
                found,
                left,
                Tables.report(tallies, first));
    say(table);
    say(Tables.findings(tallies, first));
    say("The table is in %s.".formatted(file.report(table)));
    if (left == 0) {
      say("What a case took here, as lines of families.tsv:");
      say(Tables.costs(tallies, Family.all()));
      say("All is done. Delete %s to begin another run.".formatted(options.directory()));
    } else {
      say(
          "%d cases are left. The run goes on with: %s"
              .formatted(left, Options.command(options.words(first))));
    }
    return found == 0 ? 0 : 1;
  }

  /** Tells one case again, in a directory of its own. */
  private int one(String id) throws IOException, InterruptedException {
    String name = id.substring(0, Math.max(0, id.indexOf(':')));
    Optional<Family> family = families.stream().filter(it -> it.name().equals(name)).findFirst();
    if (family.isEmpty() || options.first().isEmpty()) {
      throw new IllegalArgumentException(
          "long.case is \"%s\". Maybe long.first is missing, or a family's name before a colon."
              .formatted(id));
    }
    first = options.first().get();
    String number = id.substring(id.indexOf('#') + 1).replaceAll("[^0-9]", "");
    int size = Math.max(family.get().size(), number.isEmpty() ? 0 : Integer.parseInt(number));
    Path directory = options.directory().resolve("again");
    CaseFile again = new CaseFile(directory);
    again.open();
    process(name, directory, family.get().size() == 0 ? name : name + ":" + size).waitFor();
    Optional<CaseResult> result = Optional.ofNullable(again.read().get(id));
    say(
        "%s: %s. What was wrong is in %s."
            .formatted(id, result.map(it -> it.end().word()).orElse("no such case"), directory));
    return result.filter(it -> it.end() != CaseResult.End.FOUND).isPresent() ? 0 : 1;
  }

  private static void say(String words) {
    if (!words.isBlank()) {
      System.out.println(words.stripTrailing());
    }
  }
}
