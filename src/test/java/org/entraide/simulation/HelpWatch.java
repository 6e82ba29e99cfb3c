package org.entraide.simulation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Human;
import org.entraide.testkit.PointedRef;

/** Holds against those who offer help those who still wait for it. */
final class HelpWatch {

  private static final Set<String> MET = Set.of("Acceptée", "Terminée");

  private final Site site;
  private final Post post;
  private final Watch watch;
  private final Burden burden;
  private final HandMadeWatch byHand;
  private final InstantSource clock;

  /**
   * @param byHand knows whose needs are met by hand, and whose places taken
   */
  HelpWatch(
      Site site, Post post, Watch watch, Burden burden, HandMadeWatch byHand, InstantSource clock) {
    this.site = site;
    this.post = post;
    this.watch = watch;
    this.burden = burden;
    this.byHand = byHand;
    this.clock = clock;
  }

  /** Nobody waits beside a helper who could. */
  void settled(Desk.Tab answers, Map<String, List<Integer>> rows, Map<String, String> stopped) {
    if (site.desk
        .copy()
        .with("ledger_ref")
        .filter(it -> site.wishes.mayBeFull(it, post))
        .isPresent()) {
      return; // whoever finds somebody is proposed
    }
    for (String person : rows.keySet()) {
      Soul soul = soul(person);
      if (soul.isHelper() || !isAvailable(answers, soul, rows, stopped)) {
        continue;
      }
      boolean held =
          post.letters().values().stream()
              .filter(letter -> letter.tokens.contains(person))
              .anyMatch(letter -> holdsNeed(letter));
      if (held || isMetWithoutLetter(person) || byHand.isMet(person)) {
        continue;
      }
      for (String helper : rows.keySet()) {
        Soul other = soul(helper);
        if (other.isHelper()
            && isAvailable(answers, other, rows, stopped)
            && other.human().offers().contains(soul.human().needs())
            && burden.most(site, helper) + byHand.taken(helper) < other.human().capacity()
            && !site.groups.mayBeFull(answers, rows, helper, burden)
            && !watch.wereIntroduced(person, helper)
            && !soul.sharesContact(other)
            && (!soul.needsTick() || site.ticks.isTicked(answers, rows.get(helper)))
            && !areKeptApart(answers, rows, person, helper)
            && !areInLedger(person, helper)) {
          watch.wrong(
              site.settings.name() + ": " + person + " waits although " + helper + " has room");
        }
      }
    }
  }

  private boolean holdsNeed(Letter letter) {
    String outcome = site.outcomes.getOrDefault(letter.reference, "");
    return outcome.equals("Acceptée")
        || outcome.equals("Terminée")
        || ((letter.isThere() || letter.everSent) && outcome.isEmpty());
  }

  /** An outcome that was noted before there was a letter is obeyed, and none is made. */
  private boolean isMetWithoutLetter(String person) {
    return site.desk
        .copy()
        .with("ledger_ref")
        .filter(
            ledger ->
                IntStream.range(1, ledger.rows())
                    .anyMatch(
                        row ->
                            PointedRef.of(ledger.text(row, "ledger_person"))
                                    .equals(watch.ref(person))
                                && (MET.contains(ledger.text(row, "ledger_state"))
                                    || Burden.isToBeRung(ledger, row))))
        .isPresent();
  }

  private Soul soul(String token) {
    Soul soul = site.souls.get(token);
    if (soul == null) {
      throw new AssertionError("nobody called " + token);
    }
    return soul;
  }

  /** Whether nobody ever said that they should not take part. */
  private boolean isAvailable(
      Desk.Tab answers, Soul soul, Map<String, List<Integer>> rows, Map<String, String> stopped) {
    return !soul.hasLeft(clock.instant())
        && !soul.isForgotten()
        && !soul.isIncomplete
        && !soul.isStrange
        && !soul.isOld
        && rows.getOrDefault(soul.token(), List.of()).stream()
            .noneMatch(row -> isStopped(answers, soul, row))
        && rows.getOrDefault(soul.token(), List.of()).stream()
            .noneMatch(row -> site.isAsked(answers, row) && !isOnlyCopied(answers, soul, row))
        && rows.getOrDefault(soul.token(), List.of()).stream()
            .noneMatch(row -> isBarredForContact(answers, soul, row))
        && !stopped.containsKey(soul.token())
        && !answersTwiceAtOnce(answers, rows.getOrDefault(soul.token(), List.of()))
        && !rows.getOrDefault(soul.token(), List.of()).isEmpty();
  }

