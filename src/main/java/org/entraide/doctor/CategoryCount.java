package org.entraide.doctor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.config.CampaignSettings;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.profile.Questionnaire.Column;
import org.entraide.people.word.Category;
import org.entraide.people.word.CategoryWords;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Row;
import org.entraide.text.Message;

/**
 * Which categories were recognised in the answers, counted: what anybody wrote is not shown.
 *
 * @param answers rows that are answers
 * @param people by category, how many of them need or offer it
 * @param riddles rows with a part that was taken for no category
 */
record CategoryCount(long answers, Map<Category, Long> people, long riddles) {

  static CategoryCount of(SheetLayout layout, ProfileReader reader, CampaignSettings settings) {
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

  /** A grid's rows are options with yes and no beside them: their titles count, not their cells. */
  private static boolean isRiddle(SheetLayout layout, Row row, CategoryWords words) {
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

  List<DoctorFinding> findings(CampaignAccess access) {
    List<DoctorFinding> findings = new ArrayList<>();
    Message about = access.about("doctor.about.categories");
    if (answers == 0) {
      return List.of(DoctorFinding.good(about, Message.of("doctor.categories.nobody")));
    }
    findings.add(
        DoctorFinding.good(
            about,
            Message.of("doctor.categories.counted")
                .with("count", answers)
                .with(
                    "categories",
                    people.isEmpty()
                        ? Message.of("doctor.categories.none")
                        : people.entrySet().stream()
                            .map(e -> e.getKey().key() + " " + e.getValue())
                            .collect(Collectors.joining(", ")))));
    if (riddles > 0) {
      findings.add(
          DoctorFinding.warning(
              about,
              Message.of("doctor.categories.riddles")
                  .with("count", riddles)
                  .with("answers", answers),
              access.about("doctor.categories.riddles.fix")));
    }
    return findings;
  }
}
