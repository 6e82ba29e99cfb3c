package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.entraide.Main;
import org.entraide.cli.shell.Console;
import org.entraide.journal.sqlite.DaemonLock;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people have a right to, by the commands as typed, against an office: access and erasure. */
@NullMarked
@Tag("long")
class RightsTest {

  /** A form's answer that begins like this stays a text in the sheet. */
  private static final String FORMULA = "@SUM(A1:A9)";

  private record Ended(int exitCode, String out, String err) {}

  private final Path directory;
  private final World world;
  private String ana = "";

  RightsTest(@TempDir Path directory) {
    this.directory = directory;
    this.world = World.empty(directory);
  }

  @BeforeEach
  void introduceTwo() {
    world.answer(Town.ana().with(SampleForm.NOTES, FORMULA));
    world.answer(Town.bo());
    world.answer(Town.cy());
    world.settle();
    ana = world.rowOf(Town.ANA).ref();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Ended entraide(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] args = Arrays.copyOf(words, words.length + 2);
    args[words.length] = "--config";
    args[words.length + 1] = directory.resolve("entraide.toml").toString();
    int code = Main.execute(new Console(new PrintWriter(out), new PrintWriter(err)), args);
    return new Ended(code, out.toString(), err.toString());
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

  // ---- erasure

  @Test
  void withoutADaemonTheCommandItselfErasesAndListsWhatPeopleMustDelete() throws IOException {
    String introduction = world.ledger().lines().get(0).ref();
    world.restart();

    Ended ended = entraide("erase", Town.ANA.toUpperCase(Locale.ROOT), "--yes");

    assertThat(ended.err()).contains("Erased.");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("- rows 2 of ", "Responses › Individual › bin", "Version history", "backups")
        .doesNotContain("Ana", "@example.org");
    assertThat(bytesOfTheState()).doesNotContain(ana, introduction);
    assertThat(world.ledger().toString()).doesNotContain(introduction);
    assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Retiré");
  }

  /** By either reference, and by either address. */
  @ParameterizedTest
  @ValueSource(strings = {"first", "second", Town.ANA, Town.DI})
  void whoeverHadTwoReferencesIsErasedUnderBothWhenTheirRowsAreGone(String by) throws IOException {
    String telephone = "07700 900123";
    world.type(world.rowOf(Town.ANA).number(), SampleForm.PHONE, telephone);
    world.answer(Town.di().with(SampleForm.PHONE, telephone));
    world.settle();
    String di = world.rowOf(Town.DI).ref();
    List<String> traces = new ArrayList<>(List.of(ana, di));
    world.ledger().lines().forEach(line -> traces.add(line.ref()));
    assertThat(traces).hasSize(4).doesNotHaveDuplicates();
    world.type(world.rowOf(Town.DI).number(), "Consigne", "Même personne");
    world.settle();
    assertThat(world.rowOf(Town.ANA).ref()).isEqualTo(world.rowOf(Town.DI).ref());
    for (String address : List.of(Town.DI, Town.ANA)) {
      world.sheet(
          "deleteRows",
          OfficeJson.object().put("from", world.rowOf(address).number()).put("count", 1));
    }
    world.settle();
    world.restart();

    Ended ended =
        entraide("erase", by.equals("first") ? ana : by.equals("second") ? di : by, "--yes");

    assertThat(ended.err()).contains("Erased.");
    assertThat(ended.exitCode()).isZero();
    assertThat(bytesOfTheState()).doesNotContain(traces.toArray(new String[0]));
    assertThat(world.ledger().lines()).isEmpty();
    assertThat(world.drafted()).isEmpty();
  }

  @Test
  void besideADaemonItIsQueuedAndDoneInItsNextCycle() {
    List<Ended> ended = new ArrayList<>();
    try (DaemonLock held = DaemonLock.acquire(world.state()).orElseThrow()) {
      assertThat(held).isNotNull();
      Thread command = new Thread(() -> ended.add(entraide("erase", ana, "--yes")));
      command.start();
      while (world.journal().queuedCommands().isEmpty() && command.isAlive()) {
        Thread.onSpinWait();
      }
      world.settle();
      join(command);
    }

    assertThat(ended.get(0).err()).contains("The daemon erases in its next cycle", "Erased.");
    assertThat(ended.get(0).exitCode()).isZero();
    assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Retiré");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobodyIsErasedWithoutBeingAskedFor() {
    world.restart();

    Ended unasked = entraide("erase", ana);
    Ended unknown = entraide("erase", "nobody@example.org", "--yes");
    Ended mistyped = entraide("erase", ana.substring(0, ana.length() - 1), "--yes");

    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.err()).contains(": " + ana, "add --yes");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("nobody is known by that address");
    assertThat(mistyped.exitCode()).isEqualTo(1);
    assertThat(mistyped.err()).contains("one character seems wrong. Is " + ana + " meant?");
    world.settle();
    assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Brouillon prêt");
  }

