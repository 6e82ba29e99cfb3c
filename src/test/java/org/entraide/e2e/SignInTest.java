package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entraide.Main;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.google.auth.FileTokens;
import org.entraide.google.auth.PersonToken;
import org.entraide.google.auth.TokenStore;
import org.entraide.google.wire.Scopes;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.auth.Accounts;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon with people who signed in, and what it does when a sign-in dies. */
@Tag("long")
@NullMarked
class SignInTest {

  @TempDir Path directory;

  private record Ended(int exitCode, String out, String err) {}

  private static Ended entraide(World world, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] args = Arrays.copyOf(words, words.length + 2);
    args[words.length] = "--config";
    args[words.length + 1] = world.directory.resolve("entraide.toml").toString();
    int code = Main.execute(new Console(new PrintWriter(out), new PrintWriter(err)), args);
    return new Ended(code, out.toString(), err.toString());
  }

  /** What {@code auth login} leaves. */
  private static void signIn(World world, String person, List<String> scopes) {
    world.configuration();
    String refresh =
        world.office.accounts().refreshToken(person, SampleOffice.CLIENT, Set.copyOf(scopes));
    keep(world, person, scopes, refresh);
  }

  private static void keep(World world, String person, List<String> scopes, String refresh) {
    try {
      new FileTokens(world.state())
          .write(
              new PersonToken(
                  person,
                  SampleOffice.CLIENT,
                  Set.copyOf(scopes),
                  world.time.instant(),
                  Optional.empty(),
                  refresh));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A delegate whom no service account may act for. */
  private World alone() {
    World world = World.empty(directory).signingIn();
    world.office.accounts().withdrawDelegation(SampleOffice.ACCOUNT, SampleOffice.DELEGATE);
    world.answer(Town.ana());
    world.answer(Town.bo());
    return world;
  }

  private static int tokenCalls(World world) {
    int calls = world.office.log().counts().getOrDefault("token", 0);
    world.office.log().reset();
    return calls;
  }

  @Test
  void aDelegateWhoSignsInIsReachedWithoutARestart() {
    try (World world = alone()) {
      world.cycle();
      assertThat(world.drafted()).isEmpty();

      signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
      world.settle();

      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void oneDelegatesOwnSignInAndTheDomainsDelegationForAnotherWorkSideBySide() {
    String other = "deuxieme@example.org";
    World world =
        World.empty(directory)
            .signingIn()
            .configured(
                """
                [[campaigns.londres.delegates]]
                email = "%s"
                near = "SW11"
                within_km = 1.0
                """
                    .formatted(other));
    try (world) {
      world.office.accounts().person(other);
      OfficeMailbox mailbox = new OfficeMailbox(other, world.time, new Random(8));
      world.office.exclusively(() -> world.sample.gmail().add(mailbox));
      signIn(world, other, Scopes.MAILBOX);
      world.answer(Town.ana()); // in SW7, for the campaign's delegate
      world.answer(Town.bo());
      world.answer(Town.di()); // in SW11, for the other
      world.answer(Town.cy());
      world.settle();

      assertThat(world.drafted()).hasSize(1);
      assertThat(mailbox.drafts()).hasSize(1);
      assertThat(world.ledger().lines()).hasSize(2);
      assertThat(Town.pairs(world)).doesNotHaveDuplicates();

      world.office.accounts().withdrawDelegation(SampleOffice.ACCOUNT, SampleOffice.DELEGATE);
      world.office.accounts().expire(SampleOffice.DELEGATE);
      world.office.exclusively(() -> mailbox.send(mailbox.drafts().get(0).id()));
      CycleReport report = world.cycle();
      assertThat(report.troubles())
          .extracting(Trouble::kind)
          .containsExactly(Trouble.Kind.PERMISSION);
      assertThat(world.rowOf(Town.DI).status()).isEqualTo("Mis en relation");
      assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Brouillon prêt");
    }
  }

  @Test
  void withAnOauthClientAloneAPersonsSignInReadsTheSheet() {
    try (World world = World.empty(directory).asPerson()) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      CycleReport nobody = world.cycle();
      assertThat(nobody.completed()).isFalse();
      assertThat(nobody.troubles())
          .singleElement()
          .satisfies(t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.PERMISSION))
          .satisfies(t -> assertThat(t.text()).contains("bin/entraide auth login EMAIL"));
      assertThat(entraide(world, "run", "--once").exitCode()).isEqualTo(ExitCode.SIGN_IN);

      signIn(world, SampleOffice.PERSON, Scopes.DOCUMENTS);
      signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
      world.settle();

      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void theServiceAccountActsForADelegateWhoSignedInForSomethingElse() {
    try (World world = World.empty(directory).signingIn()) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      signIn(world, SampleOffice.DELEGATE, Scopes.CREATE_FORMS);

      world.settle();

      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void aSignInThatDiedStopsThatDelegatesDraftsOnlyAndIsAskedForOnceAnHour() {
    try (World world = alone()) {
      signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
      world.office.accounts().revoke(SampleOffice.DELEGATE);
      tokenCalls(world);

      CycleReport report = world.cycle();

      assertThat(report.completed()).isTrue();
      assertThat(report.troubles())
          .anySatisfy(
              trouble -> {
                assertThat(trouble.kind()).isEqualTo(Trouble.Kind.PERMISSION);
                assertThat(trouble.text())
                    .contains("sign-in has ended", "bin/entraide auth login EMAIL")
                    .doesNotContain("@");
              });
      assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Proposé");
      // the service account's own and the delegate's
      assertThat(tokenCalls(world)).isEqualTo(2);
      for (int i = 0; i < 11; i++) {
        world.time.advance(Duration.ofMinutes(5));
        assertThat(world.cycle().troubles()).isNotEmpty();
      }
      assertThat(tokenCalls(world)).isZero();

      world.time.advance(Duration.ofMinutes(6));
      world.cycle();
      world.cycle();
      assertThat(tokenCalls(world)).isLessThanOrEqualTo(2); // one may be the service account's

      signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
      world.settle();
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void aSignInThatIsTakenBackWhileItIsUsedIsNoticedAtOnce() {
    try (World world = alone()) {
      signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
      world.settle();
      Ended revoked = entraide(world, "auth", "revoke", SampleOffice.DELEGATE);
      assertThat(revoked.exitCode()).isZero();
      assertThat(revoked.err()).contains("Google has taken it back", "removed here");

      CycleReport report = world.cycle();

      assertThat(report.completed()).isTrue();
      assertThat(report.troubles()).isNotEmpty();
      assertThat(world.ledger().lines()).hasSize(1);
      Ended status = entraide(world, "auth", "status");
      assertThat(status.exitCode()).isEqualTo(77); // a service account is there, and may not
      assertThat(status.out())
          .contains(SampleOffice.DELEGATE, "domain-wide delegation is not granted");
    }
  }

  @Test
  void statusSaysThatTheGuardAgainstMassDeletionHolds() {
    try (World world = World.sample(directory, 12)) {
      world.configuration();
      world.settle();
      world.sheet("deleteRows", OfficeJson.object().put("from", 3).put("count", 6));
      world.cycle();
      world.restart();

      Ended status = entraide(world, "status", "--lang", "fr");
      assertThat(status.exitCode()).isEqualTo(ExitCode.PARTLY);
      assertThat(status.out().replaceAll(" *\\n +", " "))
          .contains("disparu", "«\u202fConfirmer les suppressions\u202f»");
    }
  }

  @Test
  void aTokenServiceInTroubleIsNobodysFault() {
    try (World world = alone()) {
      signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
      world.fault(Faults.Rule.next(0, "token", FaultEffect.UNAVAILABLE));

      assertThat(world.cycle().troubles())
          .isNotEmpty()
          .allSatisfy(t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.UNAVAILABLE));

      world.office.faults().clear();
      world.settle();
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void theDoctorNamesTheCommand() {
    try (World world = alone()) {
      signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
      world.office.accounts().revoke(SampleOffice.DELEGATE);

      Ended doctor = entraide(world, "doctor");

      assertThat(doctor.exitCode()).isEqualTo(ExitCode.SIGN_IN);
      assertThat(doctor.out())
          .contains(
              "✘ londres mailbox: ",
              "bin/entraide auth login EMAIL (EMAIL is at campaigns.londres.delegate in ")
          .doesNotContain("1//", SampleOffice.DELEGATE, "oauth_client has no effect");
    }
  }

  @Test
  void aTokenFileThatIsCutOffStopsOnlyItsDelegateAndIsNamed() throws IOException {
    try (World world = alone()) {
      signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
      Path file = new FileTokens(world.state()).file(SampleOffice.DELEGATE);
      Files.writeString(file, "{\"format\": 1, \"refresh_tok");

      CycleReport report = world.cycle();

      assertThat(report.completed()).isTrue();
      assertThat(report.troubles())
          .extracting(Trouble::text)
          .anyMatch(text -> text.contains(file + ": it is cut off"));
      Ended status = entraide(world, "auth", "status", "--json");
      assertThat(status.exitCode()).isEqualTo(ExitCode.SIGN_IN);
      assertThat(status.out()).contains("\"works\" : false", "cut off");
      Ended revoked = entraide(world, "auth", "revoke", SampleOffice.DELEGATE);
      assertThat(revoked.exitCode()).isEqualTo(ExitCode.PARTLY);
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void aSecretThatIsRenewedAtEveryUseIsKept() throws Exception {
    try (World world = alone()) {
      world.office.accounts().switches(new Accounts.Switches(false, true, true));
      signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
      TokenStore store = new FileTokens(world.state());
      String first = store.read(SampleOffice.DELEGATE).orElseThrow().refreshToken();

      world.settle();

      String second = store.read(SampleOffice.DELEGATE).orElseThrow().refreshToken();
      assertThat(second).isNotEqualTo(first);
      Town.assertAnaAndBoAreDrafted(world);
      world.restart(); // only the file is left, and its secret is the good one
      assertThat(world.cycle().troubles()).isEmpty();
      assertThat(entraide(world, "auth", "status").exitCode()).isZero();
      world.office.accounts().expire(SampleOffice.DELEGATE);
      assertThat(world.cycle().troubles()).isEmpty(); // although status used the secret meanwhile
    }
  }

  @Test
  void signingInAndOutBesideARunningDaemonLeavesNothingBroken() throws Exception {
    try (World world = alone()) {
      signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
      world.settle();
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        Future<?> daemon =
            threads.submit(
                (Callable<Void>)
                    () -> {
                      for (int i = 0; i < 15; i++) {
                        assertThat(world.cycle().completed()).isTrue();
                      }
                      return null;
                    });
        for (int i = 0; i < 15; i++) {
          entraide(world, "auth", "revoke", SampleOffice.DELEGATE);
          signIn(world, SampleOffice.DELEGATE, Scopes.MAILBOX);
          assertThat(entraide(world, "auth", "status").exitCode()).isZero();
        }
        daemon.get();
      } finally {
        threads.shutdownNow();
      }
      world.settle();
      Town.assertAnaAndBoAreDrafted(world);
    }
  }
}
