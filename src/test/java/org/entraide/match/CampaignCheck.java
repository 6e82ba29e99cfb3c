package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Availability;
import org.entraide.match.model.Instance;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.match.model.Participant;
import org.entraide.match.model.RoundReport;
import org.entraide.match.state.PlainReading;
import org.entraide.match.state.PlainReading.Pair;
import org.entraide.people.word.Category;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Holds a matching against the {@link PlainReading}, round by round. */
@NullMarked
public final class CampaignCheck {

  private final String name;
  private final Matching matching;
  private final PlainReading now;

  /** Open needs at the start of each round. */
  private final List<Map<String, EnumSet<Category>>> starts = new ArrayList<>();

  private CampaignCheck(String name, Instance instance, Matching matching) {
    this.name = name;
    this.matching = matching;
    now = new PlainReading(instance);
  }

  public static void check(String name, Instance instance, Matching matching) {
    CampaignCheck check = new CampaignCheck(name, instance, matching);
    check.pins();
    check.starts.add(Map.of());
    for (RoundReport report : matching.rounds()) {
      check.starts.add(check.openNow());
      check.round(report);
    }
    check.nothingIsLeft();
    check.reasons();
  }

  private List<Assignment> of(int round) {
    return matching.assignments().stream().filter(it -> it.round() == round).toList();
  }

  private void pins() {
    Map<Pair, Set<Category>> made = new HashMap<>();
    of(0).forEach(it -> made.put(new Pair(it.person(), it.helper()), it.needs()));
    assertThat(made).as(name).isEqualTo(now.pins);
    assertThat(matching.refusedPins()).as(name).containsExactlyInAnyOrderElementsOf(now.refused);
    of(0).forEach(this::numbers);
  }

  private void numbers(Assignment it) {
    Participant p = now.get(it.person());
    Participant h = now.get(it.helper());
    assertThat(it.cautiousKm()).as(name).isEqualTo(now.cautiousKm(p, h));
    assertThat(it.band()).as(name).isEqualTo(now.band(p, h, it.needs()));
  }

  private void round(RoundReport report) {
    List<Assignment> made = of(report.round());
    assertThat(made).as(name).hasSize(report.introductions()).isNotEmpty();
    assertThat(report.blockingPairs()).as(name).isZero();
    Map<String, Assignment> got = new HashMap<>();
    Map<String, List<Participant>> helped = new HashMap<>();
    for (Assignment it : made) {
      assertThat(got.put(it.person(), it)).as(name).isNull();
      helped.computeIfAbsent(it.helper(), h -> new ArrayList<>()).add(now.get(it.person()));
      assertThat(now.covered(now.get(it.person()), now.get(it.helper())))
          .as(name)
          .isEqualTo(it.needs())
          .isNotEmpty();
      numbers(it);
    }
    helped.forEach((h, them) -> assertThat(them.size()).as(name).isLessThanOrEqualTo(free(h)));
    Map<String, Integer> ofGroup = new HashMap<>();
    helped.forEach(
        (h, them) -> {
          String group = now.limitedGroup(now.get(h));
          if (group != null) {
            ofGroup.merge(group, them.size(), Integer::sum);
          }
        });
    ofGroup.forEach(
        (g, size) -> assertThat(size).as(name).isLessThanOrEqualTo(now.groupFree.get(g)));
    assertThat(blockingPairs(now, got)).as(name).isEmpty();
    made.forEach(it -> now.introduce(it.person(), it.helper(), it.needs()));
  }

  /** Returns the pairs that block a round, given who got whom in it. */
  public static Set<Pair> blockingPairs(PlainReading now, Map<String, Assignment> got) {
    Map<String, List<Participant>> helped = new HashMap<>();
    got.values()
        .forEach(
            it ->
                helped
                    .computeIfAbsent(it.helper(), h -> new ArrayList<>())
                    .add(now.get(it.person())));
    Set<Pair> blocking = new LinkedHashSet<>();
    for (Participant p : now.people.values()) {
      for (Participant h : now.people.values()) {
        if (blocks(now, p, h, got.get(p.ref()), helped)) {
          blocking.add(new Pair(p.ref(), h.ref()));
        }
      }
    }
    return blocking;
  }

