package org.entraide.match.state;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.match.model.Availability;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.PairRule.Kind;
import org.entraide.match.model.Participant;
import org.entraide.match.model.RefusedPin;
import org.entraide.match.model.RefusedPin.RefusalReason;
import org.entraide.people.word.Category;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The rules of matching as they are written, without a thought for speed: the state at some moment,
 * and what the rules say about it. It knows nothing of the code under test but its records, and the
 * hash that orders pins.
 */
@NullMarked
public final class PlainReading {

  public record Pair(String person, String helper) {}

  public final Map<String, Participant> people = new TreeMap<>();
  public final Map<String, EnumSet<Category>> open = new HashMap<>();
  public final Map<String, Integer> free = new HashMap<>();
  public final Map<String, Integer> groupFree = new HashMap<>();
  public final Map<String, Integer> standing = new HashMap<>();
  final Set<Pair> tried = new HashSet<>();
  final Set<Pair> apart = new HashSet<>();
  public final Map<Pair, EnumSet<Category>> pins = new HashMap<>();
  public final List<RefusedPin> refused = new ArrayList<>();
  private final MatchSettings settings;

  /** The state before the first round of the matcher. */
  public PlainReading(Instance instance) {
    settings = instance.settings();
    groupFree.putAll(instance.groups());
    for (Participant person : instance.participants()) {
      people.put(person.ref(), person);
      open.put(person.ref(), copy(person.needs()));
      free.put(person.ref(), person.capacity());
    }
    List<PairRule> rules = new ArrayList<>(instance.rules());
    rules.sort(
        Comparator.comparing((PairRule rule) -> rule.needs().isEmpty())
            .thenComparing(PairRule::kind)
            .thenComparing(PairRule::person, this::inOrder)
            .thenComparing(PairRule::helper, this::inOrder)
            .thenComparingInt(rule -> NeedMask.mask(rule.needs())));
    Set<Kind> standing = EnumSet.of(Kind.STANDING, Kind.STANDING_OPEN);
    rules.stream().filter(r -> standing.contains(r.kind())).forEach(this::stand);
    for (PairRule rule : rules) {
      if (rule.kind() == Kind.TRIED) {
        tried.add(new Pair(rule.person(), rule.helper()));
      } else if (rule.kind() == Kind.FORBIDDEN) {
        apart.add(new Pair(rule.person(), rule.helper()));
        apart.add(new Pair(rule.helper(), rule.person()));
      }
    }
    Set<Kind> pinned = EnumSet.of(Kind.PINNED, Kind.PINNED_EITHER_WAY);
    rules.stream().filter(r -> pinned.contains(r.kind())).forEach(this::pin);
  }

  public MatchSettings settings() {
    return settings;
  }

  private static EnumSet<Category> copy(Set<Category> set) {
    EnumSet<Category> copy = EnumSet.noneOf(Category.class);
    copy.addAll(set);
    return copy;
  }

  static EnumSet<Category> common(Set<Category> one, Set<Category> other) {
    EnumSet<Category> common = copy(one);
    common.retainAll(other);
    return common;
  }

