package org.entraide.testkit;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.auth.Accounts;
import org.entraide.sandbox.office.auth.CredentialsFile;
import org.entraide.sandbox.office.forms.FormItem;
import org.entraide.sandbox.office.forms.FormResponse;
import org.entraide.sandbox.office.forms.FormRows;
import org.entraide.sandbox.office.forms.FormsService;
import org.entraide.sandbox.office.forms.LinkedSheet;
import org.entraide.sandbox.office.forms.OfficeForm;
import org.entraide.sandbox.office.forms.OfficeQuestion;
import org.entraide.sandbox.office.forms.RowSwitches;
import org.entraide.sandbox.office.gmail.GmailService;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.sandbox.office.sheets.SheetsService;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.book.SpreadsheetTree;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.entraide.sandbox.office.sheets.people.SheetPeople;

/**
 * An office with a form, its spreadsheet and a delegate's mailbox; several in one office share the
 * accounts and the mailbox.
 *
 * @param id of the spreadsheet
 * @param tree shows the spreadsheet
 * @param linked how the form writes into its tab, another one once it is linked anew
 */
public record Premises(
    Office office,
    String id,
    OfficeForm form,
    AtomicReference<FormRows> linked,
    SheetsWorld sheets,
    GmailService gmail,
    SpreadsheetTree tree,
    List<String> questions) {

  public static final String SPREADSHEET = "spreadsheet-of-the-organisers";
  public static final String FORM = "form-of-the-organisers";
  public static final String DELEGATE = "delegue@example.org";
  public static final String ACCOUNT = "entraide@sample.example.org";
  public static final String ORGANISER = "organisatrice@example.org";

  private static final String KEY_ID = "key";
  private static final KeyPair KEYS = keys();
  private static final Set<String> MAIL_SCOPES =
      Set.of(
          "https://www.googleapis.com/auth/gmail.compose",
          "https://www.googleapis.com/auth/gmail.metadata");

  /** The mask of what oracles most often read: the texts of cells, and whose columns they are. */
  public static final String WORDS =
      "sheets(properties,data(columnMetadata,rowData(values(formattedValue))))";

  /** Another delegate, whom not every office has. */
  public static final String OTHER_DELEGATE = "autre@example.org";

  /** Before a line of the configuration that is about the matching. */
  private static final String MATCHING = "matching.";

  /**
   * Opens the office.
   *
   * @param clock of all that happens; only sign-ins go by the machine's, as Google's library signs
   */
  public static Premises open(InstantSource clock) {
    return open(clock, List.of("")).get(0);
  }

  /**
   * Opens one office for several campaigns.
   *
   * @param names one each, put behind the ids of their forms and spreadsheets
   */
  public static List<Premises> open(InstantSource clock, List<String> names) {
    return open(clock, names, List.of());
  }

  /**
   * Opens one office for several campaigns.
   *
   * @param names one each, put behind the ids of their forms and spreadsheets
   * @param more titles of questions that their forms ask besides
   */
  public static List<Premises> open(InstantSource clock, List<String> names, List<String> more) {
    Random random = new Random(5);
    Names ids = new Names(random);
    SheetsWorld sheets = new SheetsWorld(clock, new Formulas());
    List<String> questions = Stream.concat(Human.QUESTIONS.stream(), more.stream()).toList();
    List<OfficeForm> forms =
        names.stream().map(name -> form(FORM + name, clock, ids, questions)).toList();
    List<FormRows> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      rows.add(linked(forms.get(i), SPREADSHEET + names.get(i), sheets));
    }
    GmailService gmail = new GmailService().add(new OfficeMailbox(DELEGATE, clock, random));
    Accounts accounts =
        new Accounts(InstantSource.system(), random)
            .person(ORGANISER)
            .serviceAccount(ACCOUNT, KEY_ID, KEYS.getPublic())
            .delegation(ACCOUNT, DELEGATE, MAIL_SCOPES);
    FormsService service = new FormsService();
    forms.forEach(service::add);
    Office office =
        Office.builder(InstantSource.system(), random)
            .accounts(accounts)
            .service("/v4/", new SheetsService(sheets))
            .forms(service)
            .gmail(gmail)
            .people(new SheetPeople(sheets)::handle)
            .build();
    List<Premises> premises = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      premises.add(
          new Premises(
              office,
              SPREADSHEET + names.get(i),
              forms.get(i),
              new AtomicReference<>(rows.get(i)),
              sheets,
              gmail,
              new SpreadsheetTree(sheets, SPREADSHEET + names.get(i), ORGANISER),
              questions));
    }
    return premises;
  }

  private static OfficeForm form(
      String id, InstantSource clock, Names ids, List<String> questions) {
    OfficeForm form =
        new OfficeForm(id, "Entraide", clock, ids).collectingEmail().sharedWith(ACCOUNT);
    int number = 0;
    for (String title : questions) {
      number++;
      ids.isOfMore = title.equals(Human.AGE);
      form.item(
          FormItem.question(
              "%08x".formatted(number), title, OfficeQuestion.text(question(number), false)));
    }
    ids.isOfMore = false;
    return form;
  }

  /**
   * What answers and revisions are called: the same, whether a form asks for an age or not, so that
   * nothing else of what is told of it changes.
   */
  private static final class Names implements RandomGenerator {
    private final Random random;
    private final Random more = new Random(7);
    private boolean isOfMore;

    Names(Random random) {
      this.random = random;
    }

    @Override
    public long nextLong() {
      return (isOfMore ? more : random).nextLong();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      (isOfMore ? more : random).nextBytes(bytes);
    }
  }

  private static String question(int number) {
    return "%08x".formatted(0x1000_0000 + number);
  }

  /** The owner of the form gives a question another title. */
  public void rename(String title, String other) {
    int number = Human.QUESTIONS.indexOf(title) + 1;
    office.exclusively(
        () ->
            form.replace(
                FormItem.question(
                    "%08x".formatted(number),
                    other,
                    OfficeQuestion.text(question(number), false))));
  }

  private static FormRows linked(OfficeForm form, String id, SheetsWorld sheets) {
    FormRows rows =
        LinkedSheet.linkNew(form, id, "fr_FR", "Europe/London", sheets, RowSwitches.usual()).rows();
    sheets
        .find(id)
        .ifPresent(
            sheet -> {
              sheet.share(ACCOUNT, true);
              sheet.share(ORGANISER, true);
            });
    return rows;
  }

  /** Adds a mailbox, whose owner may be a delegate from now on. */
  public void add(OfficeMailbox mailbox) {
    gmail.add(mailbox);
    office.accounts().delegation(ACCOUNT, mailbox.email(), MAIL_SCOPES);
  }

  /** The delegate lets the daemon into the mailbox, again. */
  public void delegate() {
    office.accounts().delegation(ACCOUNT, DELEGATE, MAIL_SCOPES);
  }

  /** Somebody answers the form. */
  public FormResponse answer(String email, Map<String, String> answers) {
    List<FormResponse> responses = new ArrayList<>();
    office.exclusively(() -> responses.add(form.submit(email, values(answers))));
    return responses.get(0);
  }

  /** Texts by the first titles of questions as the form takes them; empty ones are no answers. */
  public Map<String, List<String>> values(Map<String, String> answers) {
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      String text = answers.getOrDefault(questions.get(i), "");
      if (!text.isEmpty()) {
        values.put(question(i + 1), List.of(text));
      }
    }
    return values;
  }

  /** How many answers stand beside nothing in a column of the daemon's. */
  public long answersWithout(String mark) {
    Snapshot.Tab tab = look(WORDS).tab(answers()).orElseThrow();
    return IntStream.range(1, tab.rowCount())
        .filter(row -> !tab.text(row, 0).isEmpty() && tab.text(row, mark).isEmpty())
        .count();
  }

  /** The id of the response tab. */
  public int answers() {
    return rows().sheetId();
  }

  /** Grows with every change of the spreadsheet, whoever makes it. */
  public long version() {
    return sheets.find(id).orElseThrow().version();
  }

  /** The spreadsheet as it is, with everything that people see of it. */
  public Snapshot look() {
    return look(Snapshot.FIELDS);
  }

  /**
   * The spreadsheet as it is.
   *
   * @param fields the mask
   */
  public Snapshot look(String fields) {
    List<Snapshot> seen = new ArrayList<>();
    office.exclusively(() -> seen.add(new Snapshot(tree.of(fields))));
    return seen.get(0);
  }

  /** How the form writes into its tab. */
  public FormRows rows() {
    return linked.get();
  }

  /** All answers again, into a tab of their own: « Link to Sheets » once more. */
  public void linkAnew() {
    office.exclusively(
        () ->
            linked.set(
                LinkedSheet.link(form, sheets.find(id).orElseThrow(), sheets, RowSwitches.usual())
                    .rows()));
  }

  /** The service account's file. */
  public static String credentials(String root) {
    return CredentialsFile.serviceAccount(ACCOUNT, KEY_ID, KEYS.getPrivate(), root + "token");
  }

  /**
   * The daemon's configuration.
   *
   * @param more lines about the campaign
   */
  public static String configuration(String root, String... more) {
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
            lines(more, line -> !line.startsWith(MATCHING)),
            "[campaigns.londres.matching]",
            "hold_back = \"0s\"",
            lines(more, line -> line.startsWith(MATCHING)).replace(MATCHING, ""),
            ""));
  }

  private static String lines(String[] all, Predicate<String> which) {
    return Stream.of(all).filter(which).collect(Collectors.joining("\n"));
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(1024); // as nobody else may: a story signs in hundreds of times
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
