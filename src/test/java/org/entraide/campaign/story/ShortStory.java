package org.entraide.campaign.story;

import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;

/**
 * A few things that people do beside three rows, with looks of the daemon in between, and what must
 * be so afterwards: who typed what for whom. Where two things happened between two looks that
 * nothing tells apart, it only must be that nobody's cell has changed and that all is at rest.
 */
final class ShortStory {

  private static final Map<String, String> NAMES =
      Map.of("Hal", "Hal Hart", "Kim", "Kim Kern", "Zoe", "Zoe Zane", "Max", "Max Mohr");

  private static final String NOBODY = "nobody";
  private static final int MOST_ROWS = 7;
  private static final int MOST_CELLS = 99;

  /** Longer than anything is waited for. */
  private static final Duration AFTER_ALL_WAITS = Duration.ofMinutes(11);

  private record Deleted(StoryLine line, List<Cell> cells) {}

  private final Word word;
  private final World world = new World();
  private final List<StoryLine> lines = new ArrayList<>();
  private final Map<String, Deleted> deleted = new HashMap<>();
  private final MemoryJournal older;
  private final Set<StoryFact> facts = EnumSet.noneOf(StoryFact.class); // since the last look
  private final Set<String> cleared = new HashSet<>(); // people, since the last look
  private final Set<String> typed = new HashSet<>();
  private final Set<String> everCleared = new HashSet<>();
  private final Set<String> everTyped = new HashSet<>();
  private final Set<String> corrected = new HashSet<>();
  private boolean ambiguous;
  private boolean died;

  private ShortStory(Word word) {
    this.word = word;
    world.answer(name("Hal"), PLACE, "Nord", OFFERS, "Garde d’enfants");
    world.answer(name("Kim"), PLACE, "Loin", OFFERS, "Conversation");
    lines.add(new StoryLine("Hal", StoryLine.NONE));
    lines.add(new StoryLine("Kim", StoryLine.NONE));
    MemoryJournal journal = new MemoryJournal();
    world.startAgain(journal);
    pass();
    pass();
    older = journal.copy();
  }

  /**
   * Runs one.
   *
   * @param deeds in order; those that cannot happen are left out
   * @return what is wrong in the end, in words without numbers; empty if nothing is
   */
  static String run(Word word, List<Deed> deeds) {
    ShortStory story = new ShortStory(word);
    for (Deed deed : deeds) {
      boolean happened = deed.isLook() ? story.looks(deed) : story.happens(deed);
      if (happened && !deed.isLook() && !deed.isMove() && deed != Deed.MAX_ANSWERS) {
        story.facts.add(StoryFact.SOMETHING_ELSE_HAPPENED);
      }
    }
    return story.wrong();
  }

  private static String name(String person) {
    return NAMES.getOrDefault(person, person);
  }

  // ---- the daemon

  private void pass() {
    try {
      world.once();
    } catch (Outage.Death e) {
      world.startAgain(world.journal());
      died = true;
    }
    world.clock.advance(Duration.ofMinutes(1));
  }

  private boolean looks(Deed look) {
    switch (look) {
      case LOOKS_WITHOUT_ITS_JOURNAL -> world.startAgain(new MemoryJournal());
      case LOOKS_WITH_AN_OLDER_JOURNAL -> {
        cleared.addAll(everCleared);
        typed.addAll(everTyped);
        world.startAgain(older.copy());
      }
      case LOOKS_AND_DIES_AFTER_A_WRITE ->
          world.table.beforeNextCells(() -> world.outage.planNext(Outage.How.DEATH_AFTER));
      case LOOKS_AND_IS_OVERTAKEN_BY_A_SORT -> world.table.beforeNextCells(this::sort);
      default -> {
        // as it is
      }
    }
    judge();
    died = false;
    pass();
    if (!died) { // else it may have learnt nothing
      facts.clear();
      everCleared.addAll(cleared);
      everTyped.addAll(typed);
      cleared.clear();
      typed.clear();
    }
    return true;
  }

  /** Whether what happened since the last look may be told in two ways. */
  private void judge() {
    boolean moved =
        cleared.stream().anyMatch(from -> typed.stream().anyMatch(to -> !to.equals(from)));
    boolean copyOver = facts.contains(StoryFact.A_COPY_WAS_TYPED_OVER);
    ambiguous |=
        moved
            || (copyOver && typed.contains("Zoe"))
            || (copyOver && facts.contains(StoryFact.THE_ORIGINAL_CHANGED))
            || (cleared.contains("Zoe") && typed.contains("Zoe"))
            || (facts.contains(StoryFact.A_PART_WAS_SORTED)
                && facts.contains(StoryFact.SOMETHING_ELSE_HAPPENED));
  }

  // ---- people

