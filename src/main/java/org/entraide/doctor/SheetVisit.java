package org.entraide.doctor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entraide.campaign.FormReader;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.ServedTab;
import org.entraide.campaign.SettingsInUse;
import org.entraide.form.FormWitness;
import org.entraide.form.SheetSide;
import org.entraide.people.Field;
import org.entraide.people.FormHints;
import org.entraide.people.ProfileReader;
import org.entraide.people.Questionnaire;
import org.entraide.plan.AnswerTabs;
import org.entraide.plan.Completeness;
import org.entraide.plan.Layout;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** Examines a campaign's spreadsheet as a cycle reads it: tabs, columns, questions, categories. */
final class SheetVisit {

  private static final int SHOWN_TITLE = 60;

  private final List<Texts> languages;
  private final Texts english;
  private final InstantSource clock;

  SheetVisit(List<Texts> languages, Texts english, InstantSource clock) {
    this.languages = languages;
    this.english = english;
    this.clock = clock;
  }

  List<Finding> examine(Doors doors) {
    String about = doors.about("sheet");
    try {
      Workbook workbook = doors.table().read();
      List<Finding> findings = new ArrayList<>(writable(doors));
      Optional<FormReader> form = doors.form().map(source -> new FormReader(source, clock));
      AnswerTabs.Choice tabs = tabs(doors, workbook, form);
      Layout layout = layout(doors, workbook, tabs, form);
      findings.addAll(served(about, workbook, tabs, layout));
      findings.addAll(configured(about, doors, workbook));
      findings.addAll(understood(doors, workbook, layout));
      return findings;
    } catch (RemoteFailure e) {
      return List.of(Finding.bad(about, e));
    } catch (Layout.Unusable e) {
      return List.of(
          Finding.bad(about, english.format(e.reason()), Finding.Consequence.CONFIGURATION));
    }
  }

  /** A sheet may be shared for reading alone. */
  private static List<Finding> writable(Doors doors) {
    try {
      doors.table().checkWritable();
      return List.of();
    } catch (RemoteFailure e) {
      return List.of(Finding.bad(doors.about("sheet"), e));
    }
  }

  private AnswerTabs.Choice tabs(Doors doors, Workbook workbook, Optional<FormReader> form)
      throws Layout.Unusable {
    return Layout.choose(
        workbook,
        doors.settings().tab(),
        SettingsInUse.overrides(doors.settings()),
        languages,
        doors.tabs(),
        form.map(it -> ServedTab.asking(it, workbook)),
        clock.instant());
  }

  private Layout layout(
      Doors doors, Workbook workbook, AnswerTabs.Choice tabs, Optional<FormReader> form)
      throws Layout.Unusable {
    Map<Field, String> overrides = SettingsInUse.overrides(doors.settings());
    Map<String, Field> compared =
        form.map(it -> ServedTab.compared(workbook, tabs.served(), it, overrides, languages))
            .orElse(Map.of());
    Map<String, Field> fields =
        ServedTab.fields(workbook, tabs.served(), tabs.former(), compared, Map.of());
    return Layout.of(
        workbook,
        tabs.served(),
        overrides,
        languages,
        false,
        (answers, own) ->
            form.map(it -> it.look(SheetSide.of(workbook, answers, own).remembering(fields)))
                .flatMap(FormReader.Seen::witness)
                .map(FormWitness::hints)
                .orElse(FormHints.NONE));
  }

  /** Which tab it is that is read: a form that is linked anew writes into another. */
  private List<Finding> served(
      String about, Workbook workbook, AnswerTabs.Choice tabs, Layout layout) {
    List<Finding> findings = new ArrayList<>();
    String others =
        workbook.tabs().stream()
            .filter(
                tab -> tab.columnMarks().values().stream().anyMatch(m -> m.startsWith(Tab.LEFT)))
            .filter(tab -> tab.sheetId() != tabs.served().sheetId())
            .map(tab -> "\"" + tab.title() + "\"")
            .collect(Collectors.joining(", "));
    findings.add(
        Finding.good(
            about,
            "tab \"%s\", %d rows%s"
                .formatted(
                    layout.responses().title(),
                    Math.max(0, layout.responses().rows().size() - 1),
                    others.isEmpty() ? "" : "; no longer read: " + others)));
    tabs.newer()
        .ifPresent(
            newer ->
                findings.add(
                    Finding.warning(
                        about,
                        english.format(
                            Message.of("plan.tab.newer")
                                .with("tab", layout.responses().title())
                                .with("newer", newer.title())))));
    return findings;
  }

