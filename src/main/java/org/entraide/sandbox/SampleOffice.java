package org.entraide.sandbox;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
 * An office with sample campaigns, each with a form that people answered, its spreadsheet and a
 * delegate's mailbox, and a service account that may use them.
 */
public final class SampleOffice {

  public static final String SPREADSHEET = PlayedCampaign.FRENCH.spreadsheet();
  public static final String FORM = PlayedCampaign.FRENCH.form();
  public static final String DELEGATE = PlayedCampaign.FRENCH.delegate().mailbox();
  public static final String ACCOUNT = "entraide@sample.example.org";

  /** Somebody whose own sign-in can read the sheet and the form. */
  public static final String PERSON = "asso@example.org";

  public static final String CLIENT = "entraide-sandbox.apps.example.org";
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
   * A campaign and those who answered it.
   *
   * @param sample whose answers are all past
   */
  public record Answered(PlayedCampaign campaign, SampleCampaign sample) {}

  /**
   * Makes one of the French of London.
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
    return of(1, SampleCampaign.generate(people, seed, start), clock, random, handlers);
  }

  /**
   * Makes one of the sandbox's campaigns in some languages, where the office's time may be moved.
   *
   * @param options which, and of how many people each
   * @param signIns the machine's time, by which Google's library signs
   */
  static SampleOffice open(
      Sandbox.Options options,
      InstantSource clock,
      InstantSource signIns,
      RandomGenerator random,
      List<PeopleHandler> handlers) {
    Instant start = clock.instant().minus(AGE);
    List<Answered> campaigns =
        PlayedCampaign.in(options.languages()).stream()
            .map(it -> new Answered(it, it.sample(options.people(), options.seed(), start)))
            .toList();
    return of(campaigns, clock, signIns, random, handlers);
  }

  /**
   * Makes one of several campaigns with the same French people, delegate and account.
   *
   * @param campaigns how many; the second one's spreadsheet is {@link #SPREADSHEET} and {@code -2}
   */
  public static SampleOffice of(
      int campaigns,
      SampleCampaign sample,
      InstantSource clock,
      RandomGenerator random,
      List<PeopleHandler> handlers) {
    List<Answered> all =
        numbered(campaigns).stream().map(campaign -> new Answered(campaign, sample)).toList();
    return of(all, clock, clock, random, handlers);
  }

  private static List<PlayedCampaign> numbered(int campaigns) {
    return IntStream.rangeClosed(1, campaigns).mapToObj(PlayedCampaign.FRENCH::numbered).toList();
  }

  /**
   * Makes one of any campaigns.
   *
   * @param clock of everything that happens after the campaigns' own answers
   * @param signIns the machine's time, by which Google's library signs
   * @param handlers further endpoints, as above
   */
  public static SampleOffice of(
      List<Answered> campaigns,
      InstantSource clock,
      InstantSource signIns,
      RandomGenerator random,
      List<PeopleHandler> handlers) {
    PastClock past = new PastClock(clock);
    SheetsWorld world = new SheetsWorld(clock, new Formulas());
    FormsService formsService =
        new FormsService().making(clock, random).sheets(world).ownsNothing(ACCOUNT);
    List<OfficeForm> forms = new ArrayList<>();
    for (Answered answered : campaigns) {
      OfficeForm form = form(answered, past, random);
      answer(form, answered.sample(), past);
      link(form, answered.campaign(), world);
      formsService.add(form);
      forms.add(form);
    }
    List<PlayedCampaign> played = campaigns.stream().map(Answered::campaign).toList();
    GmailService gmail = new GmailService();
    mailboxes(played).forEach(it -> gmail.add(new OfficeMailbox(it, clock, random)));
    Office.Builder builder =
        Office.builder(clock, random).accounts(accounts(signIns, random, played));
    handlers.forEach(builder::people);
    SheetPeople sheets = new SheetPeople(world);
    builder
        .service("/v4/", new SheetsService(world))
        .forms(formsService)
        .gmail(gmail)
        .people(sheets::handle)
        .people(new CampaignPeople(played))
        .people(
            new MapPeople(
                sheets::handle,
                played.stream().map(PlayedCampaign::spreadsheet).toList(),
                new EmbeddedGeocoder(),
                PlayedCampaign.COUNTRY));
    return new SampleOffice(builder.build(), gmail, forms.get(0), Keys.OURS);
  }

  private static void link(OfficeForm form, PlayedCampaign campaign, SheetsWorld world) {
    LinkedSheet.linkNew(
        form,
        campaign.spreadsheet(),
        campaign.locale(),
        PlayedCampaign.TIME_ZONE,
        world,
        RowSwitches.usual());
    for (String who : List.of(ACCOUNT, PERSON)) {
      world.find(campaign.spreadsheet()).ifPresent(sheet -> sheet.share(who, true));
    }
  }

  private static Set<String> mailboxes(List<PlayedCampaign> campaigns) {
    Set<String> mailboxes = new LinkedHashSet<>();
    campaigns.forEach(campaign -> mailboxes.add(campaign.delegate().mailbox()));
    return mailboxes;
  }

  private static Accounts accounts(
      InstantSource signIns, RandomGenerator random, List<PlayedCampaign> campaigns) {
    Accounts accounts =
        new Accounts(signIns, random).serviceAccount(ACCOUNT, KEY_ID, Keys.OURS.getPublic());
    mailboxes(campaigns).forEach(it -> accounts.delegation(ACCOUNT, it, MAIL_SCOPES));
    return accounts.person(PERSON).client(CLIENT, CLIENT_SECRET);
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

  private static OfficeForm form(Answered answered, InstantSource clock, RandomGenerator random) {
    OfficeForm form =
        new OfficeForm(answered.campaign().form(), answered.sample().formTitle(), clock, random)
            .collectingEmail()
            .sharedWith(ACCOUNT)
            .sharedWith(PERSON);
    int number = 0;
    for (SampleQuestion question : answered.sample().questions()) {
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
    return configuration(root, numbered(campaigns));
  }

  /** The same, for an office of these campaigns. */
  public static String configuration(String root, List<PlayedCampaign> campaigns) {
    List<String> lines = new ArrayList<>();
    lines.add("[google]");
    lines.add("credentials = \"credentials.json\"");
    lines.add("endpoint = \"" + root + "\"");
    lines.add("");
    lines.add("[state]");
    lines.add("directory = \"state\"");
    campaigns.forEach(campaign -> lines.addAll(campaign.section()));
    return String.join("\n", lines) + "\n";
  }
}
