package org.entraide.place.postcode;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.entraide.file.FileProblem;
import org.entraide.file.RowFindings;

/**
 * Makes postcode files out of what is published: give it one file or several, then have it write.
 * Each may be plain, gzipped, or a zip with many in it; which it is, is seen by its first bytes.
 */
public final class PostcodeImport {

  /**
   * What was written for one country.
   *
   * @param codes how many
   * @param replaced how many the file had that was there before; empty if there was none that could
   *     be read
   */
  public record Written(String country, PostcodeSource source, int codes, OptionalInt replaced) {}

  /**
   * How it went.
   *
   * @param written by country
   * @param rows that were read
   * @param bad rows that were left out
   * @param untold of these, how many were not shown one by one
   * @param terminated rows of codes that are out of use
   * @param nowhere rows without a place
   */
  public record ImportResult(
      List<Written> written, long rows, long bad, long untold, long terminated, long nowhere) {}

  private static final int BEGINNING = 1 << 16;

  private final Tally tally;
  private boolean anyRecognised;
  private String seen = "";

  /**
   * @param findings is given the first bad rows
   */
  public PostcodeImport(RowFindings findings) {
    tally = new Tally(findings);
  }

  /**
   * Reads a file.
   *
   * @throws FileProblem if it is of no known format
   */
  public void read(String name, InputStream in) throws IOException, FileProblem {
    BufferedInputStream buffered = new BufferedInputStream(in, BEGINNING);
    byte[] first = beginning(buffered, 4);
    if (first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3) {
      unzip(name, buffered);
    } else if (first.length >= 2 && first[0] == 0x1F && first[1] == (byte) 0x8B) {
      plain(name, new GZIPInputStream(buffered, BEGINNING), false);
    } else {
      plain(name, buffered, false);
    }
  }

  /** Whether a file of an archive or a folder has postcodes, going by its name. */
  public static boolean isData(String path) {
    String name = path.toLowerCase(Locale.ROOT).replace('\\', '/');
    boolean text = name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv");
    String folders = "/" + name;
    // besides the data the archives hold manuals, lists of codes, and the same data in parts
    return text
        && !folders.contains("/doc/")
        && !folders.contains("/documents/")
        && !folders.contains("/user guide/")
        && !folders.contains("/multi_csv/")
        && !folders.endsWith("/readme.txt")
        && !folders.endsWith("/licence.txt")
        && !folders.endsWith("/metadata.txt");
  }

  private void unzip(String name, InputStream in) throws IOException, FileProblem {
    // names in archives are in any encoding; what is none must not stop the reading
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
    ZipEntry entry = zip.getNextEntry();
    while (entry != null) {
      if (!entry.isDirectory() && isData(entry.getName())) {
        plain(name + "!" + shown(entry.getName()), new Unclosed(zip), true);
      }
      entry = zip.getNextEntry();
    }
    requireSomething(name);
  }

  private static String shown(String entry) {
    return entry.replaceAll("\\p{Cntrl}", "?");
  }

  /** Reads one of several files; one of no known format is passed over. */
  public void readOneOfSeveral(String name, InputStream in) throws IOException, FileProblem {
    plain(name, in, true);
  }

  /** Refuses a folder or an archive without a file of a known format. */
  public void requireSomething(String name) throws FileProblem {
    if (!anyRecognised) {
      String cause = seen.isEmpty() ? "there is no .csv or .txt file in it" : seen;
      throw unknown(name, cause);
    }
  }

  private void plain(String name, InputStream in, boolean oneOfSeveral)
      throws IOException, FileProblem {
    BufferedInputStream buffered = new BufferedInputStream(in, BEGINNING);
    Recognition recognition = Recognition.of(beginning(buffered, BEGINNING));
    tally.file(name);
    if (recognition.reader().isPresent()) {
      anyRecognised = true;
      recognition.reader().get().read(buffered, tally);
    } else if (oneOfSeveral) {
      seen = seen.isEmpty() ? name + ": " + recognition.seen() : seen;
    } else {
      throw unknown(name, recognition.seen());
    }
  }

  private static FileProblem unknown(String name, String seen) {
    return new FileProblem(
        name, 1, 1, "not a postcode file: " + seen + "; known are " + Recognition.knownFormats());
  }

  private static byte[] beginning(BufferedInputStream in, int bytes) throws IOException {
    in.mark(bytes);
    byte[] beginning = in.readNBytes(bytes);
    in.reset();
    return beginning;
  }

  /**
   * Writes a file for each country.
   *
   * @param directory made if it is not there
   * @throws FileProblem if there was not one postcode; nothing is written then
   */
  public ImportResult write(Path directory, Instant now) throws IOException, FileProblem {
    if (tally.tables().isEmpty()) {
      throw new FileProblem(
          tally.file(),
          1,
          1,
          "no postcode in it: of %d rows %d are wrong, %d are out of use, %d have no place"
              .formatted(tally.rows(), tally.bad(), tally.terminatedRows(), tally.nowhereRows()));
    }
    List<Written> written = new ArrayList<>();
    for (Map.Entry<String, CountryTable> read : tally.tables().entrySet()) {
      String country = read.getKey();
      PostcodeSource source = tally.source(country);
      CountryTable table = read.getValue().sorted();
      FileHeader header =
          new FileHeader(
              country, source.title(), source.attribution(), now, table.size(), table.longest());
      OptionalInt replaced = count(directory.resolve(country + PostcodeDirectory.SUFFIX));
      PostcodeWriter.write(directory, header, table);
      written.add(new Written(country, source, table.size(), replaced));
    }
    return new ImportResult(
        written,
        tally.rows(),
        tally.bad(),
        tally.notShown(),
        tally.terminatedRows(),
        tally.nowhereRows());
  }

  private static OptionalInt count(Path file) throws IOException {
    if (!Files.exists(file)) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(PostcodeFile.open(file).count());
    } catch (PostcodeFileProblem e) {
      return OptionalInt.empty(); // it is being mended
    }
  }

  /** An entry of an archive, whose end is not the archive's. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
