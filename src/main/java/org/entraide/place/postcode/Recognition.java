package org.entraide.place.postcode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entraide.file.CsvReader;
import org.entraide.file.ShownText;

/**
 * Which format a file has, by its first row.
 *
 * @param reader of its rows; empty if no format is known that begins so
 * @param seen what is there instead, in words
 */
record Recognition(Optional<Reader> reader, String seen) {

  /** Reads the rows of a stream of the format. */
  @FunctionalInterface
  interface Reader {
    void read(InputStream in, Tally tally) throws IOException, org.entraide.file.FileProblem;
  }

  private static final int GEONAMES_CELLS = 11;
  private static final int MOST_SHOWN = 6;

  private static final List<String> CODES =
      List.of("pcds", "pcd", "pcd7", "pcd8", "pcd2", "postcode", "pc");
  private static final List<String> LATITUDES = List.of("lat", "latitude");
  private static final List<String> LONGITUDES = List.of("long", "lon", "longitude");
  private static final List<String> TERMINATIONS = List.of("doterm");
  private static final List<String> ONS_QUALITIES = List.of("osgrdind", "gridind");
  private static final List<String> EASTINGS = List.of("eastings", "easting", "ea");
  private static final List<String> NORTHINGS = List.of("northings", "northing", "no");
  private static final List<String> QUALITIES =
      List.of("positional_quality_indicator", "quality", "pq");

  /** Looks at the beginning of a file. */
  static Recognition of(byte[] beginning) throws IOException {
    if (beginning.length == 0) {
      return unknown("it is empty");
    }
    int end = 0;
    while (end < beginning.length && beginning[end] != '\n' && beginning[end] != '\r') {
      end++;
    }
    return contains(beginning, end, (byte) '\t')
        ? tabbed(Arrays.copyOf(beginning, end))
        : commas(beginning);
  }

  private static boolean contains(byte[] bytes, int end, byte b) {
    for (int i = 0; i < end; i++) {
      if (bytes[i] == b) {
        return true;
      }
    }
    return false;
  }

  private static Recognition tabbed(byte[] line) throws IOException {
    CsvReader csv = new CsvReader(new ByteArrayInputStream(line), '\t', false);
    if (csv.looksLikeUtf16()) {
      return unknown("it is UTF-16, not UTF-8");
    }
    csv.next();
    boolean geonames = csv.cells() >= GEONAMES_CELLS && csv.end(0) - csv.start(0) == 2;
    return geonames
        ? recognised(
            (in, tally) -> new GeoNamesRows(new CsvReader(in, '\t', false), tally).read(false))
        : unknown("it has %d columns between tabs: %s".formatted(csv.cells(), cells(csv)));
  }

  private static Recognition commas(byte[] beginning) throws IOException {
    CsvReader csv = new CsvReader(new ByteArrayInputStream(beginning));
    if (csv.looksLikeUtf16()) {
      return unknown("it is UTF-16, not UTF-8");
    }
    if (!csv.next()) {
      return unknown("it is empty");
    }
    List<String> names = names(csv);
    int code = first(names, CODES);
    int latitude = first(names, LATITUDES);
    int longitude = first(names, LONGITUDES);
    if (code >= 0 && latitude >= 0 && longitude >= 0) {
      OnsRows.Columns columns =
          new OnsRows.Columns(
              code, latitude, longitude, first(names, TERMINATIONS), first(names, ONS_QUALITIES));
      return recognised((in, tally) -> new OnsRows(new CsvReader(in), tally, columns).read(true));
    }
    CodePointRows.Columns grid =
        new CodePointRows.Columns(
            code, first(names, QUALITIES), first(names, EASTINGS), first(names, NORTHINGS));
    if (code >= 0 && grid.quality() >= 0 && grid.easting() >= 0 && grid.northing() >= 0) {
      return recognised(
          (in, tally) -> new CodePointRows(new CsvReader(in), tally, grid).read(true));
    }
    if (isCodePoint(csv)) {
      return recognised(
          (in, tally) ->
              new CodePointRows(new CsvReader(in), tally, CodePointRows.Columns.PUBLISHED)
                  .read(false));
    }
    String missing =
        code >= 0 ? "; there is a column of postcodes but none of latitudes and longitudes" : "";
    return unknown("its first row is " + cells(csv) + missing);
  }

  private static boolean isCodePoint(CsvReader csv) {
    if (csv.cells() < 4) {
      return false;
    }
    long key = PostcodeKey.of(csv.bytes(), csv.start(0), csv.end(0));
    return key != PostcodeKey.NONE
        && Rows.isBritish(key)
        && isNumber(csv, 1)
        && isNumber(csv, 2)
        && isNumber(csv, 3);
  }

  private static boolean isNumber(CsvReader csv, int cell) {
    int start = csv.start(cell);
    while (start < csv.end(cell) && csv.bytes()[start] >= '0' && csv.bytes()[start] <= '9') {
      start++;
    }
    return start == csv.end(cell) && start > csv.start(cell);
  }

  private static List<String> names(CsvReader csv) {
    List<String> names = new ArrayList<>();
    for (int cell = 0; cell < csv.cells(); cell++) {
      String name = ShownText.text(csv.bytes(), csv.start(cell), csv.end(cell));
      names.add(name.strip().toLowerCase(Locale.ROOT));
    }
    return names;
  }

  private static int first(List<String> names, List<String> wanted) {
    return wanted.stream().map(names::indexOf).filter(at -> at >= 0).findFirst().orElse(-1);
  }

  private static String cells(CsvReader csv) {
    List<String> shown = new ArrayList<>();
    for (int cell = 0; cell < Math.min(MOST_SHOWN, csv.cells()); cell++) {
      shown.add(ShownText.cell(csv, cell));
    }
    return String.join(", ", shown) + (csv.cells() > MOST_SHOWN ? ", …" : "");
  }

  private static Recognition recognised(Reader reader) {
    return new Recognition(Optional.of(reader), "");
  }

  private static Recognition unknown(String seen) {
    return new Recognition(Optional.empty(), seen);
  }

  /** The formats that are known, in one line. */
  static String knownFormats() {
    return Arrays.stream(PostcodeSource.values())
        .map(source -> source.title() + " (" + source.columns() + ")")
        .collect(Collectors.joining("; "));
  }
}
