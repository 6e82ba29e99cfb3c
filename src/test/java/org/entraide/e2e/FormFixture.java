package org.entraide.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.port.Table;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.people.word.Category;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox whose sheet has a form. */
@NullMarked
abstract class FormFixture {

  static final String ANA = "ana@example.org";
  static final String BO = "bo@example.org";

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init")
  World world;

  @SuppressWarnings("NullAway.Init")
  Table table;

  @SuppressWarnings("NullAway.Init")
  FormReader reader;

  String ana = "";
  String bo = "";

  @BeforeEach
  void open() throws Exception {
    world = World.empty(directory);
    world.configuration();
    GoogleServices google =
        GoogleServices.overHttp(
            new GoogleAccess(
                directory.resolve("credentials.json"), Optional.of(URI.create(world.root()))),
            world.time,
            world.time,
            new Random(1));
    table = google.table(SampleOffice.SPREADSHEET);
    reader = new FormReader(google.form(SampleOffice.FORM), world.time);
    ana =
        world.answer(
            Reply.of("Ana", "Alba", ANA)
                .at("SW7")
                .needs(Category.SHOPPING, Category.MEDICINES)
                .with(SampleForm.PHONE, "+44 7700 900123"));
    bo =
        world.answer(
            Reply.of("Bo", "Bell", BO)
                .at("N1")
                .needs(Category.SHOPPING)
                .with(SampleForm.PHONE, "007"));
  }

  @AfterEach
  void close() {
    world.close();
  }
}
