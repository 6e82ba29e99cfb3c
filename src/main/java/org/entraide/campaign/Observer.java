package org.entraide.campaign;

import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entraide.config.CampaignSettings;
import org.entraide.form.FormWitness;
import org.entraide.form.SheetSide;
import org.entraide.people.Erased;
import org.entraide.people.Field;
import org.entraide.people.FormHints;
import org.entraide.people.Heard;
import org.entraide.people.ProfileReader;
import org.entraide.plan.Absences;
import org.entraide.plan.AnswerTabs;
import org.entraide.plan.Heartbeat;
import org.entraide.plan.Interpretation;
import org.entraide.plan.Introduction;
import org.entraide.plan.Layout;
import org.entraide.plan.Leaving;
import org.entraide.plan.LedgerRow;
import org.entraide.plan.LifeCycle;
import org.entraide.plan.SettingsTab;
import org.entraide.plan.Vocabulary;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/** Looks at the sheet, the mailboxes and the journal, and changes nothing. */
final class Observer {

  private final CampaignSettings settings;
  private final Ports ports;
  private final Vocabulary vocabulary;
  private final List<Texts> languages;
  private final Function<String, Texts> words;
  private final Places places;
  private final Mailroom mailroom;
  private final Stages stages;

  /**
   * @param words the campaign's language, with days as a sheet of some locale writes them
   */
  Observer(
      CampaignSettings settings,
      Ports ports,
      Vocabulary vocabulary,
      List<Texts> languages,
      Function<String, Texts> words,
      Places places,
      Mailroom mailroom,
      Stages stages) {
    this.settings = settings;
    this.ports = ports;
    this.vocabulary = vocabulary;
    this.languages = languages;
    this.words = words;
    this.places = places;
    this.mailroom = mailroom;
    this.stages = stages;
  }

  Scene observe() throws RemoteFailure, Layout.Unusable {
    return observe(ports.table().read());
  }

  /** The same where the sheet was read just now. */
  Scene observe(Workbook workbook) throws RemoteFailure, Layout.Unusable {
    Instant now = ports.clock().instant();
    Journal.Memory memory = ports.journal().memory(settings.name());
    AnswerTabs.Choice tabs =
        Layout.choose(
            workbook,
            settings.tab(),
            SettingsInUse.overrides(settings),
            languages,
            ServedTab.remembered(memory),
            ports.form().map(form -> ServedTab.asking(form, workbook)),
            now);
    FormReader.Seen[] form = {new FormReader.Seen(Optional.empty(), Optional.empty())};
    Layout found = found(workbook, tabs, memory, form);
    SettingsTab options =
        SettingsTab.read(
            found.prepared(),
            SettingsInUse.configured(settings),
            languages,
            Notes.settings(memory.notes()));
    ProfileReader reader = SettingsInUse.reader(found, settings, workbook.zone());
    stages.reach(Stage.INTERPRET);
    SheetReading reading =
        new SheetReading(
            vocabulary,
            workbook,
            row -> form[0].witness().map(w -> w.heard(row)).orElse(Heard.NOTHING),
            new Interpretation.Known(
                memory.references(),
                memory.referenceByFingerprint(),
                memory.cells(),
                options.barred(),
                Notes.aliases(memory.notes()),
                memory.erased(),
                Notes.absences(memory.notes()).keySet()),
            ports.random());
    SheetReading.Read read = read(workbook, tabs, memory, reading, found.prepared(), reader);
    Layout layout = read.layout();
    Interpretation rows =
        read.rows().without(ErasureCommands.asked(ports.journal().queued(), settings.name()));
    stages.reach(Stage.OBSERVE);
    MailObservation seen =
        observeLetters(memory, rows, workbook, now, options.settings().confirmDeletions());
    Absences absences =
        Absences.of(
            everybody(memory, seen.introductions()),
            rows.present(),
            rows.confused(),
            Notes.absences(memory.notes()),
            now,
            options.settings().confirmDeletions());
    return new Scene(
        now,
        memory,
        workbook,
        found,
        layout,
        reader,
        rows,
        firstAnswers(memory, rows),
        seen,
        form[0],
        absences,
        SettingsInUse.inForce(settings, options.settings()),
        options,
        Heartbeat.read(
            layout,
            layout.dashboard().map(Tab::rows).orElse(List.of()),
            workbook.zone(),
            now,
            languages),
        tabs,
        read.carry());
  }

