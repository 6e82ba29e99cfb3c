package org.entraide.delegates;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.sandbox.office.gmail.SendMode;
import org.entraide.testkit.HistoryFile.HistoryLine;
import org.entraide.testkit.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * A history that is being told. In its words she is the delegate, people are called by the letters
 * A, B and so on, {@code [A]} is how the daemon calls the last introduction of A, and « it » is the
 * draft that she opened last, or what became of it.
 */
final class Telling {

  private static final Pattern PERSON = Pattern.compile("[A-Z]");
  private static final Pattern REFERENCE = Pattern.compile("\\[([A-Z])]");
  private static final Phrases<Telling> PHRASES = new Phrases<>();

  static {
    whatPasses();
    whatSheDoesWithTheDraft();
    whatSheDoesBesides();
    whatOrganisersAndRespondentsDo();
    whatMailDoes();
  }

  private final Post post;
  private @Nullable Letter letter;
  private @Nullable OfficeMailbox former;

  private Telling(Post post) {
    this.post = post;
  }

  /** All of these steps, once they are understood. */
  static void tell(List<HistoryLine> steps, Post post) {
    PHRASES.tell(steps, new Telling(post));
  }

  private Letter it() {
    Letter opened = letter;
    if (opened == null) {
      throw new IllegalArgumentException("she opened no draft before");
    }
    return opened;
  }

  /** Addresses, of people by their letters. */
  private String addresses(String words) {
    return Arrays.stream(words.split(", ", -1))
        .map(this::address)
        .collect(Collectors.joining(", "));
  }

  private String address(String who) {
    if (PERSON.matcher(who).matches()) {
      return post.address(who);
    }
    if (!who.contains("@")) {
      throw new IllegalArgumentException(who + " is neither a letter nor an address");
    }
    return who;
  }

  private String subject(String words) {
    return REFERENCE.matcher(words).replaceAll(this::reference);
  }

  private String reference(MatchResult person) {
    return "[" + post.introduction(person.group(1)) + "]";
  }

