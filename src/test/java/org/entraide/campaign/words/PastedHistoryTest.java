package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entraide.campaign.handmade.HandMadeFixture;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

/**
 * A campaign that began by hand is taken over with the file that the administrator's page shows.
 */
class PastedHistoryTest extends HandMadeFixture {

  private static final List<String> IN_ORDER =
      List.of(
          "Réf",
          "Personne",
          "Bénévole",
          "Délégué",
          "Besoins",
          "Distance (km)",
          "État",
          "Envoyé le",
          "Suite");

  private static List<String> rowsOfThePage() throws IOException {
    String page = Files.readString(Path.of("docs/administration.md"));
    String block = page.split("```csv\n", 2)[1];
    return block.substring(0, block.indexOf("```")).strip().lines().map(String::strip).toList();
  }

  @Test
  void theRowsOfThePageBecomeIntroductionsWithoutLetters() throws IOException {
    world =
        new World()
            .answer(
                "Ana Alba", EMAIL, "ana@example.org", PLACE, "Nord", NEEDS, "Courses, Médicaments")
            .answer("Bo Bell", EMAIL, "bo@example.org", PLACE, "Loin", OFFERS, "Courses")
            .answer("Eve Ender", PLACE, "Nord", NEEDS, "Courses", PHONE, "+44 7700 900123")
            .answer("Cy Cole", EMAIL, "cy@example.org", PLACE, "Loin", OFFERS, "Courses")
            .answer("Dot Dale", EMAIL, "dot@example.org", PLACE, "Nord", NEEDS, "Courses")
            .answer("Fay Fell", PLACE, "Loin", OFFERS, "Courses", PHONE, "07700 900456");
    world.settle(2);
    for (String title : IN_ORDER) {
      assertThat(world.table.column(LEDGER, title)).isEqualTo(IN_ORDER.indexOf(title));
    }
    List<String> rows = rowsOfThePage();
    assertThat(rows).hasSize(3);

    for (String row : rows) {
      int under = world.table.rowCount(LEDGER);
      List<String> cells = List.of(row.split(",", -1));
      assertThat(cells).hasSameSizeAs(IN_ORDER);
      for (String cell : cells) {
        if (!cell.isEmpty()) {
          world.table.type(LEDGER, under, IN_ORDER.get(cells.indexOf(cell)), cell);
        }
      }
    }
    counts();

    assertThat(world.ledger())
        .containsExactlyInAnyOrder(
            "Ana Alba, Bo Bell: Acceptée",
            "Eve Ender, Cy Cole: Terminée",
            "Dot Dale, Fay Fell: Envoyée");
    assertThat(cell(1, "Besoins")).isEqualTo("courses");
    assertThat(cell(1, "Envoyé le")).isEqualTo("02/03/2020");
    assertThat(world.letters()).isEmpty();
    assertThat(world.once().quiet()).isTrue();
  }
}
