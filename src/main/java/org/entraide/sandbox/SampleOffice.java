package org.entraide.sandbox;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entraide.place.embedded.EmbeddedGeocoder;
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
import org.entraide.sandbox.office.http.PeopleHandler;
import org.entraide.sandbox.office.sheets.SheetsService;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.entraide.sandbox.office.sheets.people.SheetPeople;
import org.entraide.sandbox.sample.SampleAnswer;
import org.entraide.sandbox.sample.SampleCampaign;
import org.entraide.sandbox.sample.SampleQuestion;

/**
 * An office with one sample campaign: a form that people answered, its spreadsheet, a delegate's
 * mailbox, and a service account that may use them.
 */
public final class SampleOffice {

  public static final String SPREADSHEET = "sample-spreadsheet";
  public static final String FORM = "sample-form";
  public static final String DELEGATE = "delegue@example.org";
  public static final String ACCOUNT = "entraide@sample.example.org";

  /** Somebody whose own sign-in can read the sheet and the form. */
  public static final String PERSON = "asso@example.org";

  public static final String CLIENT = "entraide-sandbox.apps.example.org";
  private static final String COUNTRY = "GB";
  private static final String CLIENT_SECRET = "no-secret-in-a-sandbox";
  private static final String KEY_ID = "sample-key";
  private static final int KEY_BITS = 2048;
  private static final Set<String> MAIL_SCOPES =
      Set.of(
          "https://www.googleapis.com/auth/gmail.compose",
          "https://www.googleapis.com/auth/gmail.metadata");

  /** How long ago the campaign began: the sample's answers span ten days and a little more. */
  private static final Duration AGE = Duration.ofDays(13);

  private final Office office;
  private final GmailService gmail;
  private final OfficeForm form;
  private final KeyPair keys;

  private SampleOffice(Office office, GmailService gmail, OfficeForm form, KeyPair keys) {
    this.office = office;
    this.gmail = gmail;
    this.form = form;
    this.keys = keys;
  }

  /**
   * Makes one.
   *
   * @param people how many answered
   * @param seed other people for another number
   * @param clock of everything that happens after the sample's own answers
   * @param random for tokens and ids
   * @param handlers further endpoints, such as the page; they are asked before all others
   */
  public static SampleOffice create(
      int people,
      long seed,
      InstantSource clock,
      RandomGenerator random,
      List<PeopleHandler> handlers) {
    Instant start = clock.instant().minus(AGE);
    return of(1, SampleCampaign.generate(people, seed, start), "fr_FR", clock, random, handlers);
  }

  /**
   * Makes one of people in several cities, where the office's time may be moved.
   *
   * @param signIns the machine's time, by which Google's library signs
   */
  static SampleOffice abroad(
      int people,
      long seed,
      InstantSource clock,
      InstantSource signIns,
      RandomGenerator random,
      List<PeopleHandler> handlers) {
    Instant start = clock.instant().minus(AGE);
    return of(
        1,
        SampleCampaign.abroad(people, seed, start),
        "fr_FR",
        clock,
        signIns,
        random,
        List.copyOf(handlers));
  }

  /**
   * Makes one of another campaign.
   *
   * @param campaign whose answers are all past
   * @param locale of the spreadsheet, as Google writes it
   * @param clock of everything that happens after the campaign's own answers
   * @param random for tokens and ids
   * @param handlers further endpoints, as above
   */
  public static SampleOffice of(
      SampleCampaign campaign,
      String locale,
      InstantSource clock,
      RandomGenerator random,
      List<PeopleHandler> handlers) {
    return of(1, campaign, locale, clock, random, handlers);
  }

  /**
   * Makes one of several campaigns with the same people, delegate and account.
   *
   * @param campaigns how many; the second one's spreadsheet is {@link #SPREADSHEET} and {@code -2}
   */
  public static SampleOffice of(
      int campaigns,
      SampleCampaign campaign,
      String locale,
      InstantSource clock,
      RandomGenerator random,
      List<PeopleHandler> handlers) {
    return of(campaigns, campaign, locale, clock, clock, random, handlers);
  }

  private static SampleOffice of(
      int campaigns,
      SampleCampaign campaign,
      String locale,
      InstantSource clock,
      InstantSource signIns,
      RandomGenerator random,
      List<PeopleHandler> handlers) {
    PastClock past = new PastClock(clock);
    SheetsWorld world = new SheetsWorld(clock, new Formulas());
    List<OfficeForm> forms = new ArrayList<>();
    for (int number = 1; number <= campaigns; number++) {
      OfficeForm form = form(numbered(FORM, number), campaign, past, random);
      answer(form, campaign, past);
      String spreadsheet = numbered(SPREADSHEET, number);
      LinkedSheet.linkNew(form, spreadsheet, locale, "Europe/London", world, RowSwitches.usual());
      for (String who : List.of(ACCOUNT, PERSON)) {
        world.find(spreadsheet).ifPresent(sheet -> sheet.share(who, true));
      }
      forms.add(form);
    }
    GmailService gmail = new GmailService().add(new OfficeMailbox(DELEGATE, clock, random));
    KeyPair keys = Keys.OURS;
    Office.Builder builder =
        Office.builder(clock, random).accounts(accounts(signIns, random, keys));
    handlers.forEach(builder::people);
    FormsService formsService =
        new FormsService().making(clock, random).sheets(world).ownsNothing(ACCOUNT);
    forms.forEach(formsService::add);
    SheetPeople sheets = new SheetPeople(world);
    builder
        .service("/v4/", new SheetsService(world))
        .forms(formsService)
        .gmail(gmail)
        .people(sheets::handle)
        .people(new MapPeople(sheets::handle, SPREADSHEET, new EmbeddedGeocoder(), COUNTRY));
    return new SampleOffice(builder.build(), gmail, forms.get(0), keys);
  }

