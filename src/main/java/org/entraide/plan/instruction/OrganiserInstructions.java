package org.entraide.plan.instruction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.GroupName;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;
import org.entraide.text.Message;
import org.entraide.text.typed.ReadLimit;

/**
 * What organisers ask for one person, in the cells that are theirs and by statuses that they type.
 *
 * @param words what was chosen under Consigne/Instruction
 * @param typed what a typed status asks for
 * @param with references under Avec/With
 * @param neverWith references under Jamais avec/Never with
 * @param ticked whether Vérifié/Checked is ticked
 * @param group for which association or company somebody helps, see {@link GroupName}; empty for
 *     none
 * @param correctedPlace the text under Lieu corrigé/Corrected place, else a typed place; empty for
 *     nothing
 * @param pause until when {@link Instruction#PAUSE} or a typed {@link Status#PAUSED} holds
 * @param remarks what to answer about what was not understood, or not followed
 */
public record OrganiserInstructions(
    Set<Instruction> words,
    Optional<Status> typed,
    Set<String> with,
    Set<String> neverWith,
    boolean ticked,
    Optional<GroupName> group,
    String correctedPlace,
    AskedPause pause,
    List<Message> remarks) {

  public static final OrganiserInstructions NONE =
      new OrganiserInstructions(
          Set.of(), Optional.empty(), Set.of(), Set.of(), false, Optional.empty(), "", List.of());

  private static final int MOST_REMARKS = 5;

  private static final int LONGEST_PLACE = 300;

  /** The statuses that end or stop somebody's part, the gravest first. */
  private static final List<Status> GRAVEST_FIRST =
      List.of(Status.BARRED, Status.WITHDRAWN, Status.SIGNPOSTED, Status.DONE, Status.PAUSED);

  private static final Map<Instruction, Status> STATUSES =
      Map.of(
          Instruction.BARRED, Status.BARRED,
          Instruction.WITHDRAW, Status.WITHDRAWN,
          Instruction.SIGNPOSTED, Status.SIGNPOSTED,
          Instruction.PAUSE, Status.PAUSED);

  /** Where no pause has an end. */
  public OrganiserInstructions(
      Set<Instruction> words,
      Optional<Status> typed,
      Set<String> with,
      Set<String> neverWith,
      boolean ticked,
      Optional<GroupName> group,
      String correctedPlace,
      List<Message> remarks) {
    this(words, typed, with, neverWith, ticked, group, correctedPlace, AskedPause.NONE, remarks);
  }

  public OrganiserInstructions {
    words = Set.copyOf(words);
    with = Set.copyOf(with);
    neverWith = Set.copyOf(neverWith);
    // a page that is pasted into a cell is answered once or twice, not line by line
    remarks = remarks.stream().distinct().limit(MOST_REMARKS).toList();
  }

  /** The status that an instruction or a typed status gives, the gravest first. */
  public Optional<Status> status() {
    if (words.isEmpty() && typed.isEmpty()) {
      return Optional.empty();
    }
    Set<Status> statuses = EnumSet.noneOf(Status.class);
    typed.ifPresent(statuses::add);
    words.forEach(
        word -> {
          Status status = STATUSES.get(word);
          if (status != null) {
            statuses.add(status);
          }
        });
    return GRAVEST_FIRST.stream().filter(statuses::contains).findFirst();
  }

  /** The day at whose start the pause ends that holds now; empty where none ends by itself. */
  public Optional<LocalDate> pausedUntil() {
    return status().equals(Optional.of(Status.PAUSED)) ? pause.end() : Optional.empty();
  }

  /** The days of pauses that were typed without their year, as they are understood. */
  public Set<LocalDate> assumedDays() {
    return pause.assumed();
  }

  /** Whether no word of the instruction cell is understood, not even a pause that is over. */
  public boolean asksNothing() {
    return words.isEmpty() && remarks.stream().noneMatch(it -> it.key().equals(PauseReader.OVER));
  }

  public boolean hasPriority() {
    return words.contains(Instruction.PRIORITY);
  }

  public boolean asksForAnother() {
    return words.contains(Instruction.ANOTHER);
  }

  /** Everything asked in several rows of one person, together. */
  public OrganiserInstructions and(OrganiserInstructions other) {
    return new OrganiserInstructions(
        union(words, other.words),
        graver(typed, other.typed),
        union(with, other.with),
        union(neverWith, other.neverWith),
        ticked || other.ticked,
        group.or(other::group),
        correctedPlace.isEmpty() ? other.correctedPlace : correctedPlace,
        pause.and(other.pause),
        List.copyOf(union(remarks, other.remarks)));
  }

  /** These instructions of somebody who stays barred. */
  public OrganiserInstructions barred() {
    return new OrganiserInstructions(
        words,
        Optional.of(Status.BARRED),
        with,
        neverWith,
        ticked,
        group,
        correctedPlace,
        pause,
        remarks);
  }

  /** These instructions of somebody who takes part in nothing new for now. */
  public OrganiserInstructions paused() {
    Optional<Status> both = graver(typed, Optional.of(Status.PAUSED));
    AskedPause longer = pause.and(AskedPause.WITHOUT_END);
    return new OrganiserInstructions(
        words, both, with, neverWith, ticked, group, correctedPlace, longer, remarks);
  }

  /** These instructions with one more remark to answer with. */
  public OrganiserInstructions remarking(Message remark) {
    List<Message> more = new ArrayList<>(remarks);
    more.add(remark);
    return new OrganiserInstructions(
        words, typed, with, neverWith, ticked, group, correctedPlace, pause, more);
  }

  private static Optional<Status> graver(Optional<Status> one, Optional<Status> two) {
    return GRAVEST_FIRST.stream()
        .filter(s -> one.equals(Optional.of(s)) || two.equals(Optional.of(s)))
        .findFirst();
  }

  private static <T> Set<T> union(Collection<T> one, Collection<T> two) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(two);
    return all;
  }

  /**
   * Reads what organisers typed in a row.
   *
   * @param own whose row it is
   * @param texts the text of each column that says something; see {@code
   *     CellAuthorship.organiserTexts}
   * @param person the person that somebody typed a reference of, as they are called now; empty for
   *     a reference that is nobody's
   */
  public static OrganiserInstructions read(
      String own,
      Map<PersonColumn, String> texts,
      SheetVocabulary vocabulary,
      PauseReader pauses,
      Function<String, Optional<String>> person) {
    if (texts.isEmpty()) {
      return NONE; // of nearly everybody
    }
    List<Message> remarks = new ArrayList<>();
    String checked = read(texts, PersonColumn.CHECKED, remarks);
    if (!vocabulary.isTicked(checked) && !vocabulary.isUnticked(checked)) {
      remarks.add(unknown("explain.checked.unknown", checked));
    }
    String instruction = read(texts, PersonColumn.INSTRUCTION, remarks);
    InstructionCell cell = InstructionCell.read(own, instruction, vocabulary, pauses);
    remarks.addAll(cell.remarks());
    return new OrganiserInstructions(
        cell.words(),
        Optional.empty(),
        references(
            vocabulary.withoutDistances(texts.getOrDefault(PersonColumn.WITH, "")),
            "explain.with.unknown",
            person,
            remarks),
        references(
            vocabulary.withoutDistances(texts.getOrDefault(PersonColumn.NEVER_WITH, "")),
            "explain.never.unknown",
            person,
            remarks),
        vocabulary.isTicked(checked),
        group(texts, remarks),
        place(read(texts, PersonColumn.CORRECTED_PLACE, remarks)),
        cell.pause(),
        remarks);
  }

  /** As much of a cell as is read; a list of references is read to its end. */
  private static String read(
      Map<PersonColumn, String> texts, PersonColumn column, List<Message> remarks) {
    String text = texts.getOrDefault(column, "");
    if (ReadLimit.isExceededBy(text)) {
      remarks.add(tooLong(column));
    }
    return ReadLimit.cut(text);
  }

  /** That only the beginning of a cell is read. */
  public static Message tooLong(PersonColumn column) {
    return tooLong(column.titleKey());
  }

  /** That only the beginning of a cell is read in a column with this title. */
  public static Message tooLong(String titleKey) {
    return Message.of("explain.long")
        .with("column", Message.of(titleKey))
        .with("most", ReadLimit.CHARACTERS);
  }

  /** These instructions, and what was typed over our status and place. */
  public OrganiserInstructions typing(Optional<Status> status, Optional<String> place) {
    boolean pauses = status.equals(Optional.of(Status.PAUSED));
    return typing(status, pauses ? AskedPause.WITHOUT_END : AskedPause.NONE, place);
  }

  /** These instructions, and what was typed over our status and place: a pause may have an end. */
  public OrganiserInstructions typing(
      Optional<Status> status, AskedPause typedPause, Optional<String> place) {
    return new OrganiserInstructions(
        words,
        status.filter(GRAVEST_FIRST::contains),
        with,
        neverWith,
        ticked,
        group,
        correctedPlace.isEmpty()
            ? place.map(OrganiserInstructions::place).orElse("")
            : correctedPlace,
        pause.and(typedPause),
        remarks);
  }

  /** Between two people as À faire / To do names them: a name ends with its reference. */
  private static final Pattern BETWEEN_NAMES = Pattern.compile("(?<=\\))\\s++(?:et|and|&)\\s++");

  private static Optional<GroupName> group(Map<PersonColumn, String> texts, List<Message> remarks) {
    String cell = texts.getOrDefault(PersonColumn.GROUP, "");
    Optional<GroupName> name = cell.isEmpty() ? Optional.empty() : GroupName.of(cell);
    if (!cell.isEmpty() && name.isEmpty()) {
      remarks.add(
          cell.length() > GroupName.LONGEST
              ? Message.of("explain.group.long").with("most", GroupName.LONGEST)
              : unknown("explain.group.unknown", cell));
    }
    return name;
  }

  private static String place(String text) {
    return ReadLimit.cut(text.strip(), LONGEST_PLACE);
  }

  /** Each is alone or after a name, as the daemon writes it. */
  private static Set<String> references(
      String cell,
      String unknown,
      Function<String, Optional<String>> person,
      List<Message> remarks) {
    Set<String> references = new LinkedHashSet<>();
    String several = BETWEEN_NAMES.matcher(cell).replaceAll(",");
    for (String part :
        cell.isEmpty() ? new String[0] : InstructionCell.SEPARATOR.split(several, -1)) {
      if (!part.isBlank()) {
        List<String> all =
            Reference.parse(part).map(List::of).orElseGet(() -> Reference.parseAll(part));
        for (String ref : all) {
          person
              .apply(ref)
              .ifPresentOrElse(
                  references::add, () -> remarks.add(unknown(unknown, withoutName(part, ref))));
        }
        if (all.isEmpty()) {
          remarks.add(unknown(unknown, part));
        }
      }
    }
    return references;
  }

  /**
   * What is typed, or the reference alone where other words are beside it: of somebody who was
   * erased the daemon writes no name, and in campaigns without names it writes none at all.
   */
  private static String withoutName(String typed, String ref) {
    return typed.strip().indexOf(' ') < 0 ? typed : ref;
  }

  private static Message unknown(String key, String typed) {
    return Message.of(key).with("typed", shortened(typed.strip()));
  }

  public static String shortened(String typed) {
    return typed.length() <= 20 ? typed : typed.substring(0, 20) + "…";
  }
}
