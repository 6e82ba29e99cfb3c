package org.entraide.plan.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.Folk;
import org.entraide.plan.Sheets;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.Status;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.plan.todo.TaskKind;
import org.entraide.table.Area;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.Overlay;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

class AppearanceRepairTest extends PreparedFixture {

  @Test
  void twiceInARowTheSecondTimeFindsNothing() {
    assertThat(new Prepared().missing()).isEmpty();
  }

  @Test
  void theFirstTimeBringsEverythingThatHelps() {
    List<Change> changes =
        AppearanceRepair.missing(Sheets.fresh(), Decorations.NONE, FRENCH, Folk.LANGUAGES);

    assertThat(changes).filteredOn(Change.AddTab.class::isInstance).hasSize(4);
    assertThat(changes).filteredOn(Change.Draw.class::isInstance).hasSize(3);
    assertThat(changes).filteredOn(Change.Name.class::isInstance).hasSize(1);
    assertThat(changes).filteredOn(Change.TickBoxes.class::isInstance).hasSize(1);
    assertThat(changes).filteredOn(Change.Choices.class::isInstance).hasSize(6);
    assertThat(changes).filteredOn(Change.RecalculateHourly.class::isInstance).hasSize(1);
    assertThat(changes)
        .filteredOn(Change.Note.class::isInstance)
        .hasSize(
            PersonColumn.values().length
                + LedgerColumn.values().length
                + SettingsColumn.values().length
                + TodoColumn.values().length);
    assertThat(changes)
        .filteredOn(Change.TintWord.class::isInstance)
        .hasSize(
            Status.values().length + Introduction.State.values().length + TaskKind.values().length);
  }

  @Test
  void whatIsAddedComesBeforeHowItLooks() {
    List<Change> changes = MissingParts.preparations(Sheets.fresh(), FRENCH);
    int needed = MissingParts.necessities(Sheets.fresh(), FRENCH).size();

    assertThat(changes.subList(0, needed))
        .isEqualTo(MissingParts.necessities(Sheets.fresh(), FRENCH));
    assertThat(changes.subList(needed, changes.size()))
        .isNotEmpty()
        .allMatch(Change.Decoration.class::isInstance);
  }

  @Test
  void nothingLooksDifferentOutsideOurColumnsAndTabs() {
    for (Change change : MissingParts.preparations(Sheets.fresh(), FRENCH)) {
      if (change instanceof Change.Decoration decoration
          && !(decoration instanceof Change.FilterView) // shows less, and only to who asks
          && decoration.area().sheetId() == Sheets.ANSWERS) {
        assertThat(decoration.area().column()).isGreaterThanOrEqualTo(6);
        assertThat(decoration.area().endColumn())
            .isLessThanOrEqualTo(6 + PersonColumn.values().length);
      }
    }
  }

