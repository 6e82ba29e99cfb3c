package org.entraide.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.Desk;

/** Holds the line about the last seven days, above the dashboard, against what happened in them. */
final class WeekWatch {

  static final String DASHBOARD = "Tableau de bord";

  private static final ZoneId ZONE = ZoneId.of("Europe/London"); // the sheet's

  private static final int WEEK = 7;

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /**
   * Answers, introductions, acceptances and who waits: of each, these seven days and those before.
   */
  private static final int FIGURES = 8;

  /** The line is of the last pass, which may have been on the day before. */
  private static final Duration A_PASS = Duration.ofMinutes(8);

  private static final Pattern DAY = Pattern.compile("\\d\\d/\\d\\d/\\d{4}");

  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static final Set<String> ACCEPTED = Set.of("Acceptée", "Terminée");

  private final Site site;

  /** By introduction, when its row came; in the order in which they came. */
  private final Map<String, Instant> begun = new LinkedHashMap<>();

  WeekWatch(Site site) {
    this.site = site;
  }

  /** A row of the ledger got its reference. */
  void begun(String reference, Instant now) {
    begun.putIfAbsent(reference, now);
  }

  /**
   * Of two introductions, the one whose row came first; of unknown ones the first that is given.
   */
  String first(String one, String other) {
    return begun.keySet().stream()
        .filter(List.of(one, other)::contains)
        .findFirst()
        .filter(it -> begun.containsKey(one) && begun.containsKey(other))
        .orElse(one);
  }

  /** What is wrong once everything has settled. */
  List<String> settled(
      Desk.Copy now, Desk.Tab answers, Desk.Tab ledger, InstantSource clock, Post post) {
    String line = now.titled(DASHBOARD).map(tab -> tab.text(0, 1)).orElse("");
    List<Integer> shown =
        NUMBER.matcher(line).results().map(MatchResult::group).map(Integer::valueOf).toList();
    if (shown.size() != FIGURES) {
      return List.of(site.settings.name() + " has no line about the week: " + line);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    LocalDate atLastPass = LocalDate.ofInstant(clock.instant().minus(A_PASS), ZONE);
    List<String> wrong = wrong(shown, today, answers, ledger, post);
    return today.equals(atLastPass) || wrong.isEmpty()
        ? wrong
        : wrong(shown, atLastPass, answers, ledger, post);
  }

  private List<String> wrong(
      List<Integer> shown, LocalDate today, Desk.Tab answers, Desk.Tab ledger, Post post) {
    List<String> wrong = new ArrayList<>();
    List<Set<LocalDate>> answered = answered(answers);
    List<Set<LocalDate>> introduced = introduced(ledger, post.isForgotten());
    for (int week = 0; week < 2; week++) {
      LocalDate last = today.minusDays((long) WEEK * week);
      compare(wrong, "new answers", shown.get(week), answered, last);
      compare(wrong, "introductions", shown.get(2 + week), introduced, last);
    }
    long accepted =
        IntStream.range(1, ledger.rows())
            .filter(row -> ACCEPTED.contains(ledger.text(row, "ledger_state")))
            .count();
    if (shown.get(4) + shown.get(5) > accepted) {
      wrong.add(site.settings.name() + " counts more as accepted this week than there are");
    }
    Set<String> waiting = waiting(answers, today);
    if (shown.get(6) < waiting.size()) {
      wrong.add(
          "%s counts %d who wait for long and not %s"
              .formatted(site.settings.name(), shown.get(6), waiting));
    }
    return wrong;
  }

  /**
   * Counts those of a week.
   *
   * @param days of each; several where rows of one introduction differ
   * @param last of the week
   */
  private void compare(
      List<String> wrong, String what, int shown, List<Set<LocalDate>> days, LocalDate last) {
    Predicate<LocalDate> counts = day -> !day.isAfter(last) && day.isAfter(last.minusDays(WEEK));
    long least = days.stream().filter(each -> each.stream().allMatch(counts)).count();
    long most = days.stream().filter(each -> each.stream().anyMatch(counts)).count();
    if (shown < least || shown > most) {
      wrong.add(
          "%s counts %d %s in a week and not %d to %d"
              .formatted(site.settings.name(), shown, what, least, most));
    }
  }

  /** Who surely has waited for more than a week: their row says so, and no other is theirs. */
  private Set<String> waiting(Desk.Tab answers, LocalDate today) {
    Set<String> waiting = new HashSet<>();
    Set<String> several = new HashSet<>();
    Set<String> all = new HashSet<>();
    for (int row : site.rows(answers)) {
      String ref = answers.text(row, "ref");
      String time = answers.text(row, 0);
      boolean isOld =
          !time.isEmpty()
              && TodoTabWatch.day(Double.parseDouble(time)).isBefore(today.minusDays(WEEK));
      if (!all.add(ref)) {
        several.add(ref);
      }
      if (isOld
          && answers.text(row, "status").equals("En attente")
          && answers.text(row, "explanation").contains("Reste à trouver")
          && !site.typed.containsKey(answers.response(row).orElse(""))) {
        waiting.add(ref);
      }
    }
    waiting.removeAll(several);
    return waiting;
  }

  private List<Set<LocalDate>> answered(Desk.Tab answers) {
    return site.rows(answers).stream()
        .map(row -> answers.text(row, 0))
        .filter(text -> !text.isEmpty())
        .map(text -> Set.of(TodoTabWatch.day(Double.parseDouble(text))))
        .toList();
  }

  private List<Set<LocalDate>> introduced(Desk.Tab ledger, boolean lost) {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    for (int row = 1; row < ledger.rows(); row++) {
      String ref = ledger.text(row, "ledger_ref");
      Instant at = begun.get(ref);
      String sentOn = ledger.text(row, "ledger_sent_on");
      if (HandMadeDeeds.isIntroduction(ledger, row) && DAY.matcher(sentOn).matches()) {
        days.computeIfAbsent(ref, r -> new HashSet<>()).add(LocalDate.parse(sentOn, WRITTEN));
      } else if (at != null && ref.startsWith("M-")) {
        days.computeIfAbsent(ref, r -> new HashSet<>()).add(LocalDate.ofInstant(at, ZONE));
        if (lost && !DAY.matcher(sentOn).matches()) { // nothing else tells of the day
          days.computeIfAbsent(ref, r -> new HashSet<>()).add(LocalDate.MIN);
        }
      }
    }
    if (lost) { // of one whose helper had left, no new journal knows that its row was deleted
      begun.forEach(
          (ref, at) ->
              days.computeIfAbsent(ref, r -> Set.of(LocalDate.ofInstant(at, ZONE), LocalDate.MIN)));
    }
    return List.copyOf(days.values());
  }
}
