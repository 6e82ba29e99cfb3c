package org.entraide.organisers;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entraide.sandbox.office.Accounts;
import org.entraide.sandbox.office.Caller;
import org.entraide.sandbox.office.CredentialsFile;
import org.entraide.sandbox.office.Form;
import org.entraide.sandbox.office.FormItem;
import org.entraide.sandbox.office.FormRows;
import org.entraide.sandbox.office.FormsService;
import org.entraide.sandbox.office.GmailService;
import org.entraide.sandbox.office.LinkedSheet;
import org.entraide.sandbox.office.Mailbox;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.OfficeRequest;
import org.entraide.sandbox.office.OfficeResponse;
import org.entraide.sandbox.office.Question;
import org.entraide.sandbox.office.RowSwitches;
import org.entraide.sandbox.office.SheetPeople;
import org.entraide.sandbox.office.SheetsService;
import org.entraide.sandbox.office.SheetsWorld;

/**
 * An office with one form, its spreadsheet and a delegate's mailbox.
 *
 * @param rows how the form writes into its tab
 */
public record Premises(
    Office office, Form form, FormRows rows, SheetsWorld sheets, GmailService gmail) {

  public static final String SPREADSHEET = "spreadsheet-of-the-organisers";
  static final String FORM = "form-of-the-organisers";
  public static final String DELEGATE = "delegue@example.org";
  public static final String ACCOUNT = "entraide@sample.example.org";
  public static final String ORGANISER = "organisatrice@example.org";

  private static final Set<String> SCOPES = Set.of("https://www.googleapis.com/auth/spreadsheets");

  private static final String KEY_ID = "key";
  private static final KeyPair KEYS = keys();
  private static final Set<String> MAIL_SCOPES =
      Set.of(
          "https://www.googleapis.com/auth/gmail.compose",
          "https://www.googleapis.com/auth/gmail.metadata");

  /**
   * Opens the office.
   *
   * @param clock of all that happens; only sign-ins go by the machine's, as Google's library signs
   */
  public static Premises open(InstantSource clock) {
    Random random = new Random(5);
    Form form = new Form(FORM, "Entraide", clock, random).collectingEmail().sharedWith(ACCOUNT);
    int number = 0;
    for (String title : Human.QUESTIONS) {
      number++;
      form.item(
          FormItem.question(
              "%08x".formatted(number),
              title,
              Question.text("%08x".formatted(0x1000_0000 + number), false)));
    }
    SheetsWorld sheets = new SheetsWorld(clock);
    FormRows rows =
        LinkedSheet.linkNew(
                form, SPREADSHEET, "fr_FR", "Europe/London", sheets, RowSwitches.usual())
            .rows();
    sheets
        .find(SPREADSHEET)
        .ifPresent(
            sheet -> {
              sheet.share(ACCOUNT, true);
              sheet.share(ORGANISER, true);
            });
    GmailService gmail = new GmailService().add(new Mailbox(DELEGATE, clock, random));
    Accounts accounts =
        new Accounts(InstantSource.system(), random)
            .person(ORGANISER)
            .serviceAccount(ACCOUNT, KEY_ID, KEYS.getPublic())
            .delegation(ACCOUNT, DELEGATE, MAIL_SCOPES);
    Office office =
        Office.builder(InstantSource.system(), random)
            .accounts(accounts)
            .service("/v4/", new SheetsService(sheets))
            .forms(new FormsService().add(form))
            .gmail(gmail)
            .people(new SheetPeople(sheets)::handle)
            .build();
    return new Premises(office, form, rows, sheets, gmail);
  }

  /** The delegate lets the daemon into the mailbox, again. */
  public void delegate() {
    office.accounts().delegation(ACCOUNT, DELEGATE, MAIL_SCOPES);
  }

  /** The id of the response tab. */
  public int answers() {
    return rows.sheetId();
  }

  /** Grows with every change of the spreadsheet, whoever makes it. */
  public long version() {
    return sheets.find(SPREADSHEET).orElseThrow().version();
  }

  /**
   * The spreadsheet as the API tells it, straight from the service: the office's front would write
   * and read every cell once more to cut what nobody looks at.
   *
   * @param fields the mask
   */
  public OfficeResponse spreadsheet(String fields) {
    OfficeRequest request =
        OfficeRequest.of(
            "GET",
            "/v4/spreadsheets/" + SPREADSHEET + "?prettyPrint=false&fields=" + fields,
            Map.of(),
            new byte[0]);
    List<OfficeResponse> answer = new ArrayList<>();
    office.exclusively(
        () -> answer.add(new SheetsService(sheets).handle(request, new Caller(ORGANISER, SCOPES))));
    return answer.get(0);
  }

  /** All answers again, into a tab of their own: « Link to Sheets » once more. */
  void linkAnew() {
    LinkedSheet.link(form, sheets.find(SPREADSHEET).orElseThrow(), sheets, RowSwitches.usual());
  }

  /** The service account's file. */
  static String credentials(String root) {
    return CredentialsFile.serviceAccount(ACCOUNT, KEY_ID, KEYS.getPrivate(), root + "token");
  }

  /**
   * The daemon's configuration.
   *
   * @param more lines about the campaign
   */
  static String configuration(String root, String... more) {
    return String.join(
        "\n",
        List.of(
            "[google]",
            "credentials = \"credentials.json\"",
            "endpoint = \"" + root + "\"",
            "[state]",
            "directory = \"state\"",
            "[campaigns.londres]",
            "spreadsheet = \"" + SPREADSHEET + "\"",
            "language = \"fr\"",
            "country = \"GB\"",
            "delegate = \"" + DELEGATE + "\"",
            "controller = \"Association Exemple, contact@example.org\"",
            String.join("\n", more),
            "[campaigns.londres.matching]",
            "hold_back = \"0s\"",
            ""));
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
