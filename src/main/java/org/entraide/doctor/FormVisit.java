package org.entraide.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.config.CampaignSettings;
import org.entraide.form.Form;
import org.entraide.form.Question;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.word.CategoryWords;
import org.entraide.plan.settings.SettingsInUse;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;

/** Examines a campaign's form: what it asks, where its answers go, whether it takes any. */
final class FormVisit {

  private static final Message LINK = Message.of("doctor.form.link");

  private FormVisit() {}

  /** Nothing where the configuration names no form. */
  static List<DoctorFinding> examine(CampaignAccess access) {
    if (access.form().isEmpty()) {
      return List.of();
    }
    Message about = access.about("doctor.about.form");
    try {
      Form form = access.form().get().form();
      List<DoctorFinding> findings = examine(about, form, access.settings().spreadsheet());
      findings.addAll(riddles(about, form, access.settings()));
      return findings;
    } catch (RemoteFailure e) {
      return List.of(DoctorFinding.bad(about, e));
    }
  }

  private static List<DoctorFinding> examine(Message about, Form form, String spreadsheet) {
    List<DoctorFinding> findings = new ArrayList<>();
    findings.add(
        DoctorFinding.good(
            about, Message.of("doctor.form.questions").with("count", form.questions().size())));
    Optional<String> linked = form.linkedSpreadsheet();
    if (linked.isEmpty()) {
      findings.add(wrong(about, Message.of("doctor.form.unlinked")));
    } else if (!linked.get().equals(spreadsheet)) {
      findings.add(wrong(about, Message.of("doctor.form.elsewhere")));
    }
    if (form.acceptsAnswers().filter(open -> !open).isPresent()) {
      findings.add(
          DoctorFinding.warning(
              about, Message.of("doctor.form.closed"), Message.of("doctor.form.publish")));
    }
    return findings;
  }

  private static DoctorFinding wrong(Message about, Message cause) {
    return DoctorFinding.bad(about, cause, LINK, DoctorFinding.Consequence.CONFIGURATION);
  }

  /** Choices that mean no category: written by organisers, so that they may be shown. */
  static List<DoctorFinding> riddles(Message about, Form form, CampaignSettings settings) {
    CategoryWords words = new CategoryWords(settings.categories());
    Questionnaire questionnaire =
        Questionnaire.recognise(
            form.questions().stream().map(Question::title).toList(),
            Set.of(),
            SettingsInUse.overrides(settings));
    List<DoctorFinding> findings = new ArrayList<>();
    for (Questionnaire.Column column : questionnaire.columns()) {
      for (String choice : form.questions().get(column.index()).choices()) {
        if (column.gridRow().isEmpty() && isRiddle(column.field(), choice, words)) {
          findings.add(
              DoctorFinding.warning(
                  about,
                  Message.of("doctor.form.riddle").with("choice", choice.strip()),
                  Message.of("doctor.form.riddle.fix")
                      .with("choice", choice.strip())
                      .with("campaign", settings.name())));
        }
      }
    }
    return findings;
  }

  private static boolean isRiddle(Field field, String choice, CategoryWords words) {
    return switch (field) {
      case NEEDS -> words.needs(choice).notUnderstood() > 0;
      case OFFERS -> words.offers(choice).notUnderstood() > 0;
      default -> false;
    };
  }
}
