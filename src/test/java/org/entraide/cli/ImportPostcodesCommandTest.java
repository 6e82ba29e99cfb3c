package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entraide.cli.shell.ExitCode;
import org.entraide.place.postcode.PostcodeDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it replaces the standard input")
class ImportPostcodesCommandTest {

  private static final String ONS = "pcds,lat,long,doterm\nSW7 2AZ,51.4988,-0.1749,\n";

  @TempDir private Path directory;
  private Path state;
  private final CliRun cli = new CliRun();

  @BeforeEach
  void setUp() {
    state = directory.resolve("state");
  }

  private int importing(String file) {
    return cli.execute("import-postcodes", file, "--state", state.toString());
  }

  private String file(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content).toString();
  }

  private boolean knows(String code) {
    return new PostcodeDirectory(state).find("GB", code).isPresent();
  }

  @Test
  void itSaysWhatItReadAndWhoseItIs() throws IOException {
    assertThat(importing(file("onspd.csv", ONS + "AB1 0AA,57.1,-2.2,199606\n"))).isZero();

    assertThat(knows("SW72AZ")).isTrue();
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err())
        .contains("GB: 1 postcodes from ONSPD or NSPL. Contains OS data © Crown copyright")
        .contains("2 rows read")
        .contains("1 out of use, 0 without a place, 0 wrong");
    assertThat(new PostcodeDirectory(state).states().get(0).file().orElseThrow().imported())
        .isEqualTo(CliRun.NOW);
  }

  @Test
  void aBadRowMakesItPartlyDone() throws IOException {
    String file = file("onspd.csv", ONS + "x,51,0,\n");

    assertThat(importing(file)).isEqualTo(ExitCode.PARTLY);

    assertThat(knows("SW72AZ")).isTrue();
    assertThat(cli.err()).contains(file + ":3:1: \"x\" is no British postcode").contains("1 wrong");
  }

  @Test
  void whatIsNoneIsWrongUsageAndLeavesTheOldFile() throws IOException {
    importing(file("onspd.csv", ONS));
    CliRun second = new CliRun();

    assertThat(
            second.execute(
                "import-postcodes", file("x.csv", "a,b\n1,2\n"), "--state", state.toString()))
        .isEqualTo(ExitCode.USAGE);

    assertThat(second.err().lines())
        .singleElement()
        .asString()
        .contains("x.csv:1:1: not a postcode file: its first row is \"a\", \"b\"; known are ONSPD");
    assertThat(knows("SW72AZ")).isTrue();
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage() {
    assertThat(importing("/no/such.csv")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("/no/such.csv: there is no such file or directory");
  }

  @Test
  void aTornGzipIsWrongUsage() throws IOException {
    Path torn = Files.write(directory.resolve("x.gz"), new byte[] {0x1F, (byte) 0x8B, 8});

    assertThat(importing(torn.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("x.gz: it ends too soon");
  }

  @Test
  void aFolderIsReadAsItsFiles() throws IOException {
    file("codepo/Data/CSV/sw.csv", "\"SW7 2AZ\",10,526700,179300\n");
    file("codepo/Data/CSV/n.csv", "\"N1 9GU\",10,530300,183900\n");
    file("codepo/Doc/licence.txt", "Words.\n");

    assertThat(importing(directory.resolve("codepo").toString())).isZero();

    assertThat(knows("SW72AZ")).isTrue();
    assertThat(knows("N19GU")).isTrue();
  }

  @Test
  void anEmptyFolderIsWrongUsage() {
    assertThat(importing(directory.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("there is no .csv or .txt file in it");
  }

  @Test
  void standardInputIsReadToo() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(ONS.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(importing("-")).isZero();
    } finally {
      System.setIn(before);
    }

    assertThat(knows("SW72AZ")).isTrue();
  }
}
