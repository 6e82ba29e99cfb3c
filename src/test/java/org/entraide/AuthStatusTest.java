package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import org.entraide.action.AuthFixture;
import org.entraide.cli.shell.ExitCode;
import org.entraide.google.wire.Scopes;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of sign-ins that were made. */
@NullMarked
@Tag("postgres")
class AuthStatusTest extends AuthFixture {
  private static final String COMPOSE = Scopes.MAILBOX.get(0);

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
    DatabaseServer database = Postgres.empty();
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
