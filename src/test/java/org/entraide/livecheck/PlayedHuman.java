package org.entraide.livecheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.forms.FormItem;
import org.entraide.sandbox.office.forms.FormResponse;
import org.entraide.sandbox.office.forms.OfficeQuestion;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.testkit.Premises;

/** Does in an office what a person would click at Google's. */
final class PlayedHuman implements BrowserUser {

  private final Premises office;
  private final String title;
  private final Set<String> refused = new HashSet<>();
  final List<String> asked = new ArrayList<>();
  private String first = "";

  /**
   * @param title of the question that is answered
   */
  PlayedHuman(Premises office, String title) {
    this.office = office;
    this.title = title;
  }

  /** Presses Enter without having done it. */
  PlayedHuman lazyAbout(String step) {
    refused.add(step);
    return this;
  }

  @Override
  public void please(Click click) {
    asked.add(click.step());
    if (refused.contains(click.step())) {
      return;
    }
    switch (click.step()) {
      case "answer-first" -> first = answer("a@example.org", "007").id();
      case "answer-second" -> answer("b@example.org", "008");
      case "sort", "sort-down" -> sort(true);
      case "sort-up" -> sort(false);
      case "edit" ->
          post(
              "PUT",
              "/office/forms/" + Premises.FORM + "/responses/" + first,
              "{\"answers\":{\"" + title + "\":\"900\"}}");
      case "question" ->
          office
              .office()
              .exclusively(
                  () ->
                      office
                          .form()
                          .item(
                              FormItem.question(
                                  "0abc0001",
                                  SheetProbes.NEW_QUESTION,
                                  OfficeQuestion.text("0abc0002", false))));
      case "duplicate" -> sheet("duplicateTab", OfficeJson.object().put("tab", tab()));
      case "edit-draft" -> mail("PUT", draft(" 1 "), "", "{\"text\":\"more words\"}");
      case "send" -> mail("POST", draft(" 1 "), "/send", "{}");
      case "undo-send" -> {
        mail("POST", draft(" 2 "), "/send", "{}");
        JsonNode sent = mailbox().path("sent");
        String id = sent.get(sent.size() - 1).path("id").asText();
        for (JsonNode mail : sent) {
          id = mail.path("subject").asText().contains(" 2 ") ? mail.path("id").asText() : id;
        }
        post(
            "POST",
            "/office/mailboxes/" + Premises.DELEGATE + "/messages/" + id + "/undo-send",
            "{}");
      }
      default -> throw new IllegalArgumentException(click.step());
    }
  }

  private FormResponse answer(String email, String text) {
    return office.answer(email, Map.of(title, text));
  }

  private void sort(boolean descending) {
    JsonNode header =
        get("/office/sheets/" + Premises.SPREADSHEET + "/rows?count=1").at("/rows/0/cells");
    int column = 0;
    while (!header.get(column).asText().equals(title)) {
      column++;
    }
    ObjectNode body = OfficeJson.object();
    body.putArray("by").addObject().put("column", letter(column)).put("descending", descending);
    sheet("sort", body);
  }

  private static String letter(int column) {
    return String.valueOf((char) ('A' + column));
  }

  private String tab() {
    return get("/office/sheets/" + Premises.SPREADSHEET).at("/tabs/0/title").asText();
  }

  /** Has a range be a <i>Table</i>. */
  void table(String range) {
    sheet("table", OfficeJson.object().put("name", "Answers").put("range", range));
  }

  private void sheet(String operation, ObjectNode body) {
    post("POST", "/office/sheets/" + Premises.SPREADSHEET + "/" + operation, body.toString());
  }

  private JsonNode mailbox() {
    return get("/office/mailboxes/" + Premises.DELEGATE);
  }

  private String draft(String part) {
    for (JsonNode draft : mailbox().path("drafts")) {
      if (draft.path("subject").asText().contains(part)) {
        return draft.path("draftId").asText();
      }
    }
    throw new IllegalStateException("There is no draft" + part);
  }

  private void mail(String method, String draft, String what, String body) {
    post(method, "/office/mailboxes/" + Premises.DELEGATE + "/drafts/" + draft + what, body);
  }

  JsonNode get(String path) {
    return post("GET", path, "");
  }

  JsonNode post(String method, String path, String body) {
    OfficeResponse answer =
        office
            .office()
            .handle(
                OfficeRequest.of(
                    method,
                    path,
                    Map.of("Content-Type", List.of("application/json")),
                    body.getBytes(StandardCharsets.UTF_8)));
    if (answer.status() != 200) {
      throw new IllegalStateException(method + " " + path + ": " + answer.text());
    }
    return OfficeJson.parse(answer.text());
  }
}
