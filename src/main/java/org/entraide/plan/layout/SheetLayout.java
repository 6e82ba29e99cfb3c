package org.entraide.plan.layout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormHints;
import org.entraide.people.profile.Questionnaire;
import org.entraide.plan.layout.AnswerTabs.LayoutProblem;
import org.entraide.plan.layout.OwnTabs.OwnTab;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Where things are in a campaign's spreadsheet at the moment of one read.
 *
 * @param responses the tab where the answers land
 * @param answerColumns the daemon's and the organisers' columns beside the answers
 * @param questionnaire which column answers which question
 * @param ledgerTab the tab of introductions
 * @param settingsTab the tab of settings
 * @param dashboardTab the tab that shows the campaign's state
 * @param todoTab the tab of what people must do
 * @param workbook all that was read
 */
public record SheetLayout(
    Tab responses,
    TabColumns<PersonColumn> answerColumns,
    Questionnaire questionnaire,
    OwnTab<LedgerColumn> ledgerTab,
    OwnTab<SettingsColumn> settingsTab,
    OwnTab<DashboardColumn> dashboardTab,
    OwnTab<TodoColumn> todoTab,
    Workbook workbook)
    implements DashboardPlace {

  /** The column of the hidden check of the answers' rows, from 0. */
  public OptionalInt checkColumn() {
    Integer at = answerColumns.at().get(PersonColumn.CHECK);
    return at == null ? OptionalInt.empty() : OptionalInt.of(at);
  }

  /** The fields that show whose answer a row is, and whether it is one. */
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

    private Unusable(Message reason, Optional<LoneDashboard> dashboard) {
      super(reason.key());
      this.reason = reason;
      this.dashboard = dashboard;
    }

    /** Where organisers can read of it, if anywhere. */
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
  public static SheetLayout of(
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

  /** Gives what the form knows about the columns of the response tab. */
  @FunctionalInterface
  public interface FormKnowledge {
    FormKnowledge NONE = (answers, own) -> FormHints.NONE;

    /**
     * Gives it.
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
   * @throws Unusable if there is none, or nothing shows which it is
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
    } catch (LayoutProblem e) {
      throw new Unusable(e.reason(), LoneDashboard.of(own, workbook));
    }
  }

  /**
   * Finds everything beside the answers of one tab.
   *
   * @param wasServed whether this tab was served before
   * @param form which column is whose
   */
  public static SheetLayout of(
      Workbook workbook,
      Tab responses,
      Map<Field, String> overrides,
      List<Texts> languages,
      boolean wasServed,
      FormKnowledge form)
      throws Unusable {
    OwnTabs own = OwnTabs.find(workbook, languages);
    try {
      return new LayoutReader(workbook, own, overrides, languages).read(responses, wasServed, form);
    } catch (LayoutProblem e) {
      throw new Unusable(e.reason(), LoneDashboard.of(own, workbook));
    }
  }

  /** The tab of introductions, where there is one. */
  public Optional<Tab> ledger() {
    return ledgerTab.tab();
  }

  /** The sheet id of the ledger, present or to be added. */
  public int ledgerSheet() {
    return ledgerTab.sheetId();
  }

  /** The ledger's columns. */
  public TabColumns<LedgerColumn> ledgerColumns() {
    return ledgerTab.columns();
  }

  /** The tab of settings, where there is one. */
  public Optional<Tab> settings() {
    return settingsTab.tab();
  }

  /** The sheet id of the settings, present or to be added. */
  public int settingsSheet() {
    return settingsTab.sheetId();
  }

  /** The columns of settings. */
  public TabColumns<SettingsColumn> settingsColumns() {
    return settingsTab.columns();
  }

  @Override
  public Optional<Tab> dashboard() {
    return dashboardTab.tab();
  }

  @Override
  public int dashboardSheet() {
    return dashboardTab.sheetId();
  }

  @Override
  public TabColumns<DashboardColumn> dashboardColumns() {
    return dashboardTab.columns();
  }

  /** All own tabs that are there. */
  public List<Tab> ownTabs() {
    return Stream.of(ledgerTab, settingsTab, dashboardTab, todoTab)
        .flatMap(own -> own.tab().stream())
        .toList();
  }

  /** The cells that people merged into others, of the answers and of the ledger. */
  public MergedCells merged() {
    List<Tab> tabs = new ArrayList<>(List.of(responses));
    ledger().ifPresent(tabs::add);
    return new MergedCells(workbook.overlay(), tabs);
  }

  /** How many answers cannot show all that they should, since cells of ours are merged. */
  public long mergedAnswers(List<Row> answers) {
    MergedCells merged = merged();
    return answers.stream()
        .filter(
            answer ->
                answerColumns.at().entrySet().stream()
                    .anyMatch(
                        e ->
                            e.getKey().isWritten()
                                && merged.cover(responses.sheetId(), answer.index(), e.getValue())))
        .count();
  }

  /** This layout once {@code MissingParts.preparations} were made. */
  public SheetLayout prepared() {
    return new SheetLayout(
        responses,
        answerColumns.completed(width(responses)),
        questionnaire,
        ledgerTab.completed(),
        settingsTab.completed(),
        dashboardTab.completed(),
        todoTab.completed(),
        workbook);
  }

  /** This layout where other rows are in the tab with the answers. */
  public SheetLayout with(Tab answers) {
    return new SheetLayout(
        answers,
        answerColumns,
        questionnaire,
        ledgerTab,
        settingsTab,
        dashboardTab,
        todoTab,
        workbook);
  }

  /** This layout without what people wrote below the titles: it may be kept. */
  public SheetLayout titlesAlone() {
    return new SheetLayout(
        responses.titlesAlone(),
        answerColumns,
        questionnaire,
        ledgerTab.titlesAlone(),
        settingsTab.titlesAlone(),
        dashboardTab.titlesAlone(),
        todoTab.titlesAlone(),
        workbook.titlesAlone());
  }

  /** Whether a column of ours was there when the answers were read. */
  public boolean shows(PersonColumn column) {
    Integer index = answerColumns.at().get(column);
    return index != null && index < width(responses);
  }

  /** The first column to the right of everything that is written in a tab. */
  public static int width(Tab tab) {
    return tab.width();
  }

  /** The columns to read again before a write, and to read back with it. */
  public Map<Integer, Set<Integer>> identityColumns() {
    Set<Integer> answers = new TreeSet<>();
    questionnaire.columns().stream()
        .filter(c -> IDENTITY.contains(c.field()))
        .forEach(c -> answers.add(c.index()));
    Map<Integer, Set<Integer>> columns = new HashMap<>();
    columns.put(responses.sheetId(), answers);
    if (ledgerColumns().at().containsKey(LedgerColumn.REF)) {
      columns.put(ledgerSheet(), new TreeSet<>(Set.of(ledgerColumns().of(LedgerColumn.REF))));
    }
    return columns;
  }

  /**
   * The columns of the ledger to read again before rows without a reference are written, and to
   * read back with them.
   */
  public Set<Integer> typedColumns() {
    return new TreeSet<>(
        List.of(
            ledgerColumns().of(LedgerColumn.REF),
            ledgerColumns().of(LedgerColumn.PERSON),
            ledgerColumns().of(LedgerColumn.HELPER)));
  }

  /** {@link #identityColumns} and every cell that the daemon writes. */
  public Map<Integer, Set<Integer>> ownColumns() {
    Map<Integer, Set<Integer>> columns = identityColumns();
    Set<Integer> answers = columns.computeIfAbsent(responses.sheetId(), id -> new TreeSet<>());
    for (PersonColumn column : PersonColumn.values()) {
      if (column.isWritten()) {
        answers.add(answerColumns.of(column));
      }
    }
    Set<Integer> own = columns.computeIfAbsent(ledgerSheet(), id -> new TreeSet<>());
    for (LedgerColumn column : LedgerColumn.values()) {
      own.add(ledgerColumns().of(column));
    }
    columns.put(settingsSheet(), new TreeSet<>(settingsColumns().at().values()));
    columns.put(dashboardSheet(), new TreeSet<>(dashboardColumns().at().values()));
    columns.put(todoTab.sheetId(), new TreeSet<>(todoTab.columns().at().values()));
    return columns;
  }

  /** See {@link ColumnPositions#areUnchanged}. */
  public boolean columnsAreUnchanged(Map<Integer, List<Row>> now, Texts texts) {
    return new ColumnPositions(this, now, texts).areUnchanged();
  }

  /** Whether all columns of the settings tab are where they were. */
  public boolean settingsColumnsAreUnchanged(Map<Integer, List<Row>> now, Texts texts) {
    return new ColumnPositions(this, now, texts).areSettingsUnchanged();
  }
}
