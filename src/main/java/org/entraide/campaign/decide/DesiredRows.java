package org.entraide.campaign.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entraide.people.identity.Absences;
import org.entraide.people.identity.PersonIdentities.RowOwner;
import org.entraide.people.profile.Profile;
import org.entraide.people.word.Consent;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.introduce.LedgerDays;
import org.entraide.plan.introduce.QuestionRule;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.Status;
import org.entraide.plan.letter.LetterPhone;
import org.entraide.plan.report.LedgerWords;
import org.entraide.plan.report.Reporter;
import org.entraide.plan.write.CellPlanner.WantedRow;
import org.entraide.plan.write.LedgerPlanner.WantedEntry;
import org.entraide.plan.write.RowReport;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/** What every row and every entry should say. */
final class DesiredRows {

  /**
   * What all rows should say.
   *
   * @param people of the rows of answers
   * @param entries of the ledger, by reference
   */
  record WantedRows(List<WantedRow> people, Map<String, WantedEntry> entries) {}

  private final Interpretation interpretation;
  private final Map<String, LocatedPerson> people;
  private final Absences absences;
  private final Set<String> emptied;
  private final Map<String, LocalDate> announcedErasures;
  private final QuestionRule questions;
  private final boolean asking;
  private final LedgerDays days;
  private final Map<String, Set<String>> refsOfPerson = new HashMap<>();
  private final Map<String, String> fingerprints = new HashMap<>();
  private final Map<String, String> notUnderstood = new HashMap<>(); // outcomes, by introduction
  private final Map<String, List<LedgerColumn>> tooLong = new HashMap<>(); // by introduction
  private final Map<String, Integer> entries = new HashMap<>(); // rows, by introduction
  private final Set<String> unclearDays = new HashSet<>(); // introductions made by hand

  /**
   * @param absences whose row is gone
   * @param emptied mailboxes that lost many drafts at once
   * @param announcedErasures who is to be erased soon, and when
   * @param questions whom to ask what
   * @param asking whether questions are switched on
   * @param days of the ledger
   */
  DesiredRows(
      Interpretation interpretation,
      Map<String, LocatedPerson> people,
      Absences absences,
      Set<String> emptied,
      Map<String, LocalDate> announcedErasures,
      QuestionRule questions,
      boolean asking,
      LedgerDays days) {
    this.announcedErasures = Map.copyOf(announcedErasures);
    this.questions = questions;
    this.asking = asking;
    this.days = days;
    this.interpretation = interpretation;
    this.people = people;
    this.absences = absences;
    this.emptied = Set.copyOf(emptied);
    for (LedgerRow row : interpretation.ledger()) {
      row.notUnderstood().ifPresent(typed -> notUnderstood.putIfAbsent(row.ref(), typed));
      tooLong.putIfAbsent(row.ref(), row.tooLong());
      entries.merge(row.ref(), 1, Integer::sum);
      if (days.isUnclear(row)) {
        unclearDays.add(row.ref());
      }
    }
    for (int i = 0; i < interpretation.rows().size(); i++) {
      RowOwner assigned = interpretation.assigned().get(i);
      String fingerprint = interpretation.rows().get(i).fingerprint();
      String referenceByContents =
          interpretation.refByKnownHash().getOrDefault(fingerprint, assigned.ref());
      fingerprints.putIfAbsent(referenceByContents, fingerprint);
      if (assigned.counts()) {
        fingerprints.put(assigned.ref(), fingerprint);
      }
    }
    interpretation
        .people()
        .forEach(
            person -> {
              Set<String> refs = new HashSet<>(person.formerRefs());
              refs.add(person.ref());
              refsOfPerson.put(person.ref(), refs);
            });
  }

  WantedRows wanted(
      Reporter reporter, WishesForAnother another, Collection<Introduction> introductions) {
    Map<String, Message> questionsBegun = questionsBegun(introductions);
    List<WantedRow> wanted = new ArrayList<>();
    for (int i = 0; i < interpretation.rows().size(); i++) {
      RowOwner assigned = interpretation.assigned().get(i);
      List<Message> more = new ArrayList<>();
      LocalDate leaves = announcedErasures.get(assigned.ref());
      if (leaves != null) {
        more.add(Message.of("explain.leaving").with("on", leaves));
      }
      if (assigned.counts()) {
        Optional.ofNullable(questionsBegun.get(assigned.ref())).ifPresent(more::add);
      }
      wanted.add(row(assigned, interpretation.rows().get(i), reporter, another, more));
    }
    Map<String, WantedEntry> entries = new LinkedHashMap<>();
    introductions.forEach(i -> entries.put(i.ref(), entry(i)));
    return new WantedRows(wanted, entries);
  }