  @Test
  void ourTitlesTurnRedWhenTheDaemonStopped() {
    Change.TintWhere rule =
        MissingParts.preparations(Sheets.fresh(), FRENCH).stream()
            .filter(Change.TintWhere.class::isInstance)
            .map(Change.TintWhere.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(rule.area())
        .isEqualTo(new Area(Sheets.ANSWERS, 0, 1, 6, 6 + PersonColumn.values().length));
    assertThat(rule.formula())
        .contains("NOW()-INDIRECT(\"entraide_heartbeat\")>1/24")
        .doesNotContain(",", ";"); // which of them separates depends on the locale
  }

  @Test
  void aLostNoteAndALostColourComeBackAndPeoplesOwnStayInFront() {
    Prepared prepared = new Prepared();
    Area status = Area.cell(Sheets.ANSWERS, 0, 7);
    Map<Area, String> notes = new HashMap<>(prepared.looks.notes());
    notes.remove(status);
    Map<Integer, List<Decorations.Rule>> rules = new HashMap<>(prepared.looks.rules());
    List<Decorations.Rule> left = new ArrayList<>(rules.get(Sheets.ANSWERS));
    left.removeIf(rule -> rule.value().equals("En pause"));
    left.add(
        0,
        new Decorations.Rule(
            List.of(Area.columns(Sheets.ANSWERS, 0, 20)), "=$A1>3", Optional.empty()));
    rules.put(Sheets.ANSWERS, left);
    prepared.looks = with(prepared.looks, notes, rules);

    List<Change> missing = prepared.missing();

    assertThat(missing).hasSize(2);
    assertThat(((Change.Note) missing.get(0)).area()).isEqualTo(status);
    assertThat(((Change.TintWord) missing.get(1)).word()).isEqualTo("En pause");
    assertThat(((Change.TintWord) missing.get(1)).index()).isEqualTo(left.size());
  }

  @Test
  void peoplesOwnNotesDropDownsAndProtectionStandForOurs() {
    Prepared prepared = new Prepared();
    Decorations looks = prepared.looks;
    prepared.looks =
        new Decorations(
            false,
            looks.notes(),
            looks.helped(),
            looks.formatted(),
            looks.wrapped(),
            looks.rules(),
            List.of(
                Area.whole(Sheets.ANSWERS),
                Area.whole(OwnTabs.LEDGER),
                Area.whole(OwnTabs.SETTINGS),
                Area.whole(OwnTabs.DASHBOARD),
                Area.whole(OwnTabs.TODO)),
            looks.overlay());

    assertThat(prepared.missing()).isEmpty();
  }

  @Test
  void longExplanationsAreWrappedOnceAndAreThenPeoples() {
    List<Area> wrapped =
        AppearanceRepair.missing(
                Sheets.found(Overlay.NONE, Sheets.answers()),
                Decorations.NONE,
                FRENCH,
                Folk.LANGUAGES)
            .stream()
            .filter(Change.Wrap.class::isInstance)
            .map(change -> ((Change.Wrap) change).area())
            .toList();
    assertThat(wrapped).hasSize(4);

    Prepared prepared = new Prepared();
    Decorations looks = prepared.looks;
    prepared.looks = unwrapped(looks, Set.of());
    assertThat(prepared.missing())
        .hasOnlyElementsOfType(Change.Wrap.class)
        .extracting(change -> ((Change.Wrap) change).area())
        .containsExactlyInAnyOrderElementsOf(looks.wrapped());

    int explanation =
        looks.wrapped().stream()
            .filter(area -> area.sheetId() == Sheets.ANSWERS)
            .mapToInt(Area::column)
            .sum();
    prepared.looks = unwrapped(looks, Set.of(Area.cell(Sheets.ANSWERS, 3, explanation)));
    assertThat(prepared.missing()).as("somebody changed it in one cell").hasSize(3);
  }

  private static Decorations unwrapped(Decorations looks, Set<Area> wrapped) {
    return new Decorations(
        looks.recalculatesOnChange(),
        looks.notes(),
        looks.helped(),
        looks.formatted(),
        wrapped,
        looks.rules(),
        looks.guarded(),
        looks.overlay());
  }

  @Test
  void aDeletedChartAndNameComeBackWhenAskedAndNotByThemselves() {
    Prepared prepared = new Prepared();
    Decorations looks = prepared.looks;
    prepared.looks =
        new Decorations(
            looks.recalculatesOnChange(),
            looks.notes(),
            looks.helped(),
            looks.formatted(),
            looks.wrapped(),
            looks.rules(),
            looks.guarded(),
            new Overlay(Map.of(), Set.of(SheetFormatting.NEEDS_CHART))
                .withFilterViews(looks.overlay().filterViews()));

    assertThat(MissingParts.preparations(prepared.layout(), FRENCH)).isEmpty();
    assertThat(prepared.missing())
        .hasSize(3)
        .anyMatch(Change.Name.class::isInstance)
        .filteredOn(Change.Draw.class::isInstance)
        .hasSize(2);
  }

  @Test
  void aDashboardMadeAnewTakesTheNameAndAChartThatPeopleKept() {
    Overlay left =
        new Overlay(
            Map.of(SheetFormatting.HEARTBEAT, new Overlay.NamedArea("n1", Area.whole(0))),
            Set.of(SheetFormatting.WEEKS_CHART));

    List<Change> changes = MissingParts.preparations(Sheets.found(left, Sheets.answers()), FRENCH);

    assertThat(changes).noneMatch(Change.Name.class::isInstance);
    assertThat(changes).filteredOn(Change.Draw.class::isInstance).hasSize(2);
    assertThat(changes)
        .contains(new Change.MoveName("n1", SheetFormatting.HEARTBEAT, SIGN_OF_LIFE));
  }

  /** As if the version before had spoken English. */
  @Test
  void dropDownsAndNotesOfAnEarlierVersionGetTheWordsOfTodayUnlessSomebodyChangedThem() {
    Texts before = Folk.LANGUAGES.get(1);
    Prepared prepared = new Prepared();
    Decorations made =
        Decorations.NONE.with(
            AppearanceRepair.missing(Sheets.fresh(), Decorations.NONE, before, Folk.LANGUAGES));
    int instruction = prepared.layout().answerColumns().of(PersonColumn.INSTRUCTION);
    Area cell = Area.cell(Sheets.ANSWERS, 4, instruction);

    List<Change> changes = renewed(prepared, made, before);
    assertThat(changes)
        .filteredOn(Change.Choices.class::isInstance)
        .map(change -> ((Change.Choices) change).words().get(0))
        .contains("Pause", "Acceptée");
    assertThat(renewed(prepared, made.with(changes), before)).isEmpty();

    Decorations changed =
        made.with(
            List.<Change>of(
                new Change.Choices(cell, List.of("Pause", "Vu")),
                new Change.Note(Area.cell(Sheets.ANSWERS, 0, instruction), "Voir Jeanne")));
    assertThat(renewed(prepared, changed, before))
        .hasSize(changes.size() - 2)
        .noneMatch(
            change ->
                change instanceof Change.Decoration one
                    && one.area().sheetId() == Sheets.ANSWERS
                    && one.area().column() == instruction);
  }

  private static List<Change> renewed(Prepared prepared, Decorations looks, Texts before) {
    return FormerWords.looks(prepared.layout(), looks, FRENCH, List.of(before), Folk.LANGUAGES);
  }

  @Test
  void offeredWordsAreTheCampaignsLanguages() {
    List<Change> english = MissingParts.preparations(Sheets.fresh(), Folk.LANGUAGES.get(1));

    assertThat(english)
        .filteredOn(Change.Choices.class::isInstance)
        .map(change -> ((Change.Choices) change).words().get(0))
        .containsExactly("Pause", "Accepted", "yes", "yes", "stable", "yes");
  }

  @Test
  void whatTheDaemonOnlyReadsIsNotGuarded() {
    SheetLayout layout = Sheets.fresh().prepared();
    Area instruction =
        Area.below(Sheets.ANSWERS, layout.answerColumns().of(PersonColumn.INSTRUCTION));
    Area value = Area.below(OwnTabs.SETTINGS, layout.settingsColumns().of(SettingsColumn.VALUE));
    Area outcome = Area.below(OwnTabs.LEDGER, layout.ledgerColumns().of(LedgerColumn.OUTCOME));

    for (Change change : MissingParts.preparations(Sheets.fresh(), FRENCH)) {
      if (change instanceof Change.Warn warn) {
        assertThat(List.of(instruction, value, outcome)).noneMatch(warn.area()::meets);
      }
    }
  }
}
