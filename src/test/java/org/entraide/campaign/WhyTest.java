package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entraide.campaign.port.NoJournal;
import org.entraide.campaign.world.World;
import org.entraide.plan.report.Analysis;
import org.entraide.plan.report.ExplanationText;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/** What {@code explain} says of a campaign as a cycle sees it. */
class WhyTest {

  private static final Texts FRENCH = Texts.of("fr");
  private static final Texts ENGLISH = Texts.of("en");

  private final World world = World.busy();

  private List<String> why(String code, Texts texts) throws Exception {
    Analysis known = world.cycle().inspection().analyse();
    return new ExplanationText(known).of(code).stream().map(texts::format).toList();
  }

  private String ref(String who) {
    return world.shown(who, "Réf");
  }

  @Test
  void aPersonIsToldFromTheRowsToThePair() throws Exception {
    world.settle(2);
    String ana = ref("Ana Alba");
    String bo = ref("Bo Bell");

    List<String> lines = why(ana, ENGLISH);

    assertThat(lines.get(0)).isEqualTo(ana + ": Draft ready");
    assertThat(lines)
        .contains("Place known (district) to within 1 km.")
        .contains(
            "Row 3, the one that counts. The content of the row is known, and its reference is the"
                + " right one.",
            "Asks for: shopping and medicines.")
        .anyMatch(l -> l.startsWith("Row 2. "))
        .anyMatch(
            l -> l.matches("M-\\w+ \\(Draft ready\\): " + bo + " helps " + ana + "; shopping\\."))
        .contains(
            "Possible helpers today for these needs: 1. Better for the person (more needs"
                + " covered, then nearer): 0; as good: 0.")
        .anyMatch(l -> l.startsWith("Distance (margin of error included): "));
  }

  @Test
  void anIntroductionIsFoundByItsCode() throws Exception {
    world.settle(2);
    String code = world.introduction("Ana Alba", "Bo Bell");

    List<String> lines = why(code.substring(2), FRENCH);

    assertThat(lines.get(0))
        .isEqualTo(
            "%s (Brouillon prêt)\u202f: %s aide %s\u202f; courses."
                .formatted(code, ref("Bo Bell"), ref("Ana Alba")));
    assertThat(lines).anyMatch(l -> l.startsWith("Personnes possibles aujourd’hui"));
  }

  @Test
  void theNameOfAGroupStaysInTheSheet() throws Exception {
    world.once();
    world.instruct("Bo Bell", "Groupe", "Amis de Paul Petit");
    world.settle(2);
    assertThat(world.shown("Bo Bell", "Explication")).contains("Paul Petit");

    assertThat(why(ref("Bo Bell"), FRENCH)).noneMatch(line -> line.contains("Paul Petit"));
  }

  @Test
  void whoHasNobodyIsToldTheNumbersOfTheReason() throws Exception {
    world.answer("Lou Lane", PLACE, "Dublin", NEEDS, "Courses").settle(2);

    assertThat(why(ref("Lou Lane"), ENGLISH))
        .anyMatch(
            l -> l.matches("For shopping, helpers too far away: \\d; the nearest is at \\d.*"));
    assertThat(why(ref("Ida Iles"), FRENCH))
        .anyMatch(l -> l.contains("À faire\u202f: orientez la personne"));
    assertThat(why(ref("Fay Fell"), FRENCH).get(0)).endsWith("\u202f: Incomplet");
  }

  @Test
  void aHelperIsToldHowManyPlacesAreTaken() throws Exception {
    world.settle(2);

    assertThat(why(ref("Bo Bell"), ENGLISH)).contains("Offers: shopping. Places taken: 2 of 3.");
  }

  @Test
  void nobodyIsNamedAndNothingIsChanged() throws Exception {
    world.settle(2);
    List<String> refs =
        Stream.of("Ana Alba", "Bo Bell", "Dan Dell", "Gil Gant").map(this::ref).toList();
    Map<String, Map<String, String>> before = world.shown();
    world.startAgain(new NoJournal()); // refuses every write

    for (String ref : refs) {
      for (Texts texts : List.of(FRENCH, ENGLISH)) {
        assertThat(why(ref, texts))
            .isNotEmpty()
            .noneMatch(
                l ->
                    Stream.of("Alba", "Bell", "Nord", "Nulle part", "@", "7700")
                        .anyMatch(l::contains));
      }
    }
    assertThat(world.shown()).isEqualTo(before);
  }

  @Test
  void anUnknownReferenceHasNoExplanation() throws Exception {
    world.answer("Lou Lane", PLACE, "Nord", OFFERS, "Courses").settle(1);

    assertThat(why("ZZZZZ", ENGLISH)).isEmpty();
  }

  @Test
  void aProposalTellsItsRoundOrItsPin() throws Exception {
    world.settle(1);
    world.mostWaitingDrafts(0);
    world.answer("Lou Lane", PLACE, "Nord", NEEDS, "Courses").settle(2);

    assertThat(why(ref("Lou Lane"), ENGLISH))
        .contains("Found in round 1.")
        .anyMatch(l -> l.startsWith("Proposed, without a reference yet: "));

    world.instruct("Lou Lane", "Avec", ref("Cy Cole"));

    assertThat(why(ref("Lou Lane"), ENGLISH)).contains("Asked for by an organiser (“With”).");
  }
}
