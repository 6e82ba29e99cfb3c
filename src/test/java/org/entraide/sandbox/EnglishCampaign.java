package org.entraide.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.form.Blueprint;
import org.entraide.form.QuestionnairePart;
import org.entraide.people.word.Category;
import org.entraide.sandbox.sample.SampleAnswer;
import org.entraide.sandbox.sample.SampleCampaign;
import org.entraide.sandbox.sample.SampleForm;
import org.entraide.sandbox.sample.SampleQuestion;
import org.entraide.sandbox.sample.SampleQuestion.Kind;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;

/**
 * The people of a French sample, who answer the English questionnaire that {@code init} would make.
 * Their e-mail address is the one question left out: the form collects it by itself.
 */
@NullMarked
final class EnglishCampaign {

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final List<String> KILOMETRES = List.of("1", "2", "5", "10", "20");

  private final Texts texts = Texts.of("en");

  private EnglishCampaign() {}

  static SampleCampaign of(SampleCampaign french) {
    EnglishCampaign english = new EnglishCampaign();
    Blueprint blueprint =
        Blueprint.of(
            english.texts,
            "London",
            Optional.of("Example Association, contact@example.org"),
            Optional.of("https://example.org/privacy"));
    return new SampleCampaign(
        blueprint.title(),
        blueprint.pieces().stream()
            .filter(QuestionnairePart::asks)
            .filter(piece -> !piece.title().equals(english.title("email")))
            .map(EnglishCampaign::question)
            .toList(),
        french.answers().stream().map(english::answer).toList());
  }

  private static SampleQuestion question(QuestionnairePart piece) {
    Kind kind =
        switch (piece.kind()) {
          case LINE, SECTION -> Kind.TEXT;
          case PARAGRAPH -> Kind.PARAGRAPH;
          case RADIO, DROP_DOWN -> Kind.RADIO;
          case BOXES -> Kind.CHECKBOXES;
        };
    // the sample has people who do not agree
    return new SampleQuestion(piece.title(), kind, piece.choices(), false);
  }

  private String title(String field) {
    return texts.get("form.ask." + field);
  }

  private SampleAnswer answer(SampleAnswer french) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    put(
        answers,
        "name",
        (french.first(SampleForm.FIRST_NAME) + " " + french.first(SampleForm.LAST_NAME)).strip());
    put(answers, "phone", french.first(SampleForm.PHONE));
    put(answers, "address", french.first(SampleForm.PLACE));
    put(answers, "city", french.first(SampleForm.PLACE).isEmpty() ? "" : "London");
    answers.put(
        title("languages"), List.of(texts.get("form.language.1"), texts.get("form.language.2")));
    put(answers, "needs", choices("form.need.", french.all(SampleForm.NEEDS)));
    put(answers, "offers", choices("form.choice.", french.all(SampleForm.OFFERS)));
    put(answers, "capacity", number(french.first(SampleForm.CAPACITY)));
    put(answers, "radius_km", radius(french.first(SampleForm.RADIUS)));
    if (!french.first(SampleForm.CONSENT).isEmpty()) {
      put(answers, "consent", texts.get("form.consent.agreed"));
    }
    return new SampleAnswer(french.submitted(), french.email(), answers);
  }

  private void put(Map<String, List<String>> answers, String field, String value) {
    put(answers, field, value.isEmpty() ? List.of() : List.of(value));
  }

  private void put(Map<String, List<String>> answers, String field, List<String> values) {
    if (!values.isEmpty()) {
      answers.put(title(field), values);
    }
  }

  private List<String> choices(String prefix, List<String> french) {
    List<String> english = new ArrayList<>();
    for (String choice : french) {
      Arrays.stream(Category.values())
          .filter(category -> SampleForm.choice(category).equals(choice))
          .map(category -> prefix + category.key())
          .map(key -> texts.keys().contains(key) ? texts.get(key) : "Something else")
          .forEach(english::add);
    }
    return english;
  }

  private static String number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  private static String radius(String text) {
    String number = number(text);
    return KILOMETRES.contains(number) ? number + " km" : "";
  }
}
