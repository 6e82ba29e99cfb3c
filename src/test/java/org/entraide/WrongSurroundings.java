package org.entraide;

import static org.entraide.WrongWorld.RIGHT;
import static org.entraide.WrongWorld.beside;
import static org.entraide.WrongWorld.credentials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.entraide.cli.shell.ExitCode;
import org.entraide.journal.sqlite.SqliteJournal;
import org.jspecify.annotations.NullMarked;

/** What is wrong around {@code entraide.toml}: files, credentials, state, a command line. */
@NullMarked
final class WrongSurroundings {

  private WrongSurroundings() {}

  private static final String KEY = "Create a key for the service account in the Google Cloud";

  static Stream<WrongWorld> worlds() {
    return Stream.of(files(), credentialFiles(), state(), usage()).flatMap(all -> all);
  }

  private static Stream<WrongWorld> files() {
    return Stream.of(
        beside(
                "a configuration that is not there",
                d -> {},
                "entraide: ",
                "There is no file DIR/absent.toml",
                "")
            .when("status", "--config", "DIR/absent.toml"),
        beside(
                "a directory instead of the configuration",
                d -> {},
                "DIR: ",
                "is a directory",
                "name the file in it")
            .when("status", "--config", "DIR"),
        beside(
                "a configuration that the system cannot read",
                d -> {},
                "/proc/self/mem: ",
                "cannot be read (",
                "name a plain file")
            .when("status", "--config", "/proc/self/mem"),
        beside(
                "templates that are not there",
                d ->
                    Files.writeString(
                        d.resolve("entraide.toml"), RIGHT + "[letters]\ndirectory = \"lettres\"\n"),
                "DIR/entraide.toml:10: letters.directory: ",
                "",
                "")
            .when("status"),
        beside(
                "a slip in a template",
                d -> {
                  Files.writeString(
                      d.resolve("entraide.toml"), RIGHT + "[letters]\ndirectory = \"lettres\"\n");
                  Files.createDirectory(d.resolve("lettres"));
                  Files.writeString(
                      d.resolve("lettres/introduction.fr.mustache"), "Bonjour,\n{{nedes}}\n");
                },
                "DIR/lettres/introduction.fr.mustache:2:1: ",
                "unknown name \"nedes\"",
                "did you mean \"needs\"?")
            .when("status"));
  }

  private static Stream<WrongWorld> credentialFiles() {
    String account =
        "{\"type\": \"service_account\", \"client_email\": \"robot@example.org\","
            + " \"client_id\": \"1\", \"private_key_id\": \"k\"";
    return Stream.of(
        beside(
            "credentials that are not there",
            d -> {},
            "entraide: DIR/credentials.json: ",
            "there is no such file",
            KEY),
        beside(
            "a directory instead of credentials",
            d -> Files.createDirectory(d.resolve("credentials.json")),
            "entraide: DIR/credentials.json: ",
            "it cannot be read",
            "Check that it is a plain file"),
        credentials("credentials that are empty", "", "it is not a JSON object", KEY),
        credentials("credentials that were cut off", account, "it is not JSON", KEY),
        credentials("an API key instead of credentials", "AIzaSyEXAMPLE", "it is not JSON", KEY),
        credentials(
            "a person's token instead of credentials",
            "{\"type\": \"authorized_user\"}",
            "it holds the token of a person",
            KEY),
        credentials(
            "credentials of a federation",
            "{\"type\": \"external_account\"}",
            "it is not a service account",
            KEY),
        credentials(
            "credentials without their key", account + "}", "the key private_key is missing", KEY),
        credentials(
            "credentials whose key is garbled",
            account + ", \"private_key\": \"hush\"}",
            "the private key in it cannot be read",
            KEY),
        credentials(
            "an OAuth client of the web",
            "{\"web\": {\"client_id\": \"x\"}}",
            "of the type \"Web application\"",
            "Desktop app"),
        credentials(
            "an OAuth client, and nobody who signs in",
            "{\"installed\": {\"client_id\": \"x\", \"client_secret\": \"y\"}}",
            "nobody is named whose sign-in reads sheets and forms",
            "Write [google] account"));
  }

