package org.entraide.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ibm.icu.text.MessagePattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TextsTest extends TextsFixture {

  static final List<String> LANGUAGES = Texts.languages();
  private static final Texts ENGLISH = Texts.of("en");

  // ---- the languages

  static final List<String> AREAS = Texts.AREAS;

  @Test
  void thePseudoLanguageIsOneOfTheLanguages() {
    assertThat(LANGUAGES).containsExactly("fr", "en", PseudoLanguage.CODE);
  }

  @ParameterizedTest
  @FieldSource("AREAS")
  void everyLanguageHasTheSameKeysInEveryAreaWithTheSameArguments(String area) {
    Map<String, String> english = file(area, "en");
    for (String language : LANGUAGES) {
      assertThat(differences(english, file(area, language))).as(language).isEmpty();
    }
  }

  @Test
  void aKeyMissingInOneLanguageIsFound() {
    Map<String, String> whole =
        Map.of("a", "one", "b", "{count, plural, one {# of {ref}} other {# of {ref}}}");

    assertThat(differences(whole, whole)).isEmpty();
    assertThat(differences(whole, Map.of("a", "un"))).containsExactly("b is missing");
    assertThat(differences(Map.of("a", "one"), whole)).containsExactly("b is nowhere else");
    assertThat(differences(whole, Map.of("a", "un", "b", "{count, plural, other {#}}")))
        .containsExactly("b takes [count], not [count, ref]");
  }

  /** What a language lacks, has too much, or says with other arguments. */
  private static List<String> differences(Map<String, String> model, Map<String, String> other) {
    Set<String> keys = new TreeSet<>(model.keySet());
    keys.addAll(other.keySet());
    List<String> differences = new ArrayList<>();
    for (String key : keys) {
      if (!other.containsKey(key)) {
        differences.add(key + " is missing");
      } else if (!model.containsKey(key)) {
        differences.add(key + " is nowhere else");
      } else if (!arguments(model.get(key)).equals(arguments(other.get(key)))) {
        differences.add(
            "%s takes %s, not %s"
                .formatted(key, arguments(other.get(key)), arguments(model.get(key))));
      }
    }
    return differences;
  }

  @Test
  void noKeyIsInTwoAreas() {
    int all = AREAS.stream().mapToInt(area -> file(area, "fr").size()).sum();

    assertThat(FRENCH.keys()).hasSize(all);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void whatEarlierVersionsSaidIsOfKeysThatThereAreAndNotWhatIsSaidToday(String language) {
    Texts texts = Texts.of(language);
    for (Texts earlier : texts.earlier()) {
      assertThat(earlier.keys()).isEqualTo(texts.keys());
    }
    for (String key : texts.keys()) {
      assertThat(texts.former(key))
          .as(key)
          .doesNotContain(texts.pattern(key))
          .doesNotHaveDuplicates();
    }
    assertThat(FRENCH.former("status.full")).containsExactly("Complet");
    assertThat(FRENCH.earlier()).hasSize(2);
    assertThat(FRENCH.earlier().get(0).get("status.full")).isEqualTo("Complet");
    assertThat(FRENCH.earlier().get(0).get("status.available")).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyTemplateFillsInTheSame(String language) {
    for (LetterTemplate template : LetterTemplate.values()) {
      assertThat(tags(Texts.of(language).template(template)))
          .isEqualTo(tags(ENGLISH.template(template)));
    }
  }

  private static Set<String> tags(String template) {
    return matches(Pattern.compile("\\{\\{([^}]*)}}"), template);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void noTextIsEmptyAndNoApostropheIsLost(String language) {
    Texts texts = Texts.of(language);
    for (String key : texts.keys()) {
      assertThat(texts.pattern(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  private static Set<String> arguments(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
        names.add(pattern.getSubstring(part));
      }
    }
    return names;
  }

  // ---- how words are put together

  @Test
  void numbersAndDaysFollowTheSheetAndWordsTheLanguage() {
    Message near = Message.of("introduced.near").with("ref", "7KQ47").with("km", 1.25);
    LocalDate day = LocalDate.of(2020, 3, 26);

    assertThat(FRENCH.format(near)).isEqualTo("7KQ47, 1,2 km");
    assertThat(FRENCH.inSheet("en_GB").format(near)).isEqualTo("7KQ47, 1.2 km");
    assertThat(ENGLISH.inSheet("de_DE").format(near)).isEqualTo("7KQ47, 1,2 km");
    assertThat(FRENCH.day(day)).isEqualTo("26/03/2020");
    assertThat(FRENCH.inSheet("en_US").day(day)).isEqualTo("03/26/2020");
    assertThat(FRENCH.inSheet("de_DE").day(day)).isEqualTo("26.03.2020");
    assertThat(FRENCH.inSheet("en_US").get("status.paused")).isEqualTo("En pause");
  }

  @Test
  void pluralsFollowTheLanguage() {
    Message full = Message.of("reason.full").with("needs", "x");

    assertThat(FRENCH.format(full.with("count", 1)))
        .contains("la seule personne qui pourrait aider");
    assertThat(FRENCH.format(full.with("count", 2))).contains("les 2 bénévoles possibles");
    assertThat(ENGLISH.format(full.with("count", 1))).contains("the only possible helper is full");
    assertThat(ENGLISH.format(full.with("count", 2))).contains("the 2 possible helpers are full");
    assertThat(FRENCH.format(full.with("count", 0)))
        .contains("la seule personne"); // as French has it
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyPluralHasWordsForOneAndForTwo(String language) {
    Texts texts = Texts.of(language);
    Set<String> plurals = new HashSet<>(texts.keys());
    plurals.removeIf(key -> !texts.pattern(key).contains("plural"));

    assertThat(plurals).isNotEmpty();
    for (String key : plurals) {
      Message message = Message.of(key);
      for (String argument : arguments(texts.pattern(key))) {
        message = message.with(argument, argument.equals("count") ? 0 : "x");
      }
      String one = texts.format(message.with("count", 1));
      String two = texts.format(message.with("count", 2));
      assertThat(one).as(key).isNotEqualTo(two).doesNotContain("{", "}", "#");
      assertThat(two).as(key).doesNotContain("{", "}", "#");
    }
  }

  @Test
  void ofALanguageThatIcuDoesNotKnowListsAndDaysHaveNoWordsOfAnother() {
    Texts pseudo = Texts.of(PseudoLanguage.CODE);
    Message two = Message.of("letter.needs").with("needs", List.of("1", "2"));

    assertThat(pseudo.format(two)).isEqualTo("1, 2");
    assertThat(pseudo.moment(LocalDate.of(2020, 3, 26).atTime(12, 0)))
        .doesNotContainIgnoringCase("mar", "at ");
    assertThat(pseudo.format(Message.of("settings.people").with("count", 1)))
        .isEqualTo("1 " + PseudoLanguage.moved("person"));
  }

  @Test
  void listsAreJoinedAsTheLanguageDoes() {
    Message needs =
        Message.of("letter.needs")
            .with(
                "needs",
                List.of(
                    Message.of("category.shopping"),
                    Message.of("category.pets"),
                    Message.of("category.bills")));

    assertThat(FRENCH.format(needs)).isEqualTo("courses, animaux et factures");
    assertThat(ENGLISH.format(needs)).isEqualTo("shopping, pets, and bills");
  }

  @Test
  void anArgumentIsNeverReadAsAPattern() {
    assertThat(
            ENGLISH.format(
                Message.of("explain.with.unknown").with("typed", "{0} '{x}' # {ref, plural}")))
        .contains("{0} '{x}' # {ref, plural}");
  }

  @Test
  void aLanguageThatIsNotSpokenIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Texts.of("tlh"))
        .withMessageContaining("people_tlh");
  }

  @Test
  void aKeyWithoutWordsIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FRENCH.get("people.nothing"))
        .withMessageContaining("people.nothing");
  }
}
