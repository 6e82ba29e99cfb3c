package org.entraide.plan.interpret;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.entraide.people.identity.Person;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.people.profile.FormAnswers;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.word.GroupName;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.PauseReader;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowIdentity;
import org.entraide.plan.layout.SheetAnswer;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;
import org.entraide.plan.settings.Bars;
import org.entraide.table.Row;

/**
 * Who is in which row, and what organisers ask of them. Pure but for the references drawn.
 *
 * @param rows the answers, in the order of the sheet
 * @param assigned whose they are, in the same order
 * @param people everybody
 * @param instructions by reference
 * @param ledger the ledger's rows
 * @param remnants rows of the ledger that still name introductions of people who were erased, or
 *     that have the reference of another row's introduction
 * @param refByKnownHash by a hash as in {@link KnownRows#refByKnownHash}, the person, of the rows
 *     that are there; of people who turned out to be one, each content keeps the reference that it
 *     had
 * @param authorship who wrote what in our columns
 * @param aliases former references of people, and what they are called now or, where all of their
 *     rows are gone, were called last
 * @param bars who is barred for good
 * @param toReplace by person, introductions instead of which another was asked for, as the sheet
 *     itself remembers
 * @param rowIdentity the fingerprints by which rows are recognised
 * @param confused people whose name is beside another's address, see {@link NameAddressMismatch}
 */
