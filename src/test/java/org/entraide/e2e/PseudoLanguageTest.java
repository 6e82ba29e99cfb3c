package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.text.PseudoLanguage;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample campaign in a language that is made of files only. */
@NullMarked
class PseudoLanguageTest {

  private static final Texts PSEUDO = Texts.of(PseudoLanguage.CODE);
  private static final String THANKS =
      PseudoLanguage.moved("Thank you for filling in the “mutual aid” form.");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** A person's name before a reference; what holds a reference, a number or an address. */
  private static final Pattern NO_WORD =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}'’ -]*(?: \\p{Lu}\\.)? (?=\\([0-9A-Z]{5}\\))"
              + "|\\S*[0-9@]\\S*|\\b(?:M-)?[A-Z]{5}\\b");

  /** What is described in a cell of its own, and what a district is part of. */
  private static final Pattern PLACE = Pattern.compile("^(\\p{Lu}[^().:]*) \\(");

  @TempDir Path directory;

  @Test
  void theSampleCampaignLeavesNoWordOfAnotherLanguageInTheSheetOrTheDrafts() {
    try (World world = World.sample(directory, 60).speaking(PseudoLanguage.CODE)) {
      world.settleSlowly();

      List<String> texts = ownTexts(world.wholeSheet());
      Set<String> known = vocabulary(PSEUDO);
      texts.forEach(text -> places(text).forEach(known::add));
      assertThat(texts).hasSizeGreaterThan(400);
      assertThat(texts).contains(PSEUDO.get("status.draft_ready"), PSEUDO.get("state.drafted"));
      assertThat(texts.stream().flatMap(PseudoLanguageTest::words).filter(w -> !known.contains(w)))
          .isEmpty();
      assertThat(world.mailbox().path("drafts"))
          .isNotEmpty()
          .allSatisfy(draft -> assertThat(draft.path("text").asText()).contains(THANKS));
    }
  }

  /** The names of places, which are told as they are called there: « London (gbja, …) ». */
  private static Stream<String> places(String text) {
    return PLACE.matcher(text).results().flatMap(found -> words(found.group(1)));
  }

  private static Stream<String> words(String text) {
    return NO_LETTERS
        .splitAsStream(NO_WORD.matcher(text).replaceAll(" "))
        .filter(word -> word.length() > 1)
        .map(word -> word.toLowerCase(Locale.ROOT));
  }

  private static Set<String> vocabulary(Texts texts) {
    return texts.keys().stream()
        .flatMap(key -> words(texts.pattern(key)))
        .collect(Collectors.toSet());
  }

  /** The words and notes of our columns and tabs. */
  private static List<String> ownTexts(JsonNode sheet) {
    Set<String> titles =
        Arrays.stream(PersonColumn.values())
            .map(column -> PSEUDO.get(column.titleKey()))
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> hidden = Set.of(PSEUDO.get("column.check"));
    titles.removeAll(hidden);
    List<String> texts = new ArrayList<>();
    boolean answers = true;
    for (JsonNode tab : sheet.path("sheets")) {
      JsonNode rows = tab.path("data").path(0).path("rowData");
      JsonNode header = rows.path(0).path("values");
      for (JsonNode row : rows) {
        for (int column = 0; column < row.path("values").size(); column++) {
          String title = header.path(column).path("formattedValue").asText();
          if (answers ? titles.contains(title) : !hidden.contains(title)) {
            texts.add(row.path("values").path(column).path("formattedValue").asText());
            texts.add(row.path("values").path(column).path("note").asText());
          }
        }
      }
      answers = false;
    }
    texts.removeIf(String::isEmpty);
    return texts;
  }
}
