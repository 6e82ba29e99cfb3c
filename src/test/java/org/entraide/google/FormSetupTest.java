package org.entraide.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entraide.campaign.FormMaker;
import org.entraide.campaign.FormSetup;
import org.entraide.campaign.FormSetup.Outcome;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.SheetPreparation;
import org.entraide.config.CampaignSettings;
import org.entraide.config.MatchingSettings;
import org.entraide.form.Additions;
import org.entraide.form.Blueprint;
import org.entraide.form.Piece;
import org.entraide.form.StandingForm;
import org.entraide.sandbox.office.Accounts;
import org.entraide.sandbox.office.FaultEffect;
import org.entraide.sandbox.office.Faults;
import org.entraide.sandbox.office.Form;
import org.entraide.sandbox.office.FormItem;
import org.entraide.sandbox.office.FormsService;
import org.entraide.sandbox.office.LinkedSheet;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.OfficeRequest;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.Question;
import org.entraide.sandbox.office.RowSwitches;
import org.entraide.sandbox.office.Scopes;
import org.entraide.sandbox.office.SheetsService;
import org.entraide.sandbox.office.SheetsWorld;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making and adopting a form, over HTTP on loopback, with the office. */
class FormSetupTest {

  private static final String PERSON = "asso@example.org";
  private static final String SHEET = "sheet-1";
  private static final Texts FRENCH = Texts.of("fr");

  private final Offices.Time time = new Offices.Time();
  private final Random random = new Random(3);
  private final SheetsWorld sheets = new SheetsWorld(time);
  private final FormsService forms =
      new FormsService().making(time, random).sheets(sheets).ownsNothing(Offices.ACCOUNT);
  private final Accounts accounts = new Accounts(time, random).person(PERSON);
  private final Office office =
      Office.builder(time, random)
          .accounts(accounts)
          .service("/v4/", new SheetsService(sheets))
          .forms(forms)
          .build();
  private final Map<String, String> made = new HashMap<>();
  private final List<String> said = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<Duration> waited = new ArrayList<>();
  private Runnable onWait = () -> {};
  private boolean belongsToAnother;
  private Optional<String> configured = Optional.empty();
  private @TempDir Path directory;
  private @Nullable OfficeServer server;
  private @Nullable GoogleServices google;

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

  private AccessTokens tokens(String account, String... scopes) {
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

  private GoogleServices google() {
    return Objects.requireNonNull(google);
  }

  private SheetsTable table() {
    String root = Objects.requireNonNull(server).root();
    AllowedCalls calls =
        AllowedCalls.of(new AllowedCalls.Roots(root, root, root), URI.create(root + "token"));
    AccessTokens tokens = tokens(PERSON, Scopes.SPREADSHEETS);
    Sheets client =
        new Sheets.Builder(
                new GuardedTransport(calls, new HttpWire()),
                GsonFactory.getDefaultInstance(),
                new SignedIn(tokens))
            .setRootUrl(root)
            .setApplicationName("test")
            .build();
    GoogleFailures failures =
        new GoogleFailures(new RetryTimes(time, random), new Advice(PERSON, "1"));
    return new SheetsTable(
        client,
        SHEET,
        new Attempts(time, time, random, failures),
        tokens,
        new Quotas(time).sheets(PERSON, "project"));
  }

  private FormMaker maker() {
    return google().formMaker(tokens(PERSON, Scopes.FORMS_BODY), true);
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
        "delegue@example.org",
        Duration.ofSeconds(30),
        100,
        Duration.ofDays(90),
        Optional.of("Association X"),
        Optional.empty(),
        false,
        Optional.empty(),
        Map.of(),
        Map.of(),
        MatchingSettings.DEFAULTS,
        List.of());
  }

  private final class Notes implements FormSetup.Listener {
    @Override
    public void say(Message message) {
      said.add(message.key());
      assertThat(FRENCH.format(message)).doesNotContain("{", "null");
    }

    @Override
    public void line(String text) {
      lines.add(text);
    }
  }

  private final class Made implements FormSetup.MadeForms {
    @Override
    public Optional<String> of(String campaign) {
      return Optional.ofNullable(made.get(campaign));
    }

    @Override
    public void remember(String campaign, String formId) {
      made.put(campaign, formId);
    }
  }

