package org.entraide.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.FormMaker;
import org.entraide.campaign.setup.FormSetup.Outcome;
import org.entraide.form.questionnaire.Blueprint;
import org.entraide.form.questionnaire.CurrentForm;
import org.entraide.form.questionnaire.MissingQuestions;
import org.entraide.form.questionnaire.QuestionnairePart;
import org.entraide.google.wire.FormSetupFixture;
import org.entraide.resilience.RemoteFailure;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults;
import org.entraide.sandbox.office.forms.FormItem;
import org.entraide.sandbox.office.forms.LinkedSheet;
import org.entraide.sandbox.office.forms.OfficeForm;
import org.entraide.sandbox.office.forms.OfficeQuestion;
import org.entraide.sandbox.office.forms.RowSwitches;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.junit.jupiter.api.Test;

/** Making and adopting a form, over HTTP on loopback, with the office. */
class FormSetupTest extends FormSetupFixture {

  @Test
  void aFormIsMadePublishedLinkedAndItsSheetPrepared() throws Exception {
    time.sleep(Duration.ofDays(200)); // forms are not published by themselves any more
    onWait = this::link;

    assertThat(init()).isEqualTo(Outcome.READY);

    Blueprint wanted =
        Blueprint.of(FRENCH, "londres", Optional.of("Association X"), Optional.empty());
    assertThat(form().items())
        .extracting(FormItem::title)
        .isEqualTo(wanted.pieces().stream().map(QuestionnairePart::title).toList());
    assertThat(form().title()).isEqualTo("Entraide – londres");
    assertThat(form().acceptsResponses()).isTrue();
    assertThat(lines).containsExactly("form = \"" + form().id() + "\"");
    assertThat(answers)
        .containsExactly(
            "form.init.made",
            "form.init.added",
            "form.init.published",
            "form.init.address",
            "form.init.write-down",
            "form.init.link",
            "form.init.waiting",
            "form.init.linked",
            "form.init.prepared");
  }

  @Test
  void theSecondRunFindsTheFormAndChangesNothing() throws Exception {
    onWait = this::link;
    init();
    configured = Optional.of(form().id());
    office.log().reset();

    assertThat(init()).isEqualTo(Outcome.READY);

    assertThat(answers).contains("form.init.again", "form.init.complete", "form.init.ready");
    assertThat(lines)
        .containsExactly("form = \"" + form().id() + "\"", "spreadsheet = \"sheet-1\"");
    assertThat(office.log().counts()).doesNotContainKeys("forms.write", "sheets.write");
    assertThat(forms.forms()).hasSize(1);
  }

  @Test
  void aFormThatWasMadeAndNotFinishedIsFinishedAndNotMadeAgain() throws Exception {
    CurrentForm empty = maker().create("Entraide – londres");
    made.put("londres", empty.form().id());
    link();

    assertThat(init()).isEqualTo(Outcome.READY);
    assertThat(forms.forms()).hasSize(1);
    assertThat(form().acceptsResponses()).isTrue();
    assertThat(form().items()).isNotEmpty();
  }

  @Test
  void aQuestionThatWasDeletedComesBackInItsPlaceAndNothingElseIsTouched() throws Exception {
    init(maker(), Duration.ZERO);
    link();
    edit("{\"deleteItem\":{\"location\":{\"index\":2}}}");
    edit(
        """
        {"updateItem":{"item":{"title":"Votre nom complet"},"location":{"index":0},
         "updateMask":"title"}}
        """);
    init();

    assertThat(form().items().get(0).title()).isEqualTo("Votre nom complet");
    assertThat(form().items().get(2).title()).isEqualTo("Téléphone");
    assertThat(form().items()).extracting(FormItem::title).doesNotContain("Nom et prénom");
  }

  @Test
  void aFormThatWasClosedOnPurposeStaysClosed() throws Exception {
    init(maker(), Duration.ZERO);
    form().publish(true, false);
    link();
    init();
    assertThat(form().acceptsResponses()).isFalse();
    assertThat(answers).doesNotContain("form.init.published");
  }

  @Test
  void beforeTheSummerOf2026AFormIsPublishedAsItIsMade() throws Exception {
    assertThat(time.instant()).isBefore(Instant.parse("2026-06-30T00:00:00Z"));
    init(maker(), Duration.ZERO);
    assertThat(requests(":setPublishSettings")).isZero();

    made.clear();
    time.sleep(Duration.ofDays(200));
    init(maker(), Duration.ZERO);
    assertThat(requests(":setPublishSettings")).isEqualTo(1);
    assertThat(form().acceptsResponses()).isTrue();
  }

