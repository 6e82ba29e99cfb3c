package org.entraide.plan.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.hostile.HostileTexts;
import org.entraide.hostile.HostileTexts.Kind;
import org.entraide.people.word.Category;
import org.entraide.plan.Folk;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.introduce.TypedDay;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.settings.Setting;
import org.entraide.plan.settings.SettingValue;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.typed.ReadLimit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells of organisers, titles and settings as long as a cell takes. */
@Stories(few = 60)
@NullMarked
class HostileCellsTest {

  private static final String TAIL = " ".repeat(ReadLimit.CHARACTERS);

  private static final int MOST = HostileTexts.LONGEST_CELL;

  /** What is understood at once, so that what follows may change its meaning. */
  private static final Map<LedgerColumn, String> BEGINNINGS =
      Map.of(LedgerColumn.NEEDS, "Courses,", LedgerColumn.OUTCOME, "Acceptée ");

  static Stream<Kind> kinds() {
    return HostileTexts.repeated().stream();
  }

  private static OrganiserInstructions read(PersonColumn column, String text) {
    return OrganiserInstructions.read(
        "73E2M",
        Map.of(column, text),
        Folk.WORDS,
        Folk.PAUSES,
        ref -> Optional.of(ref).filter("7KQ47"::equals));
  }

  private static List<String> remarks(OrganiserInstructions instructions) {
    return instructions.remarks().stream().map(Message::key).toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void ofAnOrganisersCellNothingBehindTheThousandthCharacterCountsAndTheRowSaysSo(Kind kind) {
    String whole = kind.ofLength(HostileTexts.LONGEST_CELL);
    String other = ReadLimit.cut(whole) + ", Pause, Exclu".repeat(500);
    for (PersonColumn column :
        List.of(PersonColumn.INSTRUCTION, PersonColumn.CHECKED, PersonColumn.CORRECTED_PLACE)) {
      OrganiserInstructions instructions = read(column, whole);

      assertThat(instructions).isEqualTo(read(column, other));
      assertThat(remarks(instructions)).startsWith("explain.long");
    }
    assertThat(read(PersonColumn.GROUP, whole).group()).isEmpty();
    assertThat(remarks(read(PersonColumn.GROUP, whole))).containsExactly("explain.group.long");
    assertThat(Folk.WORDS.obeyed(whole)).isEqualTo(Folk.WORDS.obeyed(other));
    assertThat(Folk.WORDS.duplicateOf(whole)).isEqualTo(Folk.WORDS.duplicateOf(other));
  }

  @Test
  void anInstructionIsReadAtTheBeginningAndNotBehindIt() {
    assertThat(read(PersonColumn.INSTRUCTION, "Pause" + TAIL).words())
        .containsExactly(Instruction.PAUSE);
    assertThat(read(PersonColumn.INSTRUCTION, "Pause," + TAIL + ", Exclu").words())
        .containsExactly(Instruction.PAUSE);
    assertThat(Folk.WORDS.obeyed("Exclu" + TAIL)).contains(Status.BARRED);
    assertThat(Folk.WORDS.duplicateOf("Doublon" + TAIL + "7KQ47")).isEmpty();
  }

  /** Somebody is kept apart from many; none of them may be forgotten. */
  @ParameterizedTest
  @EnumSource(
      value = PersonColumn.class,
      names = {"WITH", "NEVER_WITH"})
  void aListOfReferencesIsReadToItsEnd(PersonColumn column) {
    OrganiserInstructions instructions = read(column, "73E2M, ".repeat(7000) + "7KQ47");

    assertThat(column == PersonColumn.WITH ? instructions.with() : instructions.neverWith())
        .containsExactly("7KQ47");
    assertThat(remarks(instructions)).doesNotContain("explain.long");
    for (Kind kind : HostileTexts.repeated()) {
      assertThat(read(column, kind.ofLength(HostileTexts.LONGEST_CELL)).remarks())
          .hasSizeLessThanOrEqualTo(5);
    }
  }

  /** Each reference is looked up once, however many there are. */
  @Test
  void aListOfReferencesTwiceAsLongIsTwiceTheWork() {
    for (int many : List.of(1000, 2000, 7000)) {
      List<String> lookedUp = new ArrayList<>();
      OrganiserInstructions.read(
          "7KQ47",
          Map.of(PersonColumn.NEVER_WITH, "73E2M, ".repeat(many)),
          Folk.WORDS,
          Folk.PAUSES,
          ref -> {
            lookedUp.add(ref);
            return Optional.empty();
          });
      assertThat(lookedUp).hasSize(many);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aSettingWithoutEndIsNotUnderstood(Kind kind) {
    String whole = kind.ofLength(HostileTexts.LONGEST_CELL);
    for (Setting setting : Setting.values()) {
      assertThat(SettingValue.typed(setting, Cell.text("5" + whole), Folk.LANGUAGES)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aLedgerRowWithoutEndIsReadFromItsBeginning(Kind kind) {
    Map<LedgerColumn, Integer> columns = new EnumMap<>(LedgerColumn.class);
    List<Cell> cells = new ArrayList<>();
    for (LedgerColumn column : LedgerColumn.values()) {
      columns.put(column, cells.size());
      cells.add(Cell.text(kind.ofLength(HostileTexts.LONGEST_CELL)));
    }
    int needs = columns.getOrDefault(LedgerColumn.NEEDS, 0);
    cells.set(columns.getOrDefault(LedgerColumn.REF, 0), Cell.text("M-7KQ47"));
    cells.set(needs, Cell.text("courses," + cells.get(needs).text() + ",médicaments"));

    LedgerRow row = LedgerRow.read(List.of(new Row(1, cells)), columns, Folk.WORDS).get(0);

    assertThat(row.needs()).containsExactly(Category.SHOPPING);
    assertThat(row.outcome()).isEmpty();
    assertThat(row.shown().get(LedgerColumn.OUTCOME)) // what people wrote is compared whole
        .hasSize(HostileTexts.LONGEST_CELL);
    assertThat(row.tooLong()).containsExactlyElementsOf(LedgerRow.READ);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void ofALedgerCellNothingBehindTheThousandthCharacterCounts(Kind kind) {
    for (LedgerColumn column : LedgerRow.READ) {
      String whole = BEGINNINGS.getOrDefault(column, "") + kind.ofLength(MOST);
      String other = ReadLimit.cut(whole) + ", médicaments, Refusée, 12".repeat(500);
      LedgerRow row = ledgerRow(column, whole);
      LedgerRow same = ledgerRow(column, other);

      assertThat(row.needs()).isEqualTo(same.needs());
      assertThat(row.distanceKm()).isEqualTo(same.distanceKm());
      assertThat(row.state()).isEqualTo(same.state());
      assertThat(row.outcome()).isEqualTo(same.outcome());
      assertThat(readAsDay(row.day())).hasSizeLessThanOrEqualTo(ReadLimit.CHARACTERS);
      assertThat(row.tooLong()).containsExactly(column);
    }
  }

  private static String readAsDay(Cell cell) {
    StringBuilder read = new StringBuilder();
    TypedDay.of(
        cell,
        text -> {
          read.append(text);
          return Optional.empty();
        });
    return read.toString();
  }

  /** An outcome with a doubt far behind it is read from its beginning. */
  @Test
  void anOutcomeIsReadAtTheBeginningAndNotBehindIt() {
    LedgerRow row =
        ledgerRow(LedgerColumn.OUTCOME, "Acceptée, ils sont ravis" + TAIL + "Refusée ?");

    assertThat(row.outcome()).contains(Introduction.State.ACCEPTED);
    assertThat(row.tooLong()).containsExactly(LedgerColumn.OUTCOME);
    assertThat(ledgerRow(LedgerColumn.OUTCOME, "Acceptée, ils sont ravis").tooLong()).isEmpty();
  }

  /** The hidden cell tells of as many as there are; nobody writes there but the daemon. */
  @Test
  void aCheckIsReadToItsEnd() {
    List<String> many = IntStream.range(1000, 1300).mapToObj(i -> "M-" + i).toList();
    String check = new RowCheck(List.of("0a"), List.of("k2j4x"), many).text();
    assertThat(check).hasSizeGreaterThan(2 * ReadLimit.CHARACTERS);

    LedgerRow row = ledgerRow(LedgerColumn.CHECK, check);

    assertThat(row.answers()).containsExactlyInAnyOrderElementsOf(many);
    assertThat(row.tooLong()).isEmpty();
  }

  private static LedgerRow ledgerRow(LedgerColumn column, String text) {
    Map<LedgerColumn, Integer> columns = new EnumMap<>(LedgerColumn.class);
    List<Cell> cells = new ArrayList<>();
    for (LedgerColumn each : LedgerColumn.values()) {
      columns.put(each, cells.size());
      cells.add(Cell.EMPTY);
    }
    cells.set(Folk.position(LedgerColumn.REF), Cell.text("M-7KQ47"));
    cells.set(Folk.position(column), Cell.text(text));
    return LedgerRow.read(List.of(new Row(1, cells)), columns, Folk.WORDS).get(0);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aTitleOrATabWithoutEndHoldsUpNothing(Kind kind) throws SheetLayout.Unusable {
    String whole = kind.ofLength(HostileTexts.LONGEST_CELL);
    List<Cell> header =
        Stream.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins", "x" + whole)
            .map(Cell::text)
            .toList();
    Tab tab = new Tab(1, "A", true, 1000, 26, List.of(new Row(0, header)), Map.of());
    Tab other = new Tab(2, whole, false, 1000, 26, List.of(new Row(0, header)), Map.of());
    Workbook book = new Workbook("book", "E", "fr_FR", ZoneOffset.UTC, List.of(tab, other));
    if (holdsAddress("x" + whole)) { // an answer where the titles should be, and said at once
      assertThatThrownBy(() -> SheetLayout.of(book, Optional.empty(), Map.of(), Folk.LANGUAGES))
          .isInstanceOf(SheetLayout.Unusable.class);
      return;
    }

    SheetLayout layout = SheetLayout.of(book, Optional.empty(), Map.of(), Folk.LANGUAGES);

    assertThat(layout.responses().sheetId()).isEqualTo(1);
    assertThat(layout.questionnaire().indexes()).contains(0, 1, 2, 3, 4);
  }

  /** Told apart in another way than the program does: an @ with neighbours, and a dot within. */
  private static boolean holdsAddress(String text) {
    for (String word : text.split("\\s+", -1)) {
      int at = word.indexOf('@', 1);
      int dot = at < 0 ? -1 : word.indexOf('.', at + 2);
      if (dot >= 0 && dot < word.length() - 1) {
        return true;
      }
    }
    return false;
  }

  /** As it was before it could be read in one pass. */
  @Test
  void anAddressAmongTheTitlesIsFoundWhereverItStands() {
    for (String title :
        List.of("a@b.c", "Mail: ana@example.org (x)", "@@b.c", "x@y@z.fr", "«a@b.c»")) {
      assertThat(isUnusable(title)).as(title).isTrue();
    }
    for (String title : List.of("a@", "@b.c", "E-mail (@)", "a @b.c", "a@b c.d", "a@.c", "a@b.")) {
      assertThat(isUnusable(title)).as(title).isFalse();
    }
  }

  private static boolean isUnusable(String title) {
    List<Cell> header =
        Stream.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins", title)
            .map(Cell::text)
            .toList();
    Tab tab = new Tab(1, "A", true, 1000, 26, List.of(new Row(0, header)), Map.of());
    try {
      SheetLayout.of(
          new Workbook("book", "E", "fr_FR", ZoneOffset.UTC, List.of(tab)),
          Optional.empty(),
          Map.of(),
          Folk.LANGUAGES);
      return false;
    } catch (SheetLayout.Unusable e) {
      return true;
    }
  }
}
