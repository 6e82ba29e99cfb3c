package org.entraide.campaign.observe;

import java.util.List;
import java.util.Optional;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.port.AnswerTabNotes;
import org.entraide.campaign.port.Journal;
import org.entraide.config.CampaignSettings;
import org.entraide.form.FormCrossCheck;
import org.entraide.form.SheetSide;
import org.entraide.people.profile.FormHints;
import org.entraide.plan.layout.AnswerTabs;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.settings.SettingsInUse;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * The rows of the tab that is served, with what was typed in tabs before it and is not yet carried
 * over.
 *
 * @param form where one is configured
 * @param languages in which titles and words are known
 * @param tabs which tabs have answers
 * @param memory what the journal knows
 * @param reading reads the rows of one tab
 */
record ServedRows(
    CampaignSettings settings,
    Optional<FormReader> form,
    List<Texts> languages,
    Workbook workbook,
    AnswerTabs.Choice tabs,
    Journal.Memory memory,
    SheetReading reading) {

  SheetReading.ReadSheet read(AnswerSource served) {
    Optional<AnswerSource> former = tabs.former().flatMap(this::source);
    SheetReading by = awaiting(former.orElse(served));
    if (former.isPresent()) {
      return by.after(former.get(), served);
    }
    return ServedTab.isFormerKnownToJournalAlone(memory, tabs, workbook)
        ? by.afterAnAbsentOne(served)
        : by.of(served);
  }

  private SheetReading awaiting(AnswerSource last) {
    if (!AnswerTabNotes.answers(memory.notes()).isEmpty()) {
      return reading.awaiting(
          new SheetReading.Awaited(AnswerTabNotes.awaited(memory.notes()), this::tabsLeft, false));
    }
    return tabs.left().isEmpty() ? reading : reading.awaitingUnnamed(last, tabsLeft());
  }

  private List<AnswerSource> tabsLeft() {
    return tabs.left().stream().flatMap(tab -> source(tab).stream()).toList();
  }

  /** The rows of a tab that was served before; empty where its titles do not show who is in it. */
  private Optional<AnswerSource> source(Tab tab) {
    try {
      SheetLayout layout =
          SheetLayout.of(
              workbook,
              tab,
              SettingsInUse.overrides(settings),
              languages,
              true,
              (answers, own) ->
                  form.flatMap(it -> it.compare(SheetSide.of(workbook, answers, own)))
                      .map(FormCrossCheck::hints)
                      .orElse(FormHints.NONE));
      return Optional.of(
          new AnswerSource(layout, SettingsInUse.reader(layout, settings, workbook.zone())));
    } catch (SheetLayout.Unusable e) {
      return Optional.empty();
    }
  }
}