  /** What rows say of the questions to their people that wait for something. */
  private Map<String, Message> questionsBegun(Collection<Introduction> introductions) {
    Map<String, Message> byReference = new HashMap<>();
    for (Introduction i : introductions) {
      boolean drafted = i.state() == Introduction.State.DRAFTED;
      boolean waits = drafted || i.state() == Introduction.State.SENT;
      boolean open = i.isQuestion() && waits && !questions.isOver(i, people);
      if (open && takesPart(interpretation.nowCalled(i.person()))) {
        byReference.put(
            interpretation.nowCalled(i.person()),
            Message.of(drafted ? "explain.question.draft" : "explain.question.sent")
                .with("ref", i.ref()));
      }
    }
    return byReference;
  }

  private WantedRow row(
      RowOwner assigned,
      ResponseRow row,
      Reporter reporter,
      WishesForAnother another,
      List<Message> more) {
    LocatedPerson located = people.get(assigned.ref());
    boolean counts = assigned.counts() || row.profile().isErased(); // each is to be deleted
    RowReport report =
        counts && located != null
            ? reporter.report(located)
            : Reporter.duplicate(
                assigned.ref(),
                assigned.countingRow(),
                assigned.messages(),
                interpretation.authorship().isTold(row));
    return new WantedRow(
        row.key(),
        interpretation.authorship().rememberedBy(row),
        assigned.ref(),
        refsOfPerson.getOrDefault(assigned.ref(), Set.of(assigned.ref())),
        interpretation.refByKnownHash().getOrDefault(row.fingerprint(), assigned.ref()),
        assigned.counts()
            ? List.copyOf(another.toReplace().getOrDefault(assigned.ref(), Set.of()))
            : List.of(),
        interpretation.authorship().marks(row),
        more.isEmpty() ? report : report.and(more));
  }

  WantedEntry entry(Introduction introduction) {
    return introduction.isQuestion() ? question(introduction) : pair(introduction);
  }

  private WantedEntry question(Introduction question) {
    Introduction now = interpretation.now(question);
    List<Message> explanation = explainTyped(question.ref());
    explanation.addAll(
        LedgerWords.question(
            now,
            questions.isOver(question, people),
            questions.waits(question, people, asking),
            emptied.contains(question.mailbox())));
    if (question.state() == Introduction.State.DRAFTED) {
      notToSend(now.person()).ifPresent(explanation::add);
    }
    return new WantedEntry(
        question, explanation, List.of(fingerprints.getOrDefault(question.person(), ""), ""));
  }

  private boolean takesPart(String ref) {
    LocatedPerson located = people.get(ref);
    return located != null && located.instructions().status().isEmpty();
  }

  /** That a question is not to be sent to somebody who left, and whose draft is still there. */
  private Optional<Message> notToSend(String ref) {
    return Optional.ofNullable(people.get(ref))
        .flatMap(located -> located.instructions().status())
        .filter(Status::isOver)
        .map(
            status ->
                Message.of("ledger.explain.left.draft")
                    .with("ref", new PersonReference(ref))
                    .with("status", status.word()));
  }

  /** What is said of what organisers typed in an entry. */
  private List<Message> explainTyped(String ref) {
    List<Message> messages = new ArrayList<>();
    tooLong.getOrDefault(ref, List.of()).stream().map(LedgerWords::tooLong).forEach(messages::add);
    String outcome = notUnderstood.get(ref);
    if (outcome != null) {
      messages.add(LedgerWords.notUnderstood(outcome));
    }
    return messages;
  }

  private WantedEntry pair(Introduction introduction) {
    List<Message> explanation = explainTyped(introduction.ref());
    shownTwice(introduction).ifPresent(explanation::add);
    unclearDay(introduction).ifPresent(explanation::add);
    ringFirst(introduction).ifPresent(explanation::add); // what is to be done comes first
    for (String ref : List.of(introduction.person(), introduction.helper())) {
      numberToCheck(introduction, interpretation.nowCalled(ref)).ifPresent(explanation::add);
    }
    explanation.addAll(
        LedgerWords.explanation(
            interpretation.now(introduction), emptied.contains(introduction.mailbox())));
    introduction.insteadOf().stream()
        .sorted()
        .forEach(old -> explanation.add(Message.of("ledger.explain.instead").with("ref", old)));
    boolean withdrawn = introduction.state() == Introduction.State.WITHDRAWN;
    if (introduction.state().holdsCapacity() || withdrawn) {
      for (String ref : List.of(introduction.person(), introduction.helper())) {
        explainLeaving(introduction, interpretation.nowCalled(ref)).ifPresent(explanation::add);
      }
    }
    return new WantedEntry(
        introduction,
        explanation,
        List.of(
            fingerprints.getOrDefault(introduction.person(), ""),
            fingerprints.getOrDefault(introduction.helper(), "")));
  }

