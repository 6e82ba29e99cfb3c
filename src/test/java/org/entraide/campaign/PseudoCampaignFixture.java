package org.entraide.campaign;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.entraide.text.PseudoLanguage;
import org.junit.jupiter.api.BeforeEach;

/** A campaign in English, and the same in the pseudo language. */
abstract class PseudoCampaignFixture {

  static final int ANSWERS = 7;
  static final int DASHBOARD = 741_852_003;
  static final String DELEGATE = "delegate@example.org";
  static final String NAME = "First and last name";
  static final String EMAIL = "E-mail address";
  private static final String PHONE = "Telephone";
  static final String PLACE = "Where do you live?";
  static final String NEEDS = "What do you need help with?";
  static final String OFFERS = "How can you help?";
  static final String CAPACITY = "How many people can you help?";
  private static final String RADIUS = "How far can you travel?";
  private static final String LANGUAGES = "Which languages do you speak?";
  private static final String AGE = "How old are you?";
  private static final String RISK = "Are you at risk?";
  static final String CONSENT = "Do you agree that your answers are used?";
  static final List<String> TITLES =
      List.of(
          "Timestamp",
          EMAIL,
          NAME,
          PHONE,
          PLACE,
          NEEDS,
          OFFERS,
          CAPACITY,
          RADIUS,
          LANGUAGES,
          AGE,
          RISK,
          CONSENT,
          "What is your favourite colour?");

  /** What people call themselves, and where they live: no words. */
  static final Set<String> NAMES = Set.of(NAME, EMAIL, PHONE, PLACE);

  private static final List<String> PROPER =
      List.of(
          "Ana Alba",
          "Bo Bell",
          "Cy Cole",
          "Dan Dell",
          "Eve Ender",
          "Fay Fell",
          "Gil Gant",
          "Ida Iles",
          "Jo Jarr",
          "Kim Kern",
          "Lou Lint",
          "Max Mohr",
          "Ana",
          "Bo",
          "Cy",
          "Dan",
          "Eve",
          "Jo",
          "Kim",
          "Lou",
          "Max",
          "Nordstadt",
          "Fernau",
          "Association X",
          "delegate@example.org",
          "machine-1",
          "7KQ47",
          "Bx",
          "Cx",
          "Dx",
          "Ex",
          "Kern",
          "Mohr");

  final PseudoWorld english = new PseudoWorld("en", UnaryOperator.identity());
  final PseudoWorld pseudo = new PseudoWorld(PseudoLanguage.CODE, PseudoLanguage::moved);
  final List<PseudoWorld> both = List.of(english, pseudo);

  @BeforeEach
  void people() {
    for (PseudoWorld one : both) {
      one.answer("Ana Alba", NEEDS, "Doing the shopping");
      one.answer("Ana Alba", NEEDS, "Doing the shopping, Going to the pharmacy", AGE, "70 to 79");
      one.answer("Bo Bell", OFFERS, "Doing the shopping", CAPACITY, "two", RADIUS, "Any distance");
      one.answer("Cy Cole", OFFERS, "Going to the pharmacy", RADIUS, "3 miles");
      one.answer("Dan Dell", PLACE, "Fernau", NEEDS, "Someone to talk to", RISK, "Yes");
      one.answer("Eve Ender", OFFERS, "Someone to talk to", LANGUAGES, "English and French");
      one.answer("Fay Fell", NEEDS, "Doing the shopping", CONSENT, "No");
      one.answer("Gil Gant", PLACE, "Nirgends", NEEDS, "Doing the shopping");
      one.answer("Ida Iles", NEEDS, "Something else");
      one.answer("Jo Jarr", NEEDS, "Doing the shopping", EMAIL, "", PHONE, "07700 900123");
      one.answer("Kim Kern", NEEDS, "Moral support", AGE, "Under 18", LANGUAGES, "Flemish");
      one.answer("Lou Lint", NEEDS, "Looking after a pet", CONSENT, "maybe", CAPACITY, "loads");
      one.answer("Max Mohr", OFFERS, "I cannot go shopping", RADIUS, "20 minutes");
      one.settle();
    }
  }

  // ---- comparing

  void assertSame() {
    assertThat(pseudo.everything().lines().map(PseudoCampaignFixture::withoutAnd).toList())
        .containsExactlyElementsOf(english.everything().lines().map(this::expected).toList());
  }

  String expected(String text) {
    String bare = text.replace(", and ", ", ").replace(" and ", ", ");
    return PseudoLanguage.movedBut(kept(), bare);
  }

  /** Lists have no word in a language that ICU does not know. */
  static String withoutAnd(String text) {
    return text.replace(", naq ", ", ").replace(" naq ", ", ");
  }

  /** References, names with an initial, and places stay as they are. */
  private Pattern kept() {
    Set<String> kept = new TreeSet<>(Collections.reverseOrder());
    kept.addAll(PROPER);
    kept.addAll(english.references);
    return Pattern.compile(
        kept.stream()
            .map(Pattern::quote)
            .collect(joining("|", "\\b\\w+ [A-Z]\\.(?= \\([0-9A-Z])|M-[0-9A-Z]+|\\b(?:", ")\\b")));
  }
}
