package org.entraide.plan.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entraide.plan.Folk;
import org.entraide.plan.layout.Status;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a row has to say fits into one short cell, the most important first. */
class ExplanationCellTest {

  private static final int SITUATIONS = 5000;
  private static final String NAME = "Marie-Antoinette-Lou R. (9JNRN)";

  private static final Map<String, Object> LONGEST =
      Map.ofEntries(
          Map.entry("needs", needs()),
          Map.entry("column", columns()),
          Map.entry("fields", columns()),
          Map.entry("ref", "M-7KQ47"),
          Map.entry("refs", List.of("M-7KQ47", "M-9JNRN", "M-4TZ0H")),
          Map.entry("others", List.of(new PersonReference("9JNRN"), new PersonReference("4TZ0H"))),
          Map.entry("other", new PersonReference("9JNRN")),
          Map.entry("old", "M-4TZ0H"),
          Map.entry("why", Message.of("explain.pin.already_introduced")),
          Map.entry("items", "M-7KQ47, 4TZ0H"),
          Map.entry("count", 12),
          Map.entry("max", 100),
          Map.entry("offered", 12),
          Map.entry("capacity", 12),
          Map.entry("km", 1234.5),
          Map.entry("limit", 50.0),
          Map.entry("most", 1000),
          Map.entry("row", 20_000),
          Map.entry("copied", 20_000),
          Map.entry("typed", "W".repeat(20) + "…"),
          Map.entry("word", Message.of("instruction.another")),
          Map.entry("status", Message.of("status.place_unclear")),
          Map.entry("group", "W".repeat(60)),
          Map.entry("field", Message.of("people.field.capacity")),
          Map.entry("until", LocalDate.of(2020, 9, 26).atTime(12, 30)),
          Map.entry("on", LocalDate.of(2020, 9, 26)));

  private static final List<String> KEYS =
      Arrays.stream(SentenceKind.values()).flatMap(kind -> kind.keys().stream()).toList();

  private static List<Object> needs() {
    return Message.firstOf(
        Stream.of("admin", "childcare", "pets", "other")
            .map(need -> Message.of("category." + need))
            .toList(),
        2);
  }

  private static List<Object> columns() {
    return Message.firstOf(
        Stream.of("status", "corrected_place", "instruction")
            .map(title -> Message.of("column." + title))
            .toList(),
        2);
  }

  private static Stream<Texts> languages() {
    return Folk.LANGUAGES.stream().map(texts -> texts.naming(ref -> NAME));
  }