  @Test
  void whoeverAnswersAgainAfterwardsIsANewPerson() {
    world.restart();
    entraide("erase", ana, "--yes");

    world.time.advance(Duration.ofMinutes(1));
    world.answer(Town.ana());
    world.settle();

    assertThat(world.ledger().lines()).hasSize(1);
    assertThat(world.ledger().toString()).doesNotContain(ana);
  }

  @Test
  void anErasureWaitsForTheFormSoThatNoAnswerPassesForLostAfterwards() {
    world.restart();
    world.fault(Faults.Rule.next(0, "forms.read", FaultEffect.FORBIDDEN));

    Ended waiting = entraide("erase", ana, "--yes");
    world.office.faults().clear();
    world.settle();

    assertThat(waiting.exitCode()).isNotZero();
    assertThat(waiting.err()).contains("stays queued");
    assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Retiré");
    world.sheet("deleteRows", OfficeJson.object().put("from", 2).put("count", 1));
    world.pass(3, Duration.ofMinutes(11));
    assertThat(world.wholeSheet().toString()).doesNotContain("pas de ligne dans la feuille");
  }

  // ---- access

  @Test
  void aPersonsExportHoldsWhatIsHeldOfThemAndNothingOfOthers() throws IOException {
    Path to = directory.resolve("ana");

    Ended ended = entraide("export", "londres", "--person", ana, "-o", to.toString());

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err()).contains("answers.csv: 1 rows", "introductions.csv: 1 rows");
    String answers = Files.readString(to.resolve("answers.csv"));
    assertThat(answers).contains(Town.ANA, ana, ",\"'" + FORMULA + "\",");
    String all =
        answers
            + Files.readString(to.resolve("introductions.csv"))
            + Files.readString(to.resolve("journal.csv"));
    assertThat(all).doesNotContain("bo@example.org", "cy@example.org");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(to.resolve("answers.csv"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aCampaignsExportHoldsEverybodyAndReplacesNoFile() throws IOException {
    String to = directory.resolve("all").toString();

    Ended first = entraide("export", "londres", "-o", to);
    Ended second = entraide("export", "londres", "-o", to);
    Ended other = entraide("export", "paris", "-o", to);

    assertThat(first.exitCode()).isZero();
    assertThat(Files.readAllLines(Path.of(to, "answers.csv"))).hasSize(4);
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.err()).contains("it is there already");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("\"paris\"", "it has londres");
  }

  // ---- backups

  @Test
  void aBackupThatIsRestoredIsGoneOnFromWithoutASecondIntroduction() throws IOException {
    Path backup = directory.resolve("backup.db");

    Ended made = entraide("backup", backup.toString());
    assertThat(made.exitCode()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    world.answer(Town.di());
    world.settle();
    int entries = world.ledger().lines().size();
    world.restart();
    Ended restored = entraide("restore", backup.toString());

    assertThat(restored.err()).contains("What stood there before is put aside");
    assertThat(restored.exitCode()).isZero();
    world.settle();
    assertThat(world.ledger().lines()).hasSize(entries);
    assertThat(world.rowOf(Town.ANA).ref()).isEqualTo(ana);
  }

  @Test
  void aBackupFromBeforeAnErasureBringsNobodyBack() throws IOException {
    Path backup = directory.resolve("backup.db");
    entraide("backup", backup.toString());
    world.restart();
    entraide("erase", ana, "--yes");
    entraide("restore", backup.toString());

    world.settle();

    assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Retiré");
    assertThat(world.journal().memory("londres").references()).doesNotContain(ana);
  }

  @Test
  void whatIsNoBackupIsRefusedAndChangesNothing() throws IOException {
    Path nonsense = Files.writeString(directory.resolve("nonsense.db"), "x".repeat(5000));
    Path empty = Files.createFile(directory.resolve("empty.db"));
    world.restart();

    for (Path wrong : List.of(nonsense, empty, directory, directory.resolve("absent.db"))) {
      Ended ended = entraide("restore", wrong.toString());
      assertThat(ended.exitCode()).as(wrong.toString()).isEqualTo(2);
      assertThat(ended.err()).contains(wrong.toString()).doesNotContain("\tat ");
    }
    assertThat(world.cycle().quiet()).isTrue();
  }

  @Test
  void aRunningDaemonsJournalIsCopiedAndNotReplaced() throws IOException {
    Path backup = directory.resolve("backup.db");
    try (DaemonLock held = DaemonLock.acquire(world.state()).orElseThrow()) {
      assertThat(held).isNotNull();

      assertThat(entraide("backup", backup.toString()).exitCode()).isZero();
      assertThat(entraide("backup", backup.toString()).exitCode()).isEqualTo(2);
      Ended restore = entraide("restore", backup.toString());

      assertThat(restore.exitCode()).isEqualTo(11);
      assertThat(restore.err()).contains("Stop it");
    }
  }
}
