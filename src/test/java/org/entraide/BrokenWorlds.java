package org.entraide;

import static org.entraide.BrokenWorld.broken;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.action.Surgery;
import org.entraide.cli.shell.ExitCode;
import org.entraide.google.wire.Scopes;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.jspecify.annotations.NullMarked;

/** Worlds of Google's that are broken, and what {@code doctor} has to say of each. */
@NullMarked
final class BrokenWorlds {

  private BrokenWorlds() {}

  private static final String CONSOLE =
      "Enable it at https://console.developers.google.com/apis/api/";

  static Stream<BrokenWorld> worlds() {
    return Stream.of(google(), people(), sheet(), BrokenMachines.worlds()).flatMap(s -> s);
  }

  private static Stream<BrokenWorld> google() {
    return Stream.of(
        broken(
            "the Sheets API is off",
            s -> s.fault("sheets.*", FaultEffect.SERVICE_DISABLED),
            "✘ londres sheet: ",
            "this API is not switched on",
            CONSOLE + "sheets.googleapis.com/overview?project=",
            ExitCode.SIGN_IN),
        broken(
            "the Forms API is off",
            s -> s.fault("forms.*", FaultEffect.SERVICE_DISABLED),
            "✘ londres form: ",
            "this API is not switched on",
            CONSOLE + "forms.googleapis.com/overview?project=",
            ExitCode.SIGN_IN),
        broken(
            "the Gmail API is off",
            s -> s.fault("gmail.*", FaultEffect.SERVICE_DISABLED),
            "✘ londres mailbox: ",
            "this API is not switched on",
            CONSOLE + "gmail.googleapis.com/overview?project=",
            ExitCode.SIGN_IN),
        broken(
            "the sheet is not shared",
            s -> s.fault("sheets.*", FaultEffect.FORBIDDEN),
            "✘ londres sheet: ",
            "this account may not do it",
            "Share the spreadsheet with " + SampleOffice.ACCOUNT + " as editor",
            ExitCode.SIGN_IN),
        broken(
            "the sheet is shared for reading alone",
            Surgery::shareForReading,
            "✘ londres sheet: ",
            "Trying whether the spreadsheet may be changed failed: this account may not do it",
            "Share the spreadsheet with " + SampleOffice.ACCOUNT + " as editor",
            ExitCode.SIGN_IN),
        broken(
            "the sheet is gone",
            s -> s.configure(SampleOffice.SPREADSHEET, "no-such-sheet"),
            "✘ londres sheet: ",
            "it does not exist",
            "Check the id of the spreadsheet in the configuration",
            ExitCode.CONFIGURATION),
        broken(
            "the form is gone",
            s -> s.fault("forms.*", FaultEffect.NOT_FOUND),
            "✘ londres form: ",
            "it does not exist",
            "Check the id of the form in the configuration",
            ExitCode.CONFIGURATION),
        broken(
            "Google is overloaded",
            s -> s.fault("sheets.*", FaultEffect.UNAVAILABLE),
            "✘ londres sheet: ",
            "Google answered HTTP 503",
            "It will be tried again later",
            ExitCode.UNREACHABLE),
        broken(
            "the quota is used up",
            s -> s.fault("sheets.*", FaultEffect.READ_QUOTA),
            "✘ londres sheet: ",
            "Google’s quota is used up for now",
            "It will be tried again at ",
            ExitCode.TRY_AGAIN),
        broken(
            "nothing answers",
            Surgery::officeCloses,
            "✘ network: ",
            "no answer comes from 127.0.0.1",
            "Check that it is on and that a firewall lets connections to it out",
            ExitCode.UNREACHABLE),
        broken(
            "this machine's clock is an hour ahead",
            s -> s.clockAhead(Duration.ofHours(1)),
            "✘ clock: ",
            "60 min ahead of Google’s, so that it refuses to sign anybody in",
            "sudo timedatectl set-ntp true",
            ExitCode.FAILURE),
        broken(
            "this machine's clock is a minute behind",
            s -> s.clockAhead(Duration.ofMinutes(-1)),
            "! clock: ",
            " behind Google’s",
            "sudo timedatectl set-ntp true",
            ExitCode.OK));
  }

