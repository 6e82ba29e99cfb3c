package org.entraide.form.questionnaire;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.form.FormLines;
import org.entraide.form.Question;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormHints;
import org.entraide.people.profile.Questionnaire;

/**
 * What a form lacks of a questionnaire, and where it goes. What a form asks in other words is not
 * missing, and nothing that is there is touched.
 *
 * @param description for a form that has none and is empty
 * @param pieces from the top
 */
public record MissingQuestions(Optional<String> description, List<Placed> pieces) {

  /**
   * A piece and its place.
   *
   * @param index from 0, in the form as it is when all before it are in
   */
  public record Placed(int index, QuestionnairePart piece) {}

  /** The fields that can replace a field. */
  private static final Map<Field, Set<Field>> INSTEAD =
      Map.of(Field.NAME, EnumSet.of(Field.FIRST_NAME, Field.LAST_NAME));

  /** Fields without which nobody can be introduced to anybody. */
  private static final List<Set<Field>> ESSENTIAL =
      List.of(
          EnumSet.of(Field.NAME, Field.FIRST_NAME, Field.LAST_NAME),
          EnumSet.of(Field.EMAIL, Field.PHONE),
          EnumSet.of(Field.ADDRESS, Field.CITY, Field.POSTCODE, Field.COUNTRY),
          EnumSet.of(Field.NEEDS, Field.OFFERS),
          EnumSet.of(Field.CONSENT));

  public MissingQuestions {
    pieces = List.copyOf(pieces);
  }

  public boolean isEmpty() {
    return description.isEmpty() && pieces.isEmpty();
  }

  /** The titles of the questions to add. */
  public List<String> titles() {
    return pieces.stream()
        .map(Placed::piece)
        .filter(QuestionnairePart::asks)
        .map(QuestionnairePart::title)
        .toList();
  }

  /** All that is missing of the questionnaire: for a form that this program made. */
  public static MissingQuestions all(
      CurrentForm form, Blueprint wanted, Map<Field, String> configured) {
    Set<Field> askedFields = askedFields(form, configured);
    List<QuestionnairePart> missing =
        wanted.pieces().stream().filter(p -> !isThere(p, form.titles(), askedFields)).toList();
    boolean fresh = form.titles().isEmpty() && form.description().isEmpty();
    return new MissingQuestions(
        fresh ? Optional.of(wanted.description()) : Optional.empty(),
        place(missing, form.titles(), wanted.pieces()));
  }

  /**
   * The questions that every campaign needs, at the end: for a form that this program did not make.
   */
  public static MissingQuestions essential(
      CurrentForm form, Blueprint wanted, Map<Field, String> configured) {
    Set<Field> askedFields = askedFields(form, configured);
    List<QuestionnairePart> missing = new ArrayList<>();
    for (Set<Field> anyOf : ESSENTIAL) {
      if (askedFields.stream().noneMatch(anyOf::contains)) {
        wanted.pieces().stream()
            .filter(p -> field(p).filter(anyOf::contains).isPresent())
            .forEach(missing::add);
      }
    }
    List<Placed> placed = new ArrayList<>();
    missing.forEach(p -> placed.add(new Placed(form.titles().size() + placed.size(), p)));
    return new MissingQuestions(Optional.empty(), placed);
  }

  /** The titles that the questionnaire would have beside what a form asks. */
  public static List<String> notAsked(
      CurrentForm form, Blueprint wanted, Map<Field, String> configured) {
    Set<Field> askedFields = askedFields(form, configured);
    return wanted.pieces().stream()
        .filter(QuestionnairePart::asks)
        .filter(p -> !isThere(p, form.titles(), askedFields))
        .map(QuestionnairePart::title)
        .toList();
  }

  private static Set<Field> askedFields(CurrentForm form, Map<Field, String> configured) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    Questionnaire.recognise(
            form.form().questions().stream().map(Question::title).toList(),
            Set.of(),
            configured,
            FormHints.NONE)
        .columns()
        .forEach(c -> fields.add(c.field()));
    return fields;
  }

  private static boolean isThere(
      QuestionnairePart piece, List<String> titles, Set<Field> askedFields) {
    Optional<Field> field = field(piece);
    if (field.isPresent()) {
      return askedFields.contains(field.get())
          || INSTEAD.getOrDefault(field.get(), Set.of()).stream().anyMatch(askedFields::contains);
    }
    return titles.stream().anyMatch(t -> FormLines.line(t).equals(FormLines.line(piece.title())));
  }

  private static Optional<Field> field(QuestionnairePart piece) {
    return piece.asks()
        ? Questionnaire.recognise(List.of(piece.title()), Set.of(), Map.of()).columns().stream()
            .map(Questionnaire.Column::field)
            .findFirst()
        : Optional.empty();
  }

  /** Each after the nearest piece before it that is there; else at the end. */
  private static List<Placed> place(
      List<QuestionnairePart> missing, List<String> titles, List<QuestionnairePart> order) {
    List<String> now = new ArrayList<>(titles.stream().map(FormLines::line).toList());
    Set<QuestionnairePart> wanted = new HashSet<>(missing);
    List<Placed> placed = new ArrayList<>();
    int after = -1;
    for (QuestionnairePart piece : order) {
      int position = now.indexOf(FormLines.line(piece.title()));
      if (wanted.contains(piece)) {
        int at = after < 0 ? now.size() : after + 1;
        now.add(at, FormLines.line(piece.title()));
        placed.add(new Placed(at, piece));
        after = at;
      } else if (position >= 0) {
        after = position;
      }
    }
    return placed;
  }
}