  /**
   * Whether somebody gave two different answers in one moment, as nobody can whose answers pass
   * through a form: which of them counts, their order in the sheet decides.
   */
  private static boolean answersTwiceAtOnce(Desk.Tab answers, List<Integer> rows) {
    int needs = answers.titled(Human.NEEDS);
    Map<String, Set<String>> atOnce =
        rows.stream()
            .collect(
                groupingBy(
                    row -> answers.text(row, 0),
                    mapping(row -> answers.text(row, needs), toSet())));
    return atOnce.values().stream().anyMatch(different -> different.size() > 1);
  }

  /**
   * Whether anything beside somebody may stop them; what was copied from somebody else must not.
   */
  private boolean isStopped(Desk.Tab answers, Soul soul, int row) {
    boolean copied =
        soul.original != null
            && site.copied.isAnothers(answers.response(row).orElse(""), "instruction");
    return (site.stops(answers.text(row, "instruction")) && !copied)
        || site.isStoppedByStatus(answers, row)
        || isSaidToBeTyped(answers, row);
  }

  /** Once a journal was lost a word may count that nobody else remembers: its row says that. */
  private boolean isSaidToBeTyped(Desk.Tab answers, int row) {
    return post.isForgotten()
        && Site.STOPS.containsValue(answers.text(row, "status"))
        && answers.text(row, "explanation").contains("votre texte reste");
  }

  /** Whether a row names who is barred, or may be, and shares the contact. */
  private boolean isBarredForContact(Desk.Tab answers, Soul soul, int row) {
    String explanation = answers.text(row, "explanation");
    return answers.text(row, "status").equals(Bars.WORD)
        && Stream.concat(site.bars.mayCover(soul).stream(), site.bars.covering(soul).stream())
            .map(watch::ref)
            .anyMatch(ref -> !ref.isEmpty() && explanation.contains(ref));
  }

  /** Whether all that a row asks about is a word that was copied there, and it says so. */
  private boolean isOnlyCopied(Desk.Tab answers, Soul soul, int row) {
    String response = answers.response(row).orElse("");
    String explanation = answers.text(row, "explanation");
    return soul.original != null
        && Set.of("instruction", "never_with").stream()
            .anyMatch(
                mark ->
                    site.copied.isAnothers(response, mark) && !answers.text(row, mark).isEmpty())
        && !Site.isAway(explanation)
        && !Ticks.isShown(answers, row);
  }

  /** Also one that was withdrawn before there was a letter is not begun again. */
  private boolean areInLedger(String person, String helper) {
    return site.desk
        .copy()
        .with("ledger_ref")
        .filter(
            ledger ->
                IntStream.range(1, ledger.rows())
                    .anyMatch(
                        row ->
                            PointedRef.of(ledger.text(row, "ledger_person"))
                                    .equals(watch.ref(person))
                                && PointedRef.of(ledger.text(row, "ledger_helper"))
                                    .equals(watch.ref(helper))))
        .isPresent();
  }

  private boolean areKeptApart(
      Desk.Tab answers, Map<String, List<Integer>> rows, String one, String other) {
    return names(answers, rows, one, other) || names(answers, rows, other, one);
  }

  private boolean names(
      Desk.Tab answers, Map<String, List<Integer>> rows, String one, String other) {
    return rows.getOrDefault(one, List.of()).stream()
        .filter(row -> !site.copied.isAnothers(answers.response(row).orElse(""), "never_with"))
        .anyMatch(row -> answers.text(row, "never_with").contains(watch.ref(other)));
  }
}
