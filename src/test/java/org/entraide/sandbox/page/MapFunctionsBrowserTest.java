package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map's functions without its picture: where most people are, and where names have room. */
@NullMarked
@Tag("browser")
class MapFunctionsBrowserTest {

  private static Optional<Browser> opened = Optional.empty();
  private static Optional<SandboxFixture> shared = Optional.empty();

  private final Browser browser = opened.orElseThrow();

  @BeforeAll
  static void open(@TempDir Path profile, @TempDir Path directory) throws Exception {
    opened = Optional.of(Browser.openOrSkip(profile));
    shared = Optional.of(SandboxFixture.open(1, directory));
    opened.get().go(shared.get().root());
  }

  @AfterAll
  static void close() throws IOException {
    opened.ifPresent(Browser::close);
    if (shared.isPresent()) {
      shared.get().close();
    }
  }

  private JsonNode module(String name, String expression) {
    return browser.settle("import('/page/" + name + "').then(m => " + expression + ")");
  }

  /** Some who live there, each somewhere else in a village. */
  private static String living(int people, double latitude, double longitude) {
    return ("[...Array(%d).keys()].map(i => ({at: '%s', latitude: %s + i / 1000,"
            + " longitude: %s, uncertaintyKm: 1}))")
        .formatted(people, latitude, latitude, longitude);
  }

  @Test
  void mostPeopleAreThoseOfThePopulousNeighbourhoodAndNotTheOneAtItsEdge() {
    String people =
        String.join(
            ", ...",
            living(8, 40.7, -74),
            living(10, 51.5, -0.1),
            living(1, 51.95, -0.1),
            living(9, 52.5, 13.4));

    assertThat(module("map-space.js", "m.mostPeople([..." + people + "]).map(p => p.at)"))
        .hasSize(10)
        .allMatch(at -> at.asText().equals("51.5"));
    assertThat(module("map-space.js", "m.mostPeople([]).length").asInt()).isZero();
  }

  @Test
  void aPlaceOfThePlaneIsFoundAgainAndAKilometreIsLongerInTheNorth() {
    JsonNode found =
        module(
            "map-space.js",
            "(plane => [plane.place(plane.project({latitude: 60, longitude: 10})),"
                + " plane.kilometre(50), plane.kilometre(60)])"
                + "(new m.Plane({latitude: 50, longitude: 3}))");

    assertThat(found.get(0).get("latitude").asDouble()).isBetween(59.999, 60.001);
    assertThat(found.get(0).get("longitude").asDouble()).isBetween(9.999, 10.001);
    assertThat(found.get(1).asDouble()).isBetween(0.999, 1.001);
    assertThat(found.get(2).asDouble()).isBetween(1.28, 1.29);
  }

  @Test
  void namesThatHaveNoRoomAreLeftOutUnlessTheyMustBeSeen() {
    String two =
        "const name = (text, must) => ({text, must, width: 50, spots: [{x: 10, y: 10}, {x: 10, y:"
            + " 14}]}); const room = {width: 200, height: 100, reach: 7};";

    assertThat(
            module(
                    "map-names.js",
                    "{ "
                        + two
                        + " return [m.placeNames([name('a'), name('b')], [], room).map(n =>"
                        + " n.text),m.placeNames([name('a'), name('b', true)], [], room).map(n =>"
                        + " n.text),m.placeNames([name('a')], [{x: 30, y: 20}], room).map(n =>"
                        + " n.text),m.placeNames([name('a')], [], {...room, width: 40}).map(n =>"
                        + " n.text)]; }")
                .toString())
        .isEqualTo("[[\"a\"],[\"a\",\"b\"],[],[]]");
  }

  @Test
  void aTownIsNamedWhileItsNeighbourhoodsAreCloseAndTheyAreOtherwise() {
    String places =
        "(apart) => m.placeWords([{text: 'SW6, London (postcode district, within 2 km)', x: 0, y:"
            + " 0, r: 9}, {text: 'E8, London (postcode district, within 2 km)', x: apart, y: 0, r:"
            + " 9}]).map(p => p.text)";

    assertThat(module("map-names.js", "(" + places + ")(50)").toString()).isEqualTo("[\"London\"]");
    assertThat(module("map-names.js", "(" + places + ")(500)").toString())
        .isEqualTo("[\"SW6\",\"E8\"]");
  }
}
