package org.entraide.plan.layout;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormHints;
import org.entraide.people.profile.Questionnaire;
import org.entraide.plan.layout.AnswerTabs.LayoutProblem;
import org.entraide.plan.layout.OwnTabs.OwnTab;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Reads a {@link SheetLayout} out of a spreadsheet.
 *
 * @param own the tabs that the daemon made
 * @param overrides by field, the title that the configuration names
 * @param languages every language whose titles are known
 */
record LayoutReader(
    Workbook workbook, OwnTabs own, Map<Field, String> overrides, List<Texts> languages) {

  /** A title may be found in an answer by chance, two hardly are. */
  private static final int FEWEST_QUESTIONS = 2;

  private static final Pattern ADDRESS = Pattern.compile("(?<!\\S)\\S[^\\s@]*+@\\S+\\.\\S");

  /**
   * Finds everything beside the answers of one tab.
   *
   * @param wasServed whether this tab was served before
   * @param form which column is whose
   */
  SheetLayout read(Tab responses, boolean wasServed, SheetLayout.FormKnowledge form)
      throws LayoutProblem {
    if (isAnswer(responses.header())) {
      throw headerMissing(responses);
    }
    TabColumns<PersonColumn> people = TabSign.columns(responses, languages);
    FormHints hints = form.of(responses, new HashSet<>(people.at().values()));
    Questionnaire questionnaire = questionnaire(responses, people, hints);
    if (questionnaire.missing().isPresent()) {
      if ((wasServed || isMarked(responses)) && questionnaire.columns().size() < FEWEST_QUESTIONS) {
        throw headerMissing(responses); // an answer must not be shown
      }
      throw new LayoutProblem(questionnaire.missing().get().message());
    }
    return new SheetLayout(
        responses,
        people,
        questionnaire,
        OwnTab.of(OwnTabs.LEDGER, own.ledger(), this::entries),
        OwnTab.of(OwnTabs.SETTINGS, own.settings(), tab -> SettingsColumn.columns(tab, languages)),
        OwnTab.of(OwnTabs.DASHBOARD, own.dashboard(), DashboardColumn::find),
        OwnTab.of(OwnTabs.TODO, own.todo(), tab -> TodoColumn.columns(tab, languages)),
        workbook);
  }

  private TabColumns<LedgerColumn> entries(Tab ledger) {
    TabColumns<LedgerColumn> ledgerColumns =
        TabColumns.find(
            ledger, LedgerColumn.class, LedgerColumn::mark, column -> titles(column.titleKey()));
    boolean titledAlone = ledgerColumns.unmarked().contains(LedgerColumn.DELEGATE);
    return titledAlone && !isChecked(ledger, ledgerColumns)
        ? ledgerColumns.without(LedgerColumn.DELEGATE)
        : ledgerColumns;
  }

  /**
   * Whether some row's check knows of the column of delegates. Else the ledger is an earlier
   * version's, and a column of that title is people's.
   */
  private static boolean isChecked(Tab ledger, TabColumns<LedgerColumn> ledgerColumns) {
    int position = LedgerColumn.REPORTED.indexOf(LedgerColumn.DELEGATE);
    Integer at = ledgerColumns.at().get(LedgerColumn.CHECK);
    return at != null
        && ledger.body().stream()
            .map(row -> RowCheck.parse(row.cell(at).text()))
            .anyMatch(check -> check.filter(c -> c.knows(position)).isPresent());
  }

  /** Whether the tab had titles once: columns of ours are in it. */
  private static boolean isMarked(Tab tab) {
    return Arrays.stream(PersonColumn.values())
        .map(PersonColumn::mark)
        .anyMatch(tab.columnMarks()::containsValue);
  }

  private static LayoutProblem headerMissing(Tab tab) {
    return new LayoutProblem(Message.of("plan.header.missing").with("tab", tab.title()));
  }

  /**
   * Whether the first row is an answer: the titles were sorted away or deleted. An answer must not
   * be shown as if it were titles.
   */
  private static boolean isAnswer(Row header) {
    return header.cells().stream()
        .anyMatch(c -> c.kind() == Cell.Kind.NUMBER || ADDRESS.matcher(c.text()).find());
  }

  private Questionnaire questionnaire(Tab tab, TabColumns<PersonColumn> people, FormHints hints) {
    List<String> titles = tab.header().cells().stream().map(Cell::text).toList();
    return Questionnaire.recognise(titles, new HashSet<>(people.at().values()), overrides, hints);
  }

  private List<String> titles(String key) {
    return languages.stream()
        .flatMap(texts -> SheetVocabulary.withFormer(texts, key).stream())
        .toList();
  }
}