  private static boolean blocks(
      PlainReading now,
      Participant p,
      Participant h,
      @Nullable Assignment own,
      Map<String, List<Participant>> helpedBy) {
    EnumSet<Category> covered = now.covered(p, h);
    if (covered.isEmpty()) {
      return false;
    }
    int band = now.band(p, h, covered);
    boolean wants =
        own == null
            || covered.size() > own.needs().size()
            || (covered.size() == own.needs().size() && band < own.band());
    return wants && takes(now, p, h, own, helpedBy);
  }

  private static boolean takes(
      PlainReading now,
      Participant p,
      Participant h,
      @Nullable Assignment own,
      Map<String, List<Participant>> helpedBy) {
    List<Participant> helped = helpedBy.getOrDefault(h.ref(), List.of());
    int band = now.helperBand(h, now.band(p, h, now.covered(p, h)));
    if (helped.size() >= now.free.getOrDefault(h.ref(), 0)) {
      return helped.stream()
          .anyMatch(
              other -> {
                int order = PlainReading.compare(p, other);
                int theirs = now.helperBand(h, now.band(other, h, now.covered(other, h)));
                return order < 0 || (order == 0 && band < theirs);
              });
    }
    String group = now.limitedGroup(h);
    List<Participant> inGroup = new ArrayList<>();
    helpedBy.forEach(
        (ref, them) -> {
          if (group != null && group.equals(now.limitedGroup(now.get(ref)))) {
            inGroup.addAll(them);
          }
        });
    return group == null
        || inGroup.size() < now.groupFree.getOrDefault(group, 0)
        || (own != null && group.equals(now.limitedGroup(now.get(own.helper()))))
        || inGroup.stream().anyMatch(other -> PlainReading.compare(p, other) < 0);
  }

  private int free(String helper) {
    return now.free.getOrDefault(helper, 0);
  }

  private boolean hasRoom(Participant h) {
    return free(h.ref()) > 0 && now.groupHasRoom(h);
  }

  private void nothingIsLeft() {
    List<Pair> left = new ArrayList<>();
    for (Participant p : now.people.values()) {
      for (Participant h : now.people.values()) {
        if (hasRoom(h) && !now.covered(p, h).isEmpty()) {
          left.add(new Pair(p.ref(), h.ref()));
        }
      }
    }
    assertThat(left).as(name).isEmpty();
  }

  private Map<String, EnumSet<Category>> openNow() {
    Map<String, EnumSet<Category>> copy = new HashMap<>();
    now.open.forEach((ref, needs) -> copy.put(ref, EnumSet.copyOf(needs)));
    return copy;
  }

  private void reasons() {
    Map<String, List<OpenReason>> expected = new TreeMap<>();
    for (Participant p : now.people.values()) {
      if (p.availability() == Availability.OPEN && !now.openOf(p.ref()).isEmpty()) {
        expected.put(p.ref(), reasons(p));
      }
    }
    assertThat(matching.reasons()).as(name).isEqualTo(expected);
  }

