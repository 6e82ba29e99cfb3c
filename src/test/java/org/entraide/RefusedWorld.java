package org.entraide;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entraide.action.Surgery;
import org.entraide.cli.shell.ExitCode;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.jspecify.annotations.NullMarked;

/**
 * A wrong world of Google's.
 *
 * @param says in this order, on standard error
 */
@NullMarked
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record RefusedWorld(
    String name, Consumer<Surgery> breaking, List<String> words, int exitCode, String... says) {

  @Override
  public String toString() {
    return name;
  }

  private static RefusedWorld once(
      String name, Consumer<Surgery> breaking, int exitCode, String... says) {
    return new RefusedWorld(name, breaking, List.of("run", "--once"), exitCode, says);
  }

  /** Those that take minutes of waiting with {@code -Dhistories.all=true} only. */
  static Stream<RefusedWorld> worlds() {
    return Boolean.getBoolean("histories.all") ? Stream.concat(quick(), slow()) : quick();
  }

  private static Stream<RefusedWorld> slow() {
    return Stream.of(
        once(
            "a quota that is used up",
            s -> s.fault("sheets.*", FaultEffect.READ_QUOTA),
            ExitCode.TRY_AGAIN,
            "londres: ",
            "Google’s quota is used up for now",
            "tried again at "));
  }

  private static Stream<RefusedWorld> quick() {
    return Stream.of(
        once(
            "an API that is off",
            s -> s.fault("sheets.*", FaultEffect.SERVICE_DISABLED),
            ExitCode.SIGN_IN,
            "londres: ",
            "is not switched on in the Google Cloud project",
            "Enable it at https://console."),
        once(
            "a sheet that is not shared",
            s -> s.fault("sheets.*", FaultEffect.FORBIDDEN),
            ExitCode.SIGN_IN,
            "londres: ",
            "this account may not do it",
            "Share the spreadsheet with " + SampleOffice.ACCOUNT),
        once(
            "a sheet that is gone",
            s -> s.configure(SampleOffice.SPREADSHEET, "no-such-sheet"),
            ExitCode.CONFIGURATION,
            "londres: ",
            "it does not exist",
            "Check the id of the spreadsheet in the configuration"),
        once(
            "the key of another project",
            Surgery::writeAnotherKey,
            ExitCode.SIGN_IN,
            "londres: ",
            "the key is not, or no longer, one of the service account’s",
            "create a new key"),
        once(
            "a sign-in that was revoked",
            s -> {
              s.asPerson();
              s.accounts().revoke(SampleOffice.PERSON);
            },
            ExitCode.SIGN_IN,
            "londres: ",
            "the person’s sign-in has ended",
            "bin/entraide auth login EMAIL"),
        once(
            "a sign-in that nobody ever made",
            s ->
                s.configure("\"credentials.json\"", "\"client.json\"\naccount = \"a@example.org\""),
            ExitCode.SIGN_IN,
            "londres: ",
            "nobody has signed in",
            "bin/entraide auth login EMAIL"),
        once(
            "an office that is closed",
            Surgery::officeCloses,
            ExitCode.UNREACHABLE,
            "londres: ",
            "no connection",
            "tried again later"));
  }
}
