package org.entraide.plan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;
import static org.entraide.plan.Folk.introduction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.match.model.RefusedPin;
import org.entraide.people.word.Category;
import org.entraide.place.Located;
import org.entraide.plan.Folk;
import org.entraide.plan.ReporterFixture;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.Status;
import org.entraide.plan.write.RowReport;
import org.entraide.plan.write.SentenceKind;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of explanations. */
class ReporterWordsTest extends ReporterFixture {

  private static void assertWholeSentences(RowReport report) {
    for (Texts texts : Folk.LANGUAGES) {
      assertThat(report.explanation()).isNotEmpty();
      for (Message message : report.explanation()) {
        boolean action = SentenceKind.of(message) == SentenceKind.ACTION;
        assertThat(texts.format(message))
            .as(message.key())
            .matches(action ? "(?s)\\p{Ll}.*[^.?!]" : "(?s)[«“]?\\p{Z}?[\\p{Lu}\\p{N}].*[.?!]")
            .doesNotContain("{", "null", "  ");
      }
      assertThat(report.words(texts).get(PersonColumn.EXPLANATION)).doesNotContain("  ");
    }
  }

  @ParameterizedTest
  @EnumSource(OpenNeedReason.class)
  void everyReasonHasItsWords(OpenNeedReason reason) {
    for (int helpers : List.of(1, 2)) {
      RowReport report =
          report(ana().located(UNCLEAR), open(reason(reason, helpers)), List.of(), List.of());

      assertThat(keys(report)).contains("reason." + reason.key());
      assertWholeSentences(report);
    }
  }

  @Test
  void howFarIsSaidWithTheLimit() {
    RowReport report = report(ana(), open(reason(OpenNeedReason.TOO_FAR, 1)), List.of(), List.of());

    assertThat(report.words(Folk.LANGUAGES.get(0)).get(PersonColumn.EXPLANATION))
        .contains("7,2 km", "5 km");
    assertThat(report.words(Folk.LANGUAGES.get(1)).get(PersonColumn.EXPLANATION))
        .contains("7.2 km", "5 km");
  }

  private static String french(RowReport report) {
    return report.words(Folk.LANGUAGES.get(0)).getOrDefault(PersonColumn.EXPLANATION, "");
  }

  @Test
  void whoseLimitBindsIsSaid() {
    OpenReason own =
        new OpenReason(Set.of(Category.SHOPPING), OpenNeedReason.TOO_FAR, 1, 8.0, 1.0, 0);
    OpenReason set =
        new OpenReason(Set.of(Category.SHOPPING), OpenNeedReason.TOO_FAR, 1, 8.0, 5.0, 0);

    assertThat(french(report(ana(), open(own), List.of(), List.of())))
        .isEqualTo(
            "Reste à trouver (courses)\u202f: la personne la plus proche est à 8,0 km et ne se"
                + " déplace que jusqu’à 1 km.");
    assertThat(french(report(ana(), open(set), List.of(), List.of())))
        .isEqualTo(
            "Reste à trouver (courses)\u202f: la personne la plus proche est à 8,0 km, au-delà des"
                + " 5 km de Réglages.");
  }

  @Test
  void anOpenNeedIsSaidBeforeTheDraftAndWhatToDoBeforeBoth() {
    RowReport report =
        report(
            ana(),
            open(reason(OpenNeedReason.NOT_CHECKED, 1)),
            List.of(with(State.DRAFTED)),
            List.of());

    assertThat(french(report))
        .isEqualTo(
            "À faire\u202f: cochez «\u202fVérifié\u202f» pour un bénévole sûr (voir le manuel)."
                + " Reste à trouver (courses)\u202f: aucun bénévole vérifié ne propose cette aide."
                + " Brouillon M-7KQ47 à relire (délégué)\u202f: courses, avec bo.");
    assertThat(keys(report))
        .containsExactly("explain.tick", "reason.not_checked", "explain.draft_ready.person");
    assertThat(report.actions()).containsExactly(Message.of("explain.tick"));
  }

