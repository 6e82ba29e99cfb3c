package org.entraide.plan.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.entraide.plan.Folk;
import org.entraide.plan.introduction.Introduction.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What organisers type under Suite/Outcome. */
class OutcomeWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acceptée | ACCEPTED",
        "Acceptée, ils sont ravis | ACCEPTED",
        "ACCEPTE | ACCEPTED",
        "acceptés ! | ACCEPTED",
        "refusé | DECLINED",
        "Refusées : trop loin | DECLINED",
        "refus | DECLINED",
        "décliné | DECLINED",
        "Sans réponse | NO_ANSWER",
        "sans réponse depuis deux semaines | NO_ANSWER",
        "pas de réponse | NO_ANSWER",
        "n'a pas répondu | NO_ANSWER",
        "n’ont pas répondu | NO_ANSWER",
        "terminé le 3 mai | DONE",
        "Terminées. | DONE",
        "Accepted, they are delighted | ACCEPTED",
        "refused | DECLINED",
        "No answer yet | NO_ANSWER",
        "no reply | NO_ANSWER",
        "Done (3 May) | DONE"
      })
  void aWordIsUnderstoodWithItsInflectionsAndWithTextBehindIt(String typed, State outcome) {
    assertThat(Folk.WORDS.outcome(typed)).contains(outcome);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bof",
        "",
        "?",
        "pas acceptée",
        "Acceptée ?",
        "Refusée ou acceptée",
        "acceptée puis refusée",
        "Envoyée",
        "Brouillon prêt",
        "Retirée",
        "sans",
        "acceptéequi",
        "réponse"
      })
  void anythingElseIsNot(String typed) {
    assertThat(Folk.WORDS.outcome(typed)).isEmpty();
  }
}
