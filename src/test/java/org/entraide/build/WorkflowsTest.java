package org.entraide.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What GitHub and Compose read, as far as can be seen without them. */
class WorkflowsTest {

  private static final Path GITHUB = Path.of(".github");
  private static final Path FORMS = GITHUB.resolve("ISSUE_TEMPLATE");
  private static final Path COMPOSE = Path.of("packaging/compose.yaml");

  /** An action by the hash of its commit, and the version for people. */
  private static final Pattern PINNED =
      Pattern.compile(" +(- )?uses: [\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");

  private static final Pattern SECRET =
      Pattern.compile("secrets\\.|(?i)(password|token|key): *['\"]?\\w{8,}|ghp_|BEGIN .*KEY");

  private static Map<?, ?> yaml(Path file) throws IOException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    Object read = new Yaml(new SafeConstructor(strict)).load(Files.readString(file));
    assertThat(read).as(file.toString()).isInstanceOf(Map.class);
    return (Map<?, ?>) read;
  }

  private static Map<?, ?> map(Map<?, ?> parent, Object key) {
    assertThat(parent.get(key)).as(String.valueOf(key)).isInstanceOf(Map.class);
    return (Map<?, ?>) parent.get(key);
  }

  private static List<Map<?, ?>> maps(Map<?, ?> parent, Object key) {
    List<Map<?, ?>> found = new ArrayList<>();
    assertThat(parent.get(key)).as(String.valueOf(key)).isInstanceOf(Collection.class);
    ((Collection<?>) parent.get(key)).forEach(item -> found.add((Map<?, ?>) item));
    return found;
  }

  private static String text(Map<?, ?> parent, Object key) {
    return String.valueOf(parent.get(key));
  }

  private static List<Path> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  static List<Path> workflows() throws IOException {
    return in(GITHUB.resolve("workflows"));
  }

  static List<Path> forms() throws IOException {
    return in(FORMS).stream().filter(form -> !form.endsWith("config.yml")).toList();
  }

  private static List<String> unpinned(List<String> workflow) {
    return workflow.stream()
        .filter(line -> line.contains("uses:") && !PINNED.matcher(line).matches())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyActionIsPinnedByTheHashOfItsCommit(Path workflow) throws IOException {
    assertThat(unpinned(Files.readAllLines(workflow))).isEmpty();
  }

  @Test
  void anActionThatIsPinnedByATagIsNoticed() {
    assertThat(unpinned(List.of("      - uses: actions/checkout@v6"))).hasSize(1);
  }

  @Test
  void oneVersionOfAnActionHasOneHash() throws IOException {
    Set<String> uses = new HashSet<>();
    for (Path workflow : workflows()) {
      Pattern.compile("uses: ([^\\s@]+@\\w+)")
          .matcher(Files.readString(workflow))
          .results()
          .forEach(found -> uses.add(found.group(1)));
    }

    assertThat(uses.stream().map(use -> use.replaceAll("@.*", "")))
        .contains("actions/checkout", "actions/setup-java")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void aWorkflowMayOnlyReadAndKeepsNoCredentials(Path workflow) throws IOException {
    assertThat(yaml(workflow).get("permissions")).isEqualTo(Map.of("contents", "read"));
    for (Object value : map(yaml(workflow), "jobs").values()) {
      Map<?, ?> job = (Map<?, ?>) value;
      assertThat(job.get("timeout-minutes")).isNotNull();
      for (Map<?, ?> step : maps(job, "steps")) {
        if (text(step, "uses").startsWith("actions/checkout@")) {
          assertThat(map(step, "with").get("persist-credentials")).isEqualTo(false);
          assertThat(job.get("permissions")).as("of a job that runs our code").isNull();
        }
      }
    }
  }

  /** A title of an issue, or a branch's name, in the text of a script would be run. */
  @ParameterizedTest
  @MethodSource("workflows")
  void noScriptHasAnExpressionInItsText(Path workflow) throws IOException {
    for (Object job : map(yaml(workflow), "jobs").values()) {
      for (Map<?, ?> step : maps((Map<?, ?>) job, "steps")) {
        assertThat(text(step, "run")).doesNotContain("${{");
      }
    }
  }

  @Test
  void nothingHoldsASecret() throws IOException {
    List<Path> files = new ArrayList<>(workflows());
    files.addAll(List.of(COMPOSE, GITHUB.resolve("dependabot.yml")));
    for (Path file : files) {
      assertThat(Files.readString(file)).doesNotContainPattern(SECRET);
    }
    assertThat("token: ${{ secrets.TOKEN }}").containsPattern(SECRET);
  }

  @Test
  void theChecksRunOnEachJavaThatTheyAreSaidToRunOn() throws IOException {
    Map<?, ?> verify = map(map(yaml(GITHUB.resolve("workflows/verify.yml")), "jobs"), "verify");

    assertThat(map(map(verify, "strategy"), "matrix").get("java")).isEqualTo(List.of("17", "21"));
    assertThat(maps(verify, "steps").stream().map(step -> text(step, "run"))).contains(".ci/run");
  }

  @Test
  void librariesAndActionsAreUpdatedWeeklyAndTogether() throws IOException {
    List<Map<?, ?>> updates = maps(yaml(GITHUB.resolve("dependabot.yml")), "updates");

    assertThat(updates.stream().map(update -> text(update, "package-ecosystem")))
        .containsExactlyInAnyOrder("maven", "github-actions");
    assertThat(updates)
        .allSatisfy(
            update -> {
              assertThat(map(update, "schedule").get("interval")).isEqualTo("weekly");
              assertThat(map(update, "groups")).hasSize(1);
            });
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aFormWarnsOfPersonalDataInBothLanguagesAndAsksForAPromise(Path form) throws IOException {
    Map<?, ?> read = yaml(form);
    assertThat(read.keySet().toArray()).contains("name", "description", "body");
    List<Map<?, ?>> body = maps(read, "body");

    assertThat(body.stream().map(item -> text(item, "type")))
        .allMatch(type -> type.matches("markdown|textarea|input|dropdown|checkboxes"));
    assertThat(String.valueOf(map(body.get(0), "attributes").get("value")))
        .contains("rows of the sheet", "ligne de la feuille");
    assertThat(body.stream().filter(item -> item.containsKey("id")).map(item -> text(item, "id")))
        .contains("nobody")
        .doesNotHaveDuplicates();
  }

  @Test
  void aHoleIsReportedElsewhere() throws IOException {
    Map<?, ?> config = yaml(FORMS.resolve("config.yml"));

    assertThat(forms()).hasSize(3);
    assertThat(config.get("blank_issues_enabled")).isEqualTo(false);
    assertThat(maps(config, "contact_links"))
        .singleElement()
        .satisfies(
            link ->
                assertThat(text(link, "about"))
                    .contains("Security › Report a vulnerability", "SECURITY.md"));
  }

  @Test
  void everyContainerIsPinnedReadOnlyAndWithoutPowers() throws IOException {
    Map<?, ?> services = map(yaml(COMPOSE), "services");

    assertThat(services.keySet().toArray()).containsExactly("network", "database", "daemon");
    for (Object name : services.keySet()) {
      Map<?, ?> service = map(services, name);
      assertThat(service.get("read_only")).as("%s", name).isEqualTo(true);
      assertThat(service.get("cap_drop")).as("%s", name).isEqualTo(List.of("ALL"));
      assertThat(text(service, "image")).matches("postgres:\\d+\\.\\d+|entraide");
    }
    assertThat(services.toString()).doesNotContain("ports=");
    for (String name : List.of("database", "daemon")) {
      assertThat(map(services, name).get("healthcheck")).as(name).isInstanceOf(Map.class);
      assertThat(map(services, name).get("network_mode")).isEqualTo("service:network");
    }
  }

  /** What is named in one place is there in the other. */
  @Test
  void theComposeFileFitsTheContainerAndThePage() throws IOException {
    Map<?, ?> compose = yaml(COMPOSE);
    Map<?, ?> build = map(map(map(compose, "services"), "daemon"), "build");
    Path context = COMPOSE.resolveSibling(text(build, "context")).normalize();
    String page = Files.readString(Path.of("docs/packages.md"));

    assertThat(context).isEqualTo(Path.of("target"));
    assertThat(context.resolve(text(build, "dockerfile")).normalize())
        .isEqualTo(Path.of("packaging/Containerfile"))
        .exists();
    assertThat(Files.readString(Path.of("packaging/Containerfile"))).contains("64190");
    for (Object secret : map(compose, "secrets").keySet()) {
      String file = String.valueOf(map(map(compose, "secrets"), secret).get("file"));
      assertThat(file).isEqualTo("./entraide/" + secret);
      assertThat(page).contains(String.valueOf(secret));
    }
    assertThat(page).contains("jdbc:postgresql://127.0.0.1/entraide", "packaging/compose.yaml");
  }
}