  @Test
  void severalIntroductionsAreCountedAndNamedShortly() {
    RowReport report =
        report(
            ana(),
            open(),
            List.of(
                introduction("M-1", ANA, "bo", State.SENT),
                introduction("M-2", "dan", ANA, State.DRAFTED),
                introduction("M-3", ANA, "eve", State.DONE),
                introduction("M-4", ANA, "fay", State.DECLINED)),
            List.of(proposal(Proposal.Wait.NONE)));

    assertThat(french(report))
        .isEqualTo(
            "4 mises en relation\u202f: M-1 envoyée, bo\u202f; M-2 à relire, dan\u202f;"
                + " proposition, bo\u202f; 1 terminée.");
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void everyStateIsExplainedToBoth(State state) {
    assertWholeSentences(report(ana(), open(), List.of(with(state)), List.of()));
    assertWholeSentences(report(helper(), open(), List.of(helping(state)), List.of()));
  }

  @ParameterizedTest
  @EnumSource(Proposal.Wait.class)
  void everyWaitIsExplained(Proposal.Wait wait) {
    RowReport report = report(ana(), open(), List.of(), List.of(proposal(wait)));

    assertWholeSentences(report);
    assertThat(report.explanation()).hasSize(wait == Proposal.Wait.NONE ? 1 : 2);
  }

  @ParameterizedTest
  @EnumSource(RefusedPin.RefusalReason.class)
  void everyRefusedPinIsExplained(RefusedPin.RefusalReason why) {
    Matching matching =
        new Matching(List.of(), List.of(new RefusedPin(ANA, "bo", why)), List.of(), Map.of());

    OrganiserInstructions pinned =
        new OrganiserInstructions(
            Set.of(),
            Optional.empty(),
            Set.of("bo"),
            Set.of(),
            false,
            Optional.empty(),
            "",
            List.of());

    RowReport report = report(ana().instructions(pinned), matching, List.of(), List.of());

    assertThat(keys(report)).contains("explain.pin.refused");
    assertWholeSentences(report);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("precedence")
  void everyStatusIsExplainedInWholeSentences(
      Status expected,
      String why,
      Folk who,
      Matching matching,
      List<Introduction> introductions,
      List<Proposal> proposals) {
    assertWholeSentences(report(who, matching, introductions, proposals));
  }

  @Test
  void aMinorAndAGeocoderThatIsDownAreExplained() {
    RowReport minor = report(ana().age(17), open(), List.of(), List.of());
    RowReport down =
        report(
            ana().located(new Located.NoAnswer(Message.plain("down"))),
            open(),
            List.of(),
            List.of());

    assertThat(keys(minor)).contains("people.minor");
    assertThat(keys(down)).contains("explain.place.no_answer");
    assertWholeSentences(minor);
    assertWholeSentences(down);
  }

  @Test
  void aPlaceKnownTooRoughlyIsAskedFor() {
    RowReport report =
        report(
            ana().located(new Located.At(Folk.place("GB", 51.5, 20))),
            open(reason(OpenNeedReason.PLACE_UNKNOWN, 1)),
            List.of(),
            List.of());

    assertThat(keys(report)).contains("explain.place.rounded");
    assertWholeSentences(report);
  }

  @Test
  void aDuplicateNamesTheRowAsPeopleCountIt() {
    RowReport report = Reporter.duplicate("7KQ47", 1203, List.of(), false);

    assertThat(report.status()).isEqualTo(Status.DUPLICATE);
    for (Texts texts : Folk.LANGUAGES) {
      assertThat(report.words(texts).get(PersonColumn.EXPLANATION)).contains("7KQ47", "1204");
    }
    assertWholeSentences(report);
  }

  @Test
  void counterpartsAreToldWithTheirDistanceAndEndedOnesNoMore() {
    RowReport report =
        report(
            ana(),
            open(),
            List.of(
                introduction("M-1", ANA, "bo", State.SENT),
                introduction("M-2", ANA, "cy", State.DECLINED),
                introduction("M-3", "dan", ANA, State.ACCEPTED)),
            List.of());

    assertThat(report.words(Folk.LANGUAGES.get(0)).get(PersonColumn.INTRODUCED))
        .isEqualTo("bo, 1,5 km\u202f; dan, 1,5 km");
    assertThat(report.words(Folk.LANGUAGES.get(1)).get(PersonColumn.INTRODUCED))
        .isEqualTo("bo, 1.5 km; dan, 1.5 km");
  }

  @Test
  void onlyRemoteHelpIsSaidToBeRemote() {
    Introduction noPlace =
        new Introduction(
            "M-1",
            ANA,
            "bo",
            Set.of(Category.SHOPPING),
            null,
            State.SENT,
            "",
            null,
            null,
            null,
            NOON,
            true,
            null,
            NOON,
            Set.of(),
            Correspondence.NONE);
    Introduction remote =
        new Introduction(
            "M-2",
            ANA,
            "cy",
            Set.of(Category.CONVERSATION),
            null,
            State.SENT,
            "",
            null,
            null,
            null,
            NOON,
            true,
            null,
            NOON,
            Set.of(),
            Correspondence.NONE);

    assertThat(
            report(ana(), open(), List.of(noPlace, remote), List.of())
                .words(Folk.LANGUAGES.get(0))
                .get(PersonColumn.INTRODUCED))
        .isEqualTo("bo\u202f; cy, à distance");
  }

  @Test
  void theSameIsSaidInWhateverOrderIntroductionsCome() {
    Introduction one = introduction("M-1", ANA, "bo", State.SENT);
    Introduction two = introduction("M-2", ANA, "cy", State.DRAFTED);

    assertThat(report(ana(), open(), List.of(two, one), List.of()))
        .isEqualTo(report(ana(), open(), List.of(one, two), List.of()));
  }

  @Test
  void aListOfOddAnswersDoesNotBuryTheRest() {
    Message odd = Message.of("people.age.unclear");
    RowReport report =
        report(
            ana().problems(odd.with("n", 1), odd.with("n", 2), odd.with("n", 3), odd.with("n", 4)),
            open(reason(OpenNeedReason.NOBODY_OFFERS, 0)),
            List.of(),
            List.of());

    assertThat(keys(report)).containsOnlyOnce("reason.nobody_offers").hasSize(4);
  }
}
