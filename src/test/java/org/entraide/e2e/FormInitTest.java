package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entraide.Main;
import org.entraide.cli.shell.Console;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code init} with a form that is there. */
@Tag("long")
@NullMarked
class FormInitTest extends FormFixture {

  // ---- init

  private record Ended(int exitCode, String out, String err) {}

  private Ended init(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] args = new String[words.length + 3];
    args[0] = "init";
    System.arraycopy(words, 0, args, 1, words.length);
    args[words.length + 1] = "--config";
    args[words.length + 2] = directory.resolve("entraide.toml").toString();
    int code = Main.execute(new Console(new PrintWriter(out), new PrintWriter(err)), args);
    return new Ended(code, out.toString(), err.toString());
  }

  @Test
  void initAdoptsTheFormAndPreparesTheSheetOnce() {
    Ended first = init("londres", "--lang", "fr");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .isEqualTo("form = \"sample-form\"%nspreadsheet = \"sample-spreadsheet\"%n".formatted());
    assertThat(first.err()).contains("Formulaire trouvé", "Feuille préparée");

    Map<String, ?> before = world.outside();
    world.requests();
    Ended second = init("londres", "--lang", "en");
    assertThat(second.exitCode()).isZero();
    assertThat(second.err()).contains("nothing to add");
    assertThat(world.requests()).doesNotContainKeys("sheets.write", "forms.write");
    assertThat(world.outside()).isEqualTo(before);
  }

  @Test
  void initWithoutAFormAsksForAPerson() throws Exception {
    Path file = directory.resolve("entraide.toml");
    Files.writeString(file, Files.readString(file).replace("form = \"sample-form\"", ""));
    Ended ended = init("londres", "--no-wait");
    assertThat(ended.exitCode()).isEqualTo(77);
    assertThat(ended.err()).contains("auth login", "--create-forms");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void initOfAnUnknownCampaignNamesThoseThatThereAre() {
    Ended ended = init("paris");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("londres");
  }

  @Test
  void initSaysThatNobodyLinkedTheForm() {
    world.office.exclusively(() -> world.sample.form().unlink());
    for (List<String> unlinked : List.of(List.of("--wait", "0"), List.of("--no-wait"))) {
      List<String> words = new ArrayList<>(List.of("londres", "--lang", "fr"));
      words.addAll(unlinked);
      Ended ended = init(words.toArray(String[]::new));
      assertThat(ended.exitCode()).as("%s", unlinked).isEqualTo(75);
      assertThat(ended.err()).contains("Associer à Sheets", "relancez la même commande");
    }
  }
}
