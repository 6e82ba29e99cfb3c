package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.EMAIL;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PHONE;
import static org.entraide.campaign.World.PLACE;

import java.util.List;
import org.entraide.plan.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What letters say of the people of a campaign, and what they do not. */
class LettersOfACampaignTest {

  private static final String OTHER_WAY = "L’entraide va aussi dans l’autre sens";

  private static List<String> bodies(World world) {
    return world.mailbox().letters().stream().map(Letter::body).toList();
  }

  @Test
  void twoWhoHelpEachOtherAreToldSoInBothLetters() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", OFFERS, "Conversation")
            .answer("Bo Bell", PLACE, "Nord", NEEDS, "Conversation", OFFERS, "Courses");

    world.once();

    assertThat(bodies(world)).hasSize(2).allSatisfy(b -> assertThat(b).contains(OTHER_WAY));
  }

  @Test
  void ofAThirdWhoHelpsTheHelperNothingIsSaid() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Nord", NEEDS, "Conversation", OFFERS, "Courses")
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Conversation");

    world.once();

    assertThat(bodies(world)).hasSize(2).allSatisfy(b -> assertThat(b).doesNotContain(OTHER_WAY));
    assertThat(bodies(world).stream().filter(b -> b.contains("Ana")))
        .singleElement()
        .asString()
        .doesNotContain("Cy", "bavarder");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, moins d’un kilomètre, false",
    "0.6, moins d’un kilomètre, true",
    "2.0, 2 km environ, true",
    "9.0, 'Là, à 9 km près', true",
  })
  void aPlaceIsToldAsWellAsItIsKnownUnlessItIsADoor(double km, String words, boolean named) {
    World world = new World();
    world.geocoder.with("Là", 0, km).with("Ici", 0, 0.7);
    world
        .answer("Ana Alba", PLACE, "Là", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Ici", OFFERS, "Courses");

    world.once();

    assertThat(bodies(world)).singleElement().asString().contains(words);
    assertThat(bodies(world).get(0).contains("Ana\u202F: Là")).isEqualTo(named);
  }

  @Test
  void aTelephoneNumberIsToldOnlyWhereNothingCanBeAddressed() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "", PHONE, "07700 900123")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses", PHONE, "07700 900456");

    world.once();

    assertThat(bodies(world))
        .singleElement()
        .asString()
        .contains("appeler au +44 7700 900123")
        .doesNotContain("900456", "example.org");
  }
}