  @Test
  void somebodyElsesFormGetsNothingButWhatIsIndispensable() throws Exception {
    OfficeForm form = otherPeoples("Nom", "Mail", "Ville", "Besoins");
    form.publish(false, false);
    LinkedSheet.link(form, sheets.find(SHEET).orElseThrow(), sheets, RowSwitches.usual());

    assertThat(init()).isEqualTo(Outcome.READY);

    assertThat(form.items()).hasSize(5);
    assertThat(form.items().get(4).title()).isEqualTo(FRENCH.get("form.ask.consent"));
    assertThat(form.acceptsResponses()).isFalse();
    assertThat(answers)
        .contains("form.init.adopted", "form.init.could-ask", "form.init.not-published");
  }

  @Test
  void withoutWaitingItSaysWhatIsLeftToDo() throws Exception {
    assertThat(init(maker(), Duration.ZERO)).isEqualTo(Outcome.NOT_LINKED);
    assertThat(waited).isEmpty();
    assertThat(answers).contains("form.init.link", "form.init.not-yet");
  }

  @Test
  void aFormOfSomebodyElseHasToBeShared() throws Exception {
    belongsToAnother = true;
    init(maker(), Duration.ZERO);
    assertThat(answers).contains("form.init.share");
    init(maker(), Duration.ZERO);
    assertThat(answers).doesNotContain("form.init.share");
  }

  @Test
  void nobodyIsWaitedForForEver() throws Exception {
    assertThat(init()).isEqualTo(Outcome.NOT_LINKED);
    assertThat(waited).hasSize(180);
  }

  @Test
  void waitingSurvivesThatGoogleIsAway() throws Exception {
    onWait =
        () -> {
          if (waited.size() == 2) {
            office.faults().add(Faults.Rule.next(20, "forms.read", FaultEffect.UNAVAILABLE));
          } else if (waited.size() > 4) {
            office.faults().clear();
            if (form().linkedSpreadsheet().isEmpty()) {
              link();
            }
          }
        };
    assertThat(init()).isEqualTo(Outcome.READY);
  }

  @Test
  void anotherSpreadsheetIsNamedAndNotTouched() throws Exception {
    onWait =
        () ->
            LinkedSheet.linkNew(
                form(), "new-sheet", "fr_FR", "Europe/London", sheets, RowSwitches.usual());

    assertThat(init()).isEqualTo(Outcome.ELSEWHERE);
    assertThat(lines).endsWith("spreadsheet = \"new-sheet\"");
    assertThat(office.log().counts()).doesNotContainKey("sheets.write");
  }

  @Test
  void aServiceAccountMakesNoForm() throws Exception {
    assertThat(
            init(
                google().formMaker(tokens(Offices.ACCOUNT, OfficeScopes.FORMS_BODY), false),
                Duration.ZERO))
        .isEqualTo(Outcome.CANNOT_MAKE);
    assertThat(forms.forms()).isEmpty();
    assertThat(requests("/v1/forms")).isZero();
  }

  @Test
  void aSignInWithoutThePermissionIsToldHowToGetIt() {
    FormMaker maker = google().formMaker(tokens(PERSON, OfficeScopes.FORMS_BODY_READONLY), true);
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(() -> init(maker, Duration.ZERO))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(RemoteFailure.Kind.PERMISSION))
        .withMessageContaining("auth login EMAIL --create-forms");
    assertThat(made).isEmpty();
  }

  @Test
  void questionsWhoseAdditionWentUnansweredAreNotAddedTwice() throws Exception {
    CurrentForm empty = maker().create("Entraide – londres");
    made.put("londres", empty.form().id());
    office.faults().add(Faults.Rule.next(1, "forms.write", FaultEffect.UNAVAILABLE).afterEffect());

    init(maker(), Duration.ZERO);

    assertThat(form().items()).extracting(FormItem::title).doesNotHaveDuplicates();
    assertThat(requests(":batchUpdate")).isEqualTo(1);
  }

  @Test
  void aFormThatSomebodyEditsMeanwhileIsReadAgain() throws Exception {
    CurrentForm empty = maker().create("Entraide – londres");
    made.put("londres", empty.form().id());
    form().item(FormItem.question("0000aaaa", "Téléphone", OfficeQuestion.text("1000aaaa", false)));
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(
            () ->
                maker()
                    .add(
                        empty,
                        MissingQuestions.all(
                            empty,
                            Blueprint.of(FRENCH, "x", Optional.empty(), Optional.empty()),
                            Map.of())))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(RemoteFailure.Kind.CONFLICT));

    init(maker(), Duration.ZERO);
    assertThat(form().items())
        .extracting(FormItem::title)
        .containsOnlyOnce("Téléphone")
        .contains("Nom et prénom");
  }
}
