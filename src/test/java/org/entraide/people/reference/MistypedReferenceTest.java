package org.entraide.people.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MistypedReferenceTest {

  private static final Set<String> KNOWN = Set.of("7KQ47", "0B3DR", "9JNRN");

  @ParameterizedTest
  @ValueSource(strings = {"7KQ4", "7KQ477", "7KX47", "K7Q47", "m-7kq74", " 7k q 48 ", "M-KQ47"})
  void oneSlipIsSeenAndLeadsToWhatWasMeant(String typed) {
    assertThat(MistypedReference.of(typed).map(it -> it.near(KNOWN))).contains(List.of("7KQ47"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7KQ47", "M-7KQ47", "7kq47", "ana@example.org", "Ana", "", "ABCDEFGHIJ"})
  void aReferenceAndWhatCannotBeMeantAsOneAreNoSlip(String typed) {
    assertThat(MistypedReference.of(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7XX47", "74KQ7", "ZZZZZ"})
  void whatIsTwoSlipsAwayIsNotNear(String typed) {
    assertThat(MistypedReference.of(typed).map(it -> it.near(KNOWN))).contains(List.of());
  }
}
