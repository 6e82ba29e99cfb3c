package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entraide.cli.shell.ExitCode;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.sandbox.PlayedCampaign;
import org.entraide.sandbox.office.forms.ResponseSink;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code setup} at a terminal, from nothing, with an office over HTTP. */
@NullMarked
@Tag("long")
class SetupActionTest extends SetupFixture {

  private Path draft() {
    return home().resolve("entraide.toml.setup");
  }

  private static long count(String sign, Object text) {
    return text.toString().lines().filter(line -> line.contains(sign)).count();
  }

  /** What {@code doctor} says of the campaign. */
  private List<String> ofTheCampaign() {
    return out.toString()
        .lines()
        .filter(line -> line.matches("\\S " + campaign.name() + "[ ,].*"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"workspace, fr", "workspace, en", "gmail, fr", "gmail, en"})
  void fromNothingToADoctorWithoutComplaint(String path, String language) throws Exception {
    play(language.equals("fr") ? PlayedCampaign.FRENCH : PlayedCampaign.ENGLISH);
    if (path.equals("gmail")) {
      withdrawDelegation();
    }

    assertThat(setup(typedFor(path))).as("%s%n%s", err, out).isZero();

    assertThat(ofTheCampaign()).hasSizeGreaterThan(10).allMatch(line -> line.startsWith("✔ "));
    assertThat(err.toString()).doesNotContain("entraide.toml, sous [", "entraide.toml, under [");
    assertThat(out.toString()).doesNotContain("✘");
    assertThat(err.toString())
        .doesNotContain("✘ ")
        .contains(language.equals("fr") ? "Tout est prêt." : "All is well.")
        .doesNotContain(language.equals("fr") ? "Press" : "Appuyez");
    assertThat(written())
        .contains(language.equals("fr") ? "# la boîte qui reçoit" : "# the mailbox that gets");
    assertThat(draft()).doesNotExist();
    Configuration read = ConfigurationReader.read(configuration());
    assertThat(read.google().oauthClient().isPresent()).isEqualTo(path.equals("gmail"));
    assertThat(read.google().account()).isEmpty();
    assertThat(read.campaigns().get(0).form()).contains(campaign.form());
    for (String key :
        path.equals("gmail")
            ? List.of("credentials.json", "client.json")
            : List.of("credentials.json")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve(key))))
          .isEqualTo("rw-------");
    }
  }

  /** By step, answers that do not do, and a word of what is said of each; of Google's, none. */
  private Map<String, Map<String, String>> wrong(boolean gmail) throws IOException {
    Files.writeString(downloads().resolve("note.json"), "{\"a\": 1}");
    Map<String, Map<String, String>> wrong = new LinkedHashMap<>();
    wrong.put("language", Map.of("klingon", "fr ou en"));
    wrong.put("campaign", Map.of("Les Français de Londres", "les-francais-de-londres"));
    wrong.put("title", Map.of("=cmd [x]", "ni lien ni crochets"));
    wrong.put("path", Map.of("3", "Répondez 1 ou 2"));
    wrong.put(
        "credentials",
        Map.of(
            "nowhere.json",
            "nowhere.json",
            downloads().resolve("desktop.json").toString(),
            "client OAuth",
            downloads().resolve("note.json").toString(),
            "note.json"));
    wrong.put(
        "sheet",
        Map.of(
            "https://docs.google.com/forms/d/sample-form/edit",
            "l’adresse d’un formulaire",
            "https://docs.google.com/spreadsheets/d/e/2PACX-1/pubhtml",
            "copie publiée",
            "ma feuille",
            "n’est pas l’adresse d’une feuille",
            "no-such-sheet",
            ""));
    wrong.put(
        "form",
        Map.of(
            "https://docs.google.com/spreadsheets/d/x1/edit",
            "l’adresse d’une feuille",
            "https://docs.google.com/forms/d/e/1FAIp/viewform",
            "l’adresse où l’on répond",
            "no-such-form",
            ""));
    if (gmail) {
      wrong.put("client", Map.of(downloads().resolve("key.json").toString(), "key.json"));
    }
    wrong.put("delegate", Map.of("Claire", "n’est pas une adresse e-mail"));
    if (!gmail) {
      wrong.put("delegate", Map.of("nobody@example.org", ""));
    }
    wrong.put("delegate-name", Map.of("", "Il faut une réponse"));
    wrong.put("delegate-role", Map.of("x".repeat(101), "100 caractères"));
    wrong.put("controller", Map.of("x".repeat(101), "100 caractères"));
    wrong.put("privacy-url", Map.of("example.org", "adresse web"));
    wrong.put("country", Map.of("Syldavie", "ne connaît pas le pays"));
    return wrong;
  }

  @ParameterizedTest
  @ValueSource(strings = {"workspace", "gmail"})
  void eachWrongAnswerIsExplainedAndAskedAgain(String path) throws Exception {
    if (path.equals("gmail")) {
      withdrawDelegation();
    }
    assertThat(setup(typedFor(path))).as("%s", err).isZero();
    String straight = written();
    Files.delete(configuration());
    List<String> lines = new ArrayList<>();
    List<String> said = new ArrayList<>();
    Map<String, Map<String, String>> wrong = wrong(path.equals("gmail"));
    answers(path)
        .forEach(
            (step, right) -> {
              wrong
                  .getOrDefault(step, Map.of())
                  .forEach(
                      (answer, why) -> {
                        lines.add(answer);
                        said.add(why);
                      });
              lines.add(right);
            });

    assertThat(setup(lines)).as("%s", err).isZero();

    assertThat(written()).isEqualTo(straight);
    String spoken = err.toString().replaceAll("\\s+", " ");
    assertThat(spoken).contains(said);
    assertThat(count("✘ ", err)).isEqualTo(said.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"workspace", "gmail"})
  void stoppedAfterEachAnswerItGoesOnToTheSameFile(String path) throws Exception {
    assertThat(setup(typedFor(path))).as("%s", err).isZero();
    String straight = written();
    Files.delete(configuration());
    List<String> lines = typedFor(path);
    for (String line : lines.subList(0, lines.size() - 1)) {
      assertThat(setup(List.of(line))).as("%s", err).isEqualTo(ExitCode.TRY_AGAIN);
      assertThat(configuration()).doesNotExist();
      assertThat(err.toString().replaceAll("\\s+", " ")).contains("Vos réponses sont gardées dans");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(draft())))
        .isEqualTo("rw-------");

    assertThat(setup(List.of("GB"))).as("%s", err).isZero();

    assertThat(err.toString()).contains("– Titre de la campagne\u202f: " + campaign.title());
    assertThat(written()).isEqualTo(straight);
  }

  @Test
  void aSignInThatIsRefusedIsAskedForAgainByTheNextRun() throws Exception {
    withdrawDelegation();
    people("PUT", "/office/consent", "{\"error\": \"access_denied\"}");

    assertThat(setup(typedFor("gmail"))).as("%s", err).isEqualTo(ExitCode.SIGN_IN);

    assertThat(err.toString()).contains("Relancez «\u202fentraide setup\u202f»");
    assertThat(draft()).exists();
    String before = written();
    people("PUT", "/office/consent", "{}");
    assertThat(setup(List.of())).as("%s", err).isZero();
    assertThat(written()).isEqualTo(before);
    assertThat(draft()).doesNotExist();
  }

  @Test
  void aQuestionMarkExplainsAndAnAngleBracketGoesBack() throws Exception {
    List<String> lines = new ArrayList<>(List.of("<", "?", "", "londre", "<", "londres"));
    List<String> rest = typedFor("workspace");
    lines.addAll(rest.subList(2, rest.size()));

    assertThat(setup(lines)).as("%s", err).isZero();

    assertThat(err.toString())
        .contains(
            "C’est la première question.",
            "Une campagne a une seule langue.",
            "Nom court [londre]");
    assertThat(written()).contains("[campaigns.londres]");
  }

  @Test
  void anExclamationMarkTakesWhatGoogleRefusesForNow() throws Exception {
    withdrawDelegation();
    List<String> lines = typedFor("workspace");
    lines.add(lines.indexOf(campaign.delegate().mailbox()) + 1, "!");

    assertThat(setup(lines)).as("%s", err).isEqualTo(ExitCode.SIGN_IN);

    assertThat(out.toString()).contains("✘ londres, ");
    assertThat(err.toString()).contains("Il reste quelque chose à faire");
    assertThat(draft()).exists();
  }

  @Test
  void aFormWhoseAnswersGoElsewhereIsRefused() {
    office
        .office()
        .exclusively(() -> office.form().linkedTo("another-sheet", ResponseSink.NOWHERE));
    List<String> lines = typedFor("workspace");

    setup(lines.subList(0, lines.indexOf(campaign.spreadsheet()) + 2));

    assertThat(err.toString())
        .contains("arrivent dans une autre feuille", "spreadsheets/d/another-sheet/edit");
  }

  @Test
  void anAnswerGivenAnewReplacesTheOneBefore() throws Exception {
    List<String> lines = typedFor("workspace");
    setup(lines.subList(0, lines.size() - 1));

    assertThat(setup(List.of("GB"), "--delegate-name", "Rose Blanc")).as("%s", err).isZero();

    assertThat(written()).contains("delegate_name = \"Rose Blanc\"").doesNotContain("Claire");
  }

  @Test
  void whatAFlagGivesIsNotAskedNorTheClicksThatLeadToIt() throws Exception {
    Map<String, String> answers = answers("workspace");
    answers.keySet().removeAll(List.of("project", "apis", "credentials", "country"));
    String key = downloads().resolve("key.json").toString();

    assertThat(
            setup(
                new ArrayList<>(answers.values()),
                "--credentials",
                key,
                "--country",
                "GB",
                "--client",
                "client.json"))
        .as("%s", err)
        .isZero();

    assertThat(err.toString())
        .contains("Inutile ici, donc ignoré\u202f: --client.", "7/16 Clé du compte de service")
        .doesNotContain("projectcreate", "serviceaccounts");
  }

  // ---- where the configuration is

  @Test
  void withAPackageItIsWhereTheServiceReadsIt() throws Exception {
    withdrawDelegation();
    Path etc = Files.createDirectories(directory.resolve("etc"));

    assertThat(setup(typedFor("gmail"))).as("%s", err).isZero();

    assertThat(configuration()).doesNotExist();
    assertThat(etc.resolve("entraide.toml")).exists();
    assertThat(err.toString())
        .contains("systemctl enable --now entraide", "LoadCredential=client.json:");
  }

  @Test
  void oneThatWasBegunHereIsGoneOnWithAlthoughThereIsAPackage() throws Exception {
    setup(List.of("fr"));
    Files.createDirectories(directory.resolve("etc"));

    List<String> rest = typedFor("workspace");
    assertThat(setup(rest.subList(1, rest.size()))).as("%s", err).isZero();

    assertThat(configuration()).exists();
  }

  // ---- somebody's own configuration

  @Test
  void aConfigurationOfSomebodysOwnIsKept() throws Exception {
    Files.writeString(configuration(), "# mine\n[google]\n");

    assertThat(setup(List.of("n"))).isZero();
    assertThat(err.toString().replaceAll("\\s+", " ")).contains("existe déjà", "doctor");
    assertThat(setup(List.of(""))).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(out.toString()).contains("✘ ");
    typed = false;
    assertThat(setup(List.of(), flags(answers("workspace")).toArray(String[]::new)))
        .isEqualTo(ExitCode.CONFIGURATION);

    assertThat(written()).isEqualTo("# mine\n[google]\n");
  }

  @Test
  void whatSomebodyChangedByHandIsKept() throws Exception {
    people("PUT", "/office/consent", "{\"error\": \"access_denied\"}");
    setup(typedFor("gmail"));
    String changed = written() + "poll = \"1m\"\n";
    Files.writeString(configuration(), changed);

    setup(List.of(""), "--delegate-name", "Rose Blanc");

    assertThat(written()).isEqualTo(changed);
    assertThat(out.toString()).contains("✔ ");
  }
}