  private static Stream<WrongWorld> state() {
    return Stream.of(
        beside(
                "a file where the state directory is due",
                d -> Files.writeString(d.resolve("state"), ""),
                "entraide: DIR/state",
                "there is a file where a directory is due",
                "choose another directory under [state]")
            .ending(ExitCode.FAILURE),
        beside(
                "state of a newer version",
                d -> {
                  SqliteJournal.open(d.resolve("state")).close();
                  sql(d, "PRAGMA user_version = 99");
                },
                "entraide: DIR/state/journal.db: ",
                "a newer version of Entraide wrote the journal",
                "Run that newer version")
            .ending(ExitCode.FAILURE),
        beside(
                "a journal that is empty",
                d -> {
                  Files.createDirectory(d.resolve("state"));
                  Files.createFile(d.resolve("state/journal.db"));
                },
                "entraide: DIR/state/journal.db: ",
                "the journal is empty",
                "restore a backup")
            .ending(ExitCode.FAILURE),
        beside(
                "something else under the journal's name",
                d -> {
                  Files.createDirectory(d.resolve("state"));
                  Files.writeString(d.resolve("state/journal.db"), "Bonjour".repeat(1000));
                },
                "entraide: DIR/state/journal.db: ",
                "",
                "restore a backup")
            .ending(ExitCode.FAILURE),
        beside(
                "a database server that is not there",
                d ->
                    Files.writeString(
                        d.resolve("entraide.toml"),
                        RIGHT.replace(
                            "[state]\n",
                            "[state]\njournal = \"jdbc:postgresql://127.0.0.1:1/x\"\n")),
                "entraide: jdbc:postgresql://127.0.0.1:1/x: ",
                "the database does not answer",
                "See whether the server runs")
            .ending(ExitCode.TRY_AGAIN),
        beside(
                "a password file that others may read",
                d -> {
                  Files.writeString(d.resolve("secret"), "secret");
                  Files.setPosixFilePermissions(
                      d.resolve("secret"), PosixFilePermissions.fromString("rw-r--r--"));
                  Files.writeString(
                      d.resolve("entraide.toml"),
                      RIGHT.replace(
                          "[state]\n",
                          "[state]\njournal = \"jdbc:postgresql://127.0.0.1:1/x\"\n"
                              + "journal_password_file = \"secret\"\n"));
                },
                "entraide: DIR/secret: ",
                "others than its owner may read or write it",
                "chmod 600")
            .ending(ExitCode.CONFIGURATION));
  }

  private static Stream<WrongWorld> usage() {
    return Stream.of(
        beside(
                "a command with a slip of the pen",
                d -> {},
                "entraide: ",
                "unknown command \"docter\"",
                "did you mean \"doctor\"?")
            .when("docter")
            .ending(ExitCode.USAGE),
        beside(
                "an option with a slip of the pen",
                d -> {},
                "entraide run: ",
                "unknown option \"--dry-rum\"",
                "did you mean \"--dry-run\"?")
            .when("run", "--dry-rum")
            .ending(ExitCode.USAGE),
        beside(
                "an option without its value",
                d -> {},
                "entraide init: ",
                "--wait",
                "entraide init --help")
            .when("init", "londres", "--wait", "--config", "DIR/entraide.toml")
            .ending(ExitCode.USAGE),
        beside(
                "a word where a number is due",
                d -> {},
                "entraide sandbox: ",
                "--port",
                "entraide sandbox --help")
            .when("sandbox", "--port", "http")
            .ending(ExitCode.USAGE),
        beside(
                "a campaign with a slip of the pen",
                d -> {},
                "entraide: ",
                "londre",
                "did you mean \"londres\"?")
            .when("init", "londre")
            .ending(ExitCode.USAGE),
        beside(
                "a reference that is none",
                d -> {},
                "entraide: ",
                "\"Mme-Dupont\" is no reference",
                "such as 7KQ47 or M-7KQ47")
            .when("explain", "Mme-Dupont")
            .ending(ExitCode.USAGE),
        beside(
                "a shell that is not served",
                d -> {},
                "entraide completion: ",
                "expected one of [bash, zsh, fish]",
                "was 'tcsh'")
            .when("completion", "tcsh")
            .ending(ExitCode.USAGE),
        beside(
                "a file of people that is not there",
                d -> {},
                "entraide: ",
                "people.csv: there is no such file",
                "")
            .when("match", "DIR/people.csv")
            .ending(ExitCode.USAGE));
  }

  private static void sql(Path directory, String statement) {
    try (Connection c =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("state/journal.db"));
        Statement sql = c.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
