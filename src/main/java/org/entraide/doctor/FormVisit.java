package org.entraide.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.RemoteFailure;
import org.entraide.form.Form;

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
      return told(about, doors.form().get().form(), doors.settings().spreadsheet());
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
}