  private boolean happens(Deed deed) {
    return switch (deed) {
      case TYPES_THE_WORD_BESIDE_HAL -> type("Hal");
      case TYPES_THE_WORD_BESIDE_KIM -> type("Kim");
      case TYPES_THE_WORD_BESIDE_ZOE -> type("Zoe");
      case CLEARS_THE_WORD_BESIDE_HAL -> clear("Hal", rowsOf("Hal"));
      case CLEARS_THE_WORD_BESIDE_KIM -> clear("Kim", rowsOf("Kim"));
      case CLEARS_THE_WORD_BESIDE_ZOE -> clear("Zoe", rowsOf("Zoe"));
      case CLEARS_THE_WORD_IN_THE_COPY -> clear("Hal", copyOfHal());
      case COPIES_HAL -> copy("Hal");
      case COPIES_HAL_AND_TYPES_ZOE_OVER -> copy("Hal") && typeOver(lines.size() - 1);
      case TYPES_ZOE_OVER_THE_COPY -> typesOverTheCopy();
      case COPIES_ZOE -> copy("Zoe");
      case CORRECTS_HAL -> correct("Hal");
      case CORRECTS_ZOE -> correct("Zoe");
      case DELETES_HAL -> delete("Hal");
      case PUTS_HAL_BACK -> putBack("Hal");
      case DELETES_ZOE -> delete("Zoe");
      case PUTS_ZOE_BACK -> putBack("Zoe");
      case HAL_ANSWERS_AGAIN -> answer("Hal", "Garde d’enfants, Courses", true);
      case ZOE_ANSWERS_AGAIN -> answer("Zoe", "Garde d’enfants, Courses", true);
      case MAX_ANSWERS -> answer("Max", "Conversation", false);
      case SORTS -> sort();
      case SORTS_THE_WORDS_ALONE -> sortTheWords();
      case SORTS_OUR_COLUMNS_ALONE -> sortOurColumns();
      default -> throw new IllegalArgumentException(deed + " is a look.");
    };
  }

