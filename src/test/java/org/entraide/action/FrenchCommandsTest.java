package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.entraide.cli.EraseCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SpokenLanguage;
import org.entraide.config.ConfigurationReader;
import org.entraide.progress.Progress;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code auth} and {@code erase} say in French; programs get English. */
@NullMarked
@Tag("long")
class FrenchCommandsTest extends AuthFixture {

  @Test
  void aSignInIsAskedForShownAndTakenBackInFrench() throws Exception {
    assertThat(entraide("auth", "login", DELEGATE, "--lang", "fr")).as("%s", err).isZero();
    assertThat(err.toString())
        .contains("Ouvrez cette adresse dans un navigateur")
        .contains(DELEGATE + " est maintenant connecté pour\u202f: brouillons de londres.");

    assertThat(entraide("auth", "status", "--lang", "fr")).isZero();
    assertThat(out.toString())
        .contains("✔ " + DELEGATE + "\u202f: brouillons de londres")
        .contains("    connexion du " + now.toString().substring(0, 10) + ", gmail.compose");

    assertThat(entraide("auth", "revoke", DELEGATE, "--lang", "fr")).isZero();
    assertThat(err.toString())
        .contains("Google l’a retirée.", "La connexion de " + DELEGATE + " est supprimée ici.");
    assertThat(entraide("auth", "revoke", DELEGATE, "--lang", "fr")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(DELEGATE + " ne s’est pas connecté\u202f; ");
  }

  @Test
  void aProgramReadsTheSameWhateverThePersonSpeaks() throws Exception {
    Files.copy(
        directory.resolve("client.json"),
        directory.resolve("credentials.json"),
        StandardCopyOption.REPLACE_EXISTING);
    int code = entraide("auth", "status", "--json");
    String english = out.toString();
    out.getBuffer().setLength(0);

    assertThat(entraide("auth", "status", "--json", "--lang", "fr")).isEqualTo(code);

    assertThat(out.toString())
        .isEqualTo(english)
        .contains("drafts of londres", "not signed in. Run:");
  }

  @Test
  void whatIsMistypedIsSaidInFrench() {
    assertThat(entraide("auth", "login", "nobody", "--lang", "fr")).isEqualTo(ExitCode.USAGE);
    assertThat(entraide("auth", "--lang", "fr")).isEqualTo(ExitCode.USAGE);
    assertThat(entraide("explain", "12345", "--lang", "fr")).isEqualTo(ExitCode.USAGE);
    assertThat(entraide("init", "paris", "--lang", "fr")).isEqualTo(ExitCode.USAGE);
    assertThat(entraide("init", "londres", "--wait", "-1", "--lang", "fr"))
        .isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .contains("«\u202fnobody\u202f» n’est pas une adresse e-mail")
        .contains("quelle commande\u202f: login, status ou revoke\u202f?")
        .contains("«\u202f12345\u202f» n’est pas une référence")
        .contains("n’a pas de campagne «\u202fparis\u202f»\u202f; elle contient\u202f: londres")
        .contains("--wait s’exprime en minutes, de 0 à 1440");
  }

  @Test
  void ouiErasesInFrenchAndYesInEither() throws Exception {
    try (Surgery surgery = new Surgery(directory, Surgery.office())) {
      assertThat(surgery.runOnce()).isZero();

      assertThat(erase(surgery, 2, "fr", "non")).isEqualTo(ExitCode.FAILURE);
      assertThat(err.toString())
          .contains("Effacer tout cela\u202f? Tapez oui\u202f: Rien n’a été effacé.")
          .contains("londres\u202f: lignes 2 de «\u202f");
      assertThat(erase(surgery, 2, "en", "oui")).isEqualTo(ExitCode.FAILURE);
      assertThat(err.toString()).contains("Erase all this? Type yes: Nothing was erased.");
      assertThat(out.toString()).isEmpty();

      assertThat(erase(surgery, 2, "fr", " OUI ")).isZero();
      assertThat(erase(surgery, 3, "fr", "yes")).isZero();
      assertThat(err.toString()).contains("Effacé. Ce que vous devez supprimer à la main\u202f:");
      assertThat(out.toString()).contains("- lignes 2 de «\u202f", "Supprimer la ligne (https://");
    }
  }

  private int erase(Surgery surgery, int row, String language, String typed) throws Exception {
    String ref = surgery.row(row).get(surgery.row(1).indexOf("Réf"));
    EraseAction.Edge edge =
        new EraseAction.Edge(
            InstantSource.system(),
            pause -> {},
            true,
            () -> new BufferedReader(new StringReader(typed + "\n")),
            Duration.ZERO);
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err), Progress.NONE, SpokenLanguage.of(language));
    return new EraseAction(edge)
        .run(
            ConfigurationReader.read(surgery.configuration()),
            new EraseCommand.Options(ref, Optional.empty(), false),
            console);
  }
}
