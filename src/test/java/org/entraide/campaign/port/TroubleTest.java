package org.entraide.campaign.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/** One trouble, said to the log, to organisers and to the administrator. */
class TroubleTest {

  @Test
  void theLogHasItInEnglishAndTheDashboardInTheLanguageOfTheSheet() {
    Trouble trouble = new Trouble(Trouble.Kind.PERMISSION, Message.of("campaign.protected"));

    assertThat(trouble.text()).startsWith("Entraide cannot write to some of its cells");
    assertThat(Texts.of("fr").format(trouble.onDashboard()))
        .isEqualTo(Texts.of("fr").get("campaign.protected"))
        .startsWith("Entraide ne peut pas écrire");
  }

  @Test
  void aFailureOfGoogleKeepsItsWords() {
    Message words = Message.of("google.why.denied");
    Trouble trouble = Trouble.of(RemoteFailure.of(RemoteFailure.Kind.PERMISSION, words));

    assertThat(trouble.words()).isEqualTo(words);
  }
}