  private static Accounts accounts(InstantSource signIns, RandomGenerator random, KeyPair keys) {
    return new Accounts(signIns, random)
        .serviceAccount(ACCOUNT, KEY_ID, keys.getPublic())
        .delegation(ACCOUNT, DELEGATE, MAIL_SCOPES)
        .person(PERSON)
        .client(CLIENT, CLIENT_SECRET);
  }

  private static String numbered(String name, int number) {
    return number == 1 ? name : name + "-" + number;
  }

  /** Gives the sample's answers their own times, and then the real one. */
  private static final class PastClock implements InstantSource {

    private final InstantSource after;
    private volatile Instant past = Instant.EPOCH;

    PastClock(InstantSource after) {
      this.after = after;
    }

    @Override
    public Instant instant() {
      return past.equals(Instant.EPOCH) ? after.instant() : past;
    }
  }

  private static OfficeForm form(
      String id, SampleCampaign campaign, InstantSource clock, RandomGenerator random) {
    OfficeForm form =
        new OfficeForm(id, campaign.formTitle(), clock, random)
            .collectingEmail()
            .sharedWith(ACCOUNT)
            .sharedWith(PERSON);
    int number = 0;
    for (SampleQuestion question : campaign.questions()) {
      number++;
      form.item(
          FormItem.question(
              "%08x".formatted(number),
              question.title(),
              question("%08x".formatted(0x1000_0000 + number), question)));
    }
    return form;
  }

  private static OfficeQuestion question(String id, SampleQuestion question) {
    OfficeQuestion plain =
        switch (question.kind()) {
          case TEXT -> OfficeQuestion.text(id, false);
          case PARAGRAPH -> OfficeQuestion.text(id, true);
          case RADIO -> OfficeQuestion.choice(id, "RADIO", question.choices(), false);
          case CHECKBOXES -> OfficeQuestion.choice(id, "CHECKBOX", question.choices(), true);
        };
    return question.required() ? plain.asRequired() : plain;
  }

  private static void answer(OfficeForm form, SampleCampaign campaign, PastClock past) {
    Map<String, String> ids = new HashMap<>();
    form.columns().forEach(c -> ids.put(c.header(), c.questionId()));
    for (SampleAnswer answer : campaign.answers()) {
      past.past = answer.submitted();
      Map<String, List<String>> values = new HashMap<>();
      answer.answers().forEach((title, said) -> values.put(ids.getOrDefault(title, title), said));
      form.submit(answer.email(), values);
    }
    past.past = Instant.EPOCH;
  }

  /** One pair for all offices of a process, since to find primes takes longer than all else. */
  private static final class Keys {
    static final KeyPair OURS = keys();
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA.", e);
    }
  }

  public Office office() {
    return office;
  }

  public GmailService gmail() {
    return gmail;
  }

  public OfficeForm form() {
    return form;
  }

  /**
   * The service account's file.
   *
   * @param root of the office, ending in a slash
   */
  public String credentials(String root) {
    return CredentialsFile.serviceAccount(ACCOUNT, KEY_ID, keys.getPrivate(), root + "token");
  }

  /**
   * The file of an OAuth client that people can sign in with.
   *
   * @param root of the office, ending in a slash
   */
  public static String oauthClient(String root) {
    return CredentialsFile.installedClient(CLIENT, CLIENT_SECRET, root);
  }

  /**
   * The configuration of a daemon that works for this office, beside its credentials.
   *
   * @param root of the office, ending in a slash
   */
  public static String configuration(String root) {
    return configuration(root, 1);
  }

  /**
   * The same, for an office of several campaigns.
   *
   * @param campaigns how many
   */
  public static String configuration(String root, int campaigns) {
    List<String> lines = new ArrayList<>();
    lines.add("[google]");
    lines.add("credentials = \"credentials.json\"");
    lines.add("endpoint = \"" + root + "\"");
    lines.add("");
    lines.add("[state]");
    lines.add("directory = \"state\"");
    for (int number = 1; number <= campaigns; number++) {
      lines.addAll(section(number));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> section(int number) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("[campaigns." + numbered("londres", number) + "]");
    lines.add("spreadsheet = \"" + numbered(SPREADSHEET, number) + "\"");
    lines.add("form = \"" + numbered(FORM, number) + "\"");
    lines.add("language = \"fr\"");
    lines.add("country = \"" + COUNTRY + "\"");
    lines.add("title = \"Entraide des Français de Londres\"");
    lines.add("delegate = \"" + DELEGATE + "\"");
    lines.add("delegate_name = \"Claire Martin\"");
    lines.add("delegate_role = \"conseillère des Français de l’étranger\"");
    lines.add("poll = \"2s\"");
    lines.add("question_drafts = true");
    lines.add("controller = \"Association Exemple, contact@example.org\"");
    lines.add("privacy_url = \"https://example.org/confidentialite\"");
    lines.add("");
    lines.add("[campaigns." + numbered("londres", number) + ".matching]");
    lines.add("hold_back = \"0s\"");
    return lines;
  }
}
