package org.entraide.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entraide.people.Field;
import org.entraide.people.FormHints;
import org.entraide.people.Questionnaire;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Where things stand in a campaign's spreadsheet at the moment of one read.
 *
 * @param responses the tab where the answers land
 * @param people the daemon's and the organisers' columns beside the answers
 * @param questionnaire which column answers which question
 * @param ledger the tab of introductions, where there is one
 * @param entries the ledger's columns
 * @param settings the tab of settings, where there is one
 * @param options the columns of settings
 * @param dashboard the tab that shows how things stand, where there is one
 * @param board the daemon's columns in it
 * @param workbook all that was read
 */
public record Layout(
    Tab responses,
    Columns<PersonColumn> people,
    Questionnaire questionnaire,
    Optional<Tab> ledger,
    Columns<LedgerColumn> entries,
    Optional<Tab> settings,
    Columns<SettingsColumn> options,
    Optional<Tab> dashboard,
    Columns<DashboardColumn> board,
    Workbook workbook)
    implements DashboardPlace {

  static final int LEDGER_SHEET = OwnTabs.LEDGER;

  /** Where the hidden check of the answers' rows stands, from 0. */
  public OptionalInt checkColumn() {
    Integer at = people.at().get(PersonColumn.CHECK);
    return at == null ? OptionalInt.empty() : OptionalInt.of(at);
  }

  /** A title may be found in an answer by chance, two hardly are. */
  private static final int FEWEST_QUESTIONS = 2;

  private static final Pattern ADDRESS = Pattern.compile("\\S@\\S+\\.\\S");

  /** The fields that tell whose answer a row is, and whether it is one. */
  private static final Set<Field> IDENTITY =
      Set.of(
          Field.TIMESTAMP,
          Field.EMAIL,
          Field.PHONE,
          Field.NAME,
          Field.FIRST_NAME,
          Field.LAST_NAME,
          Field.CONSENT);

  /** Why a spreadsheet cannot be worked on; the message says what to do. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Message reason;
    private final transient Optional<LoneDashboard> dashboard;

    Unusable(Message reason) {
      this(reason, Optional.empty());
    }

    private Unusable(Message reason, Optional<LoneDashboard> dashboard) {
      super(reason.key());
      this.reason = reason;
      this.dashboard = dashboard;
    }

    /** Where organisers can be told, if anywhere. */
    public Optional<LoneDashboard> dashboard() {
      return dashboard;
    }

    public Message reason() {
      return reason;
    }
  }

  /**
   * Finds everything, where nothing is remembered and no form is asked.
   *
   * @param tab the title that the configuration names
   * @param overrides by field, the title that the configuration names
   * @param languages every language whose titles are known
   * @throws Unusable if there is no such tab, or the answers lack what a campaign needs
   */
  public static Layout of(
      Workbook workbook, Optional<String> tab, Map<Field, String> overrides, List<Texts> languages)
      throws Unusable {
    AnswerTabs.Choice choice =
        choose(
            workbook,
            tab,
            overrides,
            languages,
            AnswerTabs.Memory.NOTHING,
            Optional.empty(),
            Instant.EPOCH);
    return of(workbook, choice.served(), overrides, languages, false, FormKnowledge.NONE);
  }

  /** Tells what the form knows about the columns of the response tab. */
  @FunctionalInterface
  public interface FormKnowledge {
    FormKnowledge NONE = (answers, own) -> FormHints.NONE;

    /**
     * Tells it.
     *
     * @param own the daemon's and the organisers' columns that were found
     */
    FormHints of(Tab responses, Set<Integer> own);
  }

  /**
   * Chooses the tab with the answers: see {@link AnswerTabs}.
   *
   * @param tab the title that the configuration names
   * @param now since when other tabs with the same answers do not count
   * @throws Unusable if there is none, or nothing tells which it is
   */
  public static AnswerTabs.Choice choose(
      Workbook workbook,
      Optional<String> tab,
      Map<Field, String> overrides,
      List<Texts> languages,
      AnswerTabs.Memory memory,
      Optional<AnswerTabs.Form> form,
      Instant now)
      throws Unusable {
    OwnTabs own = OwnTabs.find(workbook, languages);
    try {
      return AnswerTabs.choose(workbook, own, tab, overrides, languages, memory, form, now);
    } catch (Unusable e) {
      throw new Unusable(e.reason(), LoneDashboard.of(own, workbook));
    }
  }

  /**
   * Finds everything beside the answers of one tab.
   *
   * @param wasServed whether this tab was served before
   * @param form which column is whose
   */
  public static Layout of(
      Workbook workbook,
      Tab responses,
      Map<Field, String> overrides,
      List<Texts> languages,
      boolean wasServed,
      FormKnowledge form)
      throws Unusable {
    OwnTabs own = OwnTabs.find(workbook, languages);
    try {
      return of(workbook, own, responses, overrides, languages, wasServed, form);
    } catch (Unusable e) {
      throw new Unusable(e.reason(), LoneDashboard.of(own, workbook));
    }
  }

  private static Layout of(
      Workbook workbook,
      OwnTabs own,
      Tab responses,
      Map<Field, String> overrides,
      List<Texts> languages,
      boolean wasServed,
      FormKnowledge form)
      throws Unusable {
    if (isAnswer(responses.header())) {
      throw headerMissing(responses);
    }
    Columns<PersonColumn> people = TabSign.columns(responses, languages);
    FormHints hints = form.of(responses, new HashSet<>(people.at().values()));
    Questionnaire questionnaire = questionnaire(responses, people, overrides, hints);
    if (questionnaire.missing().isPresent()) {
      if ((wasServed || isMarked(responses)) && questionnaire.columns().size() < FEWEST_QUESTIONS) {
        throw headerMissing(responses); // what stands there is an answer, and nobody's to tell
      }
      throw new Unusable(questionnaire.missing().get().message());
    }
    Columns<LedgerColumn> entries =
        Columns.find(
            own.ledger().orElse(absent(LEDGER_SHEET)),
            LedgerColumn.class,
            LedgerColumn::mark,
            column -> titles(languages, column.titleKey()));
    return new Layout(
        responses,
        people,
        questionnaire,
        own.ledger(),
        entries,
        own.settings(),
        SettingsTab.columns(own.settings().orElse(absent(OwnTabs.SETTINGS)), languages),
        own.dashboard(),
        DashboardColumn.find(own.dashboard().orElse(absent(OwnTabs.DASHBOARD))),
        workbook);
  }

  /** Whether the tab had titles once: columns of ours are in it. */
  private static boolean isMarked(Tab tab) {
    return Arrays.stream(PersonColumn.values())
        .map(PersonColumn::mark)
        .anyMatch(tab.columnMarks()::containsValue);
  }

  private static Unusable headerMissing(Tab tab) {
    return new Unusable(Message.of("plan.header.missing").with("tab", tab.title()));
  }

  /**
   * Whether the first row is somebody's answer: the titles were sorted away or deleted. It must not
   * be told as if it were titles.
   */
  private static boolean isAnswer(Row header) {
    return header.cells().stream()
        .anyMatch(c -> c.kind() == Cell.Kind.NUMBER || ADDRESS.matcher(c.text()).find());
  }

  private static Questionnaire questionnaire(
      Tab tab, Columns<PersonColumn> people, Map<Field, String> overrides, FormHints hints) {
    List<String> titles = tab.header().cells().stream().map(Cell::text).toList();
    return Questionnaire.recognise(titles, new HashSet<>(people.at().values()), overrides, hints);
  }

  private static Tab absent(int sheetId) {
    return new Tab(sheetId, "", false, 0, 0, List.of(), Map.of());
  }

  private static List<String> titles(List<Texts> languages, String key) {
    return languages.stream().map(texts -> texts.get(key)).toList();
  }

  /** The sheet id of the ledger, present or to be added. */
  public int ledgerSheet() {
    return ledger.map(Tab::sheetId).orElse(LEDGER_SHEET);
  }

  /** The sheet id of the settings, present or to be added. */
  public int settingsSheet() {
    return settings.map(Tab::sheetId).orElse(OwnTabs.SETTINGS);
  }

  @Override
  public int dashboardSheet() {
    return dashboard.map(Tab::sheetId).orElse(OwnTabs.DASHBOARD);
  }

  /** The cells that people merged into others, of the answers and of the ledger. */
  MergedCells merged() {
    List<Tab> tabs = new ArrayList<>(List.of(responses));
    ledger.ifPresent(tabs::add);
    return new MergedCells(workbook.overlay(), tabs);
  }

  /** How many answers cannot show all that they should, since cells of ours are merged. */
  public long mergedAnswers(List<ResponseRow> answers) {
    MergedCells merged = merged();
    return answers.stream()
        .filter(
            answer ->
                people.at().entrySet().stream()
                    .anyMatch(
                        e ->
                            e.getKey().written()
                                && merged.cover(
                                    responses.sheetId(), answer.row().index(), e.getValue())))
        .count();
  }

  /**
   * What must be added before anything can be written; empty when nothing. What is added comes as
   * it should look.
   */
  public List<Change> preparations(Texts texts) {
    return new Additions(this, texts).decorated();
  }

  /** {@link #preparations} without the looks, which a spreadsheet may refuse. */
  public List<Change> necessities(Texts texts) {
    return new Additions(this, texts).bare();
  }

  /** This layout once {@link #preparations} were made. */
  public Layout prepared() {
    return new Layout(
        responses,
        people.completed(width(responses)),
        questionnaire,
        ledger,
        entries.completed(ledger.map(Layout::width).orElse(0)),
        settings,
        options.completed(settings.map(Layout::width).orElse(0)),
        dashboard,
        board.completed(dashboard.map(Layout::width).orElse(0)),
        workbook);
  }

  /** The same where other rows stand in the tab with the answers. */
  Layout with(Tab answers) {
    return new Layout(
        answers,
        people,
        questionnaire,
        ledger,
        entries,
        settings,
        options,
        dashboard,
        board,
        workbook);
  }

  /** The same without what people wrote below the titles: it may be kept. */
  public Layout titlesAlone() {
    return new Layout(
        responses.titlesAlone(),
        people,
        questionnaire,
        ledger.map(Tab::titlesAlone),
        entries,
        settings.map(Tab::titlesAlone),
        options,
        dashboard.map(Tab::titlesAlone),
        board,
        workbook.titlesAlone());
  }

  /** The first column to the right of everything that is written in a tab. */
  static int width(Tab tab) {
    return tab.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }

  /** The columns to read again before a write, and to read back with it. */
  public Map<Integer, Set<Integer>> identityColumns() {
    Set<Integer> answers = new TreeSet<>();
    questionnaire.columns().stream()
        .filter(c -> IDENTITY.contains(c.field()))
        .forEach(c -> answers.add(c.index()));
    Map<Integer, Set<Integer>> columns = new HashMap<>();
    columns.put(responses.sheetId(), answers);
    if (entries.at().containsKey(LedgerColumn.REF)) {
      columns.put(ledgerSheet(), new TreeSet<>(Set.of(entries.of(LedgerColumn.REF))));
    }
    return columns;
  }

  /** {@link #identityColumns} and every cell that the daemon writes. */
  public Map<Integer, Set<Integer>> ownColumns() {
    Map<Integer, Set<Integer>> columns = identityColumns();
    Set<Integer> answers = columns.computeIfAbsent(responses.sheetId(), id -> new TreeSet<>());
    for (PersonColumn column : PersonColumn.values()) {
      if (column.written()) {
        answers.add(people.of(column));
      }
    }
    Set<Integer> own = columns.computeIfAbsent(ledgerSheet(), id -> new TreeSet<>());
    for (LedgerColumn column : LedgerColumn.values()) {
      own.add(entries.of(column));
    }
    columns.put(settingsSheet(), new TreeSet<>(options.at().values()));
    columns.put(dashboardSheet(), new TreeSet<>(board.at().values()));
    return columns;
  }

  /**
   * Whether the columns still are where this layout says, as rows that were read again show: people
   * move columns while letters are written, and a row's content alone does not tell.
   *
   * @param now by sheet id, the header row first
   * @param texts in which the columns of {@link #preparations} were titled
   */
  public boolean stillStands(Map<Integer, List<Row>> now, Texts texts) {
    Row before = responses.header();
    boolean answers =
        identityColumns().getOrDefault(responses.sheetId(), Set.of()).stream()
            .allMatch(c -> shows(now, responses.sheetId(), c, before.cell(c).text()));
    boolean own =
        people.at().entrySet().stream()
            .filter(e -> e.getKey().written())
            .allMatch(
                e ->
                    stands(
                        now,
                        responses.sheetId(),
                        before,
                        e.getValue(),
                        texts.get(e.getKey().titleKey())));
    return answers
        && own
        && stand(now, ledgerSheet(), ledger, entries, c -> texts.get(c.titleKey()))
        && settingsStand(now, texts);
  }

  /** The same of the settings tab alone. */
  public boolean settingsStand(Map<Integer, List<Row>> now, Texts texts) {
    return stand(now, settingsSheet(), settings, options, c -> texts.get(c.titleKey()));
  }

  private static <C extends Enum<C>> boolean stand(
      Map<Integer, List<Row>> now,
      int sheetId,
      Optional<Tab> tab,
      Columns<C> columns,
      Function<C, String> ours) {
    Row before = tab.map(Tab::header).orElse(new Row(0, List.of()));
    return columns.at().entrySet().stream()
        .allMatch(e -> stands(now, sheetId, before, e.getValue(), ours.apply(e.getKey())));
  }

  /**
   * Whether a title stands above a column that stood there when it was read. One that was added
   * since has our own, and one whose title people cleared has none.
   */
  private static boolean stands(
      Map<Integer, List<Row>> now, int sheetId, Row before, int column, String ours) {
    String title = before.cell(column).text();
    return title.isEmpty()
        ? shows(now, sheetId, column, ours) || shows(now, sheetId, column, "")
        : shows(now, sheetId, column, title);
  }

  private static boolean shows(Map<Integer, List<Row>> now, int sheetId, int column, String title) {
    List<Row> rows = now.getOrDefault(sheetId, List.of());
    String shown =
        rows.isEmpty() || rows.get(0).index() != 0 ? "" : rows.get(0).cell(column).text();
    return shown.equals(title);
  }
}
