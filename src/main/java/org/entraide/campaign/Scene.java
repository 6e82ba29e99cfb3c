package org.entraide.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.config.CampaignSettings;
import org.entraide.people.Field;
import org.entraide.people.ProfileReader;
import org.entraide.plan.Absences;
import org.entraide.plan.AnotherMatch;
import org.entraide.plan.AnswerTabs;
import org.entraide.plan.CarryOver;
import org.entraide.plan.Confirming;
import org.entraide.plan.Contents;
import org.entraide.plan.Heartbeat;
import org.entraide.plan.Interpretation;
import org.entraide.plan.Introduction;
import org.entraide.plan.KeptSettings;
import org.entraide.plan.Layout;
import org.entraide.plan.SettingsTab;
import org.entraide.table.Change;
import org.entraide.table.Workbook;

/**
 * The world as one pass sees it, and who is in it.
 *
 * @param memory the journal's, before this pass
 * @param found where things stand
 * @param layout the same once what is missing was added
 * @param firstAnswers by person, the earliest known
 * @param seen what became of letters
 * @param form what the form says
 * @param absences whose row is gone
 * @param settings in force
 * @param options the settings tab
 * @param beat the last sign of life on the dashboard
 * @param tabs which tab is served, and which was before
 * @param carry what is to be carried over into it
 */
record Scene(
    Instant now,
    Journal.Memory memory,
    Workbook workbook,
    Layout found,
    Layout layout,
    ProfileReader reader,
    Interpretation rows,
    Map<String, Instant> firstAnswers,
    MailObservation seen,
    FormReader.Seen form,
    Absences absences,
    CampaignSettings settings,
    SettingsTab options,
    Optional<Heartbeat.Beat> beat,
    AnswerTabs.Choice tabs,
    CarryOver carry) {

  /** Who is to be erased soon since nothing was heard of them, and on which day. */
  Map<String, LocalDate> leaving() {
    Map<String, LocalDate> leaving = new HashMap<>();
    Notes.leaving(memory.notes())
        .forEach((ref, at) -> leaving.put(ref, LocalDate.ofInstant(at, workbook.zone())));
    return leaving;
  }

  /** By what rows are known. */
  Contents contents() {
    return rows.contents();
  }

  /** Marks by which columns of the form are known again when people rename and move them. */
  List<Change> pins() {
    List<Change> pins = new ArrayList<>();
    form.witness()
        .ifPresent(
            witness ->
                witness
                    .newPins(layout.questionnaire())
                    .forEach(
                        (column, pin) ->
                            pins.add(
                                new Change.MarkColumn(
                                    layout.responses().sheetId(), column, pin.mark()))));
    return pins;
  }

  /** What the form's questions are taken for, by their ids: for the next tab of the form. */
  Map<String, Field> questions() {
    return form.witness()
        .map(witness -> witness.fields(layout.questionnaire()))
        .orElseGet(() -> Notes.questions(memory.notes()));
  }

  /** What is to be remembered of the settings tab. */
  KeptSettings kept() {
    return options.keep().with(rows.bars());
  }

  /** The same by a pass that acts upon a confirmation. */
  KeptSettings keptAfterwards() {
    KeptSettings kept = kept();
    return options.settings().confirmDeletions()
        ? kept.with(
            new Confirming.Used(
                now.truncatedTo(ChronoUnit.SECONDS), absences.confirmed() + seen.believed().size()))
        : kept;
  }

  /** Introductions between people as they are called now. */
  List<Introduction> current(Map<String, Introduction> introductions) {
    return introductions.values().stream().map(rows::now).toList();
  }

  /** What became of wishes for another introduction, as this pass begins. */
  AnotherMatch another() {
    return AnotherMatch.of(
        rows.orders(), current(seen.introductions()), asked(), memory.references().isEmpty());
  }

  /** By the journal, else by the sheet, under what people are called now. */
  private Map<String, Set<String>> asked() {
    Map<String, Set<String>> asked = new HashMap<>(rows.asked());
    Notes.asked(memory.notes())
        .forEach(
            (ref, instead) ->
                asked.merge(
                    rows.nowCalled(ref),
                    instead,
                    (a, b) -> {
                      Set<String> both = new HashSet<>(a);
                      both.addAll(b);
                      return both;
                    }));
    return asked;
  }

  /** The same once introductions were begun. */
  AnotherMatch another(Map<String, Set<String>> asked, Map<String, Introduction> introductions) {
    return AnotherMatch.of(rows.orders(), current(introductions), asked, false);
  }
}
