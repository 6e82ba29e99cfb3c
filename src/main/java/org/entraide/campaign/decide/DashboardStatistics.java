package org.entraide.campaign.decide;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.OpenReason;
import org.entraide.people.word.Category;
import org.entraide.place.Place;
import org.entraide.place.PostcodeAdvice;
import org.entraide.place.Precision;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.dashboard.DashboardFacts.Signpost;
import org.entraide.plan.dashboard.DashboardFacts.Waiting;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.MatchingInput;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Status;
import org.entraide.plan.report.Reporter;
import org.entraide.plan.write.CellPlanner.WantedRow;
import org.entraide.text.Message;

/**
 * Counts what the dashboard shows. Pure.
 *
 * @param rows what every row says
 * @param people by reference
 * @param counts of the report, for advice on postcode files
 */
public record DashboardStatistics(
    List<WantedRow> rows,
    Map<String, LocatedPerson> people,
    MatchingStep.MatchingResult decided,
    Collection<Introduction> introductions,
    Map<String, Instant> firstAnswers,
    Map<String, Long> counts,
    MatchingInput.Terms terms,
    Instant now) {

  /** Drafts and letters older than this are counted. */
  public static final Duration OLD_DRAFT = Duration.ofDays(7);

  public static final Duration SILENT_LETTER = Duration.ofDays(14);

  /** More than are shown need not be sorted out. */
  private static final int MOST_WAITING = 50;

  /**
   * All of it.
   *
   * @param reporter of the rows, so that they and the dashboard give one reason
   */
  DashboardFacts on(
      Heartbeat.SignOfLife signOfLife,
      boolean suspended,
      List<Message> wrong,
      Optional<DashboardFacts.Policies> policies,
      HelpFigures figures,
      Reporter reporter) {
    return new DashboardFacts(
        signOfLife,
        suspended,
        wrong,
        Optional.empty(),
        Optional.empty(),
        rows.size(),
        statuses(),
        states(),
        signpost(),
        longest(reporter),
        count(Introduction.State.DRAFTED, OLD_DRAFT),
        count(Introduction.State.SENT, SILENT_LETTER),
        postcodes(),
        policies,
        figures,
        needs(),
        areas(),
        weeks());
  }

  private Map<Status, Integer> statuses() {
    Map<Status, Integer> statuses = new EnumMap<>(Status.class);
    rows.forEach(row -> statuses.merge(row.report().status(), 1, Integer::sum));
    return statuses;
  }

  private Map<Introduction.State, Integer> states() {
    Map<Introduction.State, Integer> states = new EnumMap<>(Introduction.State.class);
    introductions.forEach(i -> states.merge(i.state(), 1, Integer::sum));
    return states;
  }

  private OpenNeeds open() {
    return new OpenNeeds(people, decided);
  }

  /** The pairs that are not introduced yet, by person: their needs are open. */
  private Map<String, List<Assignment>> compared() {
    return decided.due().compared().stream().collect(Collectors.groupingBy(Assignment::person));
  }

  private List<Signpost> signpost() {
    List<Signpost> signpost = new ArrayList<>();
    for (LocatedPerson located : people.values()) {
      Set<Category> byHand = open().byHand(located);
      if (!byHand.isEmpty()) {
        signpost.add(new Signpost(located.ref(), byHand));
      }
    }
    return signpost;
  }

  /**
   * Those whose first answer is the oldest; how long somebody waits whose day is unknown cannot be
   * said.
   */
  private List<Waiting> longest(Reporter reporter) {
    return people.values().stream()
        .filter(located -> firstAnswers.containsKey(located.ref()))
        .filter(located -> !open().reasonsOfHelpers(located).isEmpty())
        .sorted(
            Comparator.<LocatedPerson, Instant>comparing(
                    s -> firstAnswers.getOrDefault(s.ref(), now))
                .thenComparing(LocatedPerson::ref))
        .limit(MOST_WAITING)
        .map(located -> waiting(located, reporter))
        .toList();
  }

  private Waiting waiting(LocatedPerson located, Reporter reporter) {
    List<OpenReason> reasons = open().reasonsOfHelpers(located);
    Set<Category> needs = EnumSet.noneOf(Category.class);
    reasons.forEach(reason -> needs.addAll(reason.needs()));
    return new Waiting(
        located.ref(),
        needs,
        LocalDate.ofInstant(firstAnswers.getOrDefault(located.ref(), now), terms.zone()),
        reporter.why(located, reasons.get(0)));
  }

  private int count(Introduction.State state, Duration age) {
    Instant latest = now.minus(age);
    return (int)
        introductions.stream()
            .filter(i -> i.state() == state)
            .filter(i -> !since(i).isAfter(latest))
            .count();
  }

  private static Instant since(Introduction introduction) {
    Instant sent = introduction.sentAt();
    return sent == null ? introduction.begunAt() : sent;
  }

  private Map<PostcodeAdvice.Country, Long> postcodes() {
    Map<PostcodeAdvice.Country, Long> postcodes = new EnumMap<>(PostcodeAdvice.Country.class);
    for (PostcodeAdvice.Country country : PostcodeAdvice.Country.values()) {
      Long people = counts.get(country.count());
      if (people != null) {
        postcodes.put(country, people);
      }
    }
    return postcodes;
  }

  /** Whose need it is, be it one that only the organisers can cover. */
  private Map<Category, Integer> needs() {
    Map<Category, Integer> needs = new EnumMap<>(Category.class);
    Map<String, List<Assignment>> compared = compared();
    for (LocatedPerson located : people.values()) {
      Set<Category> open = new HashSet<>();
      open().reasons(located).forEach(reason -> open.addAll(reason.needs()));
      compared.getOrDefault(located.ref(), List.of()).forEach(it -> open.addAll(it.needs()));
      open.forEach(need -> needs.merge(need, 1, Integer::sum));
    }
    return needs;
  }

  /**
   * Counts people by the name of their place, without addresses: typed coordinates may be those of
   * a house.
   */
  private Map<String, Integer> areas() {
    Map<String, Integer> areas = new HashMap<>();
    Set<String> waiting = open().refs();
    for (LocatedPerson located : people.values()) {
      if (waiting.contains(located.ref())) {
        located
            .place()
            .filter(place -> place.precision() != Precision.ADDRESS)
            .map(Place::name)
            .filter(name -> !name.isEmpty())
            .ifPresent(name -> areas.merge(name, 1, Integer::sum));
      }
    }
    return areas;
  }

  private Map<LocalDate, Integer> weeks() {
    Map<LocalDate, Integer> weeks = new HashMap<>();
    for (Introduction i : introductions) {
      LocalDate monday =
          LocalDate.ofInstant(i.madeAt(), terms.zone())
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      weeks.merge(monday, 1, Integer::sum);
    }
    return weeks;
  }
}
