package org.entraide.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.alert.Alert.State;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.model.CycleReport.Extent;
import org.entraide.campaign.port.DashboardProblem;
import org.entraide.campaign.port.Trouble;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

class AlertBookTest {

  private static final Texts ENGLISH = Texts.of("en");
  private static final Trouble REFUSED =
      Trouble.of(RemoteFailure.of(RemoteFailure.Kind.PERMISSION, "Reading the form failed: no."));
  private static final Trouble UNSTABLE =
      new Trouble(Trouble.Kind.BUG, Message.plain("The matching was not stable."))
          .shownAs(DashboardProblem.unstable());
  private static final Trouble AWAY =
      new Trouble(Trouble.Kind.UNAVAILABLE, Message.plain("Google is away."));

  private static final Map<String, String> KEYS =
      Map.of(
          "claire@example.org", "campaigns.londres.delegate",
          "paul@example.org", "campaigns.londres.delegates[1].email");

  private Instant now = Instant.parse("2020-03-26T12:00:00Z");
  private AlertBook book = AlertBook.EMPTY;

  /** What is sent after a cycle with these troubles, each as its state and its trouble. */
  private List<String> after(Extent extent, Trouble... troubles) {
    return sent(
        CurrentTroubles.of(
            new CycleReport(true, List.of(), false, List.of(troubles), Map.of(), Optional.empty())
                .of(extent),
            ENGLISH,
            KEYS));
  }

