package org.entraide.doctor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.observe.ServedTab;
import org.entraide.campaign.port.FormObservation;
import org.entraide.form.FormCrossCheck;
import org.entraide.form.SheetSide;
import org.entraide.people.profile.Certainty;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormHints;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.profile.Questionnaire;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.layout.AnswerTabs;
import org.entraide.plan.layout.LoneDashboard;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.prepare.SheetCompleteness;
import org.entraide.plan.settings.SettingsInUse;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** Examines a campaign's spreadsheet as a cycle reads it: tabs, columns, questions, categories. */
final class SheetVisit {

  private static final int SHOWN_TITLE = 60;
  private static final String ABOUT = "doctor.about.sheet";

  private final List<Texts> languages;
  private final InstantSource clock;

  SheetVisit(List<Texts> languages, InstantSource clock) {
    this.languages = languages;
    this.clock = clock;
  }

  List<DoctorFinding> examine(CampaignAccess access) {
    Message about = access.about(ABOUT);
    try {
      Workbook workbook = access.table().read();
      List<DoctorFinding> findings = new ArrayList<>(writable(access));
      anothers(access, workbook).ifPresent(findings::add);
      Optional<FormReader> form = access.form().map(source -> new FormReader(source, clock));
      AnswerTabs.Choice tabs = tabs(access, workbook, form);
      SheetLayout layout = layout(access, workbook, tabs, form);
      findings.addAll(served(about, workbook, tabs, layout));
      findings.addAll(configured(about, access, workbook));
      findings.addAll(understood(access, workbook, layout));
      return findings;
    } catch (RemoteFailure e) {
      return List.of(DoctorFinding.bad(about, e));
    } catch (SheetLayout.Unusable e) {
      return List.of(DoctorFinding.bad(about, e.reason(), DoctorFinding.Consequence.CONFIGURATION));
    }
  }

  /** A daemon started here would wait for another installation that is at work. */
  private Optional<DoctorFinding> anothers(CampaignAccess access, Workbook workbook) {
    Instant now = clock.instant();
    Optional<Heartbeat.SignOfLife> beat =
        LoneDashboard.find(workbook, languages)
            .flatMap(
                place ->
                    Heartbeat.read(place, place.dashboardRows(), workbook.zone(), now, languages));
    return access
        .installation()
        .filter(own -> Heartbeat.claim(beat, own, now) == Heartbeat.Claim.FOREIGN_FRESH)
        .flatMap(own -> beat)
        .map(
            other ->
                DoctorFinding.warning(
                    access.about(ABOUT),
                    Message.of("campaign.foreign").with("installation", other.installation())));
  }

  /** A sheet may be shared for reading alone. */
  private static List<DoctorFinding> writable(CampaignAccess access) {
    try {
      access.table().checkWritable();
      return List.of();
    } catch (RemoteFailure e) {
      return List.of(DoctorFinding.bad(access.about(ABOUT), e));
    }
  }

  private AnswerTabs.Choice tabs(
      CampaignAccess access, Workbook workbook, Optional<FormReader> form)
      throws SheetLayout.Unusable {
    return SheetLayout.choose(
        workbook,
        access.settings().tab(),
        SettingsInUse.overrides(access.settings()),
        languages,
        access.tabs(),
        form.map(it -> ServedTab.asking(it, workbook)),
        clock.instant());
  }

  private SheetLayout layout(
      CampaignAccess access, Workbook workbook, AnswerTabs.Choice tabs, Optional<FormReader> form)
      throws SheetLayout.Unusable {
    Map<Field, String> overrides = SettingsInUse.overrides(access.settings());
    Map<String, Field> compared =
        form.map(it -> ServedTab.compared(workbook, tabs.served(), it, overrides, languages))
            .orElse(Map.of());
    Map<String, Field> fields =
        ServedTab.fields(workbook, tabs.served(), tabs.former(), compared, Map.of());
    return SheetLayout.of(
        workbook,
        tabs.served(),
        overrides,
        languages,
        false,
        (answers, own) ->
            form.map(it -> it.look(SheetSide.of(workbook, answers, own).remembering(fields)))
                .flatMap(FormObservation::witness)
                .map(FormCrossCheck::hints)
                .orElse(FormHints.NONE));
  }

