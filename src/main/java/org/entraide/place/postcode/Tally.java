package org.entraide.place.postcode;

import java.util.Map;
import java.util.TreeMap;
import org.entraide.file.FileProblem;
import org.entraide.file.RowFindings;

/** What was read so far: tables by country, and how many rows were of no use. */
final class Tally {

  /** Reports of bad rows beyond which they are only counted. */
  private static final int MOST_TOLD = 20;

  /** More than all countries together have: what goes on longer is not a postcode file. */
  private static final int MOST_ROWS = 20_000_000;

  private final RowFindings findings;
  private final Map<String, CountryTable> tables = new TreeMap<>();
  private final Map<String, PostcodeSource> sources = new TreeMap<>();
  private String file = "";
  private long rows;
  private long bad;
  private long terminated;
  private long nowhere;

  Tally(RowFindings findings) {
    this.findings = findings;
  }

  /** The file whose rows come next. */
  void file(String name) {
    file = name;
  }

  void row() throws FileProblem {
    rows++;
    if (rows > MOST_ROWS) {
      throw new FileProblem(
          file, 1, 1, "more than " + MOST_ROWS + " rows: no country has so many postcodes");
    }
  }

  void add(PostcodeSource source, String country, long key, long spot) {
    tables.computeIfAbsent(country, name -> new CountryTable()).add(key, spot);
    sources.put(country, source);
  }

  /** A row that says nothing sensible. */
  void refuse(long line, long column, String cause) {
    bad++;
    if (bad <= MOST_TOLD) {
      findings.report("%s:%d:%d: %s".formatted(file, line, column, cause));
    }
  }

  /** A code that is no longer in use. */
  void terminated() {
    terminated++;
  }

  /** A code of which nobody knows where it is. */
  void nowhere() {
    nowhere++;
  }

  String file() {
    return file;
  }

  Map<String, CountryTable> tables() {
    return tables;
  }

  PostcodeSource source(String country) {
    PostcodeSource source = sources.get(country);
    if (source == null) {
      throw new IllegalArgumentException("Nothing was read of " + country + ".");
    }
    return source;
  }

  long rows() {
    return rows;
  }

  long bad() {
    return bad;
  }

  long notShown() {
    return Math.max(0, bad - MOST_TOLD);
  }

  long terminatedRows() {
    return terminated;
  }

  long nowhereRows() {
    return nowhere;
  }
}
