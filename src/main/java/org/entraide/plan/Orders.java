package org.entraide.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.people.Ref;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Message;

/**
 * What organisers ask for one person, in the cells that are theirs.
 *
 * @param words what was chosen under Consigne/Instruction
 * @param with references under Avec/With
 * @param neverWith references under Jamais avec/Never with
 * @param checked whether Vérifié/Checked is ticked
 * @param correctedPlace what stands under Lieu corrigé/Corrected place; empty for nothing
 * @param remarks what to answer about what was not understood
 */
public record Orders(
    Set<Instruction> words,
    Set<String> with,
    Set<String> neverWith,
    boolean checked,
    String correctedPlace,
    List<Message> remarks) {

  public static final Orders NONE = new Orders(Set.of(), Set.of(), Set.of(), false, "", List.of());

  /** Those that this version cannot follow yet: said, never silently passed over. */
  private static final Set<Instruction> LATER =
      EnumSet.of(Instruction.ANOTHER, Instruction.SAME_PERSON, Instruction.DISTINCT);

  private static final int MOST_REMARKS = 5;

  private static final Set<String> YES = Set.of("oui", "yes", "x", "vrai", "true", "ok", "1");

  public Orders {
    words = Set.copyOf(words);
    with = Set.copyOf(with);
    neverWith = Set.copyOf(neverWith);
    // whoever pastes a page into a cell is told once or twice, not line by line
    remarks = remarks.stream().distinct().limit(MOST_REMARKS).toList();
  }

  /** The status that an instruction gives, the gravest first. */
  public Optional<Status> status() {
    if (words.contains(Instruction.BARRED)) {
      return Optional.of(Status.BARRED);
    }
    if (words.contains(Instruction.WITHDRAW)) {
      return Optional.of(Status.WITHDRAWN);
    }
    if (words.contains(Instruction.SIGNPOSTED)) {
      return Optional.of(Status.SIGNPOSTED);
    }
    return words.contains(Instruction.PAUSE) ? Optional.of(Status.PAUSED) : Optional.empty();
  }

  public boolean priority() {
    return words.contains(Instruction.PRIORITY);
  }

  /** Everything asked in several rows of one person, together. */
  Orders and(Orders other) {
    return new Orders(
        union(words, other.words),
        union(with, other.with),
        union(neverWith, other.neverWith),
        checked || other.checked,
        correctedPlace.isEmpty() ? other.correctedPlace : correctedPlace,
        List.copyOf(union(remarks, other.remarks)));
  }

  private static <T> Set<T> union(Collection<T> one, Collection<T> two) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(two);
    return all;
  }

  /**
   * Reads the organisers' cells of a row.
   *
   * @param known whether a reference belongs to a person of this campaign
   */
  static Orders read(
      Row row, Columns<PersonColumn> columns, Vocabulary vocabulary, Predicate<String> known) {
    List<Message> remarks = new ArrayList<>();
    Set<Instruction> words = EnumSet.noneOf(Instruction.class);
    for (String word : cell(row, columns, PersonColumn.INSTRUCTION).text().split("[,;\n]", -1)) {
      if (!word.isBlank()) {
        vocabulary
            .instruction(word)
            .ifPresentOrElse(
                words::add, () -> remarks.add(Message.of("explain.instruction.unknown")));
      }
    }
    words.stream()
        .filter(LATER::contains)
        .forEach(
            word ->
                remarks.add(
                    Message.of("explain.instruction.later")
                        .with("word", Message.of(word.wordKey()))));
    Cell checked = cell(row, columns, PersonColumn.CHECKED);
    return new Orders(
        words,
        references(row, columns, PersonColumn.WITH, "explain.with.unknown", known, remarks),
        references(row, columns, PersonColumn.NEVER_WITH, "explain.never.unknown", known, remarks),
        checked.kind() == Cell.Kind.BOOLEAN
            ? checked.isTrue()
            : YES.contains(Folding.fold(checked.text())),
        cell(row, columns, PersonColumn.CORRECTED_PLACE).text().strip(),
        remarks);
  }

  private static Set<String> references(
      Row row,
      Columns<PersonColumn> columns,
      PersonColumn column,
      String unknown,
      Predicate<String> known,
      List<Message> remarks) {
    Set<String> references = new LinkedHashSet<>();
    for (String typed : cell(row, columns, column).text().split("[,;\n]", -1)) {
      if (!typed.isBlank()) {
        Optional<String> ref = Ref.parse(typed).filter(known);
        ref.ifPresentOrElse(
            references::add,
            () -> remarks.add(Message.of(unknown).with("typed", shortened(typed.strip()))));
      }
    }
    return references;
  }

  private static String shortened(String typed) {
    return typed.length() <= 20 ? typed : typed.substring(0, 20) + "…";
  }

  private static Cell cell(Row row, Columns<PersonColumn> columns, PersonColumn column) {
    Integer at = columns.at().get(column);
    return at == null ? Cell.EMPTY : row.cell(at);
  }
}
