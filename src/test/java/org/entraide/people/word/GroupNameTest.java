package org.entraide.people.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupNameTest {

  private static GroupName name(String cell) {
    return GroupName.of(cell).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Société Générale",
        "  société   générale ",
        "SOCIETE GENERALE",
        "Socie\u0301te\u0301\u00a0Ge\u0301ne\u0301rale",
        "Société\nGénérale",
        "Société-Générale"
      })
  void spellingsOfOneNameAreOneGroup(String spelling) {
    assertThat(name(spelling).key()).isEqualTo(name("Société Générale").key());
    assertThat(name(spelling).hash()).isEqualTo(name("Société Générale").hash());
  }

  @Test
  void otherNamesAreOtherGroups() {
    assertThat(name("Croix-Rouge").key()).isNotEqualTo(name("Croix-Bleue").key());
    assertThat(name("Croix-Rouge").hash()).isNotEqualTo(name("Croix-Bleue").hash());
    assertThat(name("赤十字社").key()).isNotEqualTo(name("الهلال الأحمر").key());
  }

  @Test
  void aNameIsShownAsItIsTypedOnOneLine() {
    assertThat(name(" Croix-Rouge \n de  Londres").text()).isEqualTo("Croix-Rouge de Londres");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#ERROR!", "…", "-", " ", "🙂"})
  void whatHoldsNoNameIsNone(String cell) {
    assertThat(GroupName.of(cell)).isEmpty();
  }

  @Test
  void aNameOfSixtyCharactersIsOneAndALongerOneIsNone() {
    assertThat(GroupName.of("x".repeat(60))).isEqualTo(Optional.of(new GroupName("x".repeat(60))));
    assertThat(GroupName.of("x".repeat(61))).isEmpty();
    assertThat(GroupName.of(" ".repeat(30) + "x".repeat(60))).isPresent();
  }

  @Test
  void aNameMayBeginWithAHashMark() {
    assertThat(name("#Solidaires").text()).isEqualTo("#Solidaires");
  }
}