  private List<OpenReason> reasons(Participant p) {
    Map<OpenNeedReason, EnumSet<Category>> needs = new TreeMap<>();
    Map<OpenNeedReason, Set<Participant>> removed = new HashMap<>();
    for (Category need : now.openOf(p.ref())) {
      List<Participant> left = new ArrayList<>(now.people.values());
      left.removeIf(h -> h.equals(p) || h.availability() != Availability.OPEN);
      for (OpenNeedReason filter : OpenNeedReason.values()) {
        List<Participant> stopped = left.stream().filter(h -> stops(filter, need, p, h)).toList();
        left.removeAll(stopped);
        if (left.isEmpty() && (filter != OpenNeedReason.BY_HAND || need.byHand())) {
          boolean told = filter.compareTo(OpenNeedReason.NOBODY_OFFERS) > 0;
          needs.computeIfAbsent(filter, r -> EnumSet.noneOf(Category.class)).add(need);
          removed
              .computeIfAbsent(filter, r -> new LinkedHashSet<>())
              .addAll(told ? stopped : List.of());
          break;
        }
      }
    }
    List<OpenReason> reasons = new ArrayList<>();
    needs.forEach(
        (reason, those) ->
            reasons.add(told(p, reason, those, removed.getOrDefault(reason, Set.of()))));
    return reasons;
  }

  private boolean stops(OpenNeedReason filter, Category need, Participant p, Participant h) {
    return switch (filter) {
      case BY_HAND -> need.byHand();
      case NOBODY_OFFERS -> !h.offers().contains(need);
      case TRIED -> now.isApart(p, h);
      case NOT_CHECKED -> matchingChecks(need) && !h.checked();
      case LANGUAGE -> !PlainReading.canTalk(p, h);
      case PLACE_UNKNOWN -> !need.remote() && !(now.placed(p) && now.placed(h));
      case TOO_FAR -> !need.remote() && !now.near(p, h);
      case FULL -> !hasRoom(h);
    };
  }

  private boolean matchingChecks(Category need) {
    return now.settings().checkedOnly().contains(need);
  }

  private OpenReason told(
      Participant p, OpenNeedReason reason, Set<Category> needs, Set<Participant> removed) {
    Double nearest = null;
    Double limit = null;
    int preferring = 0;
    int sharing = 0;
    int groupsFull = 0;
    for (Participant h : removed) {
      if (reason == OpenNeedReason.TRIED && PlainReading.shareContact(p, h)) {
        sharing++;
      }
      if (reason == OpenNeedReason.FULL) {
        preferring += prefersAll(h, p) ? 1 : 0;
        groupsFull += free(h.ref()) > 0 ? 1 : 0;
      }
      if (reason == OpenNeedReason.TOO_FAR) {
        double km = PlainReading.km(p, h);
        if (nearest == null || limit == null || km < nearest) {
          nearest = km;
          limit = now.limitKm(h);
        } else if (km == nearest) {
          limit = Math.max(limit, now.limitKm(h));
        }
      }
    }
    return new OpenReason(
        needs, reason, removed.size(), nearest, limit, preferring, sharing, groupsFull);
  }

  private boolean prefersAll(Participant h, Participant p) {
    Set<String> who = new LinkedHashSet<>(Set.of(h.ref()));
    if (free(h.ref()) > 0) { // its group is full
      now.people.values().stream()
          .filter(it -> Objects.equals(now.limitedGroup(it), now.limitedGroup(h)))
          .forEach(it -> who.add(it.ref()));
    }
    List<Assignment> seats =
        matching.assignments().stream().filter(it -> who.contains(it.helper())).toList();
    boolean some =
        !seats.isEmpty() || who.stream().anyMatch(it -> now.standing.getOrDefault(it, 0) > 0);
    return some
        && seats.stream()
            .allMatch(
                seat ->
                    seat.round() == 0
                        || of(seat.round()).stream().anyMatch(it -> it.person().equals(p.ref()))
                        || prefers(h, seat, p));
  }

  private boolean prefers(Participant h, Assignment seat, Participant p) {
    int order = PlainReading.compare(now.get(seat.person()), p);
    EnumSet<Category> after = now.openOf(p.ref());
    now.open.put(p.ref(), starts.get(seat.round()).getOrDefault(p.ref(), after));
    int band = now.band(p, h, now.covered(p, h));
    now.open.put(p.ref(), after);
    return order < 0 || (order == 0 && now.helperBand(h, seat.band()) < now.helperBand(h, band));
  }
}
