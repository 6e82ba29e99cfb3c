package org.entraide.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.SettingsInUse;
import org.entraide.config.CampaignSettings;
import org.entraide.form.Form;
import org.entraide.form.Question;
import org.entraide.people.CategoryWords;
import org.entraide.people.Field;
import org.entraide.people.Questionnaire;

/** Examines a campaign's form: what it asks, where its answers go, whether it takes any. */
final class FormVisit {

  private static final String LINK = "In the form: Responses > Link to Sheets";

  private FormVisit() {}

  /** Nothing where the configuration names no form. */
  static List<Finding> examine(Doors doors) {
    if (doors.form().isEmpty()) {
      return List.of();
    }
    String about = doors.about("form");
    try {
      Form form = doors.form().get().form();
      List<Finding> findings = told(about, form, doors.settings().spreadsheet());
      findings.addAll(riddles(about, form, doors.settings()));
      return findings;
    } catch (RemoteFailure e) {
      return List.of(Finding.bad(about, e));
    }
  }

  private static List<Finding> told(String about, Form form, String spreadsheet) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.good(about, form.questions().size() + " questions"));
    Optional<String> linked = form.linkedSpreadsheet();
    if (linked.isEmpty()) {
      findings.add(wrong(about, "its answers go to no spreadsheet"));
    } else if (!linked.get().equals(spreadsheet)) {
      findings.add(wrong(about, "its answers go to another spreadsheet"));
    }
    if (form.acceptsAnswers().filter(open -> !open).isPresent()) {
      findings.add(Finding.warning(about, "it accepts no answers", "In the form: Publish"));
    }
    return findings;
  }

  private static Finding wrong(String about, String cause) {
    return Finding.bad(about, cause, LINK, Finding.Consequence.CONFIGURATION);
  }

  /** Choices that mean no category: written by organisers, so that they can be told. */
  static List<Finding> riddles(String about, Form form, CampaignSettings settings) {
    CategoryWords words = new CategoryWords(settings.categories());
    Questionnaire questionnaire =
        Questionnaire.recognise(
            form.questions().stream().map(Question::title).toList(),
            Set.of(),
            SettingsInUse.overrides(settings));
    List<Finding> findings = new ArrayList<>();
    for (Questionnaire.Column column : questionnaire.columns()) {
      for (String choice : form.questions().get(column.index()).choices()) {
        if (column.gridRow().isEmpty() && isRiddle(column.field(), choice, words)) {
          findings.add(
              Finding.warning(
                  about,
                  "the choice \"%s\" is taken for no category".formatted(choice.strip()),
                  "Name it in a line such as shopping = [\"%s\"] under [campaigns.%s.categories]"
                      .formatted(choice.strip(), settings.name())));
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