public record Interpretation(
    List<ResponseRow> rows,
    List<PersonIdentities.RowOwner> assigned,
    List<Person> people,
    Map<String, OrganiserInstructions> instructions,
    List<LedgerRow> ledger,
    List<LedgerRow> remnants,
    Map<String, String> refByKnownHash,
    CellAuthorship authorship,
    Map<String, String> aliases,
    Bars bars,
    Map<String, Set<String>> toReplace,
    RowIdentity rowIdentity,
    Set<String> confused) {

  /**
   * Reads a sheet.
   *
   * @param formAnswers what was really answered in a row, as far as a form says
   * @param pauses reads until when people pause
   * @param salt the spreadsheet's id
   * @param random draws new references
   */
  public static Interpretation of(
      SheetLayout layout,
      ProfileReader reader,
      SheetVocabulary vocabulary,
      Function<Row, FormAnswers> formAnswers,
      KnownRows knownRows,
      PauseReader pauses,
      String salt,
      RandomGenerator random) {
    List<SheetAnswer> answers = SheetAnswer.read(layout.responses().rows(), reader);
    RowIdentity rowIdentity =
        SheetAnswer.rowIdentity(
            answers, layout, salt, knownRows.refByKnownHash(), knownRows.erased());
    List<ResponseRow> rows = ResponseRow.read(answers, layout, reader, formAnswers, rowIdentity);
    List<LedgerRow> shown =
        layout
            .ledger()
            .map(tab -> LedgerRow.read(tab.rows(), layout.ledgerColumns().at(), vocabulary))
            .orElse(List.of());
    List<LedgerRow> ledger = SheetIdentityEvidence.named(knownRows, rows, shown);
    Set<String> bare = LedgerRow.bare(ledger);
    Map<Boolean, List<LedgerRow>> byErased =
        ledger.stream()
            .collect(Collectors.partitioningBy(entry -> knownRows.isErased(entry, bare)));
    Interpretation read =
        new Interpreter(
                layout, vocabulary, knownRows, rowIdentity, pauses, rows, part(byErased, false))
            .read(random);
    return read.with(read.instructions(), read.ledger(), part(byErased, true));
  }

  /**
   * This interpretation where some people are to be erased and are not yet: they take part in
   * nothing.
   *
   * @param refs what they are or were called
   */
  public Interpretation without(Set<String> refs) {
    if (refs.isEmpty()) {
      return this;
    }
    Map<String, OrganiserInstructions> without = new HashMap<>(instructions);
    refs.forEach(
        ref ->
            without.computeIfPresent(
                nowCalled(ref),
                (r, order) -> order.typing(Optional.of(Status.WITHDRAWN), Optional.empty())));
    return with(without, ledger, remnants);
  }

  /**
   * This interpretation where some rows of the ledger are not those of the introductions that they
   * name.
   *
   * @param astray which
   */
  public Interpretation apart(Set<LedgerRow> astray) {
    Map<Boolean, List<LedgerRow>> parts =
        ledger.stream().collect(Collectors.partitioningBy(astray::contains));
    List<LedgerRow> others = new ArrayList<>(remnants);
    others.addAll(part(parts, true));
    return with(instructions, part(parts, false), others);
  }

  /**
   * This interpretation where the rows of another tab, too, show for whom another introduction was
   * asked.
   *
   * @param shownToReplace instead of which introductions, by reference
   */
  public Interpretation alsoToReplace(Map<String, Set<String>> shownToReplace) {
    Map<String, Set<String>> all = new HashMap<>(toReplace);
    shownToReplace.forEach((ref, instead) -> all.putIfAbsent(nowCalled(ref), instead));
    return new Interpretation(
        rows,
        assigned,
        people,
        instructions,
        ledger,
        remnants,
        refByKnownHash,
        authorship,
        aliases,
        bars,
        all,
        rowIdentity,
        confused);
  }

  private static List<LedgerRow> part(Map<Boolean, List<LedgerRow>> parts, boolean erased) {
    return parts.getOrDefault(erased, List.of());
  }

  private Interpretation with(
      Map<String, OrganiserInstructions> others, List<LedgerRow> entries, List<LedgerRow> apart) {
    return new Interpretation(
        rows,
        assigned,
        people,
        others,
        entries,
        apart,
        refByKnownHash,
        authorship,
        aliases,
        bars,
        toReplace,
        rowIdentity,
        confused);
  }

  /** Whose rows show what a person typed or pasted instead of an explanation of the daemon's. */
  public List<String> typedExplanations() {
    Set<String> refs = new TreeSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (authorship.typed(rows.get(i), PersonColumn.EXPLANATION).isPresent()) {
        refs.add(assigned.get(i).ref());
      }
    }
    return List.copyOf(refs);
  }

  /** When each person first answered, as far as the sheet shows. */
  public Map<String, Instant> firstAnswers() {
    Map<String, Instant> first = new HashMap<>();
    for (Person person : people) {
      if (person.firstAnswer() != null) {
        first.put(person.ref(), person.firstAnswer());
      }
    }
    return first;
  }

  /** The groups that rows name, each once, as the first row that names it spells it. */
  public List<GroupName> groups() {
    Map<String, GroupName> groups = new LinkedHashMap<>();
    for (PersonIdentities.RowOwner assignedRow : assigned) {
      OrganiserInstructions order = instructions.get(assignedRow.ref());
      if (order != null) {
        order.group().ifPresent(group -> groups.putIfAbsent(group.key(), group));
      }
    }
    return List.copyOf(groups.values());
  }

  /** By person, the days of pauses that were typed without their year, as they are understood. */
  public Map<String, Set<LocalDate>> assumedDays() {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    instructions.forEach(
        (ref, order) -> {
          if (!order.assumedDays().isEmpty()) {
            days.put(ref, order.assumedDays());
          }
        });
    return days;
  }

  /** Everybody whom organisers barred, whose row is gone among them. */
  public Set<String> barred() {
    Set<String> barred = new HashSet<>(bars.people());
    instructions.forEach(
        (ref, order) -> {
          if (order.status().equals(Optional.of(Status.BARRED))) {
            barred.add(ref);
          } else {
            barred.remove(ref); // such as somebody whom an organiser marked as another person
          }
        });
    return barred;
  }

  /** What a person is called now who once had a reference; the reference itself for others. */
  public String nowCalled(String ref) {
    return aliases.getOrDefault(ref, ref);
  }

  /** An introduction between people as they are called now. */
  public Introduction now(Introduction introduction) {
    return introduction.between(nowCalled(introduction.person()), nowCalled(introduction.helper()));
  }

  /** The references of everybody whose answer is there, former ones included. */
  public Set<String> present() {
    Set<String> now = new HashSet<>();
    people.forEach(person -> now.add(person.ref()));
    Set<String> present = new HashSet<>(now);
    aliases.forEach(
        (former, ref) -> {
          if (now.contains(ref)) {
            present.add(former);
          }
        });
    return present;
  }
}