  private List<String> sent(CurrentTroubles current) {
    book = book.seen(current, now);
    List<Alert> due = book.due("londres", now);
    due.forEach(alert -> book = book.sent(alert, now));
    return due.stream()
        .map(it -> it.state().word() + " " + it.trouble().replaceFirst("-.*", ""))
        .toList();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void aTroubleIsSentOnceADayAndOnceWhenItIsOver() {
    assertThat(after(Extent.WHOLE)).isEmpty();
    assertThat(after(Extent.WHOLE, REFUSED)).containsExactly("began permission");
    for (int i = 0; i < 23; i++) {
      pass(Duration.ofHours(1));
      assertThat(after(Extent.WHOLE, REFUSED)).isEmpty();
    }
    pass(Duration.ofHours(1));
    assertThat(after(Extent.WHOLE, REFUSED)).containsExactly("began permission");

    pass(Duration.ofMinutes(1));
    assertThat(after(Extent.WHOLE)).containsExactly("over permission");
    assertThat(after(Extent.WHOLE)).isEmpty();
  }

  @Test
  void oneThatComesAndGoesIsSentOnceADay() {
    assertThat(after(Extent.WHOLE, REFUSED)).containsExactly("began permission");
    assertThat(after(Extent.WHOLE)).containsExactly("over permission");
    for (int i = 0; i < 20; i++) {
      pass(Duration.ofHours(1));
      assertThat(after(Extent.WHOLE, REFUSED)).isEmpty();
      assertThat(after(Extent.WHOLE)).isEmpty();
    }
    pass(Duration.ofHours(5));
    assertThat(after(Extent.WHOLE, REFUSED)).containsExactly("began permission");
  }

  @Test
  void oneThatIsBackAndLastsIsSentTheNextDayWithWhenItCameBack() {
    after(Extent.WHOLE, REFUSED);
    after(Extent.WHOLE);
    pass(Duration.ofHours(2));
    after(Extent.WHOLE, REFUSED);
    Instant back = now;
    pass(Duration.ofHours(22));

    book = book.seen(current(REFUSED), now);

    assertThat(book.due("londres", now)).extracting(Alert::since).containsExactly(back);
    assertThat(after(Extent.WHOLE, REFUSED)).containsExactly("began permission");
    assertThat(after(Extent.WHOLE)).containsExactly("over permission");
  }

  private static CurrentTroubles current(Trouble... troubles) {
    return CurrentTroubles.of(
        new CycleReport(true, List.of(), false, List.of(troubles), Map.of(), Optional.empty())
            .of(Extent.WHOLE),
        ENGLISH,
        KEYS);
  }

  @Test
  void nothingIsOverUntilACycleHasLookedAtEverything() {
    after(Extent.WHOLE, REFUSED, UNSTABLE);

    assertThat(after(Extent.PART)).isEmpty();
    assertThat(after(Extent.SUSPENDED)).containsExactly("began suspended");
    assertThat(after(Extent.WHOLE, AWAY)).isEmpty();
    assertThat(after(Extent.WHOLE, UNSTABLE)).containsExactly("over permission", "over suspended");
    assertThat(after(Extent.WHOLE)).containsExactly("over unstable");
  }

  @Test
  void aCycleThatHangsIsOverOnceAnotherOneEndsHoweverItWent() {
    CurrentTroubles hangs = current(REFUSED).hanging(ENGLISH);

    assertThat(sent(hangs)).containsExactly("began hangs", "began permission");
    assertThat(sent(hangs)).isEmpty();
    assertThat(after(Extent.PART)).containsExactly("over hangs");
  }

  @Test
  void whatPassesByItselfIsNotSent() {
    Trouble throttled = new Trouble(Trouble.Kind.THROTTLED, Message.plain("The quota is used up."));

    assertThat(after(Extent.WHOLE, AWAY, throttled)).isEmpty();
  }

  @Test
  void anEndThatWasNotTakenIsDueAgainUnlessTheTroubleIsBack() {
    after(Extent.WHOLE, UNSTABLE);
    book = book.seen(current(), now);
    assertThat(book.due("londres", now)).extracting(Alert::state).containsExactly(State.OVER);
    assertThat(book.seen(current(), now).due("londres", now)).hasSize(1);

    assertThat(after(Extent.WHOLE, UNSTABLE)).isEmpty();
    assertThat(after(Extent.WHOLE)).containsExactly("over unstable");
  }

  @Test
  void countsThatChangeMakeNoOtherTroubleAndOtherMailboxesDo() {
    Trouble twelve =
        new Trouble(Trouble.Kind.SETTINGS, Message.plain("The rows of 12 people are gone."));
    Trouble thirteen =
        new Trouble(Trouble.Kind.SETTINGS, Message.plain("The rows of 13 people are gone."));
    Trouble signedOut =
        Trouble.of(RemoteFailure.of(RemoteFailure.Kind.SIGN_IN, "Run: auth login EMAIL"));
    Trouble one = signedOut.about("claire@example.org");
    Trouble other = signedOut.about("paul@example.org");

    assertThat(after(Extent.WHOLE, twelve)).containsExactly("began settings");
    assertThat(after(Extent.WHOLE, thirteen)).isEmpty();
    assertThat(after(Extent.WHOLE, one, other))
        .containsExactly("over settings", "began permission", "began permission");
    assertThat(after(Extent.WHOLE, other)).containsExactly("over permission");
    assertThat(AlertBook.EMPTY.seen(current(one, other), now).due("londres", now))
        .extracting(Alert::text)
        .anyMatch(text -> text.contains("campaigns.londres.delegates[1].email"))
        .noneMatch(text -> text.contains("example.org"));
  }

  @Test
  void draftsThatWentAreOneAlertForEachMailboxAndThoseOfNoneAnother() {
    Trouble gone =
        new Trouble(Trouble.Kind.SETTINGS, Message.of("campaign.drafts.gone"))
            .shownAs(DashboardProblem.emptied("claire@example.org"))
            .about("claire@example.org");
    Trouble others =
        new Trouble(Trouble.Kind.SETTINGS, Message.of("campaign.drafts.gone"))
            .shownAs(DashboardProblem.emptied("paul@example.org"))
            .about("paul@example.org");
    Trouble nowhere =
        new Trouble(Trouble.Kind.SETTINGS, Message.of("campaign.drafts.nowhere"))
            .shownAs(DashboardProblem.draftsNowhere());

    CurrentTroubles all = current(gone, others, nowhere);

    assertThat(all.texts().keySet().stream().map(it -> it.replaceFirst("-.*", "-")))
        .containsExactly("emptied", "emptied-", "nowhere");
    assertThat(all.texts().values())
        .allSatisfy(
            text -> assertThat(text).contains("Confirm deletions").doesNotContain("example.org"));
    assertThat(after(Extent.WHOLE, gone, others, nowhere)).hasSize(3);
    assertThat(after(Extent.WHOLE, gone, others, nowhere)).isEmpty();
    assertThat(after(Extent.WHOLE, nowhere))
        .containsExactlyInAnyOrder("over emptied", "over emptied");
  }

  @Test
  void nobodyIsRemindedOfWhatTheLastCycleDidNotLookAt() {
    assertThat(after(Extent.WHOLE, REFUSED)).containsExactly("began permission");
    pass(Duration.ofDays(2));

    assertThat(after(Extent.SUSPENDED)).containsExactly("began suspended");
    assertThat(after(Extent.WHOLE, REFUSED)).containsExactly("over suspended", "began permission");
  }

  @Test
  void noTextHoldsAPersonsAddressAndAServiceAccountsStays() {
    Trouble trouble =
        new Trouble(
            Trouble.Kind.PERMISSION,
            Message.plain(
                "Share it with robot@project.iam.gserviceaccount.com.\n Run: auth login"
                    + " Claire.Martin+x@mairie-d-été.example.org."));
    book = book.seen(current(trouble), now);

    assertThat(book.due("londres", now))
        .extracting(Alert::text)
        .containsExactly(
            "Share it with robot@project.iam.gserviceaccount.com.  Run: auth login EMAIL.");
  }

  @Test
  void aTextIsCutBeforeItIsTooLongForAnybody() {
    Trouble trouble =
        new Trouble(
            Trouble.Kind.MACHINE, Message.plain("xx ".repeat(100_000) + "x".repeat(100_000)));
    book = book.seen(current(trouble), now);

    assertThat(book.due("londres", now).get(0).text()).hasSize(AlertText.LONGEST).endsWith("xx …");
  }

  @Test
  void whatTheJournalKeepsIsWhatWasKnown() {
    Map<String, String> journal = new HashMap<>();
    after(Extent.WHOLE, REFUSED, UNSTABLE);
    apply(journal, book.changes("webhook", AlertBook.EMPTY));
    assertThat(journal.keySet()).allMatch(it -> it.startsWith("webhook "));
    assertThat(AlertBook.of("command", journal).due("londres", now)).isEmpty();

    book = AlertBook.of("webhook", journal);
    AlertBook before = book;
    assertThat(after(Extent.WHOLE, REFUSED, UNSTABLE)).isEmpty();
    assertThat(book.changes("webhook", before)).isEmpty();
    assertThat(after(Extent.WHOLE, UNSTABLE)).containsExactly("over permission");
    apply(journal, book.changes("webhook", before));
    before = book;

    pass(Duration.ofDays(1));
    assertThat(after(Extent.WHOLE)).containsExactly("over unstable");
    apply(journal, book.changes("webhook", before));
    before = book;
    assertThat(after(Extent.WHOLE)).isEmpty();
    apply(journal, book.changes("webhook", before));
    assertThat(journal).isEmpty();
  }

  private static void apply(Map<String, String> journal, Map<String, String> changes) {
    journal.putAll(changes);
    journal.values().removeIf(String::isEmpty);
  }

  @Test
  void wordsOfAnotherVersionAreLeftOut() {
    assertThat(
            AlertBook.of(
                    "webhook",
                    Map.of(
                        "webhook a", "nonsense",
                        "webhook b", "2020-03-26T12:00:00Z - SLEEPS b",
                        "webhook c", "2020-03-26T12:00:00Z - ENDS it is c"))
                .due("londres", now))
        .containsExactly(
            new Alert(
                "londres", "c", State.OVER, "it is c", Instant.parse("2020-03-26T12:00:00Z")));
  }

  @Test
  void aClockThatIsSetBackSilencesNobody() {
    assertThat(after(Extent.WHOLE, REFUSED)).hasSize(1);

    pass(Duration.ofDays(-7));
    assertThat(after(Extent.WHOLE, REFUSED)).hasSize(1);
    pass(Duration.ofHours(1));
    assertThat(after(Extent.WHOLE, REFUSED)).isEmpty();
  }
}
