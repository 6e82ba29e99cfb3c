package org.entraide.form;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormHints;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.word.CategoryWords;
import org.entraide.place.index.NamedCountry;
import org.entraide.table.Cell;
import org.entraide.table.Row;

/** A form and the tab that it writes to, for tests; what a sheet makes of an answer is given. */
final class Linked {

  static final ZoneId ZONE = ZoneId.of("Europe/London");
  static final Instant FIRST = Instant.parse("2026-03-25T14:05:33.250Z");
  static final Instant NOW = FIRST.plus(Duration.ofDays(1));

  final List<Question> questions = new ArrayList<>();
  final List<Response> responses = new ArrayList<>();
  final List<String> titles = new ArrayList<>(List.of("Horodateur"));
  final List<List<Cell>> rows = new ArrayList<>();
  final Map<Integer, QuestionMark> questionMarks = new HashMap<>();
  Optional<String> linked = Optional.of("sheet");
  Optional<Boolean> open = Optional.of(true);

  static Linked campaign() {
    return new Linked()
        .ask("1a", "Adresse e-mail")
        .ask("1b", "Nom et prénom")
        .ask("1c", "Téléphone")
        .ask("1d", "Code postal")
        .ask("1e", "De quoi avez-vous besoin ?", "Courses", "Garde d'enfants, devoirs", "Factures")
        .ask("1f", "Acceptez-vous ?", "Oui");
  }

  Linked ask(String id, String title, String... choices) {
    questions.add(new Question(id, title, List.of(choices), choices.length > 1));
    titles.add(title);
    return this;
  }

  /** Somebody answers, a minute after the one before; the sheet shows it as text. */
  Linked answer(Map<String, List<String>> values) {
    Instant at = FIRST.plus(Duration.ofMinutes(responses.size()));
    Response response = new Response("r" + responses.size(), at, at, Optional.empty(), values);
    responses.add(response);
    List<Cell> row = new ArrayList<>(List.of(moment(at)));
    for (Question question : questions) {
      row.add(Cell.text(String.join(", ", values.getOrDefault(question.id(), List.of()))));
    }
    rows.add(row);
    return this;
  }

  Linked answer(String name, String phone, String postcode, String... needs) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("1a", List.of(name.toLowerCase(java.util.Locale.ROOT) + "@example.org"));
    values.put("1b", List.of(name));
    values.put("1c", List.of(phone));
    values.put("1d", List.of(postcode));
    values.put("1e", List.of(needs));
    values.put("1f", List.of("Oui"));
    return answer(values);
  }

  static Cell moment(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, ZONE);
    double days =
        Duration.between(LocalDateTime.of(1899, 12, 30, 0, 0), local).toMillis() / 86_400_000.0;
    return Cell.number(days, local.toString());
  }

  /** The sheet understood an answer as something else. */
  Linked shows(int row, int column, Cell cell) {
    rows.get(row).set(column, cell);
    return this;
  }

  /** A column moves. */
  void move(int from, int to) {
    titles.add(to, titles.remove(from));
    rows.forEach(row -> row.add(to, row.remove(from)));
  }

  /** A column of the organisers. */
  void insert(int at, String title, String... cells) {
    titles.add(at, title);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).add(at, i < cells.length ? Cell.text(cells[i]) : Cell.EMPTY);
    }
  }

  /** A question gets another title; the header follows. */
  void rename(String id, String title) {
    for (int i = 0; i < questions.size(); i++) {
      Question q = questions.get(i);
      if (q.id().equals(id)) {
        titles.replaceAll(t -> t.equals(q.title()) ? title : t);
        questions.set(i, new Question(id, title, q.choices(), q.several()));
      }
    }
  }

  Row row(int index) {
    return new Row(index + 1, rows.get(index));
  }

  SheetSide sheet() {
    List<Row> body = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      body.add(row(i));
    }
    return new SheetSide("sheet", ZONE, titles, body, Set.of(), questionMarks);
  }

  FormRecord formRecord() {
    return new FormRecord(
        new Form(
            "form",
            "Entraide",
            linked,
            open,
            "https://docs.google.com/forms/d/e/form/viewform",
            questions),
        responses);
  }

  FormCrossCheck witness() {
    return FormCrossCheck.of(formRecord(), sheet());
  }

  Questionnaire questionnaire() {
    return questionnaire(Map.of());
  }

  Questionnaire questionnaire(Map<Field, String> configured) {
    FormHints hints = witness().hints();
    return Questionnaire.recognise(titles, Set.of(), configured, hints);
  }

  /** Remembers whose the columns are, as the daemon does by their marks. */
  Linked markColumns() {
    questionMarks.putAll(witness().newQuestionMarks(questionnaire()));
    return this;
  }

  /** Field to header, for the columns that are fields. */
  Map<Field, Integer> fields() {
    Map<Field, Integer> fields = new HashMap<>();
    questionnaire().columns().forEach(c -> fields.put(c.field(), c.index()));
    return fields;
  }

  Profile profile(int index) {
    return reader().read(row(index), witness().answers(row(index))).orElseThrow();
  }

  Profile plain(int index) {
    return reader().read(row(index)).orElseThrow();
  }

  private ProfileReader reader() {
    return new ProfileReader(
        questionnaire(),
        new ProfileReader.Options(
            NamedCountry::of, "FR", ZONE, false, new CategoryWords(Map.of())));
  }
}
