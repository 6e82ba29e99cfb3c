package org.entraide.people.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entraide.people.word.Fold;
import org.entraide.text.Message;

/**
 * Which column of a tab answers which question.
 *
 * @param columns those that were recognised, from the left
 * @param unknown titles that are no field, from the left; the organisers' own columns among them
 * @param missing what a campaign cannot do without and no title asks for
 * @param notes what the administrator should know although the campaign can run
 */
public record Questionnaire(
    List<Column> columns, List<String> unknown, Optional<Missing> missing, List<Message> notes) {

  private static final int SHOWN_TITLE = 80;

  /**
   * A column that answers a question.
   *
   * @param index from 0
   * @param title as it is there
   * @param gridRow the row of a grid question ({@code Title [Row]}), else empty
   */
  public record Column(int index, String title, Field field, Certainty certainty, String gridRow) {}

  /** What a campaign cannot do without. */
  public enum Essential {
    NAME,
    CONTACT,
    PLACE,
    NEEDS_OR_OFFERS;

    /** Any of these will do. */
    Set<Field> anyOf() {
      return switch (this) {
        case NAME -> EnumSet.of(Field.NAME, Field.FIRST_NAME, Field.LAST_NAME);
        case CONTACT -> EnumSet.of(Field.EMAIL, Field.PHONE);
        case PLACE -> EnumSet.of(Field.ADDRESS, Field.CITY, Field.POSTCODE, Field.COUNTRY);
        case NEEDS_OR_OFFERS -> EnumSet.of(Field.NEEDS, Field.OFFERS);
      };
    }

    /** What people call it. */
    public Message label() {
      return Message.of("people.essential." + name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Why a campaign cannot start.
   *
   * @param what no title asks for
   * @param seen each title that was seen, and what it was taken for
   */
  public record Missing(Set<Essential> what, List<Message> seen) {
    public Missing {
      what = Set.copyOf(what);
      seen = List.copyOf(seen);
    }

    /** What to say to the organiser and the administrator. */
    public Message message() {
      List<Message> labels = what.stream().sorted().map(Essential::label).toList();
      return seen.isEmpty()
          ? Message.of("people.questions.none").with("what", labels)
          : Message.of("people.questions.missing").with("what", labels).with("seen", seen);
    }
  }

  public Questionnaire {
    columns = List.copyOf(columns);
    unknown = List.copyOf(unknown);
    notes = List.copyOf(notes);
  }

  /**
   * Recognises titles in French and English.
   *
   * @param titles the header, from the first column
   * @param ignoredColumns columns that answer no question: the daemon's own
   * @param overrides by field, the title that asks for it; takes the place of what would have been
   *     recognised for that field
   */
  public static Questionnaire recognise(
      List<String> titles, Set<Integer> ignoredColumns, Map<Field, String> overrides) {
    return recognise(titles, ignoredColumns, overrides, FormHints.NONE);
  }

  /**
   * Recognises titles where the form says whose the columns are.
   *
   * @param hints about columns from the same first one; those beyond the titles count, too
   */
  public static Questionnaire recognise(
      List<String> titles,
      Set<Integer> ignoredColumns,
      Map<Field, String> overrides,
      FormHints hints) {
    int width = hints.titles().keySet().stream().mapToInt(c -> c + 1).max().orElse(0);
    List<String> padded = new ArrayList<>(titles);
    while (padded.size() < width) {
      padded.add(""); // a header that was deleted
    }
    return new TitleReader(padded, ignoredColumns, overrides, hints).read();
  }

  static Questionnaire of(List<Column> columns, List<String> unknown, List<Message> notes) {
    Set<Field> askedFields = columns.stream().map(Column::field).collect(Collectors.toSet());
    EnumSet<Essential> lacking = EnumSet.allOf(Essential.class);
    lacking.removeIf(e -> e.anyOf().stream().anyMatch(askedFields::contains));
    List<Message> all = new ArrayList<>(notes);
    if (!askedFields.contains(Field.CONSENT)) {
      all.add(Message.of("people.questions.no-consent"));
    }
    Optional<Missing> missing =
        lacking.isEmpty()
            ? Optional.empty()
            : Optional.of(new Missing(lacking, seen(columns, unknown)));
    unasked(askedFields, unknown).ifPresent(all::add);
    return new Questionnaire(columns, unknown, missing, all);
  }

  /**
   * What to say where people are asked what they need, or what they offer, and not the other:
   * without a form nothing else shows that the question was renamed.
   *
   * @return empty where both are asked, or neither, or no title is left that could ask for it
   */
  public Optional<Message> unasked() {
    return unasked(columns.stream().map(Column::field).collect(Collectors.toSet()), unknown);
  }

  private static Optional<Message> unasked(Set<Field> askedFields, List<String> unknown) {
    List<Field> not =
        Essential.NEEDS_OR_OFFERS.anyOf().stream().filter(f -> !askedFields.contains(f)).toList();
    return not.size() != 1 || unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of("people.questions.missing")
                .with("what", not.get(0).label())
                .with("seen", seen(List.of(), unknown)));
  }

  private static List<Message> seen(List<Column> columns, List<String> unknown) {
    List<Message> seen = new ArrayList<>();
    for (Column column : columns) {
      seen.add(
          Message.of("people.questions.taken")
              .with("title", shown(column.title()))
              .with("field", column.field().label()));
    }
    for (String title : unknown) {
      seen.add(Message.of("people.questions.unknown").with("title", shown(title)));
    }
    return seen;
  }

  private static String shown(String title) {
    return Fold.shorten(Fold.line(title), SHOWN_TITLE);
  }

  /** The columns of each field, from the left. */
  Map<Field, List<Column>> byField() {
    Map<Field, List<Column>> byField = new EnumMap<>(Field.class);
    columns.forEach(c -> byField.computeIfAbsent(c.field(), f -> new ArrayList<>()).add(c));
    return byField;
  }

  /** Whether any title asks for this. */
  public boolean asks(Field field) {
    return columns.stream().anyMatch(c -> c.field() == field);
  }

  /** The indexes of the recognised columns, ascending: what {@code RowFingerprint} hashes. */
  public Set<Integer> indexes() {
    return columns.stream().map(Column::index).collect(Collectors.toCollection(TreeSet::new));
  }
}
