package org.entraide.people;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.word.CategoryWords;
import org.entraide.place.index.NamedCountry;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Message;

/** Rows of a small questionnaire, for tests. */
public final class Sheets {

  static final ZoneId LONDON = ZoneId.of("Europe/London");

  public static final List<String> TITLES =
      List.of(
          "Horodateur",
          "Adresse e-mail",
          "Nom et prénom",
          "Téléphone",
          "Adresse",
          "De quoi avez-vous besoin ?",
          "Comment pouvez-vous aider ?",
          "Combien de personnes pouvez-vous aider ?",
          "Jusqu'à quelle distance (km) ?",
          "Langues parlées",
          "Êtes-vous une personne à risque ?",
          "Âge",
          "J'accepte que mes réponses soient utilisées");

  public static final Questionnaire QUESTIONS = Questionnaire.recognise(TITLES, Set.of(), Map.of());

  private Sheets() {}

  static int column(Field field) {
    return QUESTIONS.columns().stream()
        .filter(c -> c.field() == field)
        .findFirst()
        .orElseThrow()
        .index();
  }

  /** A Forms timestamp. */
  public static Cell serial(LocalDateTime local) {
    double days =
        Duration.between(LocalDateTime.of(1899, 12, 30, 0, 0), local).toMillis() / 86_400_000.0;
    return Cell.number(days, local.toString());
  }

  /** A whole answer, some cells of it replaced. */
  public static Row row(Map<Field, Cell> cells) {
    List<Cell> row = new ArrayList<>();
    row.add(serial(LocalDateTime.of(2020, 3, 25, 14, 5, 33)));
    row.add(Cell.text("marie@example.org"));
    row.add(Cell.text("Marie Dupont"));
    row.add(Cell.text("07700 900123"));
    row.add(Cell.text("South Kensington"));
    row.add(Cell.text("Courses, Médicaments"));
    row.add(Cell.EMPTY);
    row.add(Cell.EMPTY);
    row.add(Cell.EMPTY);
    row.add(Cell.EMPTY);
    row.add(Cell.EMPTY);
    row.add(Cell.EMPTY);
    row.add(Cell.text("Oui"));
    cells.forEach((field, cell) -> row.set(column(field), cell));
    return new Row(1, row);
  }

  public static ProfileReader reader() {
    return reader(QUESTIONS, "GB", false);
  }

  public static ProfileReader reader(
      Questionnaire questions, String country, boolean consentAssumed) {
    return new ProfileReader(
        questions,
        new ProfileReader.Options(
            NamedCountry::of, country, LONDON, consentAssumed, new CategoryWords(Map.of())));
  }

  static Profile profile(Field field, String text) {
    return profile(field, Cell.text(text));
  }

  static Profile profile(Field field, Cell cell) {
    return reader().read(row(Map.of(field, cell))).orElseThrow();
  }

  static List<String> problems(Profile profile) {
    return profile.problems().stream().map(Message::key).toList();
  }
}