  private List<Integer> rowsOf(String person) {
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).person.equals(person))
        .boxed()
        .toList();
  }

  private List<Integer> copyOfHal() {
    List<Integer> hals = rowsOf("Hal");
    return hals.size() < 2 ? List.of() : List.of(hals.get(hals.size() - 1));
  }

  private boolean isRoom() {
    return lines.size() < MOST_ROWS;
  }

  /** In their first row, where it does not stand for them anyway. */
  private boolean type(String person) {
    List<Integer> theirs = rowsOf(person);
    if (theirs.isEmpty()
        || lines.get(theirs.get(0)).shows()
        || theirs.stream().anyMatch(i -> lines.get(i).isOwn())) {
      return false;
    }
    world.table.type(ANSWERS, theirs.get(0) + 1, word.title, word.text);
    for (StoryLine line : lines) {
      if (line.owner.equals(person) && !line.person.equals(person)) {
        line.owner = NOBODY;
      }
    }
    lines.get(theirs.get(0)).owner = person;
    typed.add(person);
    return true;
  }

  private boolean clear(String person, List<Integer> rows) {
    List<Integer> shown = rows.stream().filter(i -> lines.get(i).shows()).toList();
    for (int i : shown) {
      world.table.type(ANSWERS, i + 1, word.title, "");
      cleared.add(lines.get(i).owner);
      cleared.add(person);
      lines.get(i).owner = StoryLine.NONE;
    }
    return !shown.isEmpty();
  }

  /** The first of their rows. */
  private boolean copy(String person) {
    List<Integer> theirs = rowsOf(person);
    if (theirs.isEmpty() || !isRoom()) {
      return false;
    }
    StoryLine line = lines.get(theirs.get(0));
    world.table.copyRow(ANSWERS, theirs.get(0) + 1);
    lines.add(line.copy());
    // typed over ours and copied before anybody looked, it is typed in both
    ambiguous |= word.isOverOurs() && line.isOwn() && typed.contains(person);
    return true;
  }

  private boolean typesOverTheCopy() {
    List<Integer> copy = copyOfHal();
    if (copy.isEmpty()) {
      return false;
    }
    int row = copy.get(0);
    // who was stopped by the copy alone is not stopped any more, or the word was typed for Zoe
    ambiguous |=
        lines.get(row).isOwn()
            && rowsOf("Hal").stream().noneMatch(i -> i != row && lines.get(i).isOwn());
    return typeOver(row);
  }

  private boolean typeOver(int row) {
    world.table.type(ANSWERS, row + 1, NAME, name("Zoe"));
    world.table.type(ANSWERS, row + 1, EMAIL, "zoe.zane@example.org");
    StoryLine line = lines.get(row);
    line.person = "Zoe";
    line.owner = line.shows() ? NOBODY : StoryLine.NONE;
    facts.add(StoryFact.A_COPY_WAS_TYPED_OVER);
    return true;
  }

  /** Another address, in the only row of theirs. */
  private boolean correct(String person) {
    List<Integer> theirs = rowsOf(person);
    if (theirs.size() != 1
        || facts.contains(StoryFact.A_COPY_WAS_TYPED_OVER)
        || !corrected.add(person)) {
      return false;
    }
    String address = person.toLowerCase(Locale.ROOT) + ".new@example.org";
    world.table.type(ANSWERS, theirs.get(0) + 1, EMAIL, address);
    changes(person);
    return true;
  }

  private void changes(String person) {
    if (person.equals("Hal")) {
      facts.add(StoryFact.THE_ORIGINAL_CHANGED);
    }
  }

  private boolean delete(String person) {
    List<Integer> theirs = rowsOf(person);
    if (theirs.isEmpty()) {
      return false;
    }
    int row = theirs.get(0);
    StoryLine line = lines.remove(row);
    deleted.put(person, new Deleted(line, world.table.answers(ANSWERS, row + 1, MOST_CELLS)));
    // somebody else's word goes with the row
    ambiguous |= line.shows() && !line.isOwn() && !line.owner.equals(NOBODY);
    world.table.deleteRow(ANSWERS, row + 1);
    changes(person);
    return true;
  }

  private boolean putBack(String person) {
    if (corrected.contains(person) || !deleted.containsKey(person)) {
      return false;
    }
    Deleted was = Objects.requireNonNull(deleted.remove(person));
    world.table.row(ANSWERS, was.cells());
    lines.add(was.line());
    return true;
  }

  private boolean answer(String person, String offers, boolean again) {
    if (!isRoom() || rowsOf(person).isEmpty() == again || corrected.contains(person)) {
      return false;
    }
    world.answer(name(person), PLACE, "Nord", OFFERS, offers);
    lines.add(new StoryLine(person, StoryLine.NONE));
    return true;
  }

  private boolean sort() {
    world.table.reverse(ANSWERS);
    Collections.reverse(lines);
    return true;
  }

  private boolean sortTheWords() {
    if (word.isOverOurs() || word == Word.TICK) {
      return false; // a box that was ticked cannot be told from its neighbour
    }
    int column = world.table.column(ANSWERS, word.title);
    return sortColumns(column, column + 1);
  }

  private boolean sortOurColumns() {
    return sortColumns(
        world.table.column(ANSWERS, "Réf"), world.table.column(ANSWERS, "Contrôle") + 1);
  }

  private boolean sortColumns(int from, int to) {
    int count = lines.size();
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int row = i + 1;
      cells.add(
          IntStream.range(from, to).mapToObj(c -> world.table.text(ANSWERS, row, c)).toList());
    }
    for (int i = 0; i < count; i++) {
      for (int c = from; c < to; c++) {
        world.table.type(ANSWERS, i + 1, c, cells.get(count - 1 - i).get(c - from));
      }
    }
    if (!word.isOverOurs()) { // else the daemon brings it home
      List<String> owners = lines.stream().map(line -> line.owner).toList();
      for (int i = 0; i < count; i++) {
        lines.get(i).owner = owners.get(count - 1 - i);
      }
    }
    facts.add(StoryFact.A_PART_WAS_SORTED);
    return true;
  }

  // ---- the end

  private String wrong() {
    looks(Deed.LOOKS);
    for (int i = 0; i < 3; i++) {
      world.clock.advance(AFTER_ALL_WAITS);
      pass();
    }
    if (!world.once().effects().isEmpty()) {
      return "it does not settle";
    }
    for (int i = 0; i < lines.size(); i++) {
      StoryLine line = lines.get(i);
      String cell = world.table.text(ANSWERS, i + 1, word.title);
      if (!world.table.text(ANSWERS, i + 1, NAME).equals(name(line.person))) {
        return "a row is not where people put it";
      }
      if (!word.isOverOurs() && !cell.equals(line.shows() ? word.text : "")) {
        return "a cell of " + line.person + " was changed";
      }
    }
    return ambiguous ? "" : wrongPeople();
  }

  private String wrongPeople() {
    for (String person : List.of("Hal", "Kim", "Zoe", "Max")) {
      List<Integer> theirs = rowsOf(person);
      boolean meant = lines.stream().anyMatch(line -> line.owner.equals(person));
      boolean counts = theirs.stream().anyMatch(i -> word.counts(world, i + 1));
      boolean mayBeBarred = // a bar is lifted where it stands, not beside a copy
          word == Word.BAR && !meant && everTyped.contains(person);
      if (!theirs.isEmpty() && meant != counts && !mayBeBarred) {
        return "the word " + (meant ? "does not count for " : "counts for ") + person;
      }
    }
    boolean both = !rowsOf("Hal").isEmpty() && !rowsOf("Zoe").isEmpty();
    return both && world.shown(name("Hal"), "Réf").equals(world.shown(name("Zoe"), "Réf"))
        ? "two people have one reference"
        : "";
  }
}