  /** With a form the tab that holds its newest answer is read, whatever the key says. */
  private static List<Finding> configured(String about, Doors doors, Workbook workbook) {
    return doors
        .settings()
        .tab()
        .filter(title -> workbook.tabs().stream().noneMatch(tab -> tab.title().equals(title)))
        .map(
            title ->
                Finding.warning(
                    about,
                    "there is no tab \"" + title + "\", which the configuration names",
                    "Correct the key \"tab\" of the campaign, or leave it out: the form tells which"
                        + " tab it writes to"))
        .stream()
        .toList();
  }

  private List<Finding> understood(Doors doors, Workbook workbook, Layout layout) {
    String about = doors.about("sheet");
    List<Finding> findings = new ArrayList<>();
    findings.addAll(complete(doors, Completeness.of(layout, words(doors))));
    questions(doors, layout.questionnaire()).forEach(findings::add);
    layout
        .questionnaire()
        .notes()
        .forEach(note -> findings.add(Finding.warning(about, english.format(note))));
    ProfileReader reader = SettingsInUse.reader(layout, doors.settings(), workbook.zone());
    findings.addAll(CategoryCount.of(layout, reader, doors.settings()).findings(doors));
    return findings;
  }

  /** In the campaign's language, as the titles stand in its sheet. */
  private static Texts words(Doors doors) {
    return Texts.of(doors.settings().language().getLanguage());
  }

  private static List<Finding> complete(Doors doors, Completeness complete) {
    String about = doors.about("columns");
    String repair = "Run: bin/entraide init " + doors.settings().name();
    List<Finding> findings = new ArrayList<>();
    if (complete.untouched()) {
      findings.add(
          Finding.good(about, "not there yet; made at the first run, or by \"entraide init\""));
    } else if (complete.columns().isEmpty() && complete.tabs().isEmpty()) {
      findings.add(Finding.good(about, "all of Entraide's columns and tabs are there"));
    } else {
      List<String> missing = new ArrayList<>(complete.columns());
      complete.tabs().forEach(tab -> missing.add("the tab " + tab));
      findings.add(
          Finding.warning(
              about,
              "missing: " + String.join(", ", missing),
              repair + ", or let the daemon add them"));
    }
    if (!complete.locked().isEmpty()) {
      findings.add(
          Finding.bad(
              about,
              "a protected range keeps %s from writing %s"
                  .formatted(
                      doors.google().asPerson() ? "Entraide" : doors.google().account(),
                      String.join(", ", complete.locked())),
              "In the sheet: Data > Protect sheets and ranges; let the account edit it, or remove"
                  + " the protection",
              Finding.Consequence.SIGN_IN));
    }
    return findings;
  }

  /** Question, field, and how sure that is. */
  private static List<Finding> questions(Doors doors, Questionnaire questionnaire) {
    String about = doors.about("question");
    List<Finding> findings =
        questionnaire.columns().stream()
            .map(
                c ->
                    Finding.good(
                        about,
                        "\"%s\" → %s (%s)"
                            .formatted(
                                shortened(c.title()),
                                c.field().key(),
                                c.certainty().name().toLowerCase(Locale.ROOT))))
            .collect(Collectors.toCollection(ArrayList::new));
    questionnaire.unknown().stream()
        .filter(title -> !title.isBlank())
        .map(title -> "\"" + shortened(title) + "\" → nothing; people read it")
        .forEach(text -> findings.add(Finding.good(about, text)));
    return findings;
  }

  private static String shortened(String title) {
    String line = title.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN_TITLE ? line : line.substring(0, SHOWN_TITLE) + "…";
  }
}