  /** A sentence with the longest arguments there are. */
  private static Message sentence(String key) {
    Message message = Message.of(key);
    if (key.equals("reason.by_hand")) {
      return message.with(
          "needs", List.of(Message.of("category.financial"), Message.of("category.other")));
    }
    if (key.matches("explain\\.(barred|pin)\\..*") || key.equals("explain.duplicate")) {
      message = message.with("ref", new PersonReference("9JNRN"));
    }
    if (key.equals("people.same-contact")) {
      message =
          message.with("refs", List.of(new PersonReference("9JNRN"), Message.of("people.others")));
    }
    MessagePattern pattern = new MessagePattern(Folk.LANGUAGES.get(0).pattern(key));
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPart(i).getType() == MessagePattern.Part.Type.ARG_NAME) {
        String name = pattern.getSubstring(pattern.getPart(i));
        if (!message.args().containsKey(name)) {
          message = message.with(name, LONGEST.getOrDefault(name, "Saint-Denis-lès-Bourg"));
        }
      }
    }
    return message;
  }

  private static RowReport report(List<Message> sentences) {
    return new RowReport(Status.WAITING, List.of(), List.of(), sentences);
  }

  private static String cell(Texts texts, Message... sentences) {
    return new ExplanationCell(texts).of(report(List.of(sentences)).explanation());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noSentenceFillsTheCell(Texts texts) {
    Map<String, Integer> tooLong = new TreeMap<>();
    for (String key : KEYS) {
      int length = texts.format(sentence(key)).length();
      boolean action = SentenceKind.ACTION.keys().contains(key);
      if (length > (action ? 95 : 155) && !ExplanationCell.UNLIMITED.contains(key)) {
        tooLong.put(key, length);
      }
    }

    assertThat(tooLong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void actionsAreClausesAndTheRestAreWholeSentences(Texts texts) {
    for (String key : KEYS) {
      boolean action = SentenceKind.ACTION.keys().contains(key);
      assertThat(texts.format(sentence(key)))
          .as(key)
          .matches(action ? "(?s)\\p{Ll}.*[^.?!]" : "(?s)[«“]?\\p{Z}?[\\p{Lu}\\p{N}].*[.?!]");
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whateverComesTogetherFitsAndNothingImportantIsLeftOut(Texts texts) {
    SplittableRandom random = new SplittableRandom(31);
    String todo = texts.format(Message.of("explain.todo").with("actions", "")).replace(".", "");
    int cut = 0;
    for (int i = 0; i < SITUATIONS; i++) {
      List<Message> sentences = new ArrayList<>();
      int most = random.nextInt(1, 14);
      while (sentences.size() < most) {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        boolean kept = SentenceKind.KEPT.keys().contains(key); // one sentence says it all
        if (!ExplanationCell.UNLIMITED.contains(key)
            && (!kept || sentences.stream().noneMatch(ExplanationCellTest::isKept))) {
          sentences.add(sentence(key));
        }
      }
      RowReport report = report(sentences);

      String cell = new ExplanationCell(texts).of(report.explanation());

      assertThat(cell.length()).as(cell).isLessThanOrEqualTo(ExplanationCell.MOST);
      assertThat(cell.startsWith(todo)).as(cell).isEqualTo(!report.actions().isEmpty());
      report.actions().stream()
          .min(Comparator.comparingInt(SentenceKind::rank))
          .ifPresent(first -> assertThat(cell).contains(texts.format(first)));
      report.explanation().stream()
          .filter(ExplanationCellTest::isKept)
          .forEach(kept -> assertThat(cell).contains(texts.format(kept)));
      long said = report.explanation().stream().filter(it -> says(cell, it, texts)).count();
      cut += said < sentences.stream().distinct().count() ? 1 : 0;
    }
    assertThat(cut).as("situations that did not fit").isGreaterThan(SITUATIONS / 2);
  }

  private static boolean isKept(Message sentence) {
    return SentenceKind.of(sentence) == SentenceKind.KEPT;
  }

  private static boolean says(String cell, Message sentence, Texts texts) {
    return cell.contains(texts.format(sentence));
  }

  @Test
  void actionsComeFirstThenOpenNeedsThenWhatHappenedThenAnswers() {
    assertThat(
            cell(
                Folk.LANGUAGES.get(0),
                Message.of("explain.typed.one").with("column", Message.of("column.status")),
                Message.of("explain.priority"),
                Message.of("explain.paused"),
                Message.of("reason.place_unknown").with("needs", "aide"),
                Message.of("people.age.unclear"),
                Message.of("people.name.missing")))
        .isEqualTo(
            "À faire\u202f: ajoutez son nom\u202f; écrivez l’âge en chiffres, ou videz la"
                + " cellule. Reste à trouver (aide)\u202f: il manque un lieu assez précis."
                + " Statut\u202f: votre texte reste (sinon, videz). (+2 autres points)");
  }

  @Test
  void whyNobodyWasFoundIsSaidRatherThanASecondThingToDo() {
    String cell =
        cell(
            Folk.LANGUAGES.get(0),
            Message.of("people.phone.invalid"),
            Message.of("people.name.link"),
            Message.of("people.email.kept"),
            Message.of("explain.question.draft").with("ref", "Q-7KQ47"),
            Message.of("reason.too_far")
                .with("needs", "courses")
                .with("km", 6.3)
                .with("limit", 5.0));

    assertThat(cell).contains("la personne la plus proche est à 6,3 km").endsWith("points)");
  }

  @Test
  void whatDoesNotFitIsCountedAndWhatFitsIsNot() {
    Texts english = Folk.LANGUAGES.get(1);
    Message open = Message.of("reason.place_unknown").with("needs", "x".repeat(100));

    assertThat(cell(english, open, Message.of("explain.priority"))).doesNotContain("(+");
    assertThat(cell(english, open, open.with("needs", "y".repeat(100)))).endsWith(" (+1 more)");
  }

  @Test
  void severalIntroductionsAreNamedBeyondTheLimit() {
    Message several = Message.of("explain.several").with("count", 9).with("items", "x".repeat(400));

    assertThat(cell(Folk.LANGUAGES.get(1), several, Message.of("explain.paused")))
        .hasSizeGreaterThan(400)
        .contains("Paused at an organiser’s request.")
        .doesNotContain("(+");
  }

  @Test
  void theSameWordsAreSaidOnce() {
    Message open = Message.of("reason.place_unknown");

    assertThat(
            cell(Folk.LANGUAGES.get(1), open.with("needs", "x"), open.with("needs", List.of("x"))))
        .isEqualTo("Still open (x): we need a more precise place.");
  }
}
