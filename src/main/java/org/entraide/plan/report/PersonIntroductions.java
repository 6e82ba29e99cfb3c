package org.entraide.plan.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.match.model.Assignment;
import org.entraide.people.word.Category;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.Status;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.jspecify.annotations.Nullable;

/** The introductions and proposals of each person, and what the person's row says of them. */
final class PersonIntroductions {

  /** Rows must say the same thing in the same order whatever order introductions come in. */
  private static final Comparator<Introduction> OLDEST_FIRST =
      Comparator.comparing(Introduction::begunAt).thenComparing(Introduction::ref);

  private final Map<String, List<Introduction>> introductions = new HashMap<>();
  private final Map<String, List<Proposal>> proposals = new HashMap<>();

  PersonIntroductions(Collection<Introduction> introductions, List<Proposal> proposals) {
    for (Introduction i : introductions.stream().sorted(OLDEST_FIRST).toList()) {
      this.introductions.computeIfAbsent(i.person(), r -> new ArrayList<>()).add(i);
      this.introductions.computeIfAbsent(i.helper(), r -> new ArrayList<>()).add(i);
    }
    for (Proposal p : proposals) {
      this.proposals.computeIfAbsent(p.assignment().person(), r -> new ArrayList<>()).add(p);
      this.proposals.computeIfAbsent(p.assignment().helper(), r -> new ArrayList<>()).add(p);
    }
  }

  List<Introduction> of(String ref) {
    return introductions.getOrDefault(ref, List.of());
  }

  private List<Proposal> proposals(String ref) {
    return proposals.getOrDefault(ref, List.of());
  }

  boolean has(String ref, State state) {
    return of(ref).stream().anyMatch(i -> i.state() == state);
  }

  boolean isProposed(String ref) {
    return proposals.containsKey(ref);
  }

  boolean isIntroduced(String ref) {
    return holdingCapacity(ref).findAny().isPresent();
  }

  /** How many people somebody helps. */
  long helped(String ref) {
    return holdingCapacity(ref).filter(i -> i.helper().equals(ref)).count();
  }

  private Stream<Introduction> holdingCapacity(String ref) {
    return of(ref).stream().filter(i -> i.state().holdsCapacity());
  }

  /** A pin that stays in its cell after it was followed is not refused. */
  boolean areTogether(String ref, String other) {
    return holdingCapacity(ref).anyMatch(i -> other(i, ref).equals(other))
        || proposals(ref).stream()
            .map(Proposal::assignment)
            .anyMatch(a -> a.person().equals(other) || a.helper().equals(other));
  }

  List<Message> counterparts(String ref) {
    List<Message> counterparts = new ArrayList<>();
    holdingCapacity(ref)
        .filter(i -> !other(i, ref).equals(ref))
        .forEach(i -> counterparts.add(counterpart(other(i, ref), i.needs(), i.distanceKm())));
    for (Proposal p : proposals(ref)) {
      Assignment a = p.assignment();
      counterparts.add(counterpart(other(p, ref), a.needs(), a.cautiousKm()));
    }
    return counterparts;
  }

  private static Message counterpart(String ref, Set<Category> needs, @Nullable Double km) {
    if (needs.stream().allMatch(Category::remote)) {
      return Message.of("introduced.remote").with("ref", new PersonReference(ref));
    }
    return km == null
        ? Message.of("introduced.somewhere").with("ref", new PersonReference(ref))
        : Message.of("introduced.near").with("ref", new PersonReference(ref)).with("km", km);
  }

  private static String other(Introduction i, String ref) {
    return i.person().equals(ref) ? i.helper() : i.person();
  }

  /** What a row says of each of them, or shortly of all where there are several. */
  List<Message> dealings(String ref, int mostWaitingDrafts) {
    List<Message> sentences = new ArrayList<>();
    for (Introduction i : of(ref)) {
      dealing(i, ref).ifPresent(sentences::add);
    }
    for (Proposal p : proposals(ref)) {
      boolean needs = p.assignment().person().equals(ref);
      sentences.add(
          about("explain.proposed." + side(needs), p.assignment().needs(), other(p, ref)));
    }
    List<Message> all = new ArrayList<>();
    if (sentences.size() > 1) {
      all.add(new SeveralIntroductions(ref, of(ref), proposals(ref)).message());
    } else {
      all.addAll(sentences);
    }
    for (Introduction i : of(ref)) {
      if (i.state() == State.PREPARING && i.has(IntroductionFlag.TO_RING)) {
        all.add(ring(other(i, ref)));
      }
    }
    for (Proposal p : proposals(ref)) {
      if (p.waits() == Proposal.Wait.NO_MAIL) {
        all.add(ring(other(p, ref)));
      } else if (!p.isDue()) {
        all.add(
            Message.of("explain.proposed." + p.waits().name().toLowerCase(Locale.ROOT))
                .with("max", mostWaitingDrafts));
      }
    }
    return all;
  }

  private static Message ring(String other) {
    return Message.of("explain.proposed.no_mail").with("other", new PersonReference(other));
  }

  private static String other(Proposal p, String ref) {
    Assignment a = p.assignment();
    return a.person().equals(ref) ? a.helper() : a.person();
  }

  private static Optional<Message> dealing(Introduction i, String ref) {
    String side = side(i.person().equals(ref));
    String key =
        switch (i.state()) {
          case PREPARING ->
              (i.has(IntroductionFlag.TO_RING) ? "explain.ringing." : "explain.preparing.") + side;
          case DRAFTED -> "explain.draft_ready." + side;
          case SENT ->
              (i.has(IntroductionFlag.BY_HAND) ? "explain.byhand." : "explain.sent.") + side;
          case BOUNCED -> "explain.bounced";
          case ACCEPTED -> "explain.accepted." + side;
          case DONE -> "explain.done";
          case DECLINED, NO_ANSWER, DISCARDED, WITHDRAWN -> "";
        };
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(about(key, i.needs(), other(i, ref)).with("ref", i.ref()));
  }

  private static String side(boolean needs) {
    return needs ? "person" : "helper";
  }

  private static Message about(String key, Set<Category> needs, String other) {
    return Message.of(key)
        .with("needs", NeedWords.of(needs))
        .with("other", new PersonReference(other));
  }

  /** Whom to warn of two who know of each other; once the outcome is noted, nobody. */
  List<Message> warnings(LocatedPerson located) {
    boolean barred = located.instructions().status().filter(Status.BARRED::equals).isPresent();
    List<Introduction> met =
        of(located.ref()).stream().filter(Introduction::withdrawnAfterMeeting).toList();
    if (met.size() > 1) {
      String key = barred ? "explain.warn.several.others" : "explain.warn.several.person";
      return List.of(
          Message.of(key)
              .with("refs", met.stream().map(Introduction::ref).toList())
              .with("others", others(met, located.ref())));
    }
    return met.stream()
        .map(
            i ->
                Message.of(warning(barred, i.withdrawnAfterSending()))
                    .with("ref", i.ref())
                    .with("other", new PersonReference(other(i, located.ref()))))
        .toList();
  }

  private static List<PersonReference> others(List<Introduction> introductions, String ref) {
    return introductions.stream()
        .map(i -> other(i, ref))
        .distinct()
        .map(PersonReference::new)
        .toList();
  }

  private static String warning(boolean barred, boolean sent) {
    if (!barred) {
      return "explain.warn.person";
    }
    return sent ? "explain.warn.other" : "explain.warn.other.agreed";
  }
}
