package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.entraide.cli.Actions;
import org.entraide.cli.Cli;
import org.entraide.cli.Console;
import org.entraide.cli.ExitCode;
import org.entraide.cli.SystemEdge;
import org.entraide.google.FileTokens;
import org.entraide.google.PersonToken;
import org.entraide.google.Scopes;
import org.entraide.journal.Postgres;
import org.entraide.journal.Server;
import org.entraide.journal.ServerJournal;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.Accounts;
import org.entraide.sandbox.office.FaultEffect;
import org.entraide.sandbox.office.Faults;
import org.entraide.sandbox.office.Mailbox;
import org.entraide.sandbox.office.OfficeRequest;
import org.entraide.sandbox.office.OfficeServer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code auth}, as typed, with a person and their browser played, over HTTP. */
@NullMarked
@Tag("postgres")
class AuthActionTest {

  private static final String DELEGATE = SampleOffice.DELEGATE;
  private static final String PERSON = SampleOffice.PERSON;
  private static final String COMPOSE = Scopes.MAILBOX.get(0);
  private static final String METADATA = Scopes.MAILBOX.get(1);

  /** Google's library signs with the machine's time, so this world must live by it, too. */
  private static final InstantSource CLOCK = InstantSource.system();

  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static final HttpClient FOLLOWING =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

  /** The office begins once: each test has a state directory of its own. */
  private static final SampleOffice SAMPLE =
      SampleOffice.create(0, 1, CLOCK, new Random(5), List.of());

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private @Nullable OfficeServer server;
  private Consumer<URI> browser = AuthActionTest::follow;
  private UnaryOperator<String> typed = url -> "";
  private boolean sits;
  private final Instant now = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
  private Duration patience = Duration.ofSeconds(20);

  @BeforeEach
  void open() throws IOException {
    OfficeServer opened = OfficeServer.start(SAMPLE.office(), 0, pause -> {});
    server = opened;
    Files.writeString(directory.resolve("credentials.json"), SAMPLE.credentials(opened.root()));
    Files.writeString(directory.resolve("client.json"), SampleOffice.oauthClient(opened.root()));
    configure("oauth_client = \"client.json\"");
    consent("PUT", "{}");
  }

  @AfterEach
  void close() {
    SAMPLE.office().accounts().switches(Accounts.Switches.usual());
    SAMPLE.office().faults().clear();
    if (server != null) {
      server.close();
    }
  }

  private String root() {
    return server == null ? "" : server.root();
  }

  private void configure(String google) throws IOException {
    Files.writeString(
        directory.resolve("entraide.toml"),
        SampleOffice.configuration(root()).replace("[google]\n", "[google]\n" + google + "\n"));
  }

  /** An OAuth client and nothing else. */
  private void configureAlone() throws IOException {
    Files.copy(
        directory.resolve("client.json"),
        directory.resolve("credentials.json"),
        StandardCopyOption.REPLACE_EXISTING);
    configure("account = \"" + PERSON + "\"");
  }

