package org.entraide.campaign.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.campaign.port.Mailbox;
import org.entraide.people.identity.Person;
import org.entraide.people.reference.LetterReference;
import org.entraide.people.word.Category;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.introduce.QuestionRule;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.resilience.RemoteFailure;
import org.jspecify.annotations.Nullable;

/**
 * Letters that neither the journal nor the ledger knows, as where the state directory is gone and
 * the spreadsheet was restored as it had been before: the mailbox alone says that they were
 * written. Looked for once, before anything is known of a mailbox.
 *
 * <p>A letter counts where its subject bears a reference of ours and those whom it is addressed to
 * answered this campaign's form. Whose letter it is follows from who needs what the other offers,
 * and where that goes both ways, from the order of the addresses. One that went to a single person
 * is recognised where only one other can be meant. What is not certain is left alone:
 * docs/reliability.md says what follows from that.
 *
 * @param interpretation who answered
 * @param firstAnswers nobody was written to before
 * @param references whether one was ever given, as far as is known
 * @param knownIntroductions introductions that are known otherwise
 */
public record LetterRecovery(
    Interpretation interpretation,
    Map<String, Instant> firstAnswers,
    Predicate<String> references,
    Collection<Introduction> knownIntroductions,
    Instant now) {

  /** Clocks differ, and a sheet knows times to the minute at most. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  /** Who needs, who helps, and with what. */
  private record Pair(Person person, Person helper, Set<Category> needs) {}

  /** What only the mailbox knows; each is looked for like one that was begun. */
  List<Introduction> lettersIn(Mailbox mailbox) throws RemoteFailure {
    Optional<Instant> firstAnswer = firstAnswers.values().stream().min(Instant::compareTo);
    if (firstAnswer.isEmpty()) {
      return List.of(); // nobody to write to
    }
    List<Introduction> recovered = new ArrayList<>();
    Set<List<String>> taken = new HashSet<>();
    knownIntroductions.stream()
        .map(interpretation::now)
        .forEach(i -> taken.add(List.of(i.person(), i.helper())));
    Instant since = firstAnswer.get().minus(CLOCKS_DIFFER);
    Instant week = now.minus(UnlocatedLetterSearch.HIDDEN_FOR);
    Map<String, Mailbox.NamedLetter> letters =
        mailbox.lettersByReference(since, since.isAfter(week) ? since : week);
    for (Map.Entry<String, Mailbox.NamedLetter> letter : letters.entrySet()) {
      String ref = letter.getKey();
      if (LetterReference.isQuestion(ref) && !references.test(ref)) {
        question(ref, letter.getValue(), mailbox.address()).ifPresent(recovered::add);
      } else if (LetterReference.isIntroduction(ref) && !references.test(ref)) {
        for (Pair pair : pairs(letter.getValue().recipients())) {
          // two letters to the same two are the two ways round
          if (taken.add(List.of(pair.person().ref(), pair.helper().ref()))) {
            recovered.add(introduction(ref, pair, mailbox.address(), letter.getValue().at()));
            break;
          }
        }
      }
    }
    return recovered;
  }

  private Introduction introduction(String ref, Pair pair, String mailbox, Instant at) {
    return Introduction.begun(
            ref,
            pair.person().ref(),
            pair.helper().ref(),
            pair.needs(),
            null,
            mailbox,
            at.isBefore(now) ? at : now)
        .asAttempted()
        .with(Correspondence.NONE.between(email(pair.person()), email(pair.helper())));
  }

  /**
   * A question: to somebody who answered before it was written, under the address that it went to.
   * Which of their answers it was about is not known: the present one, unless that came later.
   */
  private Optional<Introduction> question(String ref, Mailbox.NamedLetter letter, String mailbox) {
    return interpretation.people().stream()
        .filter(p -> p.ref().equals(interpretation.nowCalled(LetterReference.code(ref))))
        .filter(p -> letter.recipients().contains(email(p)))
        .findFirst()
        .map(
            person -> {
              Set<String> about =
                  Optional.ofNullable(person.profile().timestamp())
                      .filter(answered -> !answered.isAfter(letter.at()))
                      .map(answered -> Set.of(QuestionRule.answer(answered)))
                      .orElse(Set.of());
              return Introduction.begun(
                      ref,
                      person.ref(),
                      "",
                      Set.of(),
                      null,
                      mailbox,
                      letter.at().isBefore(now) ? letter.at() : now)
                  .asAttempted()
                  .insteadOf(about)
                  .with(Correspondence.NONE.between(email(person), ""));
            });
  }

  private static String email(Person person) {
    @Nullable String email = person.profile().email();
    return email == null ? "" : email.toLowerCase(Locale.ROOT);
  }

  /** Whom a letter may be about, the likeliest first. */
  private List<Pair> pairs(List<String> recipients) {
    List<Person> addressed = new ArrayList<>();
    for (String recipient : recipients) {
      interpretation.people().stream()
          .filter(p -> email(p).equals(recipient))
          .forEach(addressed::add);
    }
    long addresses = addressed.stream().map(LetterRecovery::email).distinct().count();
    return addresses == 1 ? withOneWhoHasNoAddress(addressed) : among(addressed);
  }

  private static List<Pair> among(List<Person> addressed) {
    List<Pair> pairs = new ArrayList<>();
    List<Pair> unlikely = new ArrayList<>(); // their answers changed since
    for (Person person : addressed) {
      for (Person helper : addressed) {
        if (!email(person).equals(email(helper))) {
          Pair pair = pair(person, helper);
          (pair.needs().isEmpty() ? unlikely : pairs).add(pair);
        }
      }
    }
    pairs.addAll(unlikely);
    return pairs;
  }

  /** To one alone is written where the other cannot be; which other, no header says. */
  private List<Pair> withOneWhoHasNoAddress(List<Person> addressed) {
    List<Pair> pairs = new ArrayList<>();
    for (Person one : addressed) {
      for (Person other : interpretation.people()) {
        if (email(other).isEmpty()) {
          pairs.add(pair(one, other));
          pairs.add(pair(other, one));
        }
      }
    }
    pairs.removeIf(pair -> pair.needs().isEmpty());
    return pairs.size() == 1 ? pairs : List.of();
  }

  private static Pair pair(Person person, Person helper) {
    Set<Category> needs = EnumSet.noneOf(Category.class);
    needs.addAll(person.profile().needs());
    needs.retainAll(helper.profile().offers());
    return new Pair(person, helper, needs);
  }
}
