package org.entraide.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.faults.Faults;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;

/** What people do in the office of a world, and what is there. */
@NullMarked
abstract class OfficeHands {
  static final String LEDGER = "Mises en relation";
  static final Set<String> OWN_TABS = Set.of(LEDGER, "Réglages", "Tableau de bord", "À faire");
  static final String EMAIL = "Adresse e-mail";
  static final Set<String> OWN =
      Set.of(
          "Réf",
          "Statut",
          "Lieu compris",
          "Mise en relation",
          "Explication",
          "Consigne",
          "Vérifié",
          "Avec",
          "Jamais avec",
          "Groupe",
          "Lieu corrigé",
          "Contrôle");

  private static final String SHEETS_SCOPE = "https://www.googleapis.com/auth/spreadsheets";
  final Office office;

  final OfficeServer server;
  final Map<String, String> questions = new HashMap<>();

  OfficeHands(Office office) {
    this.office = office;
    try {
      this.server = OfficeServer.start(office, 0, this::delay);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What happens while a fault delays a request. */
  abstract void delay(Duration pause);

  String root() {
    return server.root();
  }

  void fault(Faults.Rule rule) {
    office.faults().add(rule);
  }

  /** What was asked of Google's services since the last time, by kind; sign-ins apart. */
  Map<String, Integer> requests() {
    Map<String, Integer> counts = new TreeMap<>(office.log().counts());
    counts.remove("token");
    office.log().reset();
    return counts;
  }

  String question(String title) {
    String id = questions.get(title);
    if (id == null) {
      throw new AssertionError("no question " + title);
    }
    return id;
  }

  // ---- the organiser

  /** The tab where the answers land. */
  Grid answers() {
    return grid("");
  }

  Grid ledger() {
    return grid(LEDGER);
  }

  private Grid grid(String tab) {
    List<List<String>> rows = new ArrayList<>();
    int from = 1;
    while (true) {
      JsonNode page =
          get(
              "sheets/%s/rows?from=%d&count=2000&tab=%s"
                  .formatted(
                      SampleOffice.SPREADSHEET,
                      from,
                      URLEncoder.encode(tab, StandardCharsets.UTF_8)));
      for (JsonNode row : page.path("rows")) {
        List<String> cells = new ArrayList<>();
        row.path("cells").forEach(cell -> cells.add(cell.asText()));
        rows.add(cells);
      }
      from += 2000;
      if (from > page.path("usedRows").asInt()) {
        return Grid.of(rows);
      }
    }
  }

  /** The one row of an address. */
  Grid.Line rowOf(String email) {
    return answers().only(EMAIL, email);
  }

  /** Types into the cell of a row of the answers. */
  void type(int row, String title, String text) {
    sheet(
        "type", OfficeJson.object().put("range", answers().column(title) + row).put("value", text));
  }

  void clear(int row, String title) {
    sheet("clear", OfficeJson.object().put("range", answers().column(title) + row));
  }

  /** Notes what became of an introduction. */
  void outcome(String introduction, String word) {
    Grid ledger = ledger();
    sheet(
        "type",
        OfficeJson.object()
            .put(
                "range",
                "'%s'!%s%d"
                    .formatted(
                        LEDGER, ledger.column("Suite"), ledger.only("Réf", introduction).number()))
            .put("value", word));
  }

  /** The form is linked anew: all its answers come again, into a tab of their own. */
  void linkAnew() {
    linkAnew(() -> {});
  }

  /**
   * The same.
   *
   * @param meanwhile what people do while it is linked to nothing
   */
  void linkAnew(Runnable meanwhile) {
    String owner = "forms/" + SampleOffice.FORM;
    post(owner + "/unlink", OfficeJson.object());
    meanwhile.run();
    post(owner + "/link", OfficeJson.object().put("spreadsheet", SampleOffice.SPREADSHEET));
  }

  /** A tab as people see it. */
  Grid tab(String title) {
    return grid(title);
  }

  /** Sorts all answers by a column. */
  void sort(String title, boolean descending) {
    ObjectNode body = OfficeJson.object();
    body.putArray("by")
        .addObject()
        .put("column", answers().column(title))
        .put("descending", descending);
    sheet("sort", body);
  }

  /** Anything else that organisers do, as docs/office-api.md describes it. */
  void sheet(String operation, ObjectNode body) {
    post("sheets/" + SampleOffice.SPREADSHEET + "/" + operation, body);
  }

  // ---- the delegate

  /** Drafts, sent mail and the rest, decoded. */
  JsonNode mailbox() {
    return get("mailboxes/" + SampleOffice.DELEGATE);
  }

  /** The introductions that drafts name in brackets, each as often as there are drafts. */
  List<String> drafted() {
    List<String> references = new ArrayList<>();
    for (JsonNode draft : mailbox().path("drafts")) {
      references.add(reference(draft));
    }
    return references;
  }

  private static String reference(JsonNode mail) {
    String subject = mail.path("subject").asText();
    return subject.substring(subject.lastIndexOf('[') + 1, subject.lastIndexOf(']'));
  }

  /** The draft of an introduction. */
  JsonNode draft(String introduction) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode draft : mailbox().path("drafts")) {
      if (reference(draft).equals(introduction)) {
        found.add(draft);
      }
    }
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " drafts of " + introduction);
    }
    return found.get(0);
  }

  void send(String introduction) {
    send(introduction, OfficeJson.object());
  }

  void send(String introduction, ObjectNode mode) {
    post(draftPath(introduction) + "/send", mode);
  }

  void discard(String introduction) {
    post(draftPath(introduction) + "/discard", OfficeJson.object());
  }

  String draftPath(String introduction) {
    return "mailboxes/"
        + SampleOffice.DELEGATE
        + "/drafts/"
        + draft(introduction).path("draftId").asText();
  }

  // ---- what the sheet is underneath

  /** Every tab with all that its cells hold, as the API gives it. */
  JsonNode wholeSheet() {
    OfficeResponse answer =
        office.handle(
            request(
                "GET",
                "/v4/spreadsheets/" + SampleOffice.SPREADSHEET + "?includeGridData=true",
                "",
                office.accounts().accessToken(SampleOffice.ACCOUNT, Set.of(SHEETS_SCOPE))));
    return json(answer);
  }

  /** The cells of the daemon's columns, titles apart, and of its tab. */
  List<JsonNode> ownCells() {
    return List.copyOf(cells(true).values());
  }

  /**
   * All that is no business of the daemon's: the cells outside its columns and tabs with values,
   * formats, notes and rules, by where they are.
   */
  Map<String, JsonNode> outside() {
    return cells(false);
  }

  private Map<String, JsonNode> cells(boolean own) {
    Map<String, JsonNode> cells = new LinkedHashMap<>();
    for (JsonNode tab : wholeSheet().path("sheets")) {
      String title = tab.path("properties").path("title").asText();
      JsonNode rows = tab.path("data").path(0).path("rowData");
      List<String> titles = new ArrayList<>();
      rows.path(0).path("values").forEach(cell -> titles.add(cell.path("formattedValue").asText()));
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.path(i).path("values");
        for (int j = 0; j < row.size(); j++) {
          boolean ours =
              OWN_TABS.contains(title) || (j < titles.size() && OWN.contains(titles.get(j)));
          if (ours == own && holdsSomething(row.path(j))) {
            cells.put(title + "!" + i + ":" + j, row.path(j));
          }
        }
      }
    }
    return cells;
  }

  /** The format that every blank cell has is sent for whole rows, or for none of their cells. */
  private static boolean holdsSomething(JsonNode cell) {
    return cell.size() > (cell.has("effectiveFormat") ? 1 : 0);
  }

  // ---- how it is carried

  JsonNode get(String path) {
    return call("GET", path, "");
  }

  JsonNode post(String path, ObjectNode body) {
    return call("POST", path, OfficeJson.compact(body));
  }

  JsonNode call(String method, String path, String body) {
    return json(office.handle(request(method, "/office/" + path, body, "")));
  }

  private static JsonNode json(OfficeResponse answer) {
    if (answer.status() >= 300) {
      throw new AssertionError("The office answered " + answer.status());
    }
    return answer.body().length == 0 ? OfficeJson.object() : OfficeJson.parse(answer.text());
  }

  private OfficeRequest request(String method, String target, String body, String token) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Host", List.of(URI.create(root()).getAuthority()));
    headers.put("Content-Type", List.of("application/json"));
    if (!token.isEmpty()) {
      headers.put("Authorization", List.of("Bearer " + token));
    }
    return OfficeRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
