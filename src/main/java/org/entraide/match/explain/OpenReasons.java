package org.entraide.match.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.entraide.match.geometry.NearbyHelpers;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.match.state.NeedMask;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.PeopleColumns;
import org.entraide.place.GeoPoint;
import org.entraide.progress.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reason of every open need.
 *
 * <p>For one need, each helper who takes part and offers it falls at the first filter of {@link
 * Reason} that stops them. The filter that removed the last of all is the latest at which anybody
 * falls: that is the reason of the need. Needs of one person with the same reason are given
 * together, and a helper who falls at that filter for several of them is counted once.
 *
 * <p>The filters look at the state after the last round; a helper who passes all others would have
 * been proposed if they had room, so {@link OpenNeedReason#FULL} stops the rest.
 *
 * <p>Helpers are counted by {@link HelperKinds}; one by one only those in reach and those with whom
 * the person has a history. Where everybody gave the name of a town, thousands are in one place and
 * have the same helpers in reach: the result of one of them is used for their equals.
 */
@SuppressWarnings("EnumOrdinal") // the order of the reasons is their meaning
public final class OpenReasons {

  private static final OpenNeedReason[] REASONS = OpenNeedReason.values();

  /** How many people one processor works on, one after the other. */
  private static final int PART = 1 << 11;

  /** From so many helpers in reach on, the answer is remembered. */
  private static final int MANY = 64;

  /** What decides for people without any history. */
  private record Question(
      @Nullable GeoPoint place, int open, int languages, int priorityRank, int leastBand) {}

  private final PeopleColumns people;
  private final Pairing pairing;
  private final FinalAssignments held;
  private final HelperKinds kinds;
  private final NearbyHelpers nearby;
  private final OutrankedCounts outranked;
  private final boolean[] takesPart;
  private final Map<Question, List<OpenReason>> answers = new ConcurrentHashMap<>();

  private OpenReasons(PeopleColumns people, Pairing pairing, FinalAssignments held) {
    this.people = people;
    this.pairing = pairing;
    this.held = held;
    int[] helpers =
        IntStream.range(0, people.size())
            .filter(i -> people.isOpen(i) && people.offers(i) != 0)
            .toArray();
    takesPart = new boolean[people.size()];
    IntStream.of(helpers).forEach(h -> takesPart[h] = true);
    kinds = new HelperKinds(pairing, helpers);
    nearby = new NearbyHelpers(pairing, helpers);
    outranked = new OutrankedCounts(pairing, held, helpers);
  }

  /** Returns the reasons by reference, for those who are open to be matched. */
  public static Map<String, List<OpenReason>> of(
      PeopleColumns people, Pairing pairing, FinalAssignments held, Progress progress) {
    OpenReasons reasons = new OpenReasons(people, pairing, held);
    List<List<OpenReason>> reasonsOf =
        new ArrayList<>(Collections.nCopies(people.size(), List.of()));
    AtomicInteger done = new AtomicInteger();
    IntStream.rangeClosed(0, people.size() / PART)
        .parallel()
        .forEach(
            part -> {
              reasons.find(part * PART, Math.min((part + 1) * PART, people.size()), reasonsOf);
              progress.step("reasons", PART * (long) done.incrementAndGet(), people.size());
            });
    Map<String, List<OpenReason>> all = new LinkedHashMap<>();
    IntStream.range(0, people.size())
        .filter(person -> !reasonsOf.get(person).isEmpty())
        .boxed()
        .sorted(Comparator.comparing(people::ref))
        .forEachOrdered(person -> all.put(people.ref(person), reasonsOf.get(person)));
    return Collections.unmodifiableMap(all);
  }

  private void find(int begin, int end, List<List<OpenReason>> reasonsOf) {
    Near near = new Near();
    for (int person = begin; person < end; person++) {
      if (people.isOpen(person) && pairing.state().openNeeds(person) != 0) {
        reasonsOf.set(person, of(person, near));
      }
    }
  }

  private List<OpenReason> of(int person, Near near) {
    int sought = pairing.state().sought(person);
    int[] history =
        IntStream.of(pairing.state().apartFrom(person))
            .filter(h -> takesPart[h] && h != person)
            .toArray();
    int[] without = takesPart[person] ? plus(history, person) : history;
    if (without.length > 0 || held.introduced(person) != 0) {
      near.collect(person, sought | held.introduced(person), without);
      return list(person, near, history, without);
    }
    Question question =
        new Question(
            people.place(person),
            pairing.state().openNeeds(person),
            people.languageKind(person),
            pairing.priorityRank(person),
            pairing.leastBand(person));
    List<OpenReason> reasons = answers.get(question);
    if (reasons == null) {
      near.collect(person, sought, without);
      reasons = list(person, near, history, without);
      if (near.size > MANY) {
        answers.put(question, reasons);
      }
    }
    return reasons;
  }

  private List<OpenReason> list(int person, Near near, int[] history, int[] without) {
    int[] needsOf = new int[REASONS.length];
    needsOf[OpenNeedReason.BY_HAND.ordinal()] =
        pairing.state().openNeeds(person) & NeedMask.BY_HAND;
    for (int rest = pairing.state().sought(person); rest != 0; rest &= rest - 1) {
      int need = Integer.lowestOneBit(rest);
      needsOf[reason(person, need, near, history, without).ordinal()] |= need;
    }
    List<OpenReason> list = new ArrayList<>();
    for (OpenNeedReason reason : REASONS) {
      int needs = needsOf[reason.ordinal()];
      if (needs != 0) {
        list.add(openReason(person, needs, reason, near, history, without));
      }
    }
    return List.copyOf(list);
  }

  private static int[] plus(int[] some, int one) {
    int[] more = Arrays.copyOf(some, some.length + 1);
    more[some.length] = one;
    return more;
  }

  /** The helpers in reach to whom a person could be introduced, for some of the needs. */
  private final class Near {
    private int[] helper = new int[16];
    private int size;

    void collect(int person, int needs, int[] without) {
      size = 0;
      if (!pairing.sphere().knows(person)) {
        return;
      }
      nearby.inReach(
          person,
          needs,
          h -> {
            if (people.shareLanguage(person, h) && !isAmong(h, without)) {
              helper = size == helper.length ? Arrays.copyOf(helper, 2 * size) : helper;
              helper[size++] = h;
            }
          });
    }

    boolean offers(int need) {
      for (int i = 0; i < size; i++) {
        if ((pairing.usableOffers(helper[i]) & need) != 0) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isAmong(int one, int[] some) {
    for (int other : some) {
      if (one == other) {
        return true;
      }
    }
    return false;
  }

  private OpenNeedReason reason(int person, int need, Near near, int[] history, int[] without) {
    int[] falls = kinds.falls(person, need).clone();
    for (int h : without) {
      if ((people.offers(h) & need) != 0) {
        falls[kinds.fall(person, h, need).ordinal()]--;
      }
    }
    if (falls[OpenNeedReason.FULL.ordinal()] == 0 && near.offers(need)) {
      return OpenNeedReason.FULL;
    }
    for (int at = REASONS.length - 1; at > OpenNeedReason.TRIED.ordinal(); at--) {
      if (falls[at] > 0) {
        return REASONS[at];
      }
    }
    boolean tried = IntStream.of(history).anyMatch(h -> (people.offers(h) & need) != 0);
    return tried ? OpenNeedReason.TRIED : OpenNeedReason.NOBODY_OFFERS;
  }

  private OpenReason openReason(
      int person, int needs, OpenNeedReason reason, Near near, int[] history, int[] without) {
    return switch (reason) {
      case BY_HAND, NOBODY_OFFERS -> openReason(needs, reason, 0);
      case TRIED -> tried(person, needs, history);
      case TOO_FAR -> tooFar(person, needs, without);
      case FULL -> full(person, needs, near, without);
      default -> openReason(needs, reason, count(person, needs, reason, without));
    };
  }

  private OpenReason tried(int person, int needs, int[] history) {
    int[] offering = IntStream.of(history).filter(h -> (people.offers(h) & needs) != 0).toArray();
    long sharing = IntStream.of(offering).filter(h -> people.shareContact(person, h)).count();
    return new OpenReason(
        NeedMask.set(needs),
        OpenNeedReason.TRIED,
        offering.length,
        null,
        null,
        0,
        (int) sharing,
        0);
  }

  private static OpenReason openReason(int needs, OpenNeedReason reason, int helpers) {
    return new OpenReason(NeedMask.set(needs), reason, helpers, null, null, 0);
  }

  private int count(int person, int needs, OpenNeedReason reason, int[] without) {
    int count = kinds.count(person, needs, reason);
    for (int h : without) {
      count -= kinds.falls(person, h, needs, reason) ? 1 : 0;
    }
    return count;
  }

  private OpenReason tooFar(int person, int needs, int[] without) {
    NearbyHelpers.Nearest nearest = nearby.nearest(person, needs, without);
    if (nearest == null) {
      throw new IllegalStateException("Somebody is too far, yet nobody is there.");
    }
    return new OpenReason(
        NeedMask.set(needs),
        OpenNeedReason.TOO_FAR,
        count(person, needs, OpenNeedReason.TOO_FAR, without),
        nearest.km(),
        nearest.limitKm(),
        0);
  }

  /** Those who offer a remote one of the needs, and those in reach who offer another. */
  private OpenReason full(int person, int needs, Near near, int[] without) {
    int[] worst = outranked.worst(person);
    int priorityRank = pairing.priorityRank(person);
    int remote = needs & NeedMask.REMOTE;
    int helpers = remote == 0 ? 0 : count(person, remote, OpenNeedReason.FULL, without);
    int preferring = remote == 0 ? 0 : outranked.count(person, remote);
    int groupsFull = remote == 0 ? 0 : kinds.countOfFullGroups(person, remote);
    for (int h : without) {
      boolean afar = isAfar(person, h, remote);
      preferring -= worst[h] < priorityRank && afar ? 1 : 0;
      groupsFull -= afar && pairing.state().onlyGroupIsFull(h) ? 1 : 0;
    }
    for (int i = 0; i < near.size; i++) {
      int offers = pairing.usableOffers(near.helper[i]);
      if ((offers & needs) != 0) {
        boolean counted = (offers & remote) != 0;
        helpers += counted ? 0 : 1;
        groupsFull += !counted && pairing.state().onlyGroupIsFull(near.helper[i]) ? 1 : 0;
        boolean better = worst[near.helper[i]] < priorityRank;
        boolean fair =
            better
                || (worst[near.helper[i]] == priorityRank && held.isFair(person, near.helper[i]));
        preferring += fair ? 1 : 0;
        preferring -= better && counted ? 1 : 0; // counted already
      }
    }
    return new OpenReason(
        NeedMask.set(needs), OpenNeedReason.FULL, helpers, null, null, preferring, 0, groupsFull);
  }

  private boolean isAfar(int person, int helper, int remote) {
    return (pairing.usableOffers(helper) & remote) != 0 && people.shareLanguage(person, helper);
  }
}
