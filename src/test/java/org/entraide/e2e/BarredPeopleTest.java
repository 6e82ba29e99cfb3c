package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.entraide.Main;
import org.entraide.cli.shell.Console;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who was barred is never introduced again, with an office and a real journal. */
@Tag("long")
@NullMarked
class BarredPeopleTest {

  private final Path directory;
  private final World world;

  BarredPeopleTest(@TempDir Path directory) {
    this.directory = directory;
    this.world = World.empty(directory);
  }

  /** Ana is barred while her draft waits; nobody is left to help but Cy. */
  @BeforeEach
  void bar() {
    world.answer(Town.ana());
    world.answer(Town.cy());
    world.settle();
    assertThat(world.drafted()).hasSize(1);
    world.type(world.rowOf(Town.ANA).number(), "Consigne", "Exclu");
    world.settle();
    assertThat(world.drafted()).isEmpty();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void deleteAnasRow() {
    world.sheet(
        "deleteRows",
        OfficeJson.object().put("from", world.rowOf(Town.ANA).number()).put("count", 1));
    world.settleSlowly();
  }

  private void answersAgain() {
    world.time.advance(Duration.ofMinutes(1));
    world.answer(Town.ana());
    world.settleSlowly();
  }

  private void assertNothingIsDrafted() {
    assertThat(world.drafted()).isEmpty();
    world.requests();
    assertThat(world.cycle().effects()).isEmpty();
    assertThat(world.requests().keySet()).isSubsetOf("sheets.read", "gmail.read", "forms.read");
  }

  private String bytesOfTheState() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(world.state())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void whoseRowWasDeletedStaysBarred() {
    deleteAnasRow();

    answersAgain();

    assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Exclu");
    assertNothingIsDrafted();
  }

  @Test
  void whoseRowAndTheStateDirectoryAreGoneStaysBarred() {
    deleteAnasRow();
    world.forget();

    answersAgain();

    assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Exclu");
    assertThat(world.rowOf(Town.ANA).explanation()).contains("Distinct", "«\u202fnon\u202f»");
    assertNothingIsDrafted();
  }

  @Test
  void aDeletedColumnFreesNobody() {
    world.sheet(
        "deleteColumns", OfficeJson.object().put("from", world.answers().column("Consigne")));
    world.settleSlowly();

    assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Exclu");
    assertThat(world.rowOf(Town.ANA).explanation()).contains("«\u202fnon\u202f» à sa ligne");
    assertNothingIsDrafted();
  }

  @Test
  void whoWasErasedStaysBarredAndOnlyHashesAreLeft() throws IOException {
    String ana = world.rowOf(Town.ANA).ref();
    world.restart();
    int code =
        Main.execute(
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())),
            "erase",
            ana,
            "--yes",
            "--config",
            directory.resolve("entraide.toml").toString());
    assertThat(code).isZero();
    world.settle();

    answersAgain();

    assertThat(world.answers().where("Statut", "Exclu")).hasSize(1);
    assertNothingIsDrafted();
    assertThat(world.answers().toString() + world.ledger()).doesNotContain(ana);
    world.restart();
    assertThat(bytesOfTheState()).doesNotContain(ana, "Ana", Town.ANA);
  }
}
