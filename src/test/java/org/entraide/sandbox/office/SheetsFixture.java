package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.sheets.SheetsService;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.entraide.sandbox.office.sheets.people.SheetPeople;

/** A small world of spreadsheets, the service over it, and Google's client on top. */
public final class SheetsFixture {

  public static final String ID = "book-1";
  public static final Caller DAEMON =
      new Caller("daemon@example.org", Set.of("https://www.googleapis.com/auth/spreadsheets"));

  public final SheetsWorld world =
      new SheetsWorld(InstantSource.fixed(Instant.parse("2026-03-10T09:00:00Z")), new Formulas());
  public final Spreadsheet spreadsheet;
  public final SheetsService service = new SheetsService(world);
  public final SheetPeople people = new SheetPeople(world);
  public final Sheets client =
      new Sheets.Builder(
              new ServiceTransport(service, DAEMON), GsonFactory.getDefaultInstance(), r -> {})
          .setApplicationName("test")
          .build();

  private SheetsFixture(String locale) {
    Book book = new Book("Campagne", locale, "Europe/London", new Formulas());
    book.addSheet(7, "Réponses 1", 10, 5, 0);
    book.addSheet(8, "Autre", 4, 3, 1);
    spreadsheet = world.create(ID, book);
    spreadsheet.share(DAEMON.account(), true);
  }

  public static SheetsFixture french() {
    return new SheetsFixture("fr_FR");
  }

  public static SheetsFixture of(String locale) {
    return new SheetsFixture(locale);
  }

  public OfficeResponse call(String method, String target, String body) {
    return call(method, target, body, DAEMON);
  }

  public OfficeResponse call(String method, String target, String body, Caller caller) {
    OfficeRequest request =
        OfficeRequest.of(method, target, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    return ServiceTransport.answer(service, request, caller, false);
  }

  /** Posts a batch of requests, written with apostrophes for quotes. */
  public JsonNode batch(String requests) {
    String body = ("{'requests':[" + requests + "]}").replace('\'', '"');
    return OfficeJson.parse(call("POST", "/v4/spreadsheets/" + ID + ":batchUpdate", body).text());
  }

  /** The spreadsheet as {@code spreadsheets.get} shows what the mask names. */
  public JsonNode book(String fields) {
    String mask = URLEncoder.encode(fields, StandardCharsets.UTF_8);
    return OfficeJson.parse(call("GET", "/v4/spreadsheets/" + ID + "?fields=" + mask, "").text());
  }

  /** The first tab as that shows it, with what the mask names of it. */
  public JsonNode tab(String fields) {
    return book("sheets(" + fields + ")").path("sheets").path(0);
  }

  /** A cell of the first tab, from row and column 0 on. */
  public JsonNode cell(int row, int column, String fields) {
    return tab("data(rowData(values(" + fields + ")))")
        .path("data")
        .path(0)
        .path("rowData")
        .path(row)
        .path("values")
        .path(column);
  }

  /** What a batch is refused with; empty when it is not. */
  public String refusal(String requests) {
    return batch(requests).path("error").path("message").asText();
  }

  /** An organiser's operation, written with apostrophes for quotes. */
  public JsonNode organiser(String operation, String body) {
    OfficeRequest request =
        OfficeRequest.of(
            "POST",
            "/office/sheets/" + ID + "/" + operation,
            Map.of(),
            body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    return OfficeJson.parse(people.handle(request).orElseThrow().text());
  }

  /** Pastes rows into the first tab from A1 on, as a person would. */
  public SheetsFixture filled(String... rows) {
    List<String> lines = new ArrayList<>();
    for (String row : rows) {
      lines.add("['" + row.replace("|", "','") + "']");
    }
    organiser("paste", "{'range':'A1','values':[" + String.join(",", lines) + "]}");
    return this;
  }

  /** What the first tab shows: cells joined by bars, one text a row. */
  public List<String> shown() {
    return shown("Réponses 1");
  }

  public List<String> shown(String tab) {
    OfficeRequest request =
        OfficeRequest.of(
            "GET",
            "/office/sheets/"
                + ID
                + "/rows?count=2000&tab="
                + URLEncoder.encode(tab, StandardCharsets.UTF_8),
            Map.of(),
            new byte[0]);
    List<String> rows = new ArrayList<>();
    for (JsonNode row :
        OfficeJson.parse(people.handle(request).orElseThrow().text()).path("rows")) {
      List<String> cells = new ArrayList<>();
      row.path("cells").forEach(cell -> cells.add(cell.asText()));
      rows.add(String.join("|", cells));
    }
    return rows;
  }
}
