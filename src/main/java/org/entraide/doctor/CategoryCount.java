package org.entraide.doctor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.config.CampaignSettings;
import org.entraide.people.Category;
import org.entraide.people.CategoryWords;
import org.entraide.people.Field;
import org.entraide.people.ProfileReader;
import org.entraide.people.Questionnaire.Column;
import org.entraide.plan.Layout;
import org.entraide.table.Row;

/**
 * Which categories were recognised in the answers, counted: what anybody wrote is not told.
 *
 * @param answers rows that are answers
 * @param people by category, how many of them need or offer it
 * @param riddles rows with a part that was taken for no category
 */
record CategoryCount(long answers, Map<Category, Long> people, long riddles) {

  static CategoryCount of(Layout layout, ProfileReader reader, CampaignSettings settings) {
    CategoryWords words = new CategoryWords(settings.categories());
    Map<Category, Long> people = new EnumMap<>(Category.class);
    long answers = 0;
    long riddles = 0;
    for (Row row : layout.responses().body()) {
      var profile = reader.read(row);
      if (profile.isPresent()) {
        answers++;
        Stream.concat(profile.get().needs().stream(), profile.get().offers().stream())
            .distinct()
            .forEach(category -> people.merge(category, 1L, Long::sum));
        if (isRiddle(layout, row, words)) {
          riddles++;
        }
      }
    }
    return new CategoryCount(answers, people, riddles);
  }

  /** A grid's rows are options with yes and no beside them: their titles tell, not their cells. */
  private static boolean isRiddle(Layout layout, Row row, CategoryWords words) {
    return layout.questionnaire().columns().stream()
        .filter(column -> column.gridRow().isEmpty())
        .anyMatch(column -> notUnderstood(column, row.cell(column.index()).text(), words) > 0);
  }

  private static int notUnderstood(Column column, String text, CategoryWords words) {
    if (column.field() == Field.NEEDS) {
      return words.needs(text).notUnderstood();
    }
    return column.field() == Field.OFFERS ? words.offers(text).notUnderstood() : 0;
  }

  List<Finding> findings(Doors doors) {
    List<Finding> findings = new ArrayList<>();
    String about = doors.about("categories");
    if (answers == 0) {
      return List.of(Finding.good(about, "nobody has answered yet"));
    }
    findings.add(
        Finding.good(
            about,
            "in %d answers: %s"
                .formatted(
                    answers,
                    people.isEmpty()
                        ? "none"
                        : people.entrySet().stream()
                            .map(e -> e.getKey().key() + " " + e.getValue())
                            .collect(Collectors.joining(", ")))));
    if (riddles > 0) {
      findings.add(
          Finding.warning(
              about,
              "%d of %d answers have a part that was taken for no category"
                  .formatted(riddles, answers),
              "Where a choice of the form is meant, name it under [campaigns.%s.categories]; the rest is free text, for organisers to read"
                  .formatted(doors.settings().name())));
    }
    return findings;
  }
}
