package org.entraide.plan.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.match.explain.Comparison;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.OpenReason;
import org.entraide.people.identity.PersonIdentities.RowOwner;
import org.entraide.people.profile.Profile;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.Category;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.MatchingInput;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.write.RowReport;
import org.entraide.plan.write.SentenceKind;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Explains at length why somebody has the introductions that they have, or none: by references and
 * numbers, never names, addresses, contacts or what somebody said of their health. Pure.
 */
public final class ExplanationText {

  private final Analysis analysis;

  public ExplanationText(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Explains a reference.
   *
   * @param code as {@link Reference#parse} returns it, of a person or of an introduction
   * @return a line each; empty if nobody and nothing is called so
   */
  public List<Message> of(String code) {
    Optional<LocatedPerson> person =
        analysis.people().values().stream()
            .filter(s -> s.ref().equals(code) || s.person().formerRefs().contains(code))
            .findFirst();
    if (person.isPresent()) {
      return person(person.get());
    }
    Introduction introduction = analysis.introductions().get(Reference.introduction(code));
    return introduction == null ? List.of() : introduction(introduction);
  }

  // ---- a person

  private List<Message> person(LocatedPerson located) {
    Reporter reporter =
        new Reporter(
            analysis.people(),
            analysis.terms(),
            analysis.mostWaitingDrafts(),
            analysis.matching(),
            analysis.introductions().values(),
            analysis.proposals(),
            analysis.wishesForAnother(),
            analysis.comparedUntil());
    RowReport report = reporter.report(located);
    List<Message> lines = new ArrayList<>();
    lines.add(
        Message.of("why.person").with("ref", located.ref()).with("status", report.status().word()));
    lines.add(place(located));
    lines.addAll(rows(located.ref()));
    lines.addAll(wishes(located));
    report.explanation().forEach(sentence -> lines.add(line(sentence)));
    for (OpenReason reason : analysis.matching().reasons().getOrDefault(located.ref(), List.of())) {
      numbers(reason).ifPresent(lines::add);
    }
    for (Introduction introduction : analysis.introductions().values()) {
      if (concerns(introduction, located.ref())) {
        lines.addAll(introduction(introduction));
      }
    }
    lines.addAll(questions(located.ref()));
    for (Proposal proposal : analysis.proposals()) {
      if (concerns(proposal.assignment(), located.ref())) {
        lines.addAll(proposal(proposal.assignment()));
      }
    }
    return lines;
  }

  /** How well the place is known: where it is, the sheet shows to those who may read it. */
  private static Message place(LocatedPerson located) {
    return located
        .place()
        .map(
            place ->
                Message.of("why.place")
                    .with("precision", Message.of("why.precision." + place.precision().key()))
                    .with("km", place.uncertaintyKm()))
        .orElse(Message.of("why.place.unknown"));
  }

  /** A sentence of the row by itself. */
  private static Message line(Message sentence) {
    if (isQuotation(sentence)) {
      return Message.of("why.in_the_row");
    }
    return SentenceKind.of(sentence) == SentenceKind.ACTION
        ? Message.of("explain.todo").with("actions", sentence)
        : sentence;
  }

  /**
   * Some sentences of the sheet repeat what somebody typed, which could be a name or an address.
   */
  private static boolean isQuotation(Message sentence) {
    Set<String> args = sentence.args().keySet();
    return sentence.key().startsWith("place.") || args.contains("typed") || args.contains("group");
  }

  private static boolean concerns(Introduction it, String ref) {
    return it.person().equals(ref) || it.helper().equals(ref);
  }

  private static boolean concerns(Assignment it, String ref) {
    return it.person().equals(ref) || it.helper().equals(ref);
  }

  /** Who is in the rows, and how that is known; people count rows from 1. */
  private List<Message> rows(String ref) {
    List<Message> lines = new ArrayList<>();
    for (RowOwner assigned : analysis.interpretation().assigned()) {
      if (assigned.ref().equals(ref)) {
        lines.add(
            Message.of(assigned.counts() ? "why.row.counts" : "why.row")
                .with("row", assigned.row() + 1)
                .with("evidence", assigned.evidence().message()));
      }
    }
    return lines;
  }

  private List<Message> wishes(LocatedPerson located) {
    Profile profile = located.person().profile();
    List<Message> lines = new ArrayList<>();
    if (!profile.needs().isEmpty()) {
      lines.add(Message.of("why.needs").with("needs", LetterComposer.needs(profile.needs())));
    }
    if (!profile.offers().isEmpty()) {
      long taken =
          analysis.introductions().values().stream()
              .filter(i -> i.helper().equals(located.ref()) && i.state().holdsCapacity())
              .count();
      lines.add(
          Message.of("why.offers")
              .with("needs", LetterComposer.needs(profile.offers()))
              .with("taken", taken)
              .with("capacity", MatchingInput.capacity(located, analysis.terms())));
    }
    return lines;
  }

  private static Optional<Message> numbers(OpenReason reason) {
    Message message =
        Message.of("why.numbers." + reason.reason().key())
            .with("needs", LetterComposer.needs(reason.needs()))
            .with("count", reason.helpers());
    Double nearest = reason.nearestKm();
    Double limit = reason.limitKm();
    return switch (reason.reason()) {
      case BY_HAND, NOBODY_OFFERS -> Optional.empty();
      case TRIED, NOT_CHECKED, LANGUAGE, PLACE_UNKNOWN -> Optional.of(message);
      case FULL -> Optional.of(message.with("preferring", reason.preferring()));
      case TOO_FAR ->
          nearest == null || limit == null
              ? Optional.empty()
              : Optional.of(message.with("km", nearest).with("limit", limit));
    };
  }

  /** What somebody was asked, the first question first. */
  private List<Message> questions(String ref) {
    List<Message> lines = new ArrayList<>();
    analysis.questions().stream()
        .filter(it -> analysis.interpretation().nowCalled(it.question().person()).equals(ref))
        .sorted(
            Comparator.comparing((Analysis.AskedQuestion it) -> it.question().begunAt())
                .thenComparing(it -> it.question().ref()))
        .forEach(
            it -> {
              Introduction question = analysis.interpretation().now(it.question());
              lines.add(
                  Message.of("why.question")
                      .with("ref", question.ref())
                      .with("state", Message.of(SheetVocabulary.stateKey(question.state()))));
              lines.addAll(LedgerWords.question(question, it.over(), it.waits(), false));
            });
    return lines;
  }

  // ---- a pair

  private List<Message> introduction(Introduction it) {
    List<Message> lines = new ArrayList<>();
    lines.add(
        pair("why.introduction", it.person(), it.helper(), it.needs())
            .with("ref", it.ref())
            .with("state", Message.of(SheetVocabulary.stateKey(it.state()))));
    lines.addAll(LedgerWords.explanation(it, false));
    if (wished(it.person(), it.helper())) {
      lines.add(Message.of("why.pin"));
    }
    boolean remote = it.needs().stream().allMatch(Category::remote);
    lines.add(distance(remote, it.distanceKm()));
    lines.addAll(standing(it.person(), it.helper(), it.needs()));
    return lines;
  }

  private List<Message> proposal(Assignment it) {
    List<Message> lines = new ArrayList<>();
    lines.add(pair("why.proposal", it.person(), it.helper(), it.needs()));
    lines.add(
        it.round() == 0
            ? Message.of("why.pin")
            : Message.of("why.round").with("round", it.round()));
    lines.add(distance(it.needs().stream().allMatch(Category::remote), it.cautiousKm()));
    lines.addAll(standing(it.person(), it.helper(), it.needs()));
    return lines;
  }

  private static Message pair(String key, String person, String helper, Set<Category> needs) {
    return Message.of(key)
        .with("person", person)
        .with("helper", helper)
        .with("needs", LetterComposer.needs(needs));
  }

  private boolean wished(String one, String other) {
    return asksFor(one, other) || asksFor(other, one);
  }

  private boolean asksFor(String one, String other) {
    LocatedPerson located = analysis.people().get(one);
    return located != null && located.instructions().with().contains(other);
  }

  private Message distance(boolean remote, @Nullable Double km) {
    if (remote) {
      return Message.of("why.distance.remote");
    }
    if (km == null) {
      return Message.of("why.distance.unknown");
    }
    List<Double> limits = analysis.terms().settings().bandsKm();
    long band = limits.stream().filter(limit -> limit < km).count();
    return band < limits.size()
        ? Message.of("why.distance")
            .with("km", km)
            .with("band", band)
            .with("limit", limits.get((int) band))
        : Message.of("why.distance.beyond").with("km", km).with("band", band);
  }

  /** How the pair compares today, for both, as if it had never been made. */
  private List<Message> standing(String person, String helper, Set<Category> needs) {
    EnumSet<Category> coveredNeeds = EnumSet.noneOf(Category.class);
    coveredNeeds.addAll(needs);
    return Comparison.of(analysis.instance(), person, helper, coveredNeeds)
        .map(
            it ->
                List.of(
                    Message.of("why.helpers")
                        .with("count", it.helpers())
                        .with("better", it.betterHelpers())
                        .with("equal", it.equalHelpers()),
                    Message.of("why.people")
                        .with("count", it.people())
                        .with("better", it.betterPeople())
                        .with("equal", it.equalPeople())))
        .orElse(List.of(Message.of("why.unacceptable")));
  }
}
