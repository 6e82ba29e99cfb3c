package org.entraide.plan.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.profile.RowFingerprint.Addressee;
import org.junit.jupiter.api.Test;

class NameAddressMismatchTest {

  private static final Map<String, String> KNOWN =
      Map.of("=a", "AAAAA", "~a", "AAAAA", "@aa", "AAAAA", "=b", "BBBBB", "~b", "BBBBB");

  private static final Addressee HER_NAME_AT_HIS_ADDRESS = new Addressee("=a", "~b", "@ab");

  @Test
  void aKnownNameBesideTheAddressOfSomebodyElseIsConfused() {
    assertThat(confused(KNOWN, Map.of(), HER_NAME_AT_HIS_ADDRESS)).containsExactly("BBBBB");
  }

  @Test
  void anAddressThatManyNamesStandBesideConfusesEachOfThem() {
    Map<String, String> known = Map.of("=a", "AAAAA", "~b", "BBBBB", "~c", "CCCCC");
    assertThat(confused(known, Map.of(), HER_NAME_AT_HIS_ADDRESS, new Addressee("=a", "~c", "@ac")))
        .containsExactlyInAnyOrder("BBBBB", "CCCCC");
  }

  @Test
  void whoWasThereTogetherBeforeIsBelieved() {
    Map<String, String> known =
        Map.of("=a", "AAAAA", "~b", "BBBBB", "@ab", "CCCCC"); // she has answered for both before
    assertThat(confused(known, Map.of(), HER_NAME_AT_HIS_ADDRESS)).isEmpty();
  }

  @Test
  void aNewNameOrANewAddressIsAnEdit() {
    assertThat(confused(KNOWN, Map.of(), new Addressee("=a", "~new", "@an"))).isEmpty();
    assertThat(confused(KNOWN, Map.of(), new Addressee("=new", "~b", "@nb"))).isEmpty();
    assertThat(confused(KNOWN, Map.of(), Addressee.NOBODY)).isEmpty();
  }

  @Test
  void twoWhoTurnedOutToBeOneAreNotConfused() {
    assertThat(confused(KNOWN, Map.of("BBBBB", "AAAAA"), HER_NAME_AT_HIS_ADDRESS)).isEmpty();
  }

  private static Set<String> confused(
      Map<String, String> known, Map<String, String> aliases, Addressee... rows) {
    return new NameAddressMismatch(List.of(rows), known, aliases).people();
  }
}
