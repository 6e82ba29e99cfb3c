package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.people.word.Category.SHOPPING;

import java.util.List;
import org.entraide.testkit.PointedRef;
import org.jspecify.annotations.NullMarked;

/** Four people who know nothing of each other, and what is always asked about them. */
@NullMarked
final class Town {

  static final String ANA = "ana@example.org";
  static final String BO = "bo@example.org";
  static final String CY = "cy@example.org";
  static final String DI = "di@example.org";

  private Town() {}

  /** Needs shopping, in SW7. */
  static Reply ana() {
    return Reply.of("Ana", "Petit", ANA).at("SW7").needs(SHOPPING);
  }

  /** Offers it, three kilometres away. */
  static Reply bo() {
    return Reply.of("Bo", "Grand", BO).at("SW11").offers(SHOPPING);
  }

  /** Offers it next door to Ana. */
  static Reply cy() {
    return Reply.of("Cy", "Long", CY).at("SW7").offers(SHOPPING);
  }

  /** Needs it as well, next door to Bo. */
  static Reply di() {
    return Reply.of("Di", "Court", DI).at("SW11").needs(SHOPPING);
  }

  /** Who was introduced to whom, in the order of the ledger. */
  static List<String> pairs(World world) {
    return world.ledger().lines().stream()
        .map(
            line -> PointedRef.of(line.get("Personne")) + " " + PointedRef.of(line.get("Bénévole")))
        .toList();
  }

  /** No pair twice, no reference twice, and a draft for each introduction that says it has one. */
  static void assertNothingDoubled(World world) {
    assertThat(pairs(world)).doesNotHaveDuplicates();
    assertThat(world.ledger().lines()).extracting(Grid.Line::ref).doesNotHaveDuplicates();
    assertThat(world.drafted())
        .containsExactlyInAnyOrderElementsOf(
            world.ledger().where("État", "Brouillon prêt").stream().map(Grid.Line::ref).toList());
  }

  /** Ana and Bo have their one draft, the sheet says so everywhere, and nothing is left to do. */
  static void assertAnaAndBoAreDrafted(World world) {
    assertNothingDoubled(world);
    assertThat(world.ledger().lines()).hasSize(1);
    Grid.Line entry = world.ledger().lines().get(0);
    assertThat(entry.get("État")).isEqualTo("Brouillon prêt");
    assertThat(PointedRef.of(entry.get("Personne"))).isEqualTo(world.rowOf(ANA).ref());
    assertThat(PointedRef.of(entry.get("Bénévole"))).isEqualTo(world.rowOf(BO).ref());
    for (String email : List.of(ANA, BO)) {
      assertThat(world.rowOf(email).status()).isEqualTo("Brouillon prêt");
      assertThat(world.rowOf(email).explanation()).contains(entry.ref());
    }
    world.requests();
    assertThat(world.cycle().effects()).isEmpty();
    // with a form, it is heard where rows have come; nothing else is asked and nothing written
    assertThat(world.requests().keySet())
        .contains("sheets.read", "gmail.read")
        .isSubsetOf("sheets.read", "gmail.read", "forms.read");
  }
}
