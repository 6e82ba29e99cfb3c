package org.entraide.campaign.observe;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.gateway.PersonLocator;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.mail.LetterRecovery;
import org.entraide.campaign.mail.MailboxObserver;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.port.AnswerTabNotes;
import org.entraide.campaign.port.DayNotes;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.port.FormObservation;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.campaign.port.MailObservation;
import org.entraide.campaign.port.SettingsNotes;
import org.entraide.campaign.port.Stage;
import org.entraide.campaign.port.Stages;
import org.entraide.config.CampaignSettings;
import org.entraide.form.FormCrossCheck;
import org.entraide.form.SheetSide;
import org.entraide.people.identity.Absences;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormAnswers;
import org.entraide.people.profile.FormHints;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.reference.Reference;
import org.entraide.plan.authorship.HandMadeIntroductions;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.handmade.StrayReferences;
import org.entraide.plan.instruction.PauseReader;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.interpret.KnownRows;
import org.entraide.plan.interpret.RecalledWords;
import org.entraide.plan.interpret.WithdrawalRule;
import org.entraide.plan.introduce.LedgerAdoption;
import org.entraide.plan.introduce.LedgerDays;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.AnswerTabs;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.settings.SettingsInUse;
import org.entraide.plan.settings.SettingsTab;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/** Looks at the sheet, the mailboxes and the journal, and changes nothing. */
public final class Observer {

  private final CampaignSettings settings;
  private final Ports ports;
  private final SheetVocabulary vocabulary;
  private final List<Texts> languages;
  private final Function<String, Texts> words;
  private final PersonLocator places;
  private final MailboxObserver mailboxObserver;
  private final Stages stages;

  /**
   * @param words the campaign's language, with days as a sheet of some locale writes them
   */
  public Observer(
      CampaignSettings settings,
      Ports ports,
      SheetVocabulary vocabulary,
      List<Texts> languages,
      Function<String, Texts> words,
      PersonLocator places,
      MailboxObserver mailboxObserver,
      Stages stages) {
    this.settings = settings;
    this.ports = ports;
    this.vocabulary = vocabulary;
    this.languages = languages;
    this.words = words;
    this.places = places;
    this.mailboxObserver = mailboxObserver;
    this.stages = stages;
  }

  public Observation observe() throws RemoteFailure, SheetLayout.Unusable {
    return observe(ports.table().read());
  }

  /** The same where the sheet was read just now. */
  public Observation observe(Workbook workbook) throws RemoteFailure, SheetLayout.Unusable {
    Instant now = ports.clock().instant();
    Journal.Memory memory = ports.journal().memory(settings.name());
    SheetSeen sheet = sheet(workbook, memory, now);
    SheetLayout layout = sheet.read().layout();
    Interpretation interpretation =
        StrayReferences.setApart(
                sheet.read().interpretation(), memory.introductions(), layout, settings.country())
            .without(
                ErasureCommands.peopleToErase(ports.journal().queuedCommands(), settings.name()));
    stages.reach(Stage.OBSERVE);
    boolean confirmed = sheet.settingsTab().settings().confirmsDeletions();
    MailObservation mail = observeLetters(memory, interpretation, workbook, now, confirmed);
    Observation observation =
        new Observation(
            now,
            memory,
            workbook,
            sheet.found(),
            layout,
            sheet.reader(),
            interpretation,
            firstAnswers(memory, interpretation),
            mail,
            sheet.form(),
            Absences.of(
                everybody(memory, mail.introductions()),
                interpretation.present(),
                interpretation.confused(),
                JournalNotes.absences(memory.notes()),
                now,
                confirmed),
            SettingsInUse.inForce(settings, sheet.settingsTab().settings()),
            sheet.settingsTab(),
            signOfLife(layout, workbook, now),
            sheet.tabs(),
            sheet.read().carryOver(),
            HandMadeIntroductions.none(mail.introductions()));
    return handMade(workbook).in(observation);
  }

  private HandMadeLook handMade(Workbook workbook) {
    return new HandMadeLook(
        vocabulary, words.apply(workbook.locale()), ports.journal(), ports.random());
  }

  private Optional<Heartbeat.SignOfLife> signOfLife(
      SheetLayout layout, Workbook workbook, Instant now) {
    List<Row> rows = layout.dashboard().map(Tab::rows).orElse(List.of());
    return Heartbeat.read(layout, rows, workbook.zone(), now, languages);
  }

  /**
   * What sheet and form show.
   *
   * @param found where things are
   * @param settingsTab the settings tab
   */
  private record SheetSeen(
      AnswerTabs.Choice tabs,
      SheetLayout found,
      FormObservation form,
      SettingsTab settingsTab,
      ProfileReader reader,
      SheetReading.ReadSheet read) {}

  private SheetSeen sheet(Workbook workbook, Journal.Memory memory, Instant now)
      throws RemoteFailure, SheetLayout.Unusable {
    AnswerTabs.Choice tabs =
        SheetLayout.choose(
            workbook,
            settings.tab(),
            SettingsInUse.overrides(settings),
            languages,
            ServedTab.remembered(memory),
            ports.form().map(form -> ServedTab.asking(form, workbook)),
            now);
    FormLook form = new FormLook(workbook, ports.form(), fields(workbook, tabs, memory));
    SheetLayout found = found(workbook, tabs, memory, form);
    SettingsTab settingsTab =
        SettingsTab.readAsFound(
            found.prepared(),
            SettingsInUse.configured(settings),
            languages,
            SettingsNotes.settings(memory.notes()));
    ProfileReader reader = SettingsInUse.reader(found, settings, workbook.zone());
    stages.reach(Stage.INTERPRET);
    SheetReading reading =
        new SheetReading(
            vocabulary,
            workbook,
            row -> form.seen().witness().map(w -> w.answers(row)).orElse(FormAnswers.NOTHING),
            known(memory, settingsTab),
            known -> RecalledWords.of(known, languages, settingsTab.groups(List.of()).shown()),
            SheetReading.Awaited.NOBODY,
            PauseReader.of(workbook, now, DayNotes.assumedDays(memory.notes())),
            ports.random());
    return new SheetSeen(
        tabs,
        found,
        form.seen(),
        settingsTab,
        reader,
        new ServedRows(settings, ports.form(), languages, workbook, tabs, memory, reading)
            .read(new AnswerSource(found.prepared(), reader)));
  }

