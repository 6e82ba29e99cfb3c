package org.entraide.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entraide.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of a typed answer before anything is looked at. */
class AnswerVerdictTest {

  @ParameterizedTest
  @CsvSource({
    "LANGUAGE, Français, fr",
    "LANGUAGE, ' EN ', en",
    "LANGUAGE, anglais, en",
    "CAMPAIGN, été-2026, été-2026",
    "PATH, 1, workspace",
    "PATH, GMail, gmail",
    "CREDENTIALS, '\"/tmp/my key.json\"', /tmp/my key.json",
    "SHEET, 1AbC_-9, 1AbC_-9",
    "SHEET, https://docs.google.com/spreadsheets/u/1/d/1AbC/edit?usp=sharing#gid=0,"
        + " https://docs.google.com/spreadsheets/d/1AbC/edit",
    "FORM, docs.google.com/forms/d/1FAI/edit, https://docs.google.com/forms/d/1FAI/edit",
    "FORM, '', ''",
    "DELEGATE, ' delegue@example.org ', delegue@example.org",
    "COUNTRY, gb, GB",
    "COUNTRY, uk, GB",
    "COUNTRY, royaume-uni, GB",
    "COUNTRY, Écosse, GB",
    "COUNTRY, Pays de Galles, GB",
    "COUNTRY, Etats-Unis, US",
    "COUNTRY, Ireland, IE",
    "ENDPOINT, http://127.0.0.1:8025, http://127.0.0.1:8025/",
    "APIS, whatever, done",
    "TITLE, '', ''"
  })
  void whatIsMeantIsTaken(SetupStep step, String typed, String kept) {
    assertThat(AnswerVerdict.of(step, typed)).isEqualTo(new AnswerVerdict(kept, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "LANGUAGE, de, setup.wrong.language",
    "CAMPAIGN, a.b, setup.wrong.campaign",
    "TITLE, https://example.org, setup.wrong.title",
    "PATH, 0, setup.wrong.path",
    "SHEET, https://docs.google.com/forms/d/1/edit, setup.wrong.sheet.form",
    "SHEET, https://docs.google.com/spreadsheets/d/e/2PACX-1/pubhtml, setup.wrong.sheet.published",
    "SHEET, my sheet, setup.wrong.sheet",
    "FORM, https://docs.google.com/spreadsheets/d/1/edit, setup.wrong.form.sheet",
    "FORM, https://forms.gle/abc, setup.wrong.form.answers",
    "FORM, https://docs.google.com/forms/d/e/1FAI/viewform, setup.wrong.form.answers",
    "FORM, my form, setup.wrong.form",
    "DELEGATE, Claire <c@example.org>, setup.wrong.email",
    "PRIVACY_URL, example.org, setup.wrong.web",
    "COUNTRY, Syldavia, setup.wrong.country",
    "COUNTRY, XX, setup.wrong.country",
    "COUNTRY, ' ', setup.wrong.empty"
  })
  void whatIsNotIsExplained(SetupStep step, String typed, String why) {
    AnswerVerdict verdict = AnswerVerdict.of(step, typed);

    assertThat(verdict.value()).isEmpty();
    assertThat(verdict.wrong().map(Message::key)).contains(why);
  }

  @Test
  void aNameThatCannotBeOneIsAnsweredWithOneThatCan() {
    for (String typed : Set.of("Les Français d’Île-de-France !", "x".repeat(70), "é.è", "!?")) {
      String near =
          String.valueOf(
              AnswerVerdict.of(SetupStep.CAMPAIGN, typed).wrong().orElseThrow().args().get("near"));

      assertThat(AnswerVerdict.of(SetupStep.CAMPAIGN, near).wrong()).as(near).isEmpty();
    }
  }

  @Test
  void everyStepHasAFlagOfItsOwnName() {
    for (SetupStep step : EnumSet.allOf(SetupStep.class)) {
      assertThat(step.flag())
          .isEqualTo("--" + step.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
