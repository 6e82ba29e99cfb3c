package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entraide.cli.shell.ExitCode;
import org.entraide.google.auth.PersonToken;
import org.entraide.google.wire.Scopes;
import org.entraide.sandbox.office.auth.Accounts;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code auth}, as typed, with a person and their browser played, over HTTP. */
@NullMarked
@Tag("postgres")
class AuthActionTest extends AuthFixture {
  private static final String METADATA = Scopes.MAILBOX.get(1);

  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  /** An OAuth client and nothing else. */
  private void configureAlone() throws IOException {
    Files.copy(
        directory.resolve("client.json"),
        directory.resolve("credentials.json"),
        StandardCopyOption.REPLACE_EXISTING);
    configure("account = \"" + PERSON + "\"");
  }

  /** Where a browser of another machine lands. */
  private static String landing(String shown) {
    return visit(BROWSER, URI.create(shown)).headers().firstValue("Location").orElseThrow();
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

    assertThat(err.toString()).contains("That account’s own sign-in goes on");
    assertThat(SAMPLE.office().accounts().hasConsented(DELEGATE)).isTrue();
  }

  private void consentAs(String account) {
    SAMPLE
        .office()
        .exclusively(
            () -> SAMPLE.gmail().add(new OfficeMailbox(account, () -> now, new Random(3))));
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
}