  private static KnownRows known(Journal.Memory memory, SettingsTab settingsTab) {
    Map<String, List<String>> introduced = new HashMap<>();
    memory
        .introductions()
        .forEach((ref, i) -> introduced.put(ref, List.of(i.person(), i.helper())));
    return new KnownRows(
        memory.references(),
        memory.referenceByFingerprint(),
        memory.writtenHashes(),
        settingsTab.barred(),
        JournalNotes.aliases(memory.notes()),
        memory.erased(),
        JournalNotes.absences(memory.notes()).keySet(),
        introduced);
  }

  /** Looks at the form once it is known which tab has its answers, and keeps what it showed. */
  private static final class FormLook implements SheetLayout.FormKnowledge {

    private final Workbook workbook;
    private final Optional<FormReader> form;
    private final Map<String, Field> fields;
    private FormObservation seen = new FormObservation(Optional.empty(), Optional.empty());

    /**
     * @param fields the known fields of questions, by their ids
     */
    FormLook(Workbook workbook, Optional<FormReader> form, Map<String, Field> fields) {
      this.workbook = workbook;
      this.form = form;
      this.fields = fields;
    }

    @Override
    public FormHints of(Tab responses, Set<Integer> own) {
      SheetSide side = SheetSide.of(workbook, responses, own).remembering(fields);
      form.ifPresent(reader -> seen = reader.look(side));
      return seen.witness().map(FormCrossCheck::hints).orElse(FormHints.NONE);
    }

    FormObservation seen() {
      return seen;
    }
  }

  private SheetLayout found(
      Workbook workbook, AnswerTabs.Choice tabs, Journal.Memory memory, FormLook form)
      throws SheetLayout.Unusable {
    return SheetLayout.of(
        workbook,
        tabs.served(),
        SettingsInUse.overrides(settings),
        languages,
        AnswerTabNotes.answers(memory.notes()).stream()
            .findFirst()
            .filter(id -> id == tabs.served().sheetId())
            .isPresent(),
        form);
  }

  private Map<String, Field> fields(
      Workbook workbook, AnswerTabs.Choice tabs, Journal.Memory memory) {
    Map<String, Field> compared =
        ports
            .form()
            .map(
                form ->
                    ServedTab.compared(
                        workbook,
                        tabs.served(),
                        form,
                        SettingsInUse.overrides(settings),
                        languages))
            .orElse(Map.of());
    return ServedTab.fields(
        workbook, tabs.served(), tabs.former(), compared, AnswerTabNotes.questions(memory.notes()));
  }

  /** Everybody who ever had a row: without a journal, those in the ledger. */
  private static Set<String> everybody(
      Journal.Memory memory, Map<String, Introduction> introductions) {
    Set<String> everybody = memory.everybody();
    for (Introduction i : introductions.values()) {
      if (i.state().holdsCapacity()) {
        i.people().stream().filter(Reference::isValid).forEach(everybody::add);
      }
    }
    return everybody;
  }

  /** The introductions of journal and ledger, as organisers want them. */
  private static Map<String, Introduction> introductions(
      Journal.Memory memory, List<LedgerRow> ledger, LedgerDays days, Instant now) {
    Map<String, Introduction> all =
        LedgerAdoption.adopt(memory.introductions(), ledger, row -> days.at(row.day()), now);
    all = LifeCycle.withoutNeedless(all, ledger);
    all = LifeCycle.withOutcomes(all, ledger);
    all = HandMadeLook.withoutForgotten(all, ledger);
    return days.withTypedDays(all, ledger);
  }

  private MailObservation observeLetters(
      Journal.Memory memory,
      Interpretation interpretation,
      Workbook workbook,
      Instant now,
      boolean confirmed) {
    LedgerDays days = new LedgerDays(words.apply(workbook.locale())::dayOf, workbook.zone(), now);
    Map<String, Introduction> known = introductions(memory, interpretation.ledger(), days, now);
    Set<String> references = new HashSet<>(memory.references());
    references.addAll(known.keySet());
    MailObservation mail =
        mailboxObserver.look(
            places.delegates().all(),
            HandMadeLook.withLetter(known),
            JournalNotes.cursors(memory.notes()),
            new LetterRecovery(
                interpretation,
                firstAnswers(memory, interpretation),
                ref -> references.contains(ref) || memory.erased().hasReference(ref),
                List.copyOf(known.values()),
                now),
            now,
            confirmed);
    Set<String> barred = interpretation.barred();
    Map<String, Introduction> introductions = HandMadeLook.together(known, mail.introductions());
    introductions.replaceAll(
        (ref, i) ->
            WithdrawalRule.involves(interpretation.now(i), barred) ? WithdrawalRule.ended(i) : i);
    return mail.with(introductions);
  }

  private static Map<String, Instant> firstAnswers(
      Journal.Memory memory, Interpretation interpretation) {
    Map<String, Instant> first = new HashMap<>(memory.firstAnswers());
    interpretation
        .firstAnswers()
        .forEach((ref, at) -> first.merge(ref, at, (a, b) -> a.isBefore(b) ? a : b));
    return first;
  }
}
