package org.entraide.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.auth.Accounts;
import org.entraide.sandbox.office.auth.CredentialsFile;
import org.entraide.sandbox.office.forms.FormItem;
import org.entraide.sandbox.office.forms.FormsService;
import org.entraide.sandbox.office.forms.LinkedSheet;
import org.entraide.sandbox.office.forms.OfficeForm;
import org.entraide.sandbox.office.forms.OfficeQuestion;
import org.entraide.sandbox.office.forms.RowSwitches;
import org.entraide.sandbox.office.gmail.GmailService;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.sheets.SheetsService;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.entraide.sandbox.office.sheets.people.SheetPeople;
import org.entraide.testkit.Human;
import org.jspecify.annotations.NullMarked;

/**
 * Many campaigns in one office, each with a service account, a project and a delegate of its own:
 * no quota is shared. People come in pairs who need and offer the same thing at one place.
 */
@NullMarked
final class Federation {

  private static final Set<String> MAIL_SCOPES =
      Set.of(
          "https://www.googleapis.com/auth/gmail.compose",
          "https://www.googleapis.com/auth/gmail.metadata");
  private static final String KEY_ID = "key";
  private static final KeyPair KEYS = keys();
  private static final InstantSource CLOCK = InstantSource.system();

  private static final List<String> QUESTIONS =
      List.of(Human.NAME, Human.PLACE, Human.NEEDS, Human.OFFERS, Human.CAPACITY, Human.CONSENT);

  private final Office office;
  private final List<OfficeForm> forms = new ArrayList<>();
  private final List<Integer> pairs = new ArrayList<>();

  Federation(int campaigns) {
    Random random = new Random(5);
    SheetsWorld sheets = new SheetsWorld(CLOCK, new Formulas());
    GmailService gmail = new GmailService();
    Accounts accounts = new Accounts(CLOCK, random);
    FormsService service = new FormsService();
    for (int i = 0; i < campaigns; i++) {
      OfficeForm form = form(i, random);
      LinkedSheet.linkNew(form, sheet(i), "fr_FR", "Europe/London", sheets, RowSwitches.usual());
      sheets.find(sheet(i)).orElseThrow().share(account(i), true);
      gmail.add(new OfficeMailbox(delegate(i), CLOCK, random));
      accounts
          .serviceAccount(account(i), KEY_ID, KEYS.getPublic())
          .delegation(account(i), delegate(i), MAIL_SCOPES);
      service.add(form);
      forms.add(form);
      pairs.add(0);
    }
    office =
        Office.builder(CLOCK, random)
            .accounts(accounts)
            .service("/v4/", new SheetsService(sheets))
            .forms(service)
            .gmail(gmail)
            .people(new SheetPeople(sheets)::handle)
            .build();
  }

  private static OfficeForm form(int campaign, Random random) {
    OfficeForm form =
        new OfficeForm("form-" + campaign, "Entraide", CLOCK, random)
            .collectingEmail()
            .sharedWith(account(campaign));
    int number = 0;
    for (String title : QUESTIONS) {
      number++;
      form.item(
          FormItem.question(
              "%08x".formatted(number),
              title,
              OfficeQuestion.text("%08x".formatted(0x1000_0000 + number), false)));
    }
    return form;
  }

  static String name(int campaign) {
    return "c%02d".formatted(campaign);
  }

  static String sheet(int campaign) {
    return "sheet-" + campaign;
  }

  private static String account(int campaign) {
    return "entraide%d@sample.example.org".formatted(campaign);
  }

  private static String delegate(int campaign) {
    return "delegue%d@example.org".formatted(campaign);
  }

  int campaigns() {
    return forms.size();
  }

  Office office() {
    return office;
  }

  /** Two who belong together answer a campaign's form. */
  void pair(int campaign) {
    int number = pairs.get(campaign);
    pairs.set(campaign, number + 1);
    // each at a place of its own, so that nobody else is near
    String place = PLACES.get(number % PLACES.size());
    answer(campaign, "ana" + number, place, "Courses", "");
    answer(campaign, "bo" + number, place, "", "Courses");
  }

  private static final List<String> PLACES =
      List.of("SW7", "E14", "N22", "CR0", "HA9", "DA1", "TW9", "RM1", "UB8", "EN1", "BR1", "KT1");

  private void answer(int campaign, String name, String place, String needs, String offers) {
    Map<String, String> ids = new HashMap<>();
    OfficeForm form = forms.get(campaign);
    form.columns().forEach(column -> ids.put(column.header(), column.questionId()));
    Map<String, List<String>> values = new HashMap<>();
    List<String> answers = List.of(name, place, needs, offers, "1", "Oui");
    for (int i = 0; i < answers.size(); i++) {
      if (!answers.get(i).isEmpty()) {
        values.put(ids.getOrDefault(QUESTIONS.get(i), ""), List.of(answers.get(i)));
      }
    }
    office.exclusively(() -> form.submit(name + "@example.org", values));
  }

