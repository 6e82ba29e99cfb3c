package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

/** What imported postcodes change for a campaign, and whom they would help. */
class PostcodesTest {

  private static final String COUNT = "postcode_file.GB";

  private static World world() {
    return new World()
        .answer("Ana Alba", PLACE, "12 Queen’s Gate, SW7 2AZ", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Londres n1 9gu", NEEDS, "Courses")
        .answer("Cy Cole", PLACE, "Nord", NEEDS, "Courses");
  }

  @Test
  void whomAFileWouldHelpIsCounted() {
    assertThat(world().once().counts()).containsEntry(COUNT, 2L);
  }

  @Test
  void whereTheFileIsNobodyIsCounted() {
    World world = world();
    world.postcodes.add("GB");

    assertThat(world.once().counts()).doesNotContainKey(COUNT);
  }

  @Test
  void anImportHasPlacesLookedForAgainAndWritesNothingByItself() {
    World world = world();
    world.once();
    world.once();
    int asked = world.geocoder.asked().size();
    world.once();
    assertThat(world.geocoder.asked()).hasSize(asked); // nothing new, nobody is asked

    world.postcodes.add("GB");
    CycleReport after = world.once();

    List<String> again = world.geocoder.asked().subList(asked, world.geocoder.asked().size());
    assertThat(again).contains("12 Queen’s Gate, SW7 2AZ", "Londres n1 9gu", "Nord");
    assertThat(after.effects()).isEmpty();
  }
}