  private Outcome init(FormMaker maker, Duration longest) throws Exception {
    said.clear();
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

  private Outcome init() throws Exception {
    return init(maker(), Duration.ofMinutes(15));
  }

  private Form form() {
    return forms.form(made.getOrDefault("londres", "")).orElseThrow();
  }

  private void link() {
    LinkedSheet.link(form(), sheets.find(SHEET).orElseThrow(), sheets, RowSwitches.usual());
  }

  private long requests(String path) {
    return office.log().entries().stream().filter(e -> e.path().endsWith(path)).count();
  }

  @Test
  void aFormIsMadePublishedLinkedAndItsSheetPrepared() throws Exception {
    time.sleep(Duration.ofDays(200)); // forms are not published by themselves any more
    onWait = this::link;

    assertThat(init()).isEqualTo(Outcome.READY);

    Blueprint wanted =
        Blueprint.of(FRENCH, "londres", Optional.of("Association X"), Optional.empty());
    assertThat(form().items())
        .extracting(FormItem::title)
        .isEqualTo(wanted.pieces().stream().map(Piece::title).toList());
    assertThat(form().title()).isEqualTo("Entraide – londres");
    assertThat(form().acceptsResponses()).isTrue();
    assertThat(lines).containsExactly("form = \"" + form().id() + "\"");
    assertThat(said)
        .containsExactly(
            "form.init.made",
            "form.init.added",
            "form.init.published",
            "form.init.address",
            "form.init.write-down",
            "form.init.link",
            "form.init.waiting",
            "form.init.linked",
            "form.init.prepared");
  }

  @Test
  void theSecondRunFindsTheFormAndChangesNothing() throws Exception {
    onWait = this::link;
    init();
    configured = Optional.of(form().id());
    office.log().reset();

    assertThat(init()).isEqualTo(Outcome.READY);

    assertThat(said).contains("form.init.again", "form.init.complete", "form.init.ready");
    assertThat(lines)
        .containsExactly("form = \"" + form().id() + "\"", "spreadsheet = \"sheet-1\"");
    assertThat(office.log().counts()).doesNotContainKeys("forms.write", "sheets.write");
    assertThat(forms.forms()).hasSize(1);
  }

  @Test
  void aFormThatWasMadeAndNotFinishedIsFinishedAndNotMadeAgain() throws Exception {
    StandingForm empty = maker().create("Entraide – londres");
    made.put("londres", empty.form().id());
    link();

    assertThat(init()).isEqualTo(Outcome.READY);
    assertThat(forms.forms()).hasSize(1);
    assertThat(form().acceptsResponses()).isTrue();
    assertThat(form().items()).isNotEmpty();
  }

  @Test
  void aQuestionThatWasDeletedComesBackInItsPlaceAndNothingElseIsTouched() throws Exception {
    init(maker(), Duration.ZERO);
    link();
    edit("{\"deleteItem\":{\"location\":{\"index\":2}}}");
    edit(
        """
        {"updateItem":{"item":{"title":"Votre nom complet"},"location":{"index":0},
         "updateMask":"title"}}
        """);
    init();

    assertThat(form().items().get(0).title()).isEqualTo("Votre nom complet");
    assertThat(form().items().get(2).title()).isEqualTo("Téléphone");
    assertThat(form().items()).extracting(FormItem::title).doesNotContain("Nom et prénom");
  }

  private void edit(String request) {
    office.handle(
        OfficeRequest.of(
            "POST",
            "/office/forms/" + form().id() + "/edit",
            Map.of("Host", List.of("127.0.0.1")),
            ("{\"requests\":[" + request + "]}").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aFormThatWasClosedOnPurposeStaysClosed() throws Exception {
    init(maker(), Duration.ZERO);
    form().publish(true, false);
    link();
    init();
    assertThat(form().acceptsResponses()).isFalse();
    assertThat(said).doesNotContain("form.init.published");
  }

  @Test
  void beforeTheSummerOf2026AFormIsPublishedAsItIsMade() throws Exception {
    assertThat(time.instant()).isBefore(Instant.parse("2026-06-30T00:00:00Z"));
    init(maker(), Duration.ZERO);
    assertThat(requests(":setPublishSettings")).isZero();

    made.clear();
    time.sleep(Duration.ofDays(200));
    init(maker(), Duration.ZERO);
    assertThat(requests(":setPublishSettings")).isEqualTo(1);
    assertThat(form().acceptsResponses()).isTrue();
  }

  private Form otherPeoples(String... titles) {
    Form form = new Form("other-form", "Solidarité", time, random).sharedWith(PERSON);
    for (int i = 0; i < titles.length; i++) {
      form.item(FormItem.question("0000000" + i, titles[i], Question.text("1000000" + i, false)));
    }
    forms.add(form);
    configured = Optional.of("other-form");
    made.put("londres", "other-form-no");
    return form;
  }

  @Test
  void somebodyElsesFormGetsNothingButWhatIsIndispensable() throws Exception {
    Form form = otherPeoples("Nom", "Mail", "Ville", "Besoins");
    form.publish(false, false);
    LinkedSheet.link(form, sheets.find(SHEET).orElseThrow(), sheets, RowSwitches.usual());

    assertThat(init()).isEqualTo(Outcome.READY);

    assertThat(form.items()).hasSize(5);
    assertThat(form.items().get(4).title()).isEqualTo(FRENCH.get("form.ask.consent"));
    assertThat(form.acceptsResponses()).isFalse();
    assertThat(said)
        .contains("form.init.adopted", "form.init.could-ask", "form.init.not-published");
  }

  @Test
  void withoutWaitingItSaysWhatIsLeftToDo() throws Exception {
    assertThat(init(maker(), Duration.ZERO)).isEqualTo(Outcome.NOT_LINKED);
    assertThat(waited).isEmpty();
    assertThat(said).contains("form.init.link", "form.init.not-yet");
  }

  @Test
  void aFormOfSomebodyElseHasToBeShared() throws Exception {
    belongsToAnother = true;
    init(maker(), Duration.ZERO);
    assertThat(said).contains("form.init.share");
    init(maker(), Duration.ZERO);
    assertThat(said).doesNotContain("form.init.share");
  }

  @Test
  void nobodyIsWaitedForForEver() throws Exception {
    assertThat(init()).isEqualTo(Outcome.NOT_LINKED);
    assertThat(waited).hasSize(180);
  }

  @Test
  void waitingSurvivesThatGoogleIsAway() throws Exception {
    onWait =
        () -> {
          if (waited.size() == 2) {
            office.faults().add(Faults.Rule.next(20, "forms.read", FaultEffect.UNAVAILABLE));
          } else if (waited.size() > 4) {
            office.faults().clear();
            if (form().linkedSpreadsheet().isEmpty()) {
              link();
            }
          }
        };
    assertThat(init()).isEqualTo(Outcome.READY);
  }

  @Test
  void anotherSpreadsheetIsNamedAndNotTouched() throws Exception {
    onWait =
        () ->
            LinkedSheet.linkNew(
                form(), "new-sheet", "fr_FR", "Europe/London", sheets, RowSwitches.usual());

    assertThat(init()).isEqualTo(Outcome.ELSEWHERE);
    assertThat(lines).endsWith("spreadsheet = \"new-sheet\"");
    assertThat(office.log().counts()).doesNotContainKey("sheets.write");
  }

  @Test
  void aServiceAccountMakesNoForm() throws Exception {
    assertThat(
            init(
                google().formMaker(tokens(Offices.ACCOUNT, Scopes.FORMS_BODY), false),
                Duration.ZERO))
        .isEqualTo(Outcome.CANNOT_MAKE);
    assertThat(forms.forms()).isEmpty();
    assertThat(requests("/v1/forms")).isZero();
  }

  @Test
  void aSignInWithoutThePermissionIsToldHowToGetIt() {
    FormMaker maker = google().formMaker(tokens(PERSON, Scopes.FORMS_BODY_READONLY), true);
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(() -> init(maker, Duration.ZERO))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(RemoteFailure.Kind.PERMISSION))
        .withMessageContaining("auth login EMAIL --create-forms");
    assertThat(made).isEmpty();
  }

  @Test
  void questionsWhoseAdditionWentUnansweredAreNotAddedTwice() throws Exception {
    StandingForm empty = maker().create("Entraide – londres");
    made.put("londres", empty.form().id());
    office.faults().add(Faults.Rule.next(1, "forms.write", FaultEffect.UNAVAILABLE).afterEffect());

    init(maker(), Duration.ZERO);

    assertThat(form().items()).extracting(FormItem::title).doesNotHaveDuplicates();
    assertThat(requests(":batchUpdate")).isEqualTo(1);
  }

  @Test
  void aFormThatSomebodyEditsMeanwhileIsReadAgain() throws Exception {
    StandingForm empty = maker().create("Entraide – londres");
    made.put("londres", empty.form().id());
    form().item(FormItem.question("0000aaaa", "Téléphone", Question.text("1000aaaa", false)));
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(
            () ->
                maker()
                    .add(
                        empty,
                        Additions.all(
                            empty,
                            Blueprint.of(FRENCH, "x", Optional.empty(), Optional.empty()),
                            Map.of())))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(RemoteFailure.Kind.CONFLICT));

    init(maker(), Duration.ZERO);
    assertThat(form().items())
        .extracting(FormItem::title)
        .containsOnlyOnce("Téléphone")
        .contains("Nom et prénom");
  }
}
