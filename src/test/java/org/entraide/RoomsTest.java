package org.entraide;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entraide.build.Circles;
import org.entraide.campaign.apply.Applier;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use which room; each rule is seen to fail on classes that break it. */
class RoomsTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.entraide");

  private static final String CAMPAIGN = "org.entraide.campaign.";

  /** What changes a sheet or a mailbox. */
  private static final Map<String, Set<String>> WRITING =
      Map.of(
          Table.class.getName(), Set.of("write"),
          Mailbox.class.getName(), Set.of("create", "delete", "erase"));

  /** A package may use those in layers below its own. */
  private static final int MOST_LAYERS = 12;

  private static ArchRule noUse(String room, String other) {
    return noClasses()
        .that()
        .resideInAPackage("org.entraide." + room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.entraide." + other);
  }

  private static ArchRule writingOnlyFrom(String... rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .accessTargetWhere(
            describe(
                "it writes into a sheet or a mailbox",
                access ->
                    access.getTarget() instanceof CodeUnitAccessTarget target
                        && WRITING
                            .getOrDefault(target.getOwner().getName(), Set.of())
                            .contains(target.getName())));
  }

  @Test
  void packagesFormNoCircle() {
    slices().matching("org.entraide.(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void onlyMainActionsAndWhatRunsKnowTheCommands() {
    classes()
        .that()
        .resideInAPackage("org.entraide.cli..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(
            "org.entraide",
            "org.entraide.action..",
            "org.entraide.cli..",
            "org.entraide.run..",
            "org.entraide.wiring..")
        .check(MAIN);
  }

  @Test
  void theRootHasMainAlone() {
    assertThat(MAIN.stream().filter(c -> c.getPackageName().equals("org.entraide")))
        .extracting(JavaClass::getSimpleName)
        .containsOnly("Main", "package-info");
  }

  /** Nothing that decides performs; nothing that performs decides. */
  @ParameterizedTest
  @CsvSource({
    "campaign.decide.., campaign.apply..",
    "campaign.model.., campaign.apply..",
    "campaign.model.., campaign.decide..",
    "campaign.model.., campaign.gateway..",
    "campaign.gateway.., campaign.model..",
    "campaign.apply.., campaign.decide..",
    "campaign.decide.., campaign.observe..",
    "campaign.apply.., campaign.cycle..",
    "campaign.observe.., campaign.decide..",
    "campaign.observe.., campaign.apply..",
    "campaign.mail.., campaign.apply..",
    "campaign.rights.., campaign.apply..",
    "campaign.port.., campaign.(*)",
    "plan.., campaign..",
    "google.wire.., campaign..",
    "resilience.., campaign..",
    "plan.introduce.., plan.interpret..",
    "match.., people.profile..",
    "match.., plan..",
    "match.core.., match.policy..",
    "run.., action..",
    "cli.., wiring..",
    "journal.., google.."
  })
  void noRoomUsesWhatItMustNotKnow(String room, String other) {
    if (other.endsWith("(*)")) {
      noClasses()
          .that()
          .resideInAPackage("org.entraide." + room)
          .should()
          .dependOnClassesThat(
              describe(
                  "another room of the campaign",
                  c ->
                      c.getPackageName().startsWith(CAMPAIGN)
                          && !c.getPackageName().equals(CAMPAIGN + "port")))
          .check(MAIN);
    } else {
      noUse(room, other).check(MAIN);
    }
  }

  @Test
  void onlyTheApplierAndWhatEndsAPassWrites() {
    writingOnlyFrom(
            CAMPAIGN + "apply..", // effects
            CAMPAIGN + "claim..", // the sign of life of a process that ends
            CAMPAIGN + "setup..", // init, before there is a campaign
            "org.entraide.livecheck..", // on a scratch sheet
            "org.entraide.google..")
        .check(MAIN);
  }

  /** Whoever adds a method says here whether it writes. */
  @Test
  void everyMethodOfSheetAndMailboxIsKnownToReadOrToWrite() {
    Set<String> reading =
        Set.of(
            "address",
            "changesSince",
            "checkWritable",
            "conversation",
            "drafts",
            "fairInterval",
            "find",
            "heading",
            "labelled",
            "lettersByReference",
            "position",
            "read",
            "reread",
            "room",
            "sentLetter",
            "snapshot",
            "throttledUntil");
    Set<String> unknown = new TreeSet<>();
    for (Class<?> port : List.of(Table.class, Mailbox.class)) {
      for (Method method : port.getDeclaredMethods()) {
        if (!method.isSynthetic()
            && !reading.contains(method.getName())
            && !WRITING.getOrDefault(port.getName(), Set.of()).contains(method.getName())) {
          unknown.add(method.getName());
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  /** A dry run is the business of the command line and of the applier. */
  @Test
  void onlyTheCycleChoosesWhetherAPlanIsApplied() {
    noClasses()
        .that()
        .resideOutsideOfPackages(CAMPAIGN + "apply..", CAMPAIGN + "cycle..")
        .should()
        .dependOnClassesThat(
            describe("a mode of the applier", c -> c.isEquivalentTo(Applier.Mode.class)))
        .check(MAIN);
  }

  @Test
  void noPackageHasACircleOfMoreThanFourClasses() {
    Map<String, Integer> largest = new TreeMap<>();
    graphs()
        .forEach(
            (room, graph) ->
                Circles.of(graph).stream()
                    .mapToInt(Collection::size)
                    .max()
                    .ifPresent(
                        size -> {
                          if (size > 4) {
                            largest.put(room.replace("org.entraide.", ""), size);
                          }
                        }));

    assertThat(largest).isEmpty();
  }

  @Test
  void theLayersOfPackagesAreCounted() {
    Map<String, Set<String>> packages = packages();

    assertThat(Circles.depth(packages)).isEqualTo(MOST_LAYERS);
  }

  /** By package, its top-level classes and those that each uses of the same package. */
  private static Map<String, Map<String, Set<String>>> graphs() {
    Map<String, Map<String, Set<String>>> graphs = new TreeMap<>();
    for (JavaClass c : MAIN) {
      String from = topLevel(c);
      Map<String, Set<String>> graph =
          graphs.computeIfAbsent(c.getPackageName(), p -> new HashMap<>());
      Set<String> uses = graph.computeIfAbsent(from, f -> new TreeSet<>());
      Class<?>[] permitted = c.reflect().getPermittedSubclasses(); // which the other look omits
      Stream.ofNullable(permitted)
          .flatMap(Stream::of)
          .filter(sub -> sub.getPackageName().equals(c.getPackageName()))
          .map(sub -> sub.getName().replaceFirst("\\$.*", ""))
          .filter(to -> !to.equals(from))
          .forEach(uses::add);
      c.getDirectDependenciesFromSelf().stream()
          .map(d -> d.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().equals(c.getPackageName()))
          .map(RoomsTest::topLevel)
          .filter(to -> !to.equals(from))
          .forEach(uses::add);
    }
    return graphs;
  }

  private static Map<String, Set<String>> packages() {
    Map<String, Set<String>> graph = new TreeMap<>();
    for (JavaClass c : MAIN) {
      String from = c.getPackageName();
      Set<String> uses = graph.computeIfAbsent(from, f -> new TreeSet<>());
      c.getDirectDependenciesFromSelf().stream()
          .map(d -> d.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith("org.entraide"))
          .map(JavaClass::getPackageName)
          .filter(to -> !to.equals(from))
          .forEach(uses::add);
    }
    return graph;
  }

  private static String topLevel(JavaClass c) {
    return c.getName().replaceFirst("\\$.*", "");
  }

  @Test
  void everyRuleIsSeenToFail() {
    assertThat(noUse("campaign.apply..", "campaign.model..").evaluate(MAIN).hasViolation())
        .isTrue();
    assertThat(writingOnlyFrom("org.entraide.google..").evaluate(MAIN).hasViolation()).isTrue();
    Map<String, Set<String>> circle =
        Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a", "d"), "d", Set.of());
    assertThat(Circles.of(circle)).containsExactly(new TreeSet<>(List.of("a", "b", "c")));
    assertThat(new ArrayList<>(Circles.of(Map.of("a", Set.of("b"), "b", Set.of())))).isEmpty();
    assertThat(Circles.depth(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of())))
        .isEqualTo(3);
  }
}