  int pairs(int campaign) {
    return pairs.get(campaign);
  }

  /**
   * Whether everybody has been introduced and written to the sheet.
   *
   * @param looking whether a draft may still be looked for of which nobody knows what became: it is
   *     made again ten minutes later
   */
  boolean isSettled(boolean looking) {
    return IntStream.range(0, campaigns()).allMatch(campaign -> isSettled(campaign, looking));
  }

  /** Whether everybody of one campaign has. */
  boolean isSettled(int campaign, boolean looking) {
    int pairs = pairs(campaign);
    int waiting = looking ? ledger(campaign).where("État", "En préparation").size() : 0;
    return drafted(campaign).size() >= pairs - waiting
        && ledger(campaign).where("État", "Brouillon prêt").size() >= pairs - waiting
        && answers(campaign).where("Statut", "Brouillon prêt").size() >= 2 * (pairs - waiting)
        && answers(campaign).where("Statut", "Proposé").size() >= 2 * waiting; // its pass has ended
  }

  /**
   * Writes a daemon's configuration and credentials.
   *
   * @param root of its door to the office
   * @param url of the journal's database, as it reaches it; empty for a file of its own
   */
  Path configuration(Path directory, String root, Optional<String> url) throws IOException {
    return configuration(directory, root, url, "5s");
  }

  /**
   * The same.
   *
   * @param poll of every campaign, as the configuration has it
   */
  Path configuration(Path directory, String root, Optional<String> url, String poll)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("[google]");
    lines.add("credentials = \"credentials-0.json\"");
    lines.add("endpoint = \"" + root + "\"");
    lines.add("[state]");
    lines.add("directory = \"state\"");
    url.ifPresent(it -> lines.add("journal = \"" + it + "\""));
    for (int i = 0; i < forms.size(); i++) {
      lines.add("[campaigns." + name(i) + "]");
      lines.add("credentials = \"credentials-" + i + ".json\"");
      lines.add("spreadsheet = \"" + sheet(i) + "\"");
      lines.add("language = \"fr\"");
      lines.add("country = \"GB\"");
      lines.add("delegate = \"" + delegate(i) + "\"");
      lines.add("poll = \"" + poll + "\"");
      lines.add("[campaigns." + name(i) + ".matching]");
      lines.add("hold_back = \"0s\"");
      Path file = directory.resolve("credentials-" + i + ".json");
      String credentials =
          CredentialsFile.serviceAccount(account(i), KEY_ID, KEYS.getPrivate(), root + "token");
      Files.writeString(file, credentials.replace("entraide-sandbox", "project-" + i));
    }
    Path file = directory.resolve("entraide.toml");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return file;
  }

  Grid answers(int campaign) {
    return grid(campaign, "");
  }

  Grid ledger(int campaign) {
    return grid(campaign, World.LEDGER);
  }

  private Grid grid(int campaign, String tab) {
    List<List<String>> rows = new ArrayList<>();
    JsonNode page =
        get(
            "sheets/%s/rows?from=1&count=2000&tab=%s"
                .formatted(sheet(campaign), URLEncoder.encode(tab, StandardCharsets.UTF_8)));
    for (JsonNode row : page.path("rows")) {
      List<String> cells = new ArrayList<>();
      row.path("cells").forEach(cell -> cells.add(cell.asText()));
      rows.add(cells);
    }
    return Grid.of(rows);
  }

  /** The introductions that drafts name, each as often as there are drafts. */
  List<String> drafted(int campaign) {
    List<String> references = new ArrayList<>();
    for (JsonNode draft : get("mailboxes/" + delegate(campaign)).path("drafts")) {
      String subject = draft.path("subject").asText();
      references.add(subject.substring(subject.lastIndexOf('[') + 1, subject.lastIndexOf(']')));
    }
    return references;
  }

  /** An organiser writes beside « Suspendre » in the settings tab. */
  void suspend(int campaign, String word) {
    int row = grid(campaign, "Réglages").only("Réglage", "Suspendre").number();
    String body =
        OfficeJson.compact(
            OfficeJson.object().put("range", "'Réglages'!B" + row).put("value", word));
    ask("POST", "sheets/" + sheet(campaign) + "/type", body);
  }

  private JsonNode get(String path) {
    return OfficeJson.parse(ask("GET", path, ""));
  }

  private String ask(String method, String path, String body) {
    OfficeResponse answer =
        office.handle(
            OfficeRequest.of(
                method,
                "/office/" + path,
                Map.of("Host", List.of("127.0.0.1"), "Content-Type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8)));
    if (answer.status() >= 300) {
      throw new AssertionError("The office answered " + answer.status() + " to " + path);
    }
    return answer.text();
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA.", e);
    }
  }
}