  private static Stream<BrokenWorld> people() {
    return Stream.of(
        broken(
            "nobody delegated the mailbox",
            s -> s.accounts().withdrawDelegation(SampleOffice.ACCOUNT, SampleOffice.DELEGATE),
            "✘ londres mailbox: ",
            "domain-wide delegation is not granted",
            "has to grant the client ",
            ExitCode.SIGN_IN),
        broken(
            "one of the two scopes was delegated",
            s ->
                s.accounts()
                    .delegation(
                        SampleOffice.ACCOUNT, SampleOffice.DELEGATE, Set.of(Scopes.MAILBOX.get(0))),
            "✘ londres mailbox: ",
            "what lacks is https://www.googleapis.com/auth/gmail.metadata alone",
            "under Security > Access and data control > API controls > Domain-wide delegation",
            ExitCode.SIGN_IN),
        broken(
            "a delegate's sign-in was taken back",
            s -> {
              s.signIn(Set.copyOf(Scopes.MAILBOX));
              s.accounts().revoke(SampleOffice.DELEGATE);
            },
            "✘ londres mailbox: ",
            "the person’s sign-in has ended",
            "bin/entraide auth login EMAIL (EMAIL is at campaigns.londres.delegate in ",
            ExitCode.SIGN_IN),
        broken(
            "a sign-in of seven days is over",
            s -> {
              s.signInUntil(
                  Optional.of(Instant.parse("2026-03-15T10:00:00Z")), Set.copyOf(Scopes.MAILBOX));
              s.accounts().revoke(SampleOffice.DELEGATE);
            },
            "! sign-in: ",
            "one ended on 2026-03-15",
            "Publish it: Google Cloud console",
            ExitCode.SIGN_IN),
        broken(
            "a delegate ticked one box only, and nobody delegated",
            s -> {
              s.accounts().withdrawDelegation(SampleOffice.ACCOUNT, SampleOffice.DELEGATE);
              s.signIn(Set.of(Scopes.MAILBOX.get(0)));
            },
            "✘ londres mailbox: ",
            "domain-wide delegation is not granted",
            "has to grant the client ",
            ExitCode.SIGN_IN),
        broken(
            "nobody signed in to read the sheet",
            s -> {
              s.configure("[google]\n", "[google]\naccount = \"" + SampleOffice.PERSON + "\"\n");
              s.configure("\"credentials.json\"", "\"client.json\"");
            },
            "✘ londres sheet: ",
            "nobody has signed in",
            "bin/entraide auth login EMAIL (EMAIL is at google.account in ",
            ExitCode.SIGN_IN),
        broken(
            "whoever reads the form allowed the sheet alone",
            s -> s.asPersonAllowing(Set.of(Scopes.DOCUMENTS.get(0))),
            "✘ londres form: ",
            "the sign-in does not include the permission (scope) for it",
            "with every box ticked: bin/entraide auth login EMAIL (EMAIL is at google.account in ",
            ExitCode.SIGN_IN),
        broken(
            "another delegate has no mailbox there",
            s ->
                s.configure(
                    "[campaigns.londres.matching]",
                    "[[campaigns.londres.delegates]]\nemail = \"deuxieme@example.org\"\n"
                        + "countries = [\"IE\"]\n[campaigns.londres.matching]"),
            "✘ londres mailbox delegates[1]: ",
            "there is no such account, or it cannot be acted for",
            "Check the delegate’s address",
            ExitCode.SIGN_IN),
        broken(
            "the key is not the service account's",
            Surgery::writeAnotherKey,
            "✘ londres sheet: ",
            "the key is not, or no longer, one of the service account’s",
            "create a new key",
            ExitCode.SIGN_IN),
        broken(
            "the credentials are a person's token",
            s -> s.write("credentials.json", "{\"type\": \"authorized_user\"}"),
            "✘ londres credentials: ",
            "credentials.json: it holds the token of a person",
            "Create a key for the service account",
            ExitCode.CONFIGURATION));
  }

  private static Stream<BrokenWorld> sheet() {
    return Stream.of(
        broken(
            "a column of ours was deleted",
            s -> {
              s.runOnce();
              s.organiser("deleteColumns", "{\"from\": \"" + lastColumn(s) + "\", \"count\": 1}");
            },
            "! londres columns: ",
            "missing: ",
            "bin/entraide init londres",
            ExitCode.OK),
        broken(
            "somebody protected a column of ours",
            s -> {
              s.runOnce();
              s.protect(s.column("Statut"));
            },
            "✘ londres columns: ",
            "a protected range keeps " + SampleOffice.ACCOUNT + " from writing Statut",
            "Data > Protect sheets and ranges",
            ExitCode.SIGN_IN),
        broken(
            "another installation serves the sheet",
            Surgery::anotherIsAtWork,
            "! londres sheet: ",
            "Another installation (a1b2c3) serves this sheet",
            "Stop the other one. If it is dead, start “entraide run --take-over”",
            ExitCode.OK),
        broken(
            "an answer holds something that is no category",
            s -> s.type(2, "De quoi avez-vous besoin ?", "Qqch dzzz xyzzy"),
            "! londres categories: ",
            "1 of 12 answers have a part that was taken for no category",
            "under [campaigns.londres.categories]",
            ExitCode.OK),
        broken(
            "a second campaign reads with the same account",
            s ->
                s.configure(
                    "[campaigns.londres]",
                    "[campaigns.paris]\nspreadsheet = \"another-sheet\"\ndelegate = \""
                        + SampleOffice.DELEGATE
                        + "\"\n[campaigns.londres]"),
            "! londres quota: ",
            "poll = \"2s\" is a wish: with the other campaigns of this account it is every 3 s",
            "credentials of another project",
            ExitCode.CONFIGURATION),
        broken(
            "people are to be asked, and there is no form",
            s -> s.configure("form = \"" + SampleOffice.FORM + "\"\n", ""),
            "! londres questions: ",
            "question_drafts is true, but there is no form",
            "Write form under [campaigns.londres]",
            ExitCode.OK),
        broken(
            "nobody signs the letters",
            s -> s.configure("delegate_name = \"Claire Martin\"\n", ""),
            "! londres letters: ",
            "no name signs the letters of campaigns.londres.delegate",
            "Write delegate_name and delegate_role under [campaigns.londres]",
            ExitCode.OK),
        broken(
            "the form takes no answers",
            Surgery::closeForm,
            "! londres form: ",
            "it accepts no answers",
            "In the form: Publish",
            ExitCode.OK),
        broken(
            "the form's answers go to another spreadsheet",
            s -> s.configure(SampleOffice.SPREADSHEET, "another-sheet"),
            "✘ londres form: ",
            "its answers go to another spreadsheet",
            "In the form: Responses > Link to Sheets",
            ExitCode.CONFIGURATION),
        broken(
            "the tab of the configuration is not there",
            s -> s.configure("poll = ", "tab = \"Feuille 9\"\npoll = "),
            "! londres sheet: ",
            "there is no tab \"Feuille 9\", which the configuration names",
            "or leave it out",
            ExitCode.OK));
  }

  private static String lastColumn(Surgery s) {
    return s.column("Explication");
  }
}