  private static void whatPasses() {
    PHRASES
        .say("the daemon looks once", t -> t.post.cycle())
        .say("all settles", t -> t.post.settles())
        .say("all settles, and again after eleven minutes", t -> t.post.graceEnds())
        .say("{} minutes pass", (t, b) -> t.post.waits(Duration.ofMinutes(number(b.get(0)))))
        .say("{} days pass", (t, b) -> t.post.waits(Duration.ofDays(number(b.get(0)))))
        .say("the journal is lost", t -> t.post.forgets())
        .say(
            "a journal of before the drafts is restored",
            t -> t.post.restoresJournalOfBeforeTheDrafts())
        .say(
            "a journal of before the follow-ups is restored",
            t -> t.post.restoresJournalOfBeforeTheFollowUps());
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static void whatSheDoesWithTheDraft() {
    PHRASES
        .say("she opens the draft to {}", (t, b) -> t.letter = t.post.letter(b.get(0)))
        .say("she rewrites it: {}", (t, b) -> t.it().rewritten(b.get(0)))
        .say("she changes its subject: {}", (t, b) -> t.it().retitled(t.subject(b.get(0))))
        .say("she addresses it to nobody", t -> t.it().addressed(""))
        .say("she addresses it to {}", (t, b) -> t.it().addressed(t.addresses(b.get(0))))
        .say("she sends it", t -> t.it().sent())
        .say(
            "she sends it, and Gmail makes another message of it",
            t -> t.it().sent(SendMode.SEND_404_NEWID))
        .say(
            "she sends it, and the draft's wrapper outlives that",
            t -> t.it().sent(SendMode.SEND_WRAPPER_KEPT))
        .say(
            "she sends it, and only the labels change",
            t -> t.it().sent(SendMode.SEND_SAMEID_LABELSWAP))
        .say("she sends it from another program", t -> t.it().sentElsewhere())
        .say("she sends a copy of it", t -> t.it().copied())
        .say("she lets it wait for its hour", t -> t.it().scheduled(false))
        .say(
            "she lets it wait for its hour, which the API does not show",
            t -> t.it().scheduled(true))
        .say("its hour comes", t -> t.it().due())
        .say("she undoes that", t -> t.it().undone())
        .say("she throws it away", t -> t.it().discarded())
        .say("she puts it into the trash", t -> t.it().trashed())
        .say("she takes it out of the trash", t -> t.it().restored())
        .say("she deletes it for good", t -> t.it().purged())
        .say("she puts the letter that was sent into the trash", t -> t.it().trashedAfterSending())
        .say("she stars it", t -> t.it().labelled(Set.of("STARRED"), Set.of()))
        .say("she stars and archives it", t -> t.it().labelled(Set.of("STARRED"), Set.of("INBOX")));
  }

  private static void whatSheDoesBesides() {
    PHRASES
        .say("she rewrites every draft", t -> t.post.rewritesDrafts())
        .say("she throws every draft away", t -> t.discards(Integer.MAX_VALUE, false))
        .say("she puts {} drafts into the trash", (t, b) -> t.discards(number(b.get(0)), true))
        .say(
            "she writes to {}: {}",
            (t, b) -> t.post.writes(t.addresses(b.get(0)), t.subject(b.get(1))));
  }

  private void discards(int most, boolean trash) {
    post.drafts().stream().limit(most).forEach(draft -> post.mailbox().discard(draft.id(), trash));
  }

  private static void whatOrganisersAndRespondentsDo() {
    PHRASES
        .say(
            "an organiser types {}'s instruction: {}",
            (t, b) -> t.post.instructs(b.get(0), b.get(1)))
        .say("an organiser clears {}'s instruction", (t, b) -> t.post.instructs(b.get(0), ""))
        .say("an organiser notes {}'s outcome: {}", (t, b) -> t.post.outcome(b.get(0), b.get(1)))
        .say(
            "an organiser notes the outcome of {} and {}: {}",
            (t, b) -> t.post.outcome(b.get(0), b.get(1), b.get(2)))
        .say("an organiser clears {}'s outcome", (t, b) -> t.post.outcome(b.get(0), ""))
        .say(
            "an organiser types over {}'s state: {}",
            (t, b) -> t.post.typesState(b.get(0), b.get(1)))
        .say("an organiser ticks {}", (t, b) -> t.post.ticks(b.get(0), true))
        .say("an organiser takes {}'s tick away", (t, b) -> t.post.ticks(b.get(0), false))
        .say("an organiser confirms the deletions", t -> t.post.confirms())
        .say("an organiser deletes {}'s row", (t, b) -> t.post.deletesRow(b.get(0)))
        .say("the organiser undoes that", t -> t.post.undoes())
        .say("{}'s consent becomes: {}", (t, b) -> t.post.consents(b.get(0), b.get(1)))
        .say("{} fills in the form again", (t, b) -> t.post.answersAgain(b.get(0), ""))
        .say(
            "{} fills in the form again, and needs: {}",
            (t, b) -> t.post.answersAgain(b.get(0), b.get(1)))
        .say("{}'s consent is no longer answered", (t, b) -> t.post.consents(b.get(0), ""));
  }

  private static void whatMailDoes() {
    PHRASES
        .say("mail is refused, and nobody says to whom", t -> t.it().bouncesWithoutAddress())
        .say("mail to {} is refused", (t, b) -> t.it().bounces(t.address(b.get(0))))
        .say("its delivery is late", t -> t.it().isLate())
        .say(
            "a machine answers that {} is away",
            (t, b) -> t.it().answeredByAMachine(t.address(b.get(0))))
        .say(
            "{} answers, which Gmail takes for spam",
            (t, b) -> t.it().answeredAsSpam(t.address(b.get(0))))
        .say("{} answers", (t, b) -> t.it().answered(t.address(b.get(0))))
        .say("mail comes from {} neighbours: {}", Telling::neighboursWrite)
        .say(
            "mail comes from {}: {}",
            (t, b) -> t.post.receives(t.address(b.get(0)), t.subject(b.get(1))))
        .say("the mailbox forgets its history", t -> t.post.forgetsHistory())
        .say("listings lag 1 minute behind", t -> t.post.mailbox().lag(Duration.ofMinutes(1)))
        .say("listings lag 2 minutes behind", t -> t.post.mailbox().lag(Duration.ofMinutes(2)))
        .say("the daemon may not look into the mailbox", t -> t.post.delegates(false))
        .say("the daemon may look into the mailbox again", t -> t.post.delegates(true))
        .say("another mailbox answers under the address", Telling::exchanges)
        .say("the right mailbox answers again", Telling::exchangesBack);
  }

  private void neighboursWrite(List<String> blanks) {
    for (int i = 0; i < number(blanks.get(0)); i++) {
      post.receives("voisin" + i + "@example.org", blanks.get(1));
    }
  }

  private void exchanges() {
    former = post.mailbox();
    post.exchangesMailbox();
  }

  private void exchangesBack() {
    OfficeMailbox right = former;
    if (right == null) {
      throw new IllegalArgumentException("no other mailbox answered before");
    }
    post.premises().gmail().add(right);
  }
}