  private SheetReading.Read read(
      Workbook workbook,
      AnswerTabs.Choice tabs,
      Journal.Memory memory,
      SheetReading reading,
      Layout layout,
      ProfileReader reader) {
    Optional<Layout> former = tabs.former().flatMap(tab -> former(workbook, tab));
    if (former.isPresent()) {
      return reading.after(
          former.get(),
          SettingsInUse.reader(former.get(), settings, workbook.zone()),
          layout,
          reader);
    }
    boolean gone =
        Notes.answers(memory.notes()).stream()
            .findFirst()
            .filter(id -> id != tabs.served().sheetId())
            .filter(id -> tabs.former().isPresent() || workbook.tab(id).isEmpty())
            .isPresent();
    return gone || Notes.isRecalling(memory.notes())
        ? reading.afterAnAbsentOne(layout, reader, languages)
        : reading.of(layout, reader);
  }

  private Layout found(
      Workbook workbook, AnswerTabs.Choice tabs, Journal.Memory memory, FormReader.Seen[] form)
      throws Layout.Unusable {
    Map<String, Field> fields = fields(workbook, tabs, memory);
    return Layout.of(
        workbook,
        tabs.served(),
        SettingsInUse.overrides(settings),
        languages,
        Notes.answers(memory.notes()).stream()
            .findFirst()
            .filter(id -> id == tabs.served().sheetId())
            .isPresent(),
        (answers, own) -> {
          SheetSide side = SheetSide.of(workbook, answers, own).remembering(fields);
          ports.form().ifPresent(f -> form[0] = f.look(side));
          return form[0].witness().map(FormWitness::hints).orElse(FormHints.NONE);
        });
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
        workbook, tabs.served(), tabs.former(), compared, Notes.questions(memory.notes()));
  }

  /** The tab that was served before; empty where its titles do not tell any more who is in it. */
  private Optional<Layout> former(Workbook workbook, Tab former) {
    try {
      return Optional.of(
          Layout.of(
              workbook,
              former,
              SettingsInUse.overrides(settings),
              languages,
              true,
              (answers, own) ->
                  ports
                      .form()
                      .flatMap(form -> form.compare(SheetSide.of(workbook, answers, own)))
                      .map(FormWitness::hints)
                      .orElse(FormHints.NONE)));
    } catch (Layout.Unusable e) {
      return Optional.empty();
    }
  }

  /** Everybody who ever had a row: without a journal, those of whom the ledger tells. */
  private static Set<String> everybody(
      Journal.Memory memory, Map<String, Introduction> introductions) {
    Set<String> everybody = everybody(memory);
    for (Introduction i : introductions.values()) {
      if (i.state().holdsCapacity()) {
        everybody.add(i.person());
        everybody.add(i.helper());
      }
    }
    return everybody;
  }

  /** The same as far as the journal knows. */
  static Set<String> everybody(Journal.Memory memory) {
    Set<String> everybody = new HashSet<>();
    memory
        .referenceByFingerprint()
        .forEach(
            (contents, ref) -> {
              if (!Erased.isHash(contents)) { // whoever deletes an erased row does as was asked
                everybody.add(ref);
              }
            });
    return everybody;
  }

  private MailObservation observeLetters(
      Journal.Memory memory,
      Interpretation rows,
      Workbook workbook,
      Instant now,
      boolean confirmed) {
    Map<String, Introduction> known = new LinkedHashMap<>();
    LifeCycle.adopt(memory.introductions(), rows.ledger(), row -> sentOn(row, workbook), now)
        .forEach(known::put);
    LifeCycle.dropNeedless(known, rows.ledger());
    LifeCycle.obey(rows.ledger(), known);
    Set<String> references = new HashSet<>(memory.references());
    references.addAll(known.keySet());
    MailObservation seen =
        mailroom.look(
            places.delegates().all(),
            known,
            Notes.cursors(memory.notes()),
            new LostLetters(
                rows,
                firstAnswers(memory, rows),
                ref -> references.contains(ref) || memory.erased().hasReference(ref),
                List.copyOf(known.values()),
                now),
            now,
            confirmed);
    Set<String> barred = rows.barred();
    Map<String, Introduction> introductions = new LinkedHashMap<>(seen.introductions());
    introductions.replaceAll(
        (ref, i) -> Leaving.involves(rows.now(i), barred) ? Leaving.ended(i) : i);
    return seen.with(introductions);
  }

  /** The day that the ledger tells, at noon where the sheet is. */
  private Optional<Instant> sentOn(LedgerRow row, Workbook workbook) {
    return words
        .apply(workbook.locale())
        .dayOf(row.sentOn())
        .map(day -> day.atTime(LocalTime.NOON).atZone(workbook.zone()).toInstant());
  }

  private static Map<String, Instant> firstAnswers(Journal.Memory memory, Interpretation rows) {
    Map<String, Instant> first = new HashMap<>(memory.firstAnswers());
    rows.firstAnswers().forEach((ref, at) -> first.merge(ref, at, (a, b) -> a.isBefore(b) ? a : b));
    return first;
  }
}
