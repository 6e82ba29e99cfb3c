package org.entraide.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.entraide.doctor.DoctorFinding.Consequence;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DoctorFindingTest {

  private static final Message X = Message.plain("x");

  @ParameterizedTest
  @CsvSource({
    "It is off. Switch it on.,It is off,Switch it on.",
    "It is off.,It is off,''",
    "It is off,It is off,''",
    "journal.db: it is empty. Restore a backup. Or not.,journal.db: it is empty,Restore a backup."
        + " Or not.",
    "format 99. x,format 99. x,''"
  })
  void aMessageSaysFirstWhatIsWrongAndThenWhatToDo(String message, String cause, String fix) {
    DoctorFinding finding = DoctorFinding.bad(X, Message.plain(message), Consequence.FAILURE);

    assertThat(finding.words().in(Texts.english()))
        .isEqualTo(new FindingWords.FindingText(cause, fix));
  }

  @ParameterizedTest
  @EnumSource(RemoteFailure.Kind.class)
  void whateverAServiceRefusesIsAHindrance(RemoteFailure.Kind kind) {
    DoctorFinding finding = DoctorFinding.bad(X, RemoteFailure.of(kind, "No. Do something."));

    assertThat(finding.grade()).isEqualTo(DoctorFinding.Grade.BAD);
    assertThat(finding.consequence()).isNotEqualTo(Consequence.NONE);
  }

  @Test
  void whoseSignInItIsIsSaidByTheKeyOfTheConfigurationInEachLanguage() {
    DoctorFinding refused =
        DoctorFinding.bad(
            X,
            RemoteFailure.of(
                RemoteFailure.Kind.SIGN_IN,
                Message.of("google.refused.whose")
                    .with("part", Message.of("google.part.drafts"))
                    .with("why", Message.plain("Ah. Download it again"))));
    DoctorFinding named =
        ConfiguredPerson.reader("someone@example.org").named(refused, Path.of("entraide.toml"));

    assertThat(named.words().in(Texts.english()).fix())
        .isEqualTo("Download it again (the address is at google.account in entraide.toml)");
    assertThat(named.words().in(Texts.of("fr")).fix())
        .isEqualTo(
            "Download it again (l’adresse est indiquée par google.account dans entraide.toml)");
  }

  @Test
  void theWorstFindingDecidesAndWarningsDoNot() {
    DoctorFinding warning = DoctorFinding.warning(X, Message.plain("odd"));
    DoctorFinding away = DoctorFinding.bad(X, Message.plain("away"), Consequence.UNREACHABLE);
    DoctorFinding asleep = DoctorFinding.bad(X, Message.plain("asleep"), Consequence.SIGN_IN);

    assertThat(new DoctorReport(List.of(warning)).worst()).isEqualTo(Consequence.NONE);
    assertThat(new DoctorReport(List.of(asleep, warning, away)).worst())
        .isEqualTo(Consequence.SIGN_IN);
    assertThat(new DoctorReport(List.of()).worst()).isEqualTo(Consequence.NONE);
  }
}