  private int inOrder(String one, String other) {
    Participant first = people.get(one);
    Participant second = people.get(other);
    if (first == null || second == null) {
      return Boolean.compare(first != null, second != null);
    }
    return Comparator.comparing(
            Participant::since, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
        .thenComparing(p -> StableHash.of(p.ref()))
        .compare(first, second);
  }

  private void stand(PairRule rule) {
    Participant person = people.get(rule.person());
    Participant helper = people.get(rule.helper());
    boolean first = tried.add(new Pair(rule.person(), rule.helper()));
    if (helper != null && first) {
      takePlace(helper.ref());
      standing.merge(helper.ref(), 1, Integer::sum);
    }
    boolean open = rule.kind() == Kind.STANDING_OPEN;
    if (person == null || open || (rule.needs().isEmpty() && !first)) {
      return;
    }
    Set<Category> covers = rule.needs();
    if (covers.isEmpty()) {
      covers = helper == null ? Set.of() : common(openOf(person.ref()), helper.offers());
    }
    openOf(person.ref()).removeAll(covers.isEmpty() ? copy(openOf(person.ref())) : covers);
  }

  private void takePlace(String helper) {
    free.merge(helper, -1, Integer::sum);
    String group = limitedGroup(get(helper));
    if (group != null) {
      groupFree.merge(group, -1, Integer::sum);
    }
  }

  /** The group of a helper if it has a limit. */
  public @Nullable String limitedGroup(Participant helper) {
    String group = helper.group();
    return group != null && groupFree.containsKey(group) ? group : null;
  }

  /** Whether the group of a helper, if it has a limit, has room. */
  public boolean groupHasRoom(Participant helper) {
    String group = limitedGroup(helper);
    return group == null || groupFree.getOrDefault(group, 0) > 0;
  }

  public EnumSet<Category> openOf(String ref) {
    return open.getOrDefault(ref, EnumSet.noneOf(Category.class));
  }

  public Participant get(String ref) {
    return Objects.requireNonNull(people.get(ref));
  }

  private void pin(PairRule rule) {
    RefusalReason why = refusalOf(rule.person(), rule.helper());
    if (why == null) {
      why =
          rule.kind() == Kind.PINNED
              ? pin(rule.person(), rule.helper(), rule.needs())
              : pinEitherWay(rule.person(), rule.helper(), rule.needs());
    }
    if (why != null) {
      refused.add(new RefusedPin(rule.person(), rule.helper(), why));
    }
  }

  private @Nullable RefusalReason refusalOf(String person, String helper) {
    if (person.equals(helper)) {
      return RefusalReason.SAME_PERSON;
    }
    if (!people.containsKey(person) || !people.containsKey(helper)) {
      return RefusalReason.UNKNOWN;
    }
    if (get(person).availability() == Availability.AWAY
        || get(helper).availability() == Availability.AWAY) {
      return RefusalReason.AWAY;
    }
    return apart.contains(new Pair(person, helper)) ? RefusalReason.KEPT_APART : null;
  }

  private @Nullable RefusalReason pinEitherWay(String row, String named, Set<Category> needs) {
    boolean helped = !common(openOf(row), get(named).offers()).isEmpty();
    boolean helps = !common(openOf(named), get(row).offers()).isEmpty();
    if (helped || tried.contains(new Pair(row, named))) {
      return pin(row, named, needs);
    }
    if (helps || tried.contains(new Pair(named, row)) || openOf(row).isEmpty()) {
      return pin(named, row, needs);
    }
    return pin(row, named, needs);
  }

  private @Nullable RefusalReason pin(String person, String helper, Set<Category> needs) {
    Pair pair = new Pair(person, helper);
    EnumSet<Category> covers =
        common(openOf(person), needs.isEmpty() ? get(helper).offers() : needs);
    if (pins.containsKey(pair)) {
      pins.get(pair).addAll(covers);
      openOf(person).removeAll(covers);
      return null;
    }
    if (tried.contains(pair)) {
      return RefusalReason.ALREADY_INTRODUCED;
    }
    if (covers.isEmpty() && needs.isEmpty()) {
      covers.addAll(openOf(person));
    }
    if (covers.isEmpty()) {
      return RefusalReason.NOTHING_OPEN;
    }
    pins.put(pair, covers);
    introduce(person, helper, covers);
    return null;
  }

  public void introduce(String person, String helper, Set<Category> needs) {
    openOf(person).removeAll(needs);
    takePlace(helper);
    tried.add(new Pair(person, helper));
  }

  /** What the pair covers; empty if it is not acceptable. */
  public EnumSet<Category> covered(Participant p, Participant h) {
    EnumSet<Category> covered = common(openOf(p.ref()), h.offers());
    covered.removeIf(
        need ->
            need.byHand()
                || (!need.remote() && !near(p, h))
                || (settings.checkedOnly().contains(need) && !h.checked()));
    boolean both = p.availability() == Availability.OPEN && h.availability() == Availability.OPEN;
    if (p.equals(h) || !both || isApart(p, h) || !canTalk(p, h)) {
      covered.clear();
    }
    return covered;
  }

  public boolean isApart(Participant p, Participant h) {
    Pair pair = new Pair(p.ref(), h.ref());
    return tried.contains(pair) || apart.contains(pair) || shareContact(p, h);
  }

  public static boolean shareContact(Participant p, Participant h) {
    return p.contacts().stream().anyMatch(h.contacts()::contains);
  }

  public static boolean canTalk(Participant p, Participant h) {
    return p.languages().isEmpty()
        || h.languages().isEmpty()
        || p.languages().stream().anyMatch(h.languages()::contains);
  }

  public boolean placed(Participant p) {
    return p.point() != null && p.uncertaintyKm() <= settings.maxUncertaintyKm();
  }

  public double limitKm(Participant h) {
    Double radius = h.radiusKm();
    return Math.min(radius == null ? Double.POSITIVE_INFINITY : radius, settings.maxKm());
  }

  public boolean near(Participant p, Participant h) {
    return placed(p) && placed(h) && km(p, h) <= limitKm(h);
  }

  public static double km(Participant p, Participant h) {
    if (p.point() == null || h.point() == null) {
      throw new IllegalArgumentException();
    }
    return p.point().kmTo(h.point());
  }

  public @Nullable Double cautiousKm(Participant p, Participant h) {
    return placed(p) && placed(h)
        ? Math.max(km(p, h), Math.max(p.uncertaintyKm(), h.uncertaintyKm()))
        : null;
  }

  /** The band as it counts for the helper: not at all in a group with a limit. */
  public int helperBand(Participant h, int band) {
    return limitedGroup(h) == null ? band : 0;
  }

  public int band(Participant p, Participant h, Set<Category> covered) {
    if (covered.stream().allMatch(Category::remote)) {
      return 0;
    }
    Double km = cautiousKm(p, h);
    int band = 0;
    for (double limit : settings.bandsKm()) {
      if (km != null && km <= limit) {
        return band;
      }
      band++;
    }
    return band;
  }

  /** Negative if every helper prefers the first, whatever the bands. */
  public static int compare(Participant one, Participant other) {
    if (one.priority() != other.priority()) {
      return one.priority() > other.priority() ? -1 : 1;
    }
    return week(one).compareTo(week(other));
  }

  private static LocalDate week(Participant p) {
    LocalDate since = p.since();
    return since == null
        ? LocalDate.MAX
        : since.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
