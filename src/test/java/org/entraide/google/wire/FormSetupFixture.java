package org.entraide.google.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entraide.campaign.port.FormMaker;
import org.entraide.campaign.setup.FormSetup;
import org.entraide.campaign.setup.FormSetup.Outcome;
import org.entraide.campaign.setup.SheetPreparation;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Letterhead;
import org.entraide.config.MatchingSettings;
import org.entraide.google.GoogleServices;
import org.entraide.google.Offices;
import org.entraide.google.quota.Quotas;
import org.entraide.google.sheets.SheetsTable;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.auth.Accounts;
import org.entraide.sandbox.office.forms.FormItem;
import org.entraide.sandbox.office.forms.FormsService;
import org.entraide.sandbox.office.forms.LinkedSheet;
import org.entraide.sandbox.office.forms.OfficeForm;
import org.entraide.sandbox.office.forms.OfficeQuestion;
import org.entraide.sandbox.office.forms.RowSwitches;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.entraide.sandbox.office.sheets.SheetsService;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The making of a form, in an office in this process. */
public abstract class FormSetupFixture {

  public static final String PERSON = "asso@example.org";
  public static final String SHEET = "sheet-1";
  public static final Texts FRENCH = Texts.of("fr");

  public final Offices.Time time = new Offices.Time();
  private final Random random = new Random(3);
  public final SheetsWorld sheets = new SheetsWorld(time, new Formulas());
  public final FormsService forms =
      new FormsService().making(time, random).sheets(sheets).ownsNothing(Offices.ACCOUNT);
  private final Accounts accounts = new Accounts(time, random).person(PERSON);
  public final Office office =
      Office.builder(time, random)
          .accounts(accounts)
          .service("/v4/", new SheetsService(sheets))
          .forms(forms)
          .build();
  public final Map<String, String> made = new HashMap<>();
  public final List<String> answers = new ArrayList<>();
  public final List<String> lines = new ArrayList<>();
  public final List<Duration> waited = new ArrayList<>();
  public Runnable onWait = () -> {};
  public boolean belongsToAnother;
  public Optional<String> configured = Optional.empty();
  private @TempDir Path directory;
  private @Nullable OfficeServer server;
  @Nullable GoogleServices google;

  @BeforeEach
  void open() throws IOException {
    sheets.create(SHEET, "Entraide", "fr_FR", "Europe/London", "Feuille 1").share(PERSON, true);
    server = OfficeServer.start(office, 0, pause -> {});
    google = Offices.services(directory, URI.create(server.root()), new HttpWire(), time);
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  public AccessTokens tokens(String account, String... scopes) {
    String token = accounts.accessToken(account, Set.of(scopes));
    return new AccessTokens() {
      @Override
      public String token() {
        return token;
      }

      @Override
      public void refresh() {}
    };
  }

  public GoogleServices google() {
    return Objects.requireNonNull(google);
  }

  private SheetsTable table() {
    String root = Objects.requireNonNull(server).root();
    AllowedCalls calls =
        AllowedCalls.of(new AllowedCalls.Roots(root, root, root), URI.create(root + "token"));
    AccessTokens tokens = tokens(PERSON, OfficeScopes.SPREADSHEETS);
    Sheets client =
        new Sheets.Builder(
                new GuardedTransport(calls, new HttpWire()),
                GsonFactory.getDefaultInstance(),
                new AuthorizedRequests(tokens))
            .setRootUrl(root)
            .setApplicationName("test")
            .build();
    GoogleFailures failures =
        new GoogleFailures(new RetryTimes(time, random), new RefusalAdvice(PERSON, "1"));
    return new SheetsTable(
        client,
        SHEET,
        new Attempts(time, time, random, failures),
        tokens,
        new Quotas(time).sheets(PERSON, "project"));
  }

  public FormMaker maker() {
    return google().formMaker(tokens(PERSON, OfficeScopes.FORMS_BODY), true);
  }

  private CampaignSettings settings() {
    return new CampaignSettings(
        "londres",
        Path.of("credentials.json"),
        SHEET,
        configured,
        Optional.empty(),
        Locale.FRENCH,
        "GB",
        Letterhead.NONE,
        "delegue@example.org",
        Duration.ofSeconds(30),
        100,
        Duration.ofDays(90),
        Optional.of("Association X"),
        Optional.empty(),
        false,
        Optional.empty(),
        true,
        false,
        Map.of(),
        Map.of(),
        MatchingSettings.DEFAULTS,
        List.of());
  }

  final class Notes implements FormSetup.Listener {
    @Override
    public void say(Message message) {
      answers.add(message.key());
      assertThat(FRENCH.format(message)).doesNotContain("{", "null");
    }

    @Override
    public void line(String text) {
      lines.add(text);
    }
  }

  final class Made implements FormSetup.MadeForms {
    @Override
    public Optional<String> of(String campaign) {
      return Optional.ofNullable(made.get(campaign));
    }

    @Override
    public void remember(String campaign, String formId) {
      made.put(campaign, formId);
    }
  }

  public Outcome init(FormMaker maker, Duration longest) throws Exception {
    answers.clear();
    lines.clear();
    CampaignSettings settings = settings();
    FormSetup.Ports ports =
        new FormSetup.Ports(
            maker,
            new Made(),
            new SheetPreparation(settings, table(), table(), List.of(FRENCH, Texts.of("en"))),
            new Notes(),
            time,
            pause -> {
              waited.add(pause);
              time.sleep(pause);
              onWait.run();
            },
            "entraide@example.org",
            belongsToAnother);
    return new FormSetup(settings, ports, FRENCH).run(longest);
  }

  public Outcome init() throws Exception {
    return init(maker(), Duration.ofMinutes(15));
  }

  public OfficeForm form() {
    return forms.form(made.getOrDefault("londres", "")).orElseThrow();
  }

  public void link() {
    LinkedSheet.link(form(), sheets.find(SHEET).orElseThrow(), sheets, RowSwitches.usual());
  }

  public long requests(String path) {
    return office.log().entries().stream().filter(e -> e.path().endsWith(path)).count();
  }

  public void edit(String request) {
    office.handle(
        OfficeRequest.of(
            "POST",
            "/office/forms/" + form().id() + "/edit",
            Map.of("Host", List.of("127.0.0.1")),
            ("{\"requests\":[" + request + "]}").getBytes(StandardCharsets.UTF_8)));
  }

  public OfficeForm otherPeoples(String... titles) {
    OfficeForm form = new OfficeForm("other-form", "Solidarité", time, random).sharedWith(PERSON);
    for (int i = 0; i < titles.length; i++) {
      form.item(
          FormItem.question("0000000" + i, titles[i], OfficeQuestion.text("1000000" + i, false)));
    }
    forms.add(form);
    configured = Optional.of("other-form");
    made.put("londres", "other-form-no");
    return form;
  }
}
