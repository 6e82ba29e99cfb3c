package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.entraide.people.Category;
import org.entraide.plan.Letters.Facts;
import org.entraide.plan.Letters.Party;
import org.entraide.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewLettersTest {

  private static Letter letter(String language, Party one, Party two) {
    return Letters.of(Texts.of(language))
        .introduce(
            new Facts(
                "M-7KQ47",
                "delegue@example.org",
                one,
                two,
                EnumSet.allOf(Category.class),
                12.0,
                true,
                "",
                ""))
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void aNameDoesNotNameAnotherIntroduction(String language) {
    Party one = new Party("Jean [M-ABCDE]", "Jean [M-ABCDE] Bell", "j@example.org", null, "SW7", 1);
    Party two = new Party("Bo", "Bo Bell", "b@example.org", null, "SW5", 1);

    assertThat(letter(language, one, two).subject()).doesNotContain("[M-ABCDE]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void theLongestLetterIsShort(String language) {
    String name = "Wilhelmine-Augusta-Christiane-Theodora-Xaveria";
    String area = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Anglesey";
    Party one = new Party(name, name, "j@example.org", "+447700900101", area, 12);
    Party two = new Party("B" + name, name, null, "+447700900102", area, 12);
    String body = letter(language, one, two).body();
    String text = body.substring(0, body.indexOf("\n--\n"));
    System.out.println(language + " " + text.length());

    assertThat(text.length()).isLessThanOrEqualTo(1_200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void aLetterOfFiveNeedsBetweenOrdinaryPlacesIsShort(String language) {
    Party one =
        new Party("Jean-Baptiste", "Jean-Baptiste Bell", null, "+447700900101", "Stoke-on-Trent", 4);
    Party two =
        new Party("Anne-Sophie", "Anne-Sophie Cole", "a@x", "+447700900102", "Newcastle upon Tyne", 5);
    String body =
        Letters.of(Texts.of(language))
            .introduce(
                new Facts(
                    "M-7KQ47",
                    "delegue@example.org",
                    one,
                    two,
                    EnumSet.of(
                        Category.MEDICINES,
                        Category.BILLS,
                        Category.RETURN_HOME,
                        Category.MORAL_SUPPORT,
                        Category.ADMIN),
                    5.0,
                    true,
                    "",
                    ""))
            .orElseThrow()
            .body();
    int length = body.indexOf("\n--\n");
    System.out.println("five needs, " + language + " " + length);

    assertThat(length).isLessThanOrEqualTo(1_200);
  }
}
