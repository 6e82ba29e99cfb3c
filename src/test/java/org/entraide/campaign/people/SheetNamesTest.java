package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Steps.called;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Titles.CHECK;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.NEVER_WITH;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.WITH;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.CONSENT;
import static org.entraide.campaign.world.World.DASHBOARD;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;
import static org.entraide.campaign.world.World.TODO;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.NobodyIsNamed;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.RowCheck;
import org.entraide.testkit.PointedRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People have names where organisers work, as long as they agree, and references elsewhere. */
class SheetNamesTest {

  private static final String ANA = "Ana Alba";
  private static final String BO = "Bo Bell";
  private static final String INTRODUCED = "Mise en relation";

  /** Two who are introduced near each other, and somebody to be signposted. */
  private static World introduced() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses")
            .answer("Ida Iles", PLACE, "Nord", NEEDS, "Autre");
    world.settle(2);
    return world;
  }

  /** All that the daemon's own cells say. */
  private static String words(World world) {
    List<String> words = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      for (String title : List.of("Réf", "Statut", "Lieu compris", INTRODUCED, EXPLANATION)) {
        words.add(world.table.text(ANSWERS, row, title));
      }
    }
    for (int tab : List.of(LEDGER, DASHBOARD, SETTINGS, TODO)) {
      for (int row = 0; world.table.has(tab) && row < world.table.rowCount(tab); row++) {
        for (int column = 0; column < 10; column++) {
          words.add(world.table.text(tab, row, column));
        }
      }
    }
    return String.join("\n", words);
  }

  @Test
  void peopleAreNamedWhereverTheSheetPointsToThem() {
    World world = introduced();

    assertThat(world.shown(ANA, INTRODUCED)).isEqualTo(called(world, BO) + ", 1,0 km");
    assertThat(world.shown(ANA, EXPLANATION)).contains("avec " + called(world, BO));
    assertThat(world.table.text(LEDGER, 1, "Personne")).isEqualTo(called(world, ANA));
    assertThat(world.table.text(LEDGER, 1, "Bénévole")).isEqualTo(called(world, BO));
    assertThat(words(world)).contains(called(world, "Ida Iles")); // on the dashboard
    assertQuiet(world);
  }

  @Test
  void whoNoLongerConsentsHasNoNameAnywhereFromTheNextCycleOn() {
    World world = introduced();
    String bo = ref(world, BO);

    world.table.type(ANSWERS, world.rowOf(BO), CONSENT, "Non");
    world.once();

    assertThat(words(world)).contains(bo).contains("Ana A.").doesNotContain("Bo B");
    assertThat(world.table.text(LEDGER, 1, "Bénévole")).isEqualTo(bo);
    assertQuiet(world);

    world.table.type(ANSWERS, world.rowOf(BO), CONSENT, "Oui");
    world.once();
    assertThat(world.table.text(LEDGER, 1, "Bénévole")).isEqualTo(called(world, BO));
    assertQuiet(world);
  }

  @Test
  void whoIsErasedHasNoNameAnywhere() {
    World world = introduced();
    String bo = ref(world, BO);
    world.instruct(BO, INSTRUCTION, "Exclu");
    world.once();
    assertThat(words(world)).contains("Exclu\u202f: " + called(world, BO));

    ErasureCommands.ask(world.journal(), "londres", bo, world.clock.instant());
    world.settle(3);

    assertThat(words(world)).contains("Ana A.").doesNotContain("Bo B", bo);
  }

  @Test
  void whoseRowIsGoneHasNoName() {
    World world = introduced();
    String bo = ref(world, BO);

    world.table.deleteRow(ANSWERS, world.rowOf(BO));
    world.settle(3);

    assertThat(words(world)).contains(bo).doesNotContain("Bo B");
    assertQuiet(world);
  }

  @Test
  void aNameThatIsCorrectedIsCorrectedEverywhere() {
    World world = introduced();
    String bo = ref(world, BO);

    world.table.type(ANSWERS, world.rowOf(BO), NAME, "Boris Bell");
    world.settle(2);

    assertThat(ref(world, "Boris Bell")).isEqualTo(bo);
    assertThat(world.shown(ANA, INTRODUCED)).startsWith("Boris B. (" + bo + ")");
    assertThat(world.table.text(LEDGER, 1, "Bénévole")).isEqualTo("Boris B. (" + bo + ")");
    assertThat(words(world)).doesNotContain("Bo B.");
    assertQuiet(world);
  }

  @Test
  void whatAnOrganiserTypesOverANameStaysAndTheIntroductionToo() {
    World world = introduced();

    world.table.type(LEDGER, 1, "Bénévole", "Bo, de la rue Verte");
    world.settle(2);
    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertThat(world.table.text(LEDGER, 1, "Bénévole")).isEqualTo("Bo, de la rue Verte");
    assertThat(world.shown(ANA, INTRODUCED)).contains(called(world, BO));
    assertThat(world.mailbox().letters()).hasSize(1);
    assertQuiet(world);
  }

  @Test
  void withoutNamesInTheSheetThereAreReferencesAlone() {
    World world = introduced();
    world.instruct("Ida Iles", INSTRUCTION, "Exclu");
    world.once();
    String ida = ref(world, "Ida Iles");

    world.namesInSheet(false);
    world.once();

    assertThat(words(world))
        .contains("Exclu\u202f: " + ida)
        .doesNotContain("Ana", "Bo", "Ida I", "Alba", "Bell");
    assertThat(world.shown(ANA, INTRODUCED)).isEqualTo(ref(world, BO) + ", 1,0 km");
    assertThat(world.table.text(LEDGER, 1, "Personne")).isEqualTo(ref(world, ANA));
    assertQuiet(world);

    world.namesInSheet(true);
    world.once();
    assertThat(world.table.text(LEDGER, 1, "Personne")).isEqualTo(called(world, ANA));
    assertThat(words(world)).contains("Exclu\u202f: Ida I. (" + ida + ")");
    assertQuiet(world);
  }

  @Test
  void withoutNamesInTheSheetItGivesNoTelephoneNumberEither() {
    World world = introduced();
    world.answer("Uma Udd", PLACE, "", NEEDS, "Courses", PHONE, "07700 900123");
    world.settle(2);
    assertThat(words(world)).contains(called(world, "Uma Udd") + ", 07700 900123");

    world.namesInSheet(false);
    world.settle(2);

    assertThat(words(world)).contains(ref(world, "Uma Udd")).doesNotContain("Uma U", "900123");
  }

  /** What the version before wrote: bare references, and checks of the ledger with three hashes. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAnEarlierVersionWroteIsRewrittenAndNothingIsTakenForTyped(boolean lost) {
    World world = introduced();
    world.answer("Cy Cole", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    List<String> before = world.ledger();
    int letters = world.mailbox().letters().size();
    assertThat(before).hasSize(2);
    world.namesInSheet(false);
    world.once();
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      String earlier =
          world.table.text(ANSWERS, row, INTRODUCED).replaceAll(", (\\d+,\\d km)", " ($1)");
      world.table.type(ANSWERS, row, INTRODUCED, earlier);
      RowCheck check = RowCheck.parse(world.table.text(ANSWERS, row, CHECK)).orElseThrow();
      List<String> hashes = new ArrayList<>(check.hashes());
      hashes.set(2, ShortHashes.of(earlier));
      world.table.type(
          ANSWERS,
          row,
          CHECK,
          new RowCheck(check.fingerprints(), hashes, check.references(), check.displaced()).text());
    }
    for (int row = 1; row < world.table.rowCount(LEDGER); row++) {
      RowCheck check = RowCheck.parse(world.table.text(LEDGER, row, CHECK)).orElseThrow();
      world.table.type(
          LEDGER,
          row,
          CHECK,
          new RowCheck(check.fingerprints(), check.hashes().subList(0, 3), check.references())
              .text());
    }

    world.namesInSheet(true);
    if (lost) {
      world.startAgain(new MemoryJournal());
    }
    world.settle(2);

    assertThat(words(world)).doesNotContain("votre texte reste", "1,0 km)");
    assertThat(world.shown(ANA, INTRODUCED)).isEqualTo(called(world, BO) + ", 1,0 km");
    for (int row = 1; row <= 2; row++) {
      assertThat(world.table.text(LEDGER, row, "Bénévole")).isEqualTo(called(world, BO));
      assertThat(world.table.text(LEDGER, row, "Personne")).matches("(Ana A|Cy C)\\. \\(.*\\)");
    }
    assertThat(world.ledger()).isEqualTo(before);
    assertThat(world.mailbox().letters()).hasSize(letters);
    assertQuiet(world);
  }

  @Test
  void aPersonsFileAndWhatARunWouldDoNameNobodyElse() throws Exception {
    World world = introduced();
    world.instruct(ANA, NEVER_WITH, called(world, "Ida Iles"));
    world.answer("Cy Cole", PLACE, "Nord", NEEDS, "Courses");

    CycleReport report = NobodyIsNamed.look(world.cycle().dryRun());
    String file =
        world.cycle().inspection().extract(Optional.of(ref(world, ANA))).orElseThrow().toString();

    assertThat(report.lines()).isNotEmpty();
    assertThat(String.join(" ", report.lines())).doesNotContain("Ana", "Bo ", "Ida", "Cy");
    assertThat(world.shown(ANA, EXPLANATION)).contains("Bo B. (");
    assertThat(file)
        .contains("avec " + ref(world, BO) + ".", ref(world, "Ida Iles"), "Ana Alba")
        .doesNotContain("Bo B", "Ida I", "Bo Bell");
  }

  @ParameterizedTest
  @ValueSource(strings = {WITH, NEVER_WITH})
  void noRowRepeatsTheNameThatOrganisersTypedOfSomebodyWhoIsErased(String title) {
    World world = introduced();
    String ida = ref(world, "Ida Iles");
    world.instruct(ANA, title, called(world, "Ida Iles"));
    ErasureCommands.ask(world.journal(), "londres", ida, world.clock.instant());
    world.settle(2);

    assertThat(world.shown(ANA, EXPLANATION)).contains("aucune personne n’a la référence " + ida);
    assertThat(words(world)).doesNotContain("Ida");
    assertQuiet(world);
  }

  @Test
  void aPairIsPinnedByAPastedNameThatLooksLikeAReference() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer("Fanny", PLACE, "Loin", OFFERS, "Courses");
    world.settle(2);

    world.instruct(ANA, WITH, PointedRef.label("Fanny", ref(world, "Fanny")) + ", 40,0 km");
    world.settle(2);

    assertThat(world.letters()).containsExactly(List.of(ANA, "Fanny"));
    assertThat(world.table.text(LEDGER, 1, "Bénévole")).isEqualTo(called(world, "Fanny"));
    assertThat(world.shown(ANA, EXPLANATION)).doesNotContain("aucune personne n’a la référence");
    world.startAgain(new MemoryJournal());
    world.settle(2);
    assertThat(world.mailbox().letters()).hasSize(1);
    assertQuiet(world);
  }

  @Test
  void theAnswerThatCountsNamesAPersonOfTwoReferencesAndErasureFindsBoth() {
    World world = introduced();
    world.answer("Anna Autre", PLACE, "Nord", NEEDS, "Médicaments");
    world.answer("Cy Cole", PLACE, "Nord", OFFERS, "Médicaments");
    world.settle(2);
    String former = ref(world, "Anna Autre");
    String ana = ref(world, ANA);

    world.instruct("Anna Autre", "Statut", "Doublon " + called(world, ANA));
    world.settle(2);

    assertThat(ref(world, "Anna Autre")).isEqualTo(ana);
    for (int row = 1; row < world.table.rowCount(LEDGER); row++) {
      assertThat(world.table.text(LEDGER, row, "Personne"))
          .isIn("Ana A. (" + ana + ")", "Ana A. (" + former + ")");
    }
    assertQuiet(world);
  }
}
