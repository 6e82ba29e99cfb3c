package org.entraide.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entraide.google.wire.Wire.Call;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.DirectWire;

/** Every kind of request that the daemon makes in a cycle. */
enum RequestKind {
  SHEET(Family.SHEETS, Story.FIRST_PASS, "reading the sheet"),
  SECOND_LOOK(Family.SHEETS, Story.FIRST_PASS, "looking again who is where"),
  PREPARATION(Family.SHEETS, Story.FIRST_PASS, "adding columns and tabs"),
  LEDGER(Family.SHEETS, Story.FIRST_PASS, "appending to the ledger"),
  ROWS(Family.SHEETS, Story.FIRST_PASS, "writing rows"),
  FORM(Family.FORMS, Story.FIRST_PASS, "reading the form"),
  ANSWERS(Family.FORMS, Story.FIRST_PASS, "reading its answers"),
  PROFILE(Family.GMAIL, Story.FIRST_PASS, "where the mailbox's history stands"),
  HISTORY(Family.GMAIL, Story.BUSY_PASS, "the mailbox's history"),
  DRAFTS(Family.GMAIL, Story.FIRST_PASS, "listing drafts"),
  NEW_DRAFT(Family.GMAIL, Story.FIRST_PASS, "leaving a draft"),
  DRAFT(Family.GMAIL, Story.BUSY_PASS, "looking at a draft"),
  DRAFT_GONE(Family.GMAIL, Story.BUSY_PASS, "deleting a draft"),
  MESSAGES(Family.GMAIL, Story.FIRST_PASS, "listing mails"),
  MESSAGE(Family.GMAIL, Story.BUSY_PASS, "looking at a mail"),
  THREAD(Family.GMAIL, Story.BUSY_PASS, "looking at a thread"),
  TOKEN(Family.TOKEN, Story.FIRST_PASS, "signing in");

  private static final Pattern MAIL = Pattern.compile("/gmail/v1/users/me/([a-z]+)(/.*)?");
  private static final Pattern FORM_PATH = Pattern.compile("/v1/forms/[^/]+(/responses)?");

  /** Requests that are answered alike. */
  enum Family {
    SHEETS,
    FORMS,
    GMAIL,
    TOKEN
  }

  private final Family family;
  private final Story story;
  private final String words;

  RequestKind(Family family, Story story, String words) {
    this.family = family;
    this.story = story;
    this.words = words;
  }

  Family family() {
    return family;
  }

  /** In which it is asked for. */
  Story story() {
    return story;
  }

  String words() {
    return words;
  }

  /**
   * Whether it is the one by which a family's refusals are told: one that reads, one that writes.
   */
  boolean isExample() {
    return switch (this) {
      case SHEET, ROWS, FORM, PROFILE, NEW_DRAFT, TOKEN -> true;
      default -> false;
    };
  }

  /**
   * Which one a call is; nothing for a write of the daemon's own tabs alone.
   *
   * @param answers the id of the response tab
   */
  static Optional<RequestKind> of(Call call, int answers) throws IOException {
    String path = call.uri().getPath();
    if (path.equals("/token")) {
      return Optional.of(TOKEN);
    }
    if (path.startsWith("/v4/")) {
      return call.method().equals("GET")
          ? Optional.of(SHEET)
          : path.endsWith(":getByDataFilter") ? Optional.of(SECOND_LOOK) : written(call, answers);
    }
    var form = FORM_PATH.matcher(path);
    if (form.matches()) {
      return Optional.of(form.group(1) == null ? FORM : ANSWERS);
    }
    var mail = MAIL.matcher(path);
    if (!mail.matches()) {
      throw new IOException("nobody knows what " + call.method() + " " + path + " is");
    }
    return Optional.of(mail(call.method(), mail.group(1), mail.group(2) != null));
  }

  private static RequestKind mail(String method, String what, boolean one) {
    return switch (method + " " + what) {
      case "GET profile" -> PROFILE;
      case "GET history" -> HISTORY;
      case "GET drafts" -> one ? DRAFT : DRAFTS;
      case "POST drafts" -> NEW_DRAFT;
      case "DELETE drafts" -> DRAFT_GONE;
      case "GET messages" -> one ? MESSAGE : MESSAGES;
      case "GET threads" -> THREAD;
      default -> throw new IllegalArgumentException(method + " " + what);
    };
  }

  private static Optional<RequestKind> written(Call call, int answers) throws IOException {
    JsonNode batch = OfficeJson.parse(new String(DirectWire.body(call), StandardCharsets.UTF_8));
    boolean ledger = false;
    boolean own = false;
    for (JsonNode request : batch.path("requests")) {
      JsonNode cells = request.path("updateCells");
      JsonNode start = cells.has("start") ? cells.path("start") : cells.path("range");
      int row = start.path("rowIndex").asInt() + start.path("startRowIndex").asInt();
      if (cells.isMissingNode() && !request.has("appendCells")) {
        return Optional.of(PREPARATION);
      }
      if (row > 0 && start.path("sheetId").asInt() == answers) {
        return Optional.of(ROWS);
      }
      ledger |= request.has("appendCells");
      own |= row > 0;
    }
    return ledger ? Optional.of(LEDGER) : own ? Optional.empty() : Optional.of(PREPARATION);
  }
}
