package org.entraide.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.entraide.bench.Arrivals.Arrival;
import org.entraide.config.HoldBack;
import org.entraide.match.Matcher;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Participant;
import org.entraide.people.word.Category;
import org.entraide.plan.introduce.DuePairs;
import org.entraide.plan.introduce.HoldBackEnd;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One campaign from its first answer to its last introduction, with the matcher and the rules of
 * holding back as the daemon has them: everybody is matched from their first answer, and of the
 * result only pairs that are due are introduced, for good.
 *
 * <p>The daemon looks every five minutes, as it does in a quiet campaign. It matches only where
 * somebody's time ended or a helper came, which alone can make a pair due.
 */
@NullMarked
final class ArrivalSimulation {

  private static final long LOOKS = Duration.ofMinutes(5).toMillis();
  private static final double FAR_KM = 3;

  private final List<Arrival> arrivals;
  private final Map<String, Instant> ends = new HashMap<>();
  private final Map<String, Instant> answered = new HashMap<>();
  private final Map<String, Participant> people = new LinkedHashMap<>();
  private final TreeSet<Instant> looks = new TreeSet<>();
  private final Matcher matcher = new Matcher();
  private final Tally tally = new Tally();

  /** What is counted, of one campaign or of many. */
  static final class Tally {
    private long asking;
    private long helped;
    private long pairs;
    private long far;
    private double kilometres;
    private double hoursToHelp;
    private double hoursHeld;
    private double mostHeld;

    void add(Tally other) {
      asking += other.asking;
      helped += other.helped;
      pairs += other.pairs;
      far += other.far;
      kilometres += other.kilometres;
      hoursToHelp += other.hoursToHelp;
      hoursHeld += other.hoursHeld;
      mostHeld = Math.max(mostHeld, other.mostHeld);
    }

    /** Of introductions that need presence. */
    double meanKm() {
      return kilometres / pairs;
    }

    double farShare() {
      return (double) far / pairs;
    }

    /** Of people who asked. */
    double unhelpedShare() {
      return 1 - (double) helped / asking;
    }

    /** From the first answer to the first introduction, of those who were introduced. */
    double meanHours() {
      return hoursToHelp / helped;
    }

    /** From the first answer to the first possible introduction. */
    double meanHeld() {
      return hoursHeld / asking;
    }

    double mostHeld() {
      return mostHeld;
    }
  }

  private ArrivalSimulation(List<Arrival> arrivals, HoldBack time) {
    this.arrivals = arrivals;
    HoldBackEnd end = new HoldBackEnd(time, arrivals.stream().map(Arrival::at).toList());
    for (Arrival it : arrivals) {
      answered.put(it.who().ref(), it.at());
      if (it.who().needs().isEmpty()) {
        looks.add(look(it.at()));
      } else {
        Instant until = end.of(it.at());
        ends.put(it.who().ref(), until);
        looks.add(look(until));
        double held = hours(it.at(), until);
        tally.asking++;
        tally.hoursHeld += held;
        tally.mostHeld = Math.max(tally.mostHeld, held);
      }
    }
  }

  static Tally run(List<Arrival> arrivals, HoldBack time) {
    return new ArrivalSimulation(arrivals, time).run();
  }

  private Tally run() {
    int next = 0;
    for (Instant now : looks) {
      for (; next < arrivals.size() && !arrivals.get(next).at().isAfter(now); next++) {
        Participant who = arrivals.get(next).who();
        people.put(who.ref(), who);
      }
      introduce(now);
    }
    return tally;
  }

  private void introduce(Instant now) {
    Map<String, Instant> waiting = new HashMap<>();
    boolean anybodyIsDue = false;
    for (Participant it : people.values()) {
      Instant end = ends.get(it.ref());
      if (end != null && now.isBefore(end)) {
        waiting.put(it.ref(), end);
      } else {
        anybodyIsDue |= end != null;
      }
    }
    if (anybodyIsDue) {
      Instance instance =
          new Instance(List.copyOf(people.values()), List.of(), MatchSettings.DEFAULT);
      for (Assignment it :
          new ArrayList<>(
              DuePairs.of(matcher.match(instance), waiting, Map.of(), List.of()).introduced())) {
        introduce(it, now);
      }
    }
  }

  private void introduce(Assignment pair, Instant now) {
    Double km = pair.cautiousKm();
    if (km != null && pair.needs().stream().anyMatch(need -> !need.remote())) {
      tally.pairs++;
      tally.kilometres += km;
      tally.far += km > FAR_KM ? 1 : 0;
    }
    Instant first = answered.remove(pair.person());
    if (first != null) {
      tally.helped++;
      tally.hoursToHelp += hours(first, now);
    }
    people.computeIfPresent(pair.person(), (ref, it) -> without(it, pair));
    people.computeIfPresent(
        pair.helper(),
        (ref, it) ->
            it.capacity() == 1
                ? null
                : Arrivals.with(it, since(it), it.needs(), it.capacity() - 1));
  }

  /** Who still needs something. */
  private static @Nullable Participant without(Participant it, Assignment pair) {
    EnumSet<Category> open = EnumSet.copyOf(it.needs());
    open.removeAll(pair.needs());
    return open.isEmpty() ? null : Arrivals.with(it, since(it), open, it.capacity());
  }

  private static LocalDate since(Participant it) {
    return Objects.requireNonNull(it.since());
  }

  /** When the daemon next looks. */
  private static Instant look(Instant at) {
    return Instant.ofEpochMilli((at.toEpochMilli() + LOOKS - 1) / LOOKS * LOOKS);
  }

  private static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 3_600_000.0;
  }
}
