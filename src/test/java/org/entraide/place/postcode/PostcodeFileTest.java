package org.entraide.place.postcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.entraide.file.FileProblem;
import org.entraide.place.PostcodeLookup.Hit;
import org.entraide.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeFileTest {

  private static final Instant NOW = Instant.parse("2026-11-25T13:00:00Z");

  @TempDir private Path state;
  private Path file;

  @BeforeEach
  void setUp() {
    file = PostcodeDirectory.within(state).resolve("GB.bin");
  }

  private void importRows(String rows) throws IOException, FileProblem {
    PostcodeImport job = new PostcodeImport(line -> {});
    byte[] text = ("pcds,lat,long,doterm\n" + rows).getBytes(StandardCharsets.UTF_8);
    job.read("onspd.csv", new ByteArrayInputStream(text));
    job.write(PostcodeDirectory.within(state), NOW);
  }

  @Test
  void everyCodeOfThousandsInAnyOrderIsFoundAndNoOther() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    TreeMap<String, Double> codes = new TreeMap<>();
    while (codes.size() < 5000) {
      String code =
          "SW%d%d%c%c"
              .formatted(
                  random.nextInt(100),
                  random.nextInt(10),
                  'A' + random.nextInt(26),
                  'A' + random.nextInt(26));
      codes.put(code, 50 + random.nextInt(1_000_000) / 1e5 % 9);
    }
    StringBuilder rows = new StringBuilder();
    codes.entrySet().stream()
        .sorted((a, b) -> Integer.compare(a.getKey().hashCode(), b.getKey().hashCode()))
        .forEach(it -> rows.append("%s,%.5f,-0.5,%n".formatted(it.getKey(), it.getValue())));
    importRows(rows.toString());

    PostcodeFile read = PostcodeFile.open(file);

    assertThat(read.count()).isEqualTo(5000);
    assertThat(Files.size(file)).isLessThan(5000 * 13 + 1000);
    codes.forEach(
        (code, latitude) -> {
          Hit hit = read.find(code).orElseThrow();
          assertThat(Math.abs(hit.point().latitude() - latitude)).isLessThan(1.1e-5);
          assertThat(hit.uncertaintyKm()).isEqualTo(0.2);
          String other = code.substring(0, code.length() - 1);
          assertThat(read.find(other)).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"SW7 2AZ", "sw72az", " SW7  2az ", "SW7-2AZ"})
  void aCodeIsFoundHoweverItIsWritten(String code) throws Exception {
    importRows("SW7 2AZ,51.4988,-0.1749,\n");

    assertThat(PostcodeFile.open(file).find(code)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "SW7", "SW7 2A", "SW7 2AZZZZ", "SW7\u00a02AZ", "ＳＷ７２ＡＺ", "é"})
  void whatIsNoCodeOfTheFileIsNotFound(String code) throws Exception {
    importRows("SW7 2AZ,51.4988,-0.1749,\n");

    assertThat(PostcodeFile.open(file).find(code)).isEmpty();
  }

  @Test
  void itSaysWhatItIs() throws Exception {
    importRows("SW7 2AZ,51.4988,-0.1749,\n");

    PostcodeFile read = PostcodeFile.open(file);

    assertThat(read.country()).isEqualTo("GB");
    assertThat(read.source()).isEqualTo("ONSPD or NSPL");
    assertThat(read.attribution()).contains("Royal Mail", "Open Government Licence");
    assertThat(read.imported()).isEqualTo(NOW);
    assertThat(read.longest()).isEqualTo(6);
  }

  @Test
  void onlyItsOwnerMayReadIt() throws Exception {
    importRows("SW7 2AZ,51.4988,-0.1749,\n");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file); // nothing half-written is left
    }
  }

  /** One bit anywhere, one byte too few or too many. */
  @Test
  void aDamagedFileIsRefusedWhereverTheDamageIs() throws Exception {
    importRows("SW7 2AZ,51.4988,-0.1749,\nN1 9GU,51.53,-0.12,\n");
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      Files.write(file, bad);
      assertRefused();
    }
    for (int length : IntStream.range(0, good.length).toArray()) {
      Files.write(file, java.util.Arrays.copyOf(good, length));
      assertRefused();
    }
    Files.write(file, java.util.Arrays.copyOf(good, good.length + 1));
    assertRefused();
  }

  private void assertRefused() {
    assertThatExceptionOfType(PostcodeFileProblem.class)
        .isThrownBy(() -> PostcodeFile.open(file))
        .withMessageContaining("entraide import-postcodes FILE");
  }

  @Test
  void aFileOfAnotherVersionIsRefusedByItsVersion() throws Exception {
    importRows("SW7 2AZ,51.4988,-0.1749,\n");
    byte[] later = Files.readAllBytes(file);
    ByteBuffer.wrap(later).putInt(8, 2);
    Files.write(file, later);

    assertThatExceptionOfType(PostcodeFileProblem.class)
        .isThrownBy(() -> PostcodeFile.open(file))
        .withMessageContaining("it has version 2, and this program reads version 1");
  }

  // ---- the directory

  @Test
  void aNewFileIsNoticedAndAnOldOneForgotten() throws Exception {
    PostcodeDirectory directory = new PostcodeDirectory(state);
    assertThat(directory.find("GB", "SW72AZ")).isEmpty();
    assertThat(directory.edition()).isEmpty();

    importRows("SW7 2AZ,51.4988,-0.1749,\n");
    assertThat(directory.find("GB", "SW72AZ")).isPresent();
    assertThat(directory.hasCodesOf("GB", 5)).isTrue();
    var first = directory.edition();

    importRows("N1 9GU,51.53,-0.12,\nN1 9GV,51.53,-0.12,\n");
    assertThat(directory.find("GB", "SW72AZ")).isEmpty();
    assertThat(directory.find("GB", "N19GU")).isPresent();
    assertThat(directory.edition()).isNotEqualTo(first);

    Files.delete(file);
    assertThat(directory.find("GB", "N19GU")).isEmpty();
    assertThat(directory.edition()).isEmpty();
  }

  @Test
  void aDamagedFileIsAsGoodAsAbsentAndTheDirectorySaysWhy() throws Exception {
    importRows("SW7 2AZ,51.4988,-0.1749,\n");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    PostcodeDirectory directory = new PostcodeDirectory(state);

    assertThat(directory.find("GB", "SW72AZ")).isEmpty();
    assertThat(directory.states())
        .singleElement()
        .satisfies(it -> assertThat(it.file()).isEqualTo(Optional.empty()))
        .satisfies(
            it ->
                assertThat(Texts.english().format(it.problem())).contains("GB.bin: it is damaged"));
  }

  @Test
  void aFileUnderAnotherCountrysNameIsRefused() throws Exception {
    importRows("SW7 2AZ,51.4988,-0.1749,\n");
    Files.move(file, file.resolveSibling("FR.bin"), StandardCopyOption.REPLACE_EXISTING);

    PostcodeDirectory directory = new PostcodeDirectory(state);

    assertThat(directory.find("FR", "SW72AZ")).isEmpty();
    assertThat(Texts.english().format(directory.states().get(0).problem()))
        .contains("postcodes of GB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "G", "gb", "GBR", "..", "/x", "../GB"})
  void onlyCountriesNameFiles(String country) throws Exception {
    importRows("SW7 2AZ,51.4988,-0.1749,\n");

    assertThat(new PostcodeDirectory(state).find(country, "SW72AZ")).isEmpty();
  }
}