  /**
   * That several rows are one introduction that was made by hand, as where a deleted row was put
   * back after the same two had been typed again: it counts once.
   */
  private Optional<Message> shownTwice(Introduction introduction) {
    int count = entries.getOrDefault(introduction.ref(), 0);
    return introduction.has(IntroductionFlag.BY_HAND) && count > 1
        ? Optional.of(Message.of("ledger.byhand.rows").with("count", count))
        : Optional.empty();
  }

  /** That the day that is typed is not understood, and from when the introduction counts. */
  private Optional<Message> unclearDay(Introduction introduction) {
    return introduction.state() == Introduction.State.SENT
            && unclearDays.contains(introduction.ref())
        ? Optional.ofNullable(introduction.sentAt())
            .map(
                at ->
                    Message.of("ledger.byhand.day")
                        .with("column", Message.of(LedgerColumn.SENT_ON.titleKey()))
                        .with("on", LocalDate.ofInstant(at, days.zone())))
        : Optional.empty();
  }

  /** A letter says that somebody expects a call: the delegate rings them before it is sent. */
  private Optional<Message> ringFirst(Introduction introduction) {
    List<LocatedPerson> silent =
        Stream.of(introduction.person(), introduction.helper())
            .flatMap(ref -> Optional.ofNullable(people.get(interpretation.nowCalled(ref))).stream())
            .filter(located -> located.person().profile().email() == null)
            .toList();
    return introduction.state() == Introduction.State.DRAFTED && silent.size() == 1
        ? Optional.of(
            Message.of("ledger.explain.ring_first")
                .with("ref", new PersonReference(silent.get(0).person().ref())))
        : Optional.empty();
  }

  /** The telephone number that the delegate is asked to ring, where it may be wrong. */
  private Optional<Message> numberToCheck(Introduction introduction, String ref) {
    return Optional.ofNullable(people.get(ref))
        .filter(located -> LedgerWords.asksToRing(introduction))
        .filter(located -> LetterPhone.mustBeChecked(located.person().profile(), located.place()))
        .map(
            located ->
                Message.of("ledger.explain.check_number").with("ref", new PersonReference(ref)));
  }

  /** What a delegate must know of somebody who no longer takes part. */
  private Optional<Message> explainLeaving(Introduction introduction, String ref) {
    String end =
        switch (introduction.state()) {
          case DRAFTED -> ".draft";
          case WITHDRAWN -> ".withdrawn";
          default -> ".letter";
        };
    LocatedPerson located = people.get(ref);
    if (located == null) {
      boolean isWithdrawn = absences.withdrawn().contains(ref);
      boolean missing = absences.missing().contains(ref);
      return isWithdrawn || missing
          ? Optional.of(
              Message.of(isWithdrawn ? "ledger.explain.gone" + end : "ledger.explain.row_missing")
                  .with("ref", new PersonReference(ref)))
          : Optional.empty();
    }
    Profile profile = located.person().profile();
    Optional<Status> leavingStatus = located.instructions().status().filter(Status::isOver);
    if (leavingStatus.isEmpty() && profile.isMinor()) {
      return Optional.of(
          Message.of("ledger.explain.minor" + end).with("ref", new PersonReference(ref)));
    }
    // whom organisers introduced themselves may never have answered everything
    boolean byHand = introduction.has(IntroductionFlag.BY_HAND);
    boolean incomplete =
        profile.consent() == Consent.NO
            || (!byHand && (!profile.consent().isGiven() || profile.ageUnclear()));
    return (incomplete ? leavingStatus.or(() -> Optional.of(Status.INCOMPLETE)) : leavingStatus)
        .map(
            status ->
                Message.of("ledger.explain.left" + end)
                    .with("ref", new PersonReference(ref))
                    .with("status", status.word()));
  }

  /** People by status, and introductions by state, for {@code status}. */
  static Map<String, Long> counts(WantedRows wanted, Collection<Introduction> introductions) {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("answers", (long) wanted.people().size());
    for (WantedRow row : wanted.people()) {
      Status status = row.report().status();
      counts.merge("status." + status.key(), 1L, Long::sum);
    }
    for (Introduction introduction : introductions) {
      String state = introduction.state().name().toLowerCase(Locale.ROOT);
      String what = introduction.isQuestion() ? "questions." : "introductions.";
      counts.merge(what + state, 1L, Long::sum);
    }
    return counts;
  }
}
