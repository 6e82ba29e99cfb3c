package org.entraide.place.postcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entraide.file.FileProblem;
import org.entraide.place.GeoPoint;
import org.entraide.place.PostcodeLookup.Hit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeImportTest {

  private static final Instant NOW = Instant.parse("2026-11-25T13:00:00Z");
  private static final String ONS =
      "\"pcd\",\"pcd2\",\"pcds\",\"dointr\",\"doterm\",\"osgrdind\",\"lat\",\"long\",\"lep1\"\n";
  private static final String GOOD =
      "\"SW7 2AZ\",\"\",\"SW7 2AZ\",\"1980\",\"\",1,51.4988,-0.1749,\"\"\n";

  /** South Kensington, by its grid reference. */
  private static final String CODE_POINT =
      "\"SW7"
          + " 2AZ\",10,526700,179300,\"E92000001\",\"E19000003\",\"E18000007\",\"\",\"E09000020\",\"E05009389\"\n";

  private static final String GEONAMES =
      "BE\t1000\tBruxelles\tBruxelles-Capitale\tBRU\t\t\t\t\t50.8466\t4.3517\t4\n";

  @TempDir private Path state;
  private final List<String> findings = new ArrayList<>();

  private PostcodeImport.ImportResult importing(byte[] content) throws IOException, FileProblem {
    PostcodeImport job = new PostcodeImport(findings::add);
    job.read("f", new ByteArrayInputStream(content));
    return job.write(PostcodeDirectory.within(state), NOW);
  }

  private PostcodeImport.ImportResult importing(String content) throws IOException, FileProblem {
    return importing(content.getBytes(StandardCharsets.UTF_8));
  }

  private Hit hit(String country, String code) {
    return new PostcodeDirectory(state).find(country, code).orElseThrow();
  }

  // ---- formats

  @Test
  void onspdIsReadByItsColumnNames() throws Exception {
    PostcodeImport.ImportResult result = importing(ONS + GOOD);

    assertThat(result.written()).extracting(it -> it.source()).containsExactly(PostcodeSource.ONS);
    assertThat(hit("GB", "SW72AZ")).isEqualTo(new Hit(new GeoPoint(51.4988, -0.1749), 0.2));
    assertThat(findings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pcd,lat,long\nSW72AZ,51.4988,-0.1749\n",
        "PCDS,LAT,LONG\nSW7 2AZ,51.4988,-0.1749\n",
        "\ufeffpcds,doterm,lat,long\r\nSW7 2AZ,,51.4988,-0.1749\r\n",
        "pcd7,pcd8,pcds,doterm,gridind,lat,long\nSW7 2AZ,SW7 2AZ,SW7 2AZ,,1,51.4988,-0.1749",
        "long,x,lat,Postcode\n-0.1749,,51.4988,SW7 2AZ\n"
      })
  void columnsMayStandAnywhere(String file) throws Exception {
    importing(file);

    assertThat(hit("GB", "SW72AZ").point()).isEqualTo(new GeoPoint(51.4988, -0.1749));
  }

  @Test
  void whatIsOutOfUseOrHasNoPlaceIsCountedAndNotKept() throws Exception {
    PostcodeImport.ImportResult result =
        importing(
            ONS
                + GOOD
                + "\"\",\"\",\"AB1 0AA\",\"1980\",\"199606\",1,57.1,-2.2,\"\"\n"
                + "\"\",\"\",\"JE2 3AB\",\"1980\",\"\",9,99.999999,0.000000,\"\"\n"
                + "\"\",\"\",\"JE2 3AC\",\"1980\",\"\",9,0,0,\"\"\n"
                + "\"\",\"\",\"JE2 3AD\",\"1980\",\"\",9,,,\"\"\n");

    assertThat(result.terminated()).isEqualTo(1);
    assertThat(result.nowhere()).isEqualTo(3);
    assertThat(result.bad()).isZero();
    PostcodeDirectory directory = new PostcodeDirectory(state);
    assertThat(directory.find("GB", "AB10AA")).isEmpty();
    assertThat(directory.find("GB", "JE23AB")).isEmpty();
  }

  @Test
  void anImputedPlaceIsLessPrecise() throws Exception {
    importing(
        ONS
            + "\"\",\"\",\"SW7 2AZ\",\"\",\"\",5,51.4988,-0.1749,\"\"\n"
            + "\"\",\"\",\"SW7 2BZ\",\"\",\"\",6,51.4988,-0.1749,\"\"\n");

    assertThat(hit("GB", "SW72AZ").uncertaintyKm()).isEqualTo(0.5);
    assertThat(hit("GB", "SW72BZ").uncertaintyKm()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CODE_POINT,
        "Postcode,Positional_quality_indicator,Eastings,Northings\nSW7 2AZ,10,526700,179300\n",
        "PC,PQ,EA,NO,CY\nSW72AZ,10,526700,179300,E92000001\n"
      })
  void codePointOpenIsReadWithAndWithoutItsHeader(String file) throws Exception {
    PostcodeImport.ImportResult result = importing(file);

    assertThat(result.written().get(0).source()).isEqualTo(PostcodeSource.CODE_POINT_OPEN);
    assertThat(hit("GB", "SW72AZ").point().kmTo(new GeoPoint(51.4983, -0.1761))).isLessThan(0.1);
  }

  @Test
  void codePointRowsWithoutCoordinatesAreNoPlace() throws Exception {
    assertThat(importing(CODE_POINT + "\"ZE1 0AA\",90,0,0,\"S92000003\"\n").nowhere()).isEqualTo(1);
  }

  @Test
  void geonamesGoesToItsCountries() throws Exception {
    PostcodeImport.ImportResult result =
        importing(
            GEONAMES
                + "GB\tSW7 2AZ\tLondon\tEngland\tENG\t\t\t\t\t51.4988\t-0.1749\t6\n"
                + "PT\t1000-001\tLisboa\tLisboa\t14\t\t\t\t\t38.73\t-9.14\t6\n");

    assertThat(result.written()).extracting(it -> it.country()).containsExactly("BE", "GB", "PT");
    assertThat(hit("GB", "SW72AZ").uncertaintyKm()).isEqualTo(0.2);
    assertThat(hit("PT", "1000001").uncertaintyKm()).isEqualTo(0.5);
    assertThat(hit("BE", "1000").uncertaintyKm()).isEqualTo(10);
  }

  @Test
  void aCodeOfSeveralPlacesLiesBetweenThemAndCoversThemAll() throws Exception {
    importing(
        """
        FR\t01000\tA\t\t\t\t\t\t\t46.0\t5.0\t6
        FR\t01000\tB\t\t\t\t\t\t\t46.1\t5.0\t6
        FR\t01000 CEDEX 9\tC\t\t\t\t\t\t\t46.2\t5.0\t6
        """);

    assertThat(hit("FR", "01000").point()).isEqualTo(new GeoPoint(46.1, 5));
    assertThat(hit("FR", "01000").uncertaintyKm()).isBetween(11.1, 11.3);
  }

  @Test
  void quotesAreLettersInGeonames() throws Exception {
    importing("BE\t1000\t\"Bruxelles\tBRU\t\t\t\t\t\t50.8466\t4.3517\t4\n" + GEONAMES);

    assertThat(findings).isEmpty();
  }

  @Test
  void longCodesTakeAByteMore() throws Exception {
    importing("BR\t01000-000\tX\t\t\t\t\t\t\t-23.5\t-46.6\t\n");

    assertThat(hit("BR", "01000000").point()).isEqualTo(new GeoPoint(-23.5, -46.6));
  }

  // ---- wrappings

  @Test
  void gzipIsSeenByItsFirstBytes() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write((ONS + GOOD).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(importing(bytes.toByteArray()).rows()).isEqualTo(1);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void theFilesOfAZipAreReadAndItsManualsAreNot() throws Exception {
    PostcodeImport.ImportResult result =
        importing(
            zip(
                "Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ,EA,NO\nPostcode,Quality,E,N\n",
                "Doc/licence.txt", "Words.",
                "Data/CSV/sw.csv", CODE_POINT,
                "Data/CSV/n.csv", "\"N1 9GU\",10,530300,183900,\"E92000001\"\n",
                "Data/multi_csv/sw.csv", CODE_POINT,
                "codelist.csv", "code,name\n1,x\n"));

    assertThat(result.rows()).isEqualTo(2);
    assertThat(result.bad()).isZero();
    assertThat(result.written().get(0).codes()).isEqualTo(2);
  }

  @Test
  void aZipWithoutPostcodesSaysWhatIsInIt() throws Exception {
    assertRefused(zip("a.csv", "x,y\n1,2\n"), "f!a.csv: its first row is \"x\", \"y\"");
    assertRefused(zip("a.pdf", "x"), "there is no .csv or .txt file in it");
  }

  @Test
  void aTornArchiveReplacesNothing() throws Exception {
    importing(ONS + GOOD);
    byte[] torn = java.util.Arrays.copyOf(zip("a.csv", (ONS + GOOD.repeat(5000))), 90);

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> importing(torn));
    assertThat(hit("GB", "SW72AZ")).isNotNull();
  }

  // ---- hostile files

  private void assertRefused(byte[] content, String why) {
    assertThatExceptionOfType(FileProblem.class)
        .isThrownBy(() -> importing(content))
        .withMessageContaining(why)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1))
        .withMessageContaining("f");
    assertThat(Files.exists(PostcodeDirectory.within(state).resolve("GB.bin"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | it is empty",
        "'\n\n\n'                    | it is empty",
        "'\ufeff'                    | it is empty",
        "'name,town\nA,B\n'          | its first row is \"name\", \"town\"",
        "'pcds,town\nSW7 2AZ,x\n'    | there is a column of postcodes but none of latitudes",
        "'pcds;lat;long\n'           | its first row is \"pcds;lat;long\"",
        "'lat,long\n51,0\n'          | its first row is \"lat\", \"long\"",
        "'a\tb\tc\n'                 | it has 3 columns between tabs: \"a\", \"b\", \"c\"",
        "'SW7 2AZ,10,east,north\n'   | its first row is \"SW7 2AZ\"",
        "'SW7 2AZ\n'                 | its first row is \"SW7 2AZ\"",
        "'\u001b[31mred,x\n'         | its first row is \"\\u001b[31mred\"",
        "'\"never closed\n'          | its first row is",
        "'<html><body>404</body>\n'  | its first row is \"<html><body>404</body>\"",
        "'pcds,lat,long\n'           | no postcode in it: of 0 rows 0 are wrong",
        "'pcds,lat,long\nx,y,z\n'    | no postcode in it: of 1 rows 1 are wrong"
      })
  void aFileThatIsNoneIsRefusedInALine(String content, String why) {
    assertRefused(content.getBytes(StandardCharsets.UTF_8), why);
  }

  @Test
  void utf16IsNamed() {
    assertRefused("pcds,lat,long\n".getBytes(StandardCharsets.UTF_16), "UTF-16");
  }

  @Test
  void theKnownFormatsAreNamed() {
    assertRefused("x\n".getBytes(StandardCharsets.UTF_8), "known are ONSPD or NSPL (");
    assertRefused("x\n".getBytes(StandardCharsets.UTF_8), "Code-Point Open (postcode, quality");
    assertRefused("x\n".getBytes(StandardCharsets.UTF_8), "GeoNames postal codes (tab-separated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'SW7 2AZ,51.5'            | f:2:1: 2 cells where 3 are needed",
        "'SW7 2AZ,north,0'         | f:2:9: \"north\" is no latitude of the United Kingdom",
        "'SW7 2AZ,-0.17,51.5'      | f:2:9: \"-0.17\" is no latitude of the United Kingdom",
        "'SW7 2AZ,51.5,NaN'        | f:2:14: \"NaN\" is no longitude of the United Kingdom",
        "'SW7 2AZ,51.5,151'        | f:2:14: \"151\" is no longitude of the United Kingdom",
        "'SW7 2AZ,\"51,5\",0'      | f:2:9: \"51,5\" is no latitude of the United Kingdom",
        "'SW7 2AZ,1e400,0'         | f:2:9: \"1e400\" is no latitude of the United Kingdom",
        "'SW7,51.5,0'              | f:2:1: \"SW7\" is no British postcode",
        "',51.5,0'                 | f:2:1: \"\" is no British postcode",
        "'75015,51.5,0'            | f:2:1: \"75015\" is no British postcode",
        "'SW7 2AZ 9,51.5,0'        | f:2:1: \"SW7 2AZ 9\" is no British postcode",
        "'SW7_2AZ,51.5,0'          | f:2:1: \"SW7_2AZ\" is no British postcode",
        "'ŠW7 2AZ,51.5,0'          | f:2:1: \"ŠW7 2AZ\" is no British postcode",
        "'S\u0000W7 2AZ,51.5,0'    | f:2:1: \"S\\u0000W7 2AZ\" is no British postcode",
        "'SW7\" 2AZ,51.5,0'        | f:2:4: a quote inside a cell that does not begin with one",
        "'\"SW7 2AZ\"x,51.5,0'     | f:2:10: something after a closing quote"
      })
  void aBadRowIsLeftOutAndTold(String row, String finding) throws Exception {
    PostcodeImport.ImportResult result =
        importing("pcds,lat,long\n" + row + "\nN1 9GU,51.53,-0.12\n");

    assertThat(findings).singleElement().asString().startsWith(finding);
    assertThat(result.bad()).isEqualTo(1);
    assertThat(result.written().get(0).codes()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'bel\t1000\tx\t\t\t\t\t\t\t50\t4\t4'  | 1: \"bel\" is no code of a country such as GB",
        "'BE\t\tx\t\t\t\t\t\t\t50\t4\t4'       | 4: \"\" is no postal code",
        "'BE\t10/0\tx\t\t\t\t\t\t\t50\t4\t4'   | 4: \"10/0\" is no postal code",
        "'BE\t1234567890\tx\t\t\t\t\t\t\t50\t4\t4' | 4: \"1234567890\" is no postal code",
        "'BE\t1000\tx\t\t\t\t\t\t\t95\t4\t4'   | 17: \"95\" is no latitude",
        "'BE\t1000\tx\t\t\t\t\t\t\t50\t181\t4' | 20: \"181\" is no longitude",
        "'BE\t1000\tx'                         | 1: 3 cells where 11 are needed"
      })
  void aBadRowOfGeonamesIsLeftOutAndTold(String row, String finding) throws Exception {
    PostcodeImport.ImportResult result = importing(GEONAMES + row + "\n");

    assertThat(findings).containsExactly("f:2:" + finding);
    assertThat(result.bad()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'SW7 2AZ,10,0,179300'      | 12: \"0\" is no easting of the National Grid",
        "'SW7 2AZ,10,526700,9e9'    | 19: \"9e9\" is no northing of the National Grid",
        "'SW7 2AZ,10,x,y'           | 12: \"x\" is no easting of the National Grid"
      })
  void aBadRowOfCodePointIsLeftOutAndTold(String row, String finding) throws Exception {
    importing(CODE_POINT + row + "\n");

    assertThat(findings).containsExactly("f:2:" + finding);
  }

  @Test
  void manyBadRowsAreToldInPartAndCounted() throws Exception {
    PostcodeImport.ImportResult result = importing(ONS + GOOD + "x\n".repeat(500));

    assertThat(findings).hasSize(20);
    assertThat(result.bad()).isEqualTo(500);
    assertThat(result.untold()).isEqualTo(480);
  }

  @Test
  void anImportThatReplacesAnotherSaysHowManyThereWere() throws Exception {
    importing(ONS + GOOD);

    assertThat(importing(CODE_POINT).written().get(0).replaced()).hasValue(1);
  }
}
