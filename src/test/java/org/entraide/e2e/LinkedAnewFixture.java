package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.entraide.Main;
import org.entraide.cli.shell.Console;
import org.entraide.people.word.Category;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A form that is linked to a new tab. */
@NullMarked
abstract class LinkedAnewFixture {

  static final String OLD = "Réponses au formulaire 1";
  static final String NEW = "Réponses au formulaire 2";
  static final String ANA = "ana@example.org";
  static final String BO = "bo@example.org";
  static final String CY = "cy@example.org";
  static final String DI = "di@example.org";

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init")
  World world;

  @BeforeEach
  void open() {
    world = World.empty(directory);
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Three people, one pair of them introduced. */
  void begin(boolean form) {
    if (!form) {
      world.withoutForm();
    }
    world.answer(Reply.of("Ana", "Alba", ANA).at("SW7").needs(Category.SHOPPING));
    world.time.advance(Duration.ofMinutes(5));
    world.answer(Reply.of("Bo", "Bell", BO).at("SW7").offers(Category.SHOPPING));
    world.time.advance(Duration.ofMinutes(5));
    world.answer(Reply.of("Cy", "Cole", CY).at("SW7").offers(Category.CHILDCARE));
    world.time.advance(Duration.ofMinutes(5));
    world.settle();
    assertThat(world.drafted()).hasSize(1);
  }

  void answerLater() {
    world.time.advance(Duration.ofMinutes(5));
    world.answer(Reply.of("Di", "Dell", DI).at("SW7").needs(Category.SHOPPING));
  }

  Map<String, String> refs(String tab) {
    return world.tab(tab).lines().stream()
        .collect(Collectors.toMap(line -> line.get(World.EMAIL), Grid.Line::ref));
  }

  void typed(String tab, String email, String title, String text) {
    Grid grid = world.tab(tab);
    String cell = grid.column(title) + grid.only(World.EMAIL, email).number();
    world.sheet(
        "type", OfficeJson.object().put("range", "'" + tab + "'!" + cell).put("value", text));
  }

  String doctor() {
    StringWriter out = new StringWriter();
    Path file = world.configuration();
    Main.execute(
        new Console(new PrintWriter(out), new PrintWriter(new StringWriter())),
        new String[] {"doctor", "--config", file.toString()});
    return out.toString();
  }

  boolean isServed(String tab) {
    return world.tab(tab).lines().stream()
        .allMatch(
            line ->
                !line.ref().isEmpty() && !line.status().isEmpty() && !line.explanation().isEmpty());
  }
}
