package org.entraide.organisers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.config.CampaignSettings;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.google.wire.Wire;
import org.entraide.sandbox.office.forms.AnswerRow;
import org.entraide.sandbox.office.forms.FormColumn;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.testkit.DirectWire;
import org.entraide.testkit.FewPlaces;
import org.entraide.testkit.Human;
import org.entraide.testkit.MovableClock;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Roads;
import org.entraide.testkit.Root;
import org.entraide.text.Texts;

/** A campaign of so many answers that no sheet of theirs goes into one request. */
final class ManyRows implements AutoCloseable {

  /**
   * One request of the daemon's to the Sheets API.
   *
   * @param sent bytes as they went
   * @param unpacked the same uncompressed
   * @param received bytes of the answer, uncompressed
   */
  record Request(boolean reads, long sent, long unpacked, long received) {}

  /** An address that is no place. */
  static final String NOWHERE = "Nulle part";

  /** Only a write of rows reads the rows back. */
  private static final String ROWS = "\"includeSpreadsheetInResponse\":true";

  private static final String SHEETS_SCOPE = "https://www.googleapis.com/auth/spreadsheets";
  private static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));

  private final MovableClock time = new MovableClock();
  private final Premises premises = Premises.open(time);
  private final Root root;
  private final CampaignRunner campaign;
  private final List<Request> requests = new ArrayList<>();
  private int people;
  private Runnable disturbance = () -> {};

  ManyRows(Roads roads) {
    root = roads.direct(premises.office());
    campaign = daemon();
  }

  private CampaignRunner daemon() {
    CampaignSettings settings = root.settings();
    try {
      GoogleServices google =
          GoogleServices.over(
              this::exchange,
              new GoogleAccess(settings.credentials(), Optional.of(root.uri())),
              time,
              time,
              new Random(11));
      MemoryJournal journal = new MemoryJournal();
      Ports ports =
          new Ports(
              google.table(settings.spreadsheet()),
              Optional.empty(),
              google::mailbox,
              new FewPlaces(),
              Optional.empty(),
              journal,
              time,
              new SplittableRandom(3));
      Cycle cycle =
          new Cycle(settings, ports, InstallationIdentity.once("organisers", false), LANGUAGES);
      return new CampaignRunner(settings.name(), cycle, journal, time);
    } catch (CredentialProblem e) {
      throw new AssertionError(e);
    }
  }

  private Wire.Answer exchange(Wire.Call call) throws IOException {
    String path = call.uri().getPath();
    Wire.Answer answer = root.wire().exchange(call);
    if (!path.startsWith("/v4/")) {
      return answer;
    }
    boolean write = path.endsWith(":batchUpdate");
    byte[] sent = DirectWire.body(call);
    byte[] body = answer.body().readAllBytes();
    requests.add(new Request(!write, call.body().length, sent.length, body.length));
    if (write && new String(sent, StandardCharsets.UTF_8).contains(ROWS)) {
      Runnable hand = disturbance;
      disturbance = () -> {};
      hand.run();
    }
    return new Wire.Answer(answer.status(), answer.headers(), new ByteArrayInputStream(body));
  }

  /** Does something once, right after the daemon has written rows and knows so. */
  void afterWriteOfRows(Runnable hand) {
    disturbance = hand;
  }

  /** The requests since the last time. */
  List<Request> requests() {
    List<Request> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  CycleReport cycle() {
    CycleReport report = campaign.runOnce();
    time.advance(Duration.ofSeconds(30));
    return report;
  }

  /** So many more people answer; all but a few ask for something that nobody offers. */
  void arrive(int count) {
    List<FormColumn> columns = premises.form().columns();
    List<AnswerRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = people++;
      Map<String, String> texts = answers(number);
      List<AnswerRow.Answer> cells = new ArrayList<>();
      for (FormColumn column : columns) {
        String text = texts.getOrDefault(column.header(), "");
        if (!text.isEmpty()) {
          cells.add(new AnswerRow.Answer(column.questionId(), column.header(), List.of(text)));
        }
      }
      rows.add(
          new AnswerRow(
              "response-" + number,
              time.instant().minus(Duration.ofDays(30)).plusSeconds(number * 7L),
              cells,
              email(number)));
    }
    premises.office().exclusively(() -> premises.rows().submitAll(rows));
  }

  private static Map<String, String> answers(int number) {
    List<String> places = List.of("Nord", "Sud", "Ouest", "Loin", NOWHERE);
    Map<String, String> answers = new HashMap<>();
    answers.put(Human.NAME, name(number));
    answers.put(Human.PHONE, "07700 " + (100_000 + number));
    answers.put(Human.PLACE, places.get(number % places.size()));
    answers.put(Human.CONSENT, number % 11 == 0 ? "" : "Oui");
    if (number % 7 == 0) {
      answers.put(Human.OFFERS, "Conversation");
      answers.put(Human.CAPACITY, "2");
    } else {
      answers.put(Human.NEEDS, number % 3 == 0 ? "Courses, Médicaments" : "Courses");
    }
    return answers;
  }

  private static String name(int number) {
    StringBuilder name = new StringBuilder("Camille Q");
    for (int rest = number + 26 * 26 * 26; rest > 0; rest /= 26) {
      name.append((char) ('a' + rest % 26));
    }
    return name.toString();
  }

  private static String email(int number) {
    return "q" + number + "@example.org";
  }

  int people() {
    return people;
  }

  /** An organiser sorts all rows by a column, the header apart. */
  void sort(String title) {
    String request =
        """
        {"requests": [{"sortRange": {
          "range": {"sheetId": %d, "startRowIndex": 1, "endRowIndex": %d},
          "sortSpecs": [{"dimensionIndex": %d, "sortOrder": "DESCENDING"}]}}]}
        """
            .formatted(premises.answers(), people + 1, shown().get(0).indexOf(title));
    call(
        "POST",
        "/v4/spreadsheets/" + Premises.SPREADSHEET + ":batchUpdate",
        request.getBytes(StandardCharsets.UTF_8));
  }

  /** What the response tab shows, the header first. */
  List<List<String>> shown() {
    return shown("Réponses au formulaire 1");
  }

  /** What a tab shows, the header first. */
  List<List<String>> shown(String tab) {
    String range =
        URLEncoder.encode("'" + tab + "'!A:Z", StandardCharsets.UTF_8).replace("+", "%20");
    JsonNode values =
        OfficeJson.parse(
                call(
                        "GET",
                        "/v4/spreadsheets/%s/values/%s?prettyPrint=false"
                            .formatted(Premises.SPREADSHEET, range),
                        new byte[0])
                    .text())
            .path("values");
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : values) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.asText()));
      rows.add(cells);
    }
    return rows;
  }

  private OfficeResponse call(String method, String target, byte[] body) {
    String token =
        premises.office().accounts().accessToken(Premises.ORGANISER, Set.of(SHEETS_SCOPE));
    OfficeResponse answer =
        premises
            .office()
            .handle(
                OfficeRequest.of(
                    method,
                    target,
                    Map.of(
                        "Host", List.of(root.uri().getAuthority()),
                        "Content-Type", List.of("application/json"),
                        "Authorization", List.of("Bearer " + token)),
                    body));
    if (answer.status() >= 300) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return answer;
  }

  @Override
  public void close() {
    root.close();
  }
}