  private static void consent(String method, String body) {
    var answer =
        SAMPLE
            .office()
            .handle(
                OfficeRequest.of(
                    method, "/office/consent", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.status()).isEqualTo(204);
  }

  private static void follow(URI address) {
    visit(FOLLOWING, address);
  }

  private static HttpResponse<String> visit(HttpClient with, URI address) {
    try {
      return with.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Where a browser of another machine lands. */
  private static String landing(String shown) {
    return visit(BROWSER, URI.create(shown)).headers().firstValue("Location").orElseThrow();
  }

  private int entraide(String... words) {
    AuthAction.Edge edge =
        new AuthAction.Edge(
            () -> now,
            pause -> {},
            new Random(9),
            sits,
            () -> new BufferedReader(new StringReader(typed.apply(shown()))),
            address -> browser.accept(address),
            patience);
    Actions actions =
        new Actions(
            RunAction::run,
            new DoctorAction(DoctorAction.Edge.system()),
            SandboxAction::run,
            ExplainAction::run,
            new AuthAction(edge),
            InitAction::run,
            LettersAction::preview,
            new EraseAction(EraseAction.Edge.system()),
            ExportAction::run,
            BackupAction::backup,
            BackupAction::restore,
            MigrateAction::run,
            new LiveCheckAction(SystemEdge::lines),
            configuration -> Optional.empty(),
            GeocodeAction::open,
            () -> now,
            () -> {});
    String[] args = Arrays.copyOf(words, words.length + 2);
    args[words.length] = "--config";
    args[words.length + 1] = directory.resolve("entraide.toml").toString();
    return Cli.execute(actions, new Console(new PrintWriter(out), new PrintWriter(err)), args);
  }

  private String shown() {
    return err.toString().lines().filter(line -> line.startsWith("http")).findFirst().orElseThrow();
  }

  private Optional<PersonToken> token(String person) throws Exception {
    return new FileTokens(directory.resolve("state")).read(person);
  }

  private void assertFailed(int exitCode, String... words) throws Exception {
    assertThat(exitCode).as("%s", err).isEqualTo(ExitCode.SIGN_IN);
    assertThat(err.toString()).contains(words).doesNotContain("\tat ", "4/0", "ya29", "1//");
    assertThat(token(DELEGATE)).isEmpty();
  }

  @Test
  void aDelegateSignsInForTheirMailboxAndNoMore() throws Exception {
    assertThat(entraide("auth", "login", DELEGATE)).as("%s", err).isZero();

    PersonToken token = token(DELEGATE).orElseThrow();
    assertThat(token.scopes()).containsExactlyInAnyOrderElementsOf(Scopes.MAILBOX);
    assertThat(token.since()).isEqualTo(now);
    assertThat(token.ends()).isEmpty();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("Signed in " + DELEGATE + " for: drafts of londres.")
        .doesNotContain(token.refreshToken());
    assertThat(OfficeRequest.of("GET", shown(), Map.of(), new byte[0]).query())
        .containsEntry("access_type", List.of("offline"))
        .containsEntry("prompt", List.of("consent"))
        .containsEntry("login_hint", List.of(DELEGATE))
        .containsEntry("code_challenge_method", List.of("S256"))
        .containsEntry("scope", List.of(String.join(" ", Scopes.MAILBOX)));
  }

  @Test
  void theAccountSignsInForSheetsAndFormsAndItsAddress() throws Exception {
    configureAlone();

    assertThat(entraide("auth", "login", PERSON)).as("%s", err).isZero();

    assertThat(token(PERSON).orElseThrow().scopes())
        .containsAll(Scopes.DOCUMENTS)
        .containsAll(Scopes.IDENTITY)
        .doesNotContainAnyElementsOf(Scopes.MAILBOX);
    assertThat(entraide("auth", "status")).isEqualTo(ExitCode.SIGN_IN); // the delegate has not
    assertThat(out.toString())
        .contains("✔ " + PERSON + ": sheets and forms")
        .contains("✘ " + DELEGATE + ": drafts of londres")
        .contains("Run: bin/entraide auth login " + DELEGATE);
  }

  @Test
  void onePersonWithBothPartsSignsInOnceForBoth() throws Exception {
    configureAlone();
    configure("account = \"" + DELEGATE + "\"");

    assertThat(entraide("auth", "login", DELEGATE)).as("%s", err).isZero();

    assertThat(token(DELEGATE).orElseThrow().scopes())
        .containsAll(Scopes.DOCUMENTS)
        .containsAll(Scopes.MAILBOX)
        .doesNotContainAnyElementsOf(Scopes.IDENTITY);
    assertThat(err.toString()).contains("sheets and forms, drafts of londres");
  }

  @Test
  void whoIsToCreateFormsIsAskedForThatToo() throws Exception {
    assertThat(entraide("auth", "login", PERSON, "--create-forms")).as("%s", err).isZero();

    assertThat(token(PERSON).orElseThrow().scopes())
        .containsAll(Scopes.CREATE_FORMS)
        .doesNotContainAnyElementsOf(Scopes.DOCUMENTS);
  }

  @Test
  void withABrowserElsewhereTheAddressIsPasted() throws Exception {
    browser = address -> {};
    typed = shown -> "\nwhat?\n" + landing(shown) + "\n";

    assertThat(entraide("auth", "login", DELEGATE, "--paste")).as("%s", err).isZero();

    assertThat(token(DELEGATE)).isPresent();
    assertThat(err.toString()).contains("This is not the address").doesNotContain("Waiting for");
  }

  @Test
  void theCodeAloneMayBePasted() throws Exception {
    typed = shown -> landing(shown).replaceAll(".*[?&]code=([^&]*).*", "$1");

    assertThat(entraide("auth", "login", DELEGATE, "--paste")).as("%s", err).isZero();
    assertThat(token(DELEGATE)).isPresent();
  }

  @Test
  void whoSitsAtATerminalMayPasteAtAnyTime() throws Exception {
    browser = address -> {};
    sits = true;
    typed = AuthActionTest::landing;

    assertThat(entraide("auth", "login", DELEGATE)).as("%s", err).isZero();
    assertThat(token(DELEGATE)).isPresent();
  }

  @Test
  void whoSaysNoIsToldWhatToDo() throws Exception {
    consent("PUT", "{\"error\":\"access_denied\"}");
    assertFailed(entraide("auth", "login", DELEGATE), "permission was not given", "Test users");
  }

  @ParameterizedTest
  @CsvSource({"admin_policy_enforced, Workspace", "something_new, Google refused"})
  void whatGoogleForbidsIsTold(String error, String words) throws Exception {
    consent("PUT", "{\"error\":\"" + error + "\"}");
    assertFailed(entraide("auth", "login", DELEGATE), words);
  }

  @Test
  void theBoxThatWasNotTickedIsNamed() throws Exception {
    consent("PUT", "{\"untick\":[\"" + METADATA + "\"]}");
    assertFailed(
        entraide("auth", "login", DELEGATE),
        "\"View your email message metadata such as labels and headers, but not the email body\""
            + " (gmail.metadata)",
        "Nothing was kept",
        "tick every box");
    assertThat(err.toString()).doesNotContain("(gmail.compose)");
  }

  @Test
  void anotherAccountThanTheOneThatIsMeantIsNotKept() throws Exception {
    consentAs("other@example.org");

    assertFailed(
        entraide("auth", "login", DELEGATE),
        "the account that consented is other@example.org, not " + DELEGATE,
        "Nothing was kept",
        "Google has taken back what that account allowed");
    assertThat(SAMPLE.office().accounts().hasConsented("other@example.org")).isFalse();
  }

  @Test
  void whatTheWrongAccountAllowedIsSaidWhereGoogleCannotBeToldOfIt() throws Exception {
    consentAs("third@example.org");
    SAMPLE
        .office()
        .faults()
        .add(Faults.Rule.next(1, "token", FaultEffect.BAD_GATEWAY).at("/revoke"));

    assertFailed(
        entraide("auth", "login", DELEGATE),
        "could not be told to take back",
        "myaccount.google.com/connections");
  }

  @Test
  void theSignInOfAnAccountThatIsInUseOutlivesItsBeingChosenByMistake() throws Exception {
    entraide("auth", "login", DELEGATE);
    configureAlone();
    consent("PUT", "{\"account\":\"" + DELEGATE + "\"}");

    assertThat(entraide("auth", "login", PERSON)).isEqualTo(ExitCode.SIGN_IN);

    assertThat(err.toString()).contains("That account's own sign-in goes on");
    assertThat(SAMPLE.office().accounts().hasConsented(DELEGATE)).isTrue();
  }

  private void consentAs(String account) {
    SAMPLE
        .office()
        .exclusively(() -> SAMPLE.gmail().add(new Mailbox(account, () -> now, new Random(3))));
    SAMPLE.office().accounts().person(account);
    consent("PUT", "{\"account\":\"" + account + "\"}");
  }

  @Test
  void withoutAMailboxTheAddressComesWithTheTokens() throws Exception {
    configureAlone();
    consent("PUT", "{\"account\":\"" + DELEGATE + "\"}");

    assertThat(entraide("auth", "login", PERSON)).isEqualTo(ExitCode.SIGN_IN);
    assertThat(err.toString()).contains("consented is " + DELEGATE + ", not " + PERSON);
    assertThat(token(PERSON)).isEmpty();
  }

  @Test
  void anotherSignInsAnswerIsNotTaken() throws Exception {
    browser =
        address -> {
          String landing = landing(address.toString());
          follow(URI.create(landing.replaceFirst("state=[^&]*", "state=another")));
        };
    assertFailed(entraide("auth", "login", DELEGATE), "another sign-in", "state differs");
  }

  @Test
  void aSignInThatWouldNotLastIsNotKept() throws Exception {
    SAMPLE.office().accounts().switches(new Accounts.Switches(false, false, false));
    assertFailed(entraide("auth", "login", DELEGATE), "no refresh token", "myaccount.google.com");
  }

  @Test
  void nobodyAnsweringIsNoReasonToWaitForEver() throws Exception {
    browser = address -> {};
    patience = Duration.ofMillis(1);
    assertFailed(entraide("auth", "login", DELEGATE), "nobody answered", "--paste");
  }

  @Test
  void nothingPastedIsTold() throws Exception {
    typed = shown -> "\n\n";
    assertFailed(entraide("auth", "login", DELEGATE, "--paste"), "nothing was pasted");
  }

  @Test
  void aCodeThatWasUsedBeforeIsTold() throws Exception {
    browser =
        address -> {
          landing(address.toString());
          follow(
              URI.create(
                  landing(address.toString()).replaceFirst("code=[^&]*", "code=4/0usedbefore")));
        };
    assertFailed(entraide("auth", "login", DELEGATE), "too old, was used already");
  }

  @Test
  void aPortThatIsTakenIsTold() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(entraide("auth", "login", DELEGATE, "--port", port)).isEqualTo(ExitCode.FAILURE);
      assertThat(err.toString()).contains("port " + port, "--paste");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_GATEWAY, HTTP 502",
    "DROP, no connection",
    "TRUNCATE, broke off",
    "EMPTY, garbled"
  })
  void aTokenServiceInTroubleIsToldAsSuch(FaultEffect effect, String words) throws Exception {
    SAMPLE.office().faults().add(Faults.Rule.next(9, "token", effect));

    assertThat(entraide("auth", "login", DELEGATE)).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(err.toString()).contains(words, "try again");
    assertThat(token(DELEGATE)).isEmpty();
  }

  @Test
  void aMailboxThatCannotBeAskedKeepsNothing() throws Exception {
    SAMPLE.office().faults().add(Faults.Rule.next(1, "gmail.read", FaultEffect.SERVICE_DISABLED));

    assertFailed(entraide("auth", "login", DELEGATE), "Asking whose mailbox it is", "Enable it");
  }

  @Test
  void aTestingAppsSevenDaysAreTold() throws Exception {
    SAMPLE.office().accounts().switches(new Accounts.Switches(true, false, true));

    assertThat(entraide("auth", "login", DELEGATE)).as("%s", err).isZero();

    Instant end = token(DELEGATE).orElseThrow().ends().orElseThrow();
    assertThat(end).isBetween(now.plus(Duration.ofDays(6)), now.plus(Duration.ofDays(7)));
    assertThat(err.toString()).contains("seven days", "Publish app");
    assertThat(entraide("auth", "status")).isZero();
    assertThat(out.toString()).contains("! " + DELEGATE, "ends ", "Publish app");
    entraide("doctor");
    assertThat(out.toString()).contains("! sign-in: one ends on ");
  }

  @Test
  void aWebClientDoesNotDo() throws Exception {
    Path client = directory.resolve("client.json");
    Files.writeString(client, Files.readString(client).replace("\"installed\"", "\"web\""));

    assertThat(entraide("auth", "login", DELEGATE)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("client.json", "Web application", "Desktop app");
  }

  @Test
  void aClientWhoseSecretWasChangedIsTold() throws Exception {
    Path client = directory.resolve("client.json");
    Files.writeString(
        client, Files.readString(client).replaceAll("(client_secret\": \")", "$1other-"));

    assertThat(entraide("auth", "login", DELEGATE)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("its secret was changed").doesNotContain("other-");
  }

  @Test
  void withoutAnOauthClientTheWayToOneIsTold() throws Exception {
    configure("");

    assertThat(entraide("auth", "login", DELEGATE)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("Create client > Desktop app", "oauth_client =");
  }

  @ParameterizedTest
  @CsvSource({
    "delegeu@example.org, did you mean delegue@example.org?",
    "stranger@elsewhere.example, name it as a delegate",
    "nobody, is no e-mail address",
  })
  void whoHasNoPartNeedNotSignIn(String person, String words) {
    assertThat(entraide("auth", "login", person)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(words);
  }

  @Test
  void statusTellsWhoAndWhatForAndWhetherItWorks() throws Exception {
    entraide("auth", "login", DELEGATE);
    entraide("auth", "login", PERSON, "--create-forms");

    assertThat(entraide("auth", "status")).isZero();

    assertThat(out.toString())
        .contains("✔ " + DELEGATE + ": drafts of londres")
        .contains(
            "signed in " + now.toString().substring(0, 10) + ", gmail.compose, gmail.metadata")
        .contains("✔ " + PERSON + ": no part")
        .doesNotContain("1//");
    assertThat(entraide("auth", "status", "--json")).isZero();
    assertThat(out.toString())
        .contains("\"works\" : true", "\"since\" : \"" + now + "\"", "\"" + COMPOSE + "\"");
  }

  @Test
  void statusTellsTheDeadFromTheUnreachable() throws Exception {
    entraide("auth", "login", DELEGATE);
    SAMPLE.office().faults().add(Faults.Rule.next(9, "token", FaultEffect.UNAVAILABLE));
    assertThat(entraide("auth", "status")).isEqualTo(ExitCode.UNREACHABLE);
    SAMPLE.office().faults().clear();
    SAMPLE.office().accounts().revoke(DELEGATE);

    assertThat(entraide("auth", "status")).isEqualTo(ExitCode.SIGN_IN);
    assertThat(out.toString()).contains("sign-in has ended", "bin/entraide auth login " + DELEGATE);
    assertThat(entraide("auth", "status", "--json")).isEqualTo(ExitCode.SIGN_IN);
    assertThat(out.toString()).contains("\"works\" : false");
  }

  @Test
  void statusTellsThatAServiceAccountMayNotActForADelegate() throws Exception {
    assertThat(entraide("auth", "status")).isZero();
    assertThat(out.toString()).contains("✔ " + DELEGATE, "the service account acts for it");
    SAMPLE.office().accounts().withdrawDelegation(SampleOffice.ACCOUNT, DELEGATE);
    try {
      assertThat(entraide("auth", "status")).isEqualTo(ExitCode.SIGN_IN);
      assertThat(out.toString()).contains("✘ " + DELEGATE, "domain-wide delegation");
      assertThat(entraide("auth", "status", "--json")).isEqualTo(ExitCode.SIGN_IN);
      assertThat(out.toString()).contains("\"works\" : false");
    } finally {
      SAMPLE
          .office()
          .accounts()
          .delegation(SampleOffice.ACCOUNT, DELEGATE, Set.copyOf(Scopes.MAILBOX));
    }
  }

  @Test
  void whatIsTakenBackIsDeadAtGoogleAndGoneHere() throws Exception {
    entraide("auth", "login", DELEGATE);
    String refresh = token(DELEGATE).orElseThrow().refreshToken();

    assertThat(entraide("auth", "revoke", DELEGATE)).as("%s", err).isZero();

    assertThat(token(DELEGATE)).isEmpty();
    assertThat(err.toString()).contains("Google has taken it back").doesNotContain(refresh);
    assertThat(entraide("auth", "revoke", DELEGATE)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(DELEGATE + " has not signed in");
  }

  @Test
  void whatGoogleCannotBeToldIsGoneHereAllTheSame() throws Exception {
    entraide("auth", "login", DELEGATE);
    SAMPLE.office().faults().add(Faults.Rule.next(9, "token", FaultEffect.BAD_GATEWAY));

    assertThat(entraide("auth", "revoke", DELEGATE)).isEqualTo(ExitCode.PARTLY);

    assertThat(token(DELEGATE)).isEmpty();
    assertThat(err.toString())
        .contains("removed here", "Google could not be told", "HTTP 502", "myaccount.google.com");
  }

  @Test
  void whatEndedAlreadyIsJustRemoved() throws Exception {
    entraide("auth", "login", DELEGATE);
    SAMPLE.office().accounts().revoke(DELEGATE);

    assertThat(entraide("auth", "revoke", DELEGATE)).isZero();
    assertThat(err.toString()).contains("it had ended already");
  }

  /** A journal that several machines share. */
  private void share(String database) throws IOException {
    Path file = directory.resolve("entraide.toml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "[state]\n",
                """
                [state]
                journal = "%s"
                token_key_file = "token.key"
                """
                    .formatted(database)));
  }

  private void key(String mode) throws IOException {
    Path key = directory.resolve("token.key");
    Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
  }

  @Test
  void withAServerForAJournalSignInsAreKeptThereForAllMachines() throws Exception {
    Server database = Postgres.empty();
    share(database.url() + "?user=postgres");
    key("rw-------");

    assertThat(entraide("auth", "status")).as("%s", err).isZero(); // and makes no tables
    assertThat(entraide("auth", "login", DELEGATE)).as("%s", err).isZero();

    assertThat(directory.resolve("state/tokens")).doesNotExist();
    try (ServerJournal journal = ServerJournal.openReadOnly(database)) {
      assertThat(journal.tokens().all())
          .singleElement()
          .satisfies(it -> assertThat(it.text()).startsWith("1:"));
    }
    assertThat(entraide("auth", "status", "--json")).as("%s", err).isZero();
    assertThat(out.toString()).contains("\"signed_in\" : true", "\"works\" : true");
    assertThat(entraide("auth", "revoke", DELEGATE)).as("%s", err).isZero();
    try (ServerJournal journal = ServerJournal.openReadOnly(database)) {
      assertThat(journal.tokens().all()).isEmpty();
    }
    assertThat(entraide("auth", "revoke", DELEGATE)).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aKeyThatDoesNotDoIsToldBeforeAnybodyConsents() throws Exception {
    share(Postgres.empty().url() + "?user=postgres");
    browser = address -> fail("nobody is asked");

    assertThat(entraide("auth", "login", DELEGATE)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString())
        .contains("token.key: there is no such file.", "openssl rand -base64 32 > token.key");
    key("rw-r--r--");
    assertThat(entraide("auth", "status")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("Run: chmod 600 ");
  }

  @Test
  void aDatabaseThatIsAwayIsToldBeforeAnybodyConsents() throws Exception {
    share("jdbc:postgresql://127.0.0.1:1/entraide");
    key("rw-------");
    browser = address -> fail("nobody is asked");

    assertThat(entraide("auth", "login", DELEGATE)).isEqualTo(ExitCode.TRY_AGAIN);
    assertThat(err.toString())
        .contains("jdbc:postgresql://127.0.0.1:1/entraide: the database does not answer.");
  }
}
