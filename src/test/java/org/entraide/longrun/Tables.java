package org.entraide.longrun;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run says before it begins, meanwhile and in the end. */
final class Tables {

  private static final String ROW = "  %-16s %8s %8s %12s%n";

  private Tables() {}

  /** What is to come, with the time that it will take. */
  static String estimate(List<Tally> tallies, double slowness) {
    StringBuilder table = new StringBuilder();
    table.append(ROW.formatted("family", "cases", "left", "about"));
    Duration all = Duration.ZERO;
    int cases = 0;
    int left = 0;
    for (Tally tally : tallies) {
      Duration remaining = tally.remaining(slowness);
      all = all.plus(remaining);
      cases += tally.cases().size();
      left += tally.left();
      table.append(
          ROW.formatted(
              tally.family().name(),
              many(tally.cases().size()),
              many(tally.left()),
              time(remaining)));
    }
    return table.append(ROW.formatted("all", many(cases), many(left), time(all))).toString();
  }

  /**
   * One line of progress.
   *
   * @param now the family whose turn it is
   */
  static String progress(List<Tally> tallies, String now, Duration elapsed, double slowness) {
    String here =
        tallies.stream()
            .filter(it -> it.family().name().equals(now))
            .map(it -> "%s %s of %s".formatted(now, many(it.done()), many(it.cases().size())))
            .collect(Collectors.joining());
    return "%s; all %s of %s; found so far: %s; %s gone, about %s left"
        .formatted(
            here,
            many(tallies.stream().mapToInt(it -> it.done()).sum()),
            many(tallies.stream().mapToInt(it -> it.cases().size()).sum()),
            many(found(tallies)),
            time(elapsed),
            time(remaining(tallies, slowness)));
  }

  static Duration remaining(List<Tally> tallies, double slowness) {
    return tallies.stream().map(it -> it.remaining(slowness)).reduce(Duration.ZERO, Duration::plus);
  }

  /** How many cases went wrong. */
  static int found(List<Tally> tallies) {
    return tallies.stream().mapToInt(it -> it.ended(CaseResult.End.FOUND).size()).sum();
  }

  /**
   * The table for {@code docs/reliability.md}, in Markdown.
   *
   * @param first the first seed
   */
  static String report(List<Tally> tallies, long first) {
    StringBuilder table = new StringBuilder();
    table.append("| family | cases | of | first seed | found | time | what happened |\n");
    table.append("| --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
    for (Tally tally : tallies) {
      Family family = tally.family();
      List<String> counts = new ArrayList<>();
      CaseResult.sums(tally.results())
          .forEach((name, count) -> counts.add("%s %s".formatted(many(count), name)));
      int skipped = tally.ended(CaseResult.End.SKIPPED).size();
      if (skipped > 0) {
        counts.add(many(skipped) + " cases that this machine cannot run");
      }
      table.append(
          "| %s (`%s`) | %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  family.name(),
                  family.test().substring(family.test().lastIndexOf('.') + 1),
                  many(tally.done()),
                  many(tally.cases().size()),
                  family.isSeeded() ? String.valueOf(first) : "",
                  many(tally.ended(CaseResult.End.FOUND).size()),
                  time(tally.taken()),
                  String.join(", ", counts)));
    }
    return table.toString();
  }

  /** What was found, each with the way to tell it again; empty if nothing was. */
  static String findings(List<Tally> tallies, long first) {
    return tallies.stream()
        .flatMap(tally -> tally.ended(CaseResult.End.FOUND).stream())
        .map(result -> finding(result, first))
        .collect(Collectors.joining());
  }

  static String finding(CaseResult result, long first) {
    return "FOUND %s, %s: %s%n  again: %s%n"
        .formatted(
            result.family(),
            result.label(),
            result.words(),
            Options.command("-Dlong.first=%d -Dlong.case='%s'".formatted(first, result.id())));
  }

  /**
   * The lines for the file of families, with the times that were measured now.
   *
   * @param known as the file has them
   */
  static String costs(List<Tally> tallies, List<Family> known) {
    StringBuilder lines = new StringBuilder();
    for (Tally tally : tallies) {
      known.stream()
          .filter(family -> family.name().equals(tally.family().name()))
          .forEach(family -> lines.append(family.costing(tally.measured()).line()).append('\n'));
    }
    return lines.toString();
  }

  /** Such as {@code 1 h 05 min}. */
  static String time(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
      return duration.toSeconds() + " s";
    }
    if (duration.compareTo(Duration.ofHours(1)) < 0) {
      return duration.toMinutes() + " min";
    }
    return "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
  }

  private static String many(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
