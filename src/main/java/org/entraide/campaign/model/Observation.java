package org.entraide.campaign.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.AnswerTabNotes;
import org.entraide.campaign.port.FormObservation;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.campaign.port.MailObservation;
import org.entraide.config.CampaignSettings;
import org.entraide.form.FormCrossCheck;
import org.entraide.form.Response;
import org.entraide.people.identity.Absences;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.ProfileReader;
import org.entraide.plan.authorship.HandMadeIntroductions;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.interpret.CarryOver;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.introduce.HoldBackEnd;
import org.entraide.plan.introduce.QuestionRule;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.AnswerTabs;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowIdentity;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.settings.Bars;
import org.entraide.plan.settings.DeletionConfirmation;
import org.entraide.plan.settings.GroupLimitLines;
import org.entraide.plan.settings.KeptSettings;
import org.entraide.plan.settings.SettingsTab;
import org.entraide.table.Change;
import org.entraide.table.Workbook;

/**
 * The world as one pass sees it, and who is in it.
 *
 * @param memory the journal's, before this pass
 * @param layoutAsRead the columns and tabs that the sheet has
 * @param layout the columns and tabs once what is missing was added
 * @param firstAnswers by person, the earliest known
 * @param mail what the mailboxes show of letters
 * @param form what the form says
 * @param absences whose row is gone
 * @param settings in force
 * @param settingsTab the settings tab
 * @param signOfLife the last one on the dashboard
 * @param tabs which tab is served, and which was before
 * @param carryOver what is to be carried over into it
 * @param handMade what organisers typed into the ledger
 */
public record Observation(
    Instant now,
    Journal.Memory memory,
    Workbook workbook,
    SheetLayout layoutAsRead,
    SheetLayout layout,
    ProfileReader reader,
    Interpretation interpretation,
    Map<String, Instant> firstAnswers,
    MailObservation mail,
    FormObservation form,
    Absences absences,
    CampaignSettings settings,
    SettingsTab settingsTab,
    Optional<Heartbeat.SignOfLife> signOfLife,
    AnswerTabs.Choice tabs,
    CarryOver carryOver,
    HandMadeIntroductions handMade) {

  /** This observation with what follows from the rows that organisers typed into the ledger. */
  public Observation with(HandMadeIntroductions typed) {
    return new Observation(
        now,
        memory,
        workbook,
        layoutAsRead,
        layout,
        reader,
        interpretation,
        firstAnswers,
        mail.with(typed.introductions()),
        form,
        absences,
        settings,
        settingsTab,
        signOfLife,
        tabs,
        carryOver,
        typed);
  }

  /** Who is to be erased soon because they were silent for long, and on which day. */
  public Map<String, LocalDate> announcedErasures() {
    Map<String, LocalDate> dayByReference = new HashMap<>();
    JournalNotes.announcedErasures(memory.notes())
        .forEach((ref, at) -> dayByReference.put(ref, LocalDate.ofInstant(at, workbook.zone())));
    return dayByReference;
  }

  /** What identifies rows. */
  public RowIdentity rowIdentity() {
    return interpretation.rowIdentity();
  }

  /** Marks that identify the form's columns when people rename and move them. */
  public List<Change> questionMarks() {
    List<Change> marks = new ArrayList<>();
    form.witness()
        .ifPresent(
            witness ->
                witness
                    .newQuestionMarks(layout.questionnaire())
                    .forEach(
                        (column, mark) ->
                            marks.add(
                                new Change.MarkColumn(
                                    layout.responses().sheetId(), column, mark.mark()))));
    return marks;
  }

  /** The field of each of the form's questions, by its id: for the next tab of the form. */
  public Map<String, Field> questions() {
    return form.witness()
        .map(witness -> witness.fields(layout.questionnaire()))
        .orElseGet(() -> AnswerTabNotes.questions(memory.notes()));
  }

  /** Until when the pairs of somebody who needs are only compared. */
  public HoldBackEnd holdBackEnd() {
    return new HoldBackEnd(settings.matching().holdBack(), firstAnswers.values());
  }

  /** The response of the form that a row shows, as far as that is known. */
  public Optional<Response> response(ResponseRow row) {
    return form.witness().flatMap(witness -> witness.response(row.sheetRow()));
  }

  /** Whether a row shows a response, and each answer in it, as the form wrote them. */
  boolean isAsAnswered(ResponseRow row) {
    return form.witness().filter(witness -> witness.isAsAnswered(row.sheetRow())).isPresent();
  }

  /** Whether the person in a row gave the response that it shows. */
  boolean isOfItsAuthor(ResponseRow row) {
    return form.witness().filter(witness -> witness.isOfItsAuthor(row.sheetRow())).isPresent();
  }

  /** Where people answer the form; empty while that is not known. */
  public String formAddress() {
    return form.witness().map(FormCrossCheck::address).orElse("");
  }

  /**
   * Whom to ask what their answer lacks.
   *
   * @param introductions all, questions among them
   */
  public QuestionRule questionRule(Collection<Introduction> introductions) {
    return new QuestionRule(
        introductions, interpretation::nowCalled, settings.matching().maxUncertaintyKm());
  }

  /**
   * What is to be remembered of the settings tab. A sheet that is not believed says of no group
   * that nobody is in it.
   */
  public KeptSettings settingsToKeep() {
    Bars bars = settings.namesInSheet() ? interpretation.bars() : interpretation.bars().nameless();
    KeptSettings keptSettings = settingsTab.keep().with(bars);
    return absences.tooMany() ? keptSettings : keptSettings.with(groups().keep());
  }

  /** The groups that rows name, and how many people each helps at most. */
  public GroupLimitLines groups() {
    return settingsTab.groups(interpretation.groups());
  }

  /** What is to be remembered of the settings tab after a pass that acts upon a confirmation. */
  public KeptSettings settingsToKeepAfterwards() {
    KeptSettings keptSettings = settingsToKeep();
    return settingsTab.settings().confirmsDeletions()
        ? keptSettings.with(
            new DeletionConfirmation.Used(
                now.truncatedTo(ChronoUnit.SECONDS), absences.confirmed() + mail.believed().size()))
        : keptSettings;
  }

  /** Introductions with people's present references, without questions. */
  public List<Introduction> current(Map<String, Introduction> introductions) {
    return introductions.values().stream()
        .filter(i -> !i.isQuestion())
        .map(interpretation::now)
        .toList();
  }

  /** The state of requests for another introduction, as this pass begins. */
  public WishesForAnother wishesForAnother() {
    return WishesForAnother.of(
        interpretation.instructions(),
        current(mail.introductions()),
        requestsForAnother(),
        memory.references().isEmpty());
  }

  /**
   * For whom another introduction was asked, and instead of which: as the journal knows it, else
   * the sheet, by people's present references.
   */
  private Map<String, Set<String>> requestsForAnother() {
    Map<String, Set<String>> requests = new HashMap<>(interpretation.toReplace());
    JournalNotes.requestsForAnother(memory.notes())
        .forEach(
            (ref, instead) ->
                requests.merge(
                    interpretation.nowCalled(ref),
                    instead,
                    (a, b) -> {
                      Set<String> both = new HashSet<>(a);
                      both.addAll(b);
                      return both;
                    }));
    return requests;
  }

  /** The state of requests for another introduction once introductions were begun. */
  public WishesForAnother wishesForAnother(
      Map<String, Set<String>> requests, Map<String, Introduction> introductions) {
    return WishesForAnother.of(
        interpretation.instructions(), current(introductions), requests, false);
  }
}