  /** Which tab it is that is read: a form that is linked anew writes into another. */
  private static List<DoctorFinding> served(
      Message about, Workbook workbook, AnswerTabs.Choice tabs, SheetLayout layout) {
    List<DoctorFinding> findings = new ArrayList<>();
    String others =
        workbook.tabs().stream()
            .filter(Tab::isLeft)
            .filter(tab -> tab.sheetId() != tabs.served().sheetId())
            .map(tab -> "\"" + tab.title() + "\"")
            .collect(Collectors.joining(", "));
    Message tab =
        Message.of("doctor.sheet.tab")
            .with("tab", layout.responses().title())
            .with("count", Math.max(0, layout.responses().rows().size() - 1));
    findings.add(
        DoctorFinding.good(
            about,
            others.isEmpty()
                ? tab
                : Message.of("doctor.sheet.tabs").with("served", tab).with("others", others)));
    tabs.newer()
        .ifPresent(
            newer ->
                findings.add(
                    DoctorFinding.warning(
                        about,
                        Message.of("plan.tab.newer")
                            .with("tab", layout.responses().title())
                            .with("newer", newer.title()))));
    return findings;
  }

  /**
   * With a form the tab that holds its newest answer is read, although the key may name another.
   */
  private static List<DoctorFinding> configured(
      Message about, CampaignAccess access, Workbook workbook) {
    return access
        .settings()
        .tab()
        .filter(title -> workbook.tabs().stream().noneMatch(tab -> tab.title().equals(title)))
        .map(
            title ->
                DoctorFinding.warning(
                    about,
                    Message.of("doctor.sheet.no_tab").with("tab", title),
                    Message.of("doctor.sheet.no_tab.fix")))
        .stream()
        .toList();
  }

  private List<DoctorFinding> understood(
      CampaignAccess access, Workbook workbook, SheetLayout layout) {
    Message about = access.about(ABOUT);
    List<DoctorFinding> findings = new ArrayList<>();
    findings.addAll(complete(access, SheetCompleteness.of(layout, words(access))));
    questions(access, layout.questionnaire()).forEach(findings::add);
    layout
        .questionnaire()
        .notes()
        .forEach(note -> findings.add(DoctorFinding.warning(about, note)));
    ProfileReader reader = SettingsInUse.reader(layout, access.settings(), workbook.zone());
    findings.addAll(CategoryCount.of(layout, reader, access.settings()).findings(access));
    return findings;
  }

  /** In the campaign's language, like the titles in its sheet. */
  private static Texts words(CampaignAccess access) {
    return Texts.of(access.settings().language().getLanguage());
  }

  private static List<DoctorFinding> complete(CampaignAccess access, SheetCompleteness complete) {
    Message about = access.about("doctor.about.columns");
    List<DoctorFinding> findings = new ArrayList<>();
    if (complete.isUntouched()) {
      findings.add(DoctorFinding.good(about, Message.of("doctor.columns.untouched")));
    } else if (complete.columns().isEmpty() && complete.tabs().isEmpty()) {
      findings.add(DoctorFinding.good(about, Message.of("doctor.columns.whole")));
    } else {
      List<Object> missing = new ArrayList<>(complete.columns());
      complete
          .tabs()
          .forEach(tab -> missing.add(Message.of("doctor.columns.tab").with("tab", tab)));
      findings.add(
          DoctorFinding.warning(
              about,
              Message.of("doctor.columns.missing").with("missing", missing),
              access.about("doctor.columns.missing.fix")));
    }
    if (!complete.locked().isEmpty()) {
      findings.add(
          DoctorFinding.bad(
              about,
              Message.of("doctor.columns.protected")
                  .with(
                      "account",
                      access.google().isPerson() ? "Entraide" : access.google().account())
                  .with("columns", String.join(", ", complete.locked())),
              Message.of("doctor.columns.protected.fix"),
              DoctorFinding.Consequence.SIGN_IN));
    }
    return findings;
  }

  /** Question, field, and how sure that is. */
  private static List<DoctorFinding> questions(CampaignAccess access, Questionnaire questionnaire) {
    Message about = access.about("doctor.about.question");
    List<DoctorFinding> findings =
        questionnaire.columns().stream()
            .map(
                c ->
                    DoctorFinding.good(
                        about,
                        Message.of("doctor.question")
                            .with("title", shortened(c.title()))
                            .with("field", c.field().key())
                            .with("certainty", certainty(c.certainty()))))
            .collect(Collectors.toCollection(ArrayList::new));
    questionnaire.unknown().stream()
        .filter(title -> !title.isBlank())
        .map(title -> Message.of("doctor.question.unknown").with("title", shortened(title)))
        .forEach(text -> findings.add(DoctorFinding.good(about, text)));
    return findings;
  }

  private static Message certainty(Certainty certainty) {
    return Message.of(
        switch (certainty) {
          case EXACT -> "doctor.question.exact";
          case LIKELY -> "doctor.question.likely";
          case CONFIGURED -> "doctor.question.configured";
        });
  }

  private static String shortened(String title) {
    String line = title.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN_TITLE ? line : line.substring(0, SHOWN_TITLE) + "…";
  }
}
