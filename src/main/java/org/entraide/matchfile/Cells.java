package org.entraide.matchfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entraide.config.Nearest;
import org.entraide.people.Category;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row after the other, by field, each read as what it should be. What cannot be is
 * told, and its row is bad. Equal sets and days are one object, however many rows have them.
 */
final class Cells {

  private static final List<String> CATEGORIES =
      EnumSet.allOf(Category.class).stream().map(Category::key).toList();

  /** Ways of writing a list that are recognised the next time. */
  private static final int MOST_REMEMBERED = 10_000;

  private final String file;
  private final CsvReader csv;
  private final Header header;
  private final Findings findings;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final Map<String, Set<Category>> categorySets = new HashMap<>();
  private final Map<String, Set<String>> wordSets = new HashMap<>();
  private final Map<Integer, LocalDate> days = new HashMap<>();

  private long rows;
  private long bad;
  private boolean thisIsBad;
  private int start;
  private int end;

  Cells(String file, CsvReader csv, Header header, Findings findings) {
    this.file = file;
    this.csv = csv;
    this.header = header;
    this.findings = findings;
  }

  /** Goes to the next row that can be cut into cells; false at the end. */
  boolean next() throws IOException {
    while (csv.next()) {
      rows++;
      if (thisIsBad) {
        bad++;
      }
      thisIsBad = false;
      CsvReader.Fault fault = csv.fault();
      if (fault != null) {
        tell(fault.line(), fault.column(), fault.cause());
      } else if (csv.cells() < header.needed()) {
        tell(
            csv.line(0),
            1,
            "%d cells where the first line has at least %d columns"
                .formatted(csv.cells(), header.needed()));
      } else {
        tooMany();
      }
      if (!thisIsBad) {
        return true;
      }
    }
    bad += thisIsBad ? 1 : 0;
    thisIsBad = false;
    return false;
  }

  private void tooMany() {
    for (int cell = header.columns(); cell < csv.cells(); cell++) {
      if (csv.end(cell) > csv.start(cell)) {
        tell(
            csv.line(cell),
            csv.column(cell),
            "%s stands beyond the %d columns of the first line"
                .formatted(Shown.cell(csv, cell), header.columns()));
        return;
      }
    }
  }

  private void tell(long line, long column, String cause) {
    thisIsBad = true;
    findings.tell("%s:%d:%d: %s".formatted(file, line, column, cause));
  }

  /** Tells what is wrong with a field of the present row. */
  void refuse(int field, String cause) {
    int cell = Math.max(0, header.cellOf(field));
    tell(csv.line(cell), csv.column(cell), header.name(field) + ": " + cause);
  }

  /** Whether something in the present row was refused. */
  boolean bad() {
    return thisIsBad;
  }

  /** How many rows there were, and how many of them are left out. */
  Count count() {
    return new Count(rows, bad);
  }

  /**
   * How a file went.
   *
   * @param rows without the first
   */
  record Count(long rows, long bad) {}

  /** Points at a cell, without the blanks around what stands in it; false if it is empty. */
  private boolean find(int field) {
    int cell = header.cellOf(field);
    if (cell < 0 || cell >= csv.cells()) {
      return false;
    }
    byte[] bytes = csv.bytes();
    start = csv.start(cell);
    end = csv.end(cell);
    while (start < end && blank(bytes[start])) {
      start++;
    }
    while (start < end && blank(bytes[end - 1])) {
      end--;
    }
    return start < end;
  }

  private static boolean blank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** A cell that must not be empty, as text without control characters; "" where it is refused. */
  String text(int field) {
    if (!find(field)) {
      refuse(field, "it is empty");
      return "";
    }
    return found(field);
  }

  /** The text that was found. */
  private String found(int field) {
    byte[] bytes = csv.bytes();
    boolean ascii = true;
    for (int i = start; i < end; i++) {
      if (bytes[i] >= 0 && (bytes[i] < ' ' || bytes[i] == 0x7F)) {
        refuse(field, Shown.quoted(bytes, start, end) + " holds a control character");
        return "";
      }
      ascii &= bytes[i] >= 0;
    }
    if (ascii) {
      return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
    try {
      return utf8.decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
    } catch (CharacterCodingException e) {
      refuse(field, Shown.quoted(bytes, start, end) + " is not UTF-8");
      return "";
    }
  }

  /**
   * A number.
   *
   * @param empty what an empty cell means
   */
  double decimal(int field, double empty, double least, double most) {
    if (!find(field)) {
      return empty;
    }
    double value = Decimals.parse(csv.bytes(), start, end);
    if (Double.isNaN(value)) {
      refuse(field, Shown.quoted(csv.bytes(), start, end) + " is not a number");
      return empty;
    }
    if (value < least || value > most) {
      refuse(
          field,
          Shown.quoted(csv.bytes(), start, end)
              + (Double.isInfinite(most)
                  ? " is negative"
                  : " is not between %.0f and %.0f".formatted(least, most)));
      return empty;
    }
    return value + 0.0; // no negative zero
  }

  /** Whether a cell is there and not empty. */
  boolean given(int field) {
    return find(field);
  }

  /**
   * A whole number.
   *
   * @param empty what an empty cell means
   */
  int integer(int field, int empty, int least) {
    if (!find(field)) {
      return empty;
    }
    byte[] bytes = csv.bytes();
    int i = bytes[start] == '-' || bytes[start] == '+' ? start + 1 : start;
    long value = 0;
    boolean whole = i < end;
    for (; i < end; i++) {
      whole &= bytes[i] >= '0' && bytes[i] <= '9';
      value = Math.min(value * 10 + ((long) bytes[i] - '0'), 1L << 40);
    }
    value = bytes[start] == '-' ? -value : value;
    if (!whole) {
      refuse(field, Shown.quoted(bytes, start, end) + " is not a whole number");
      return empty;
    }
    if (value < least || value != (int) value) {
      String cause =
          value >= least ? " is too large" : least == 0 ? " is negative" : " is too small";
      refuse(field, Shown.quoted(bytes, start, end) + cause);
      return empty;
    }
    return (int) value;
  }

  /** A day such as 2020-03-23; null for an empty cell. */
  @Nullable LocalDate day(int field) {
    if (!find(field)) {
      return null;
    }
    byte[] b = csv.bytes();
    boolean shaped = end - start == 10 && b[start + 4] == '-' && b[start + 7] == '-';
    int year = shaped ? digits(start, start + 4) : -1;
    int month = shaped ? digits(start + 5, start + 7) : -1;
    int day = shaped ? digits(start + 8, start + 10) : -1;
    if (year < 0 || month < 0 || day < 0) {
      refuse(field, Shown.quoted(b, start, end) + " is not a day such as 2020-03-23");
      return null;
    }
    try {
      return days.computeIfAbsent(
          (year * 100 + month) * 100 + day, key -> LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      refuse(field, Shown.quoted(b, start, end) + " is no day of the calendar");
      return null;
    }
  }

  private int digits(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      byte b = csv.bytes()[i];
      if (b < '0' || b > '9') {
        return -1;
      }
      value = value * 10 + (b - '0');
    }
    return value;
  }

  /** Categories separated by semicolons. */
  Set<Category> categories(int field) {
    if (!find(field)) {
      return Set.of();
    }
    String list = found(field);
    Set<Category> known = categorySets.get(list);
    return known != null ? known : newSet(field, list);
  }

  private Set<Category> newSet(int field, String list) {
    EnumSet<Category> set = EnumSet.noneOf(Category.class);
    for (String word : list.split(";", -1)) {
      String key = word.strip();
      Category category = Category.ofKey(key).orElse(null);
      if (category != null) {
        set.add(category);
      } else if (!key.isEmpty()) {
        refuse(field, unknown(key));
        return Set.of();
      }
    }
    Set<Category> shared = Set.copyOf(set);
    if (categorySets.size() < MOST_REMEMBERED) {
      categorySets.put(list, shared);
    }
    return shared;
  }

  private static String unknown(String word) {
    String near =
        word.length() > 40
            ? ""
            : Nearest.of(word, CATEGORIES).map(n -> "; did you mean \"" + n + "\"?").orElse("");
    return Shown.quoted(word) + " is not a category" + near;
  }

  /** Words separated by semicolons, in lower case: codes of languages. */
  Set<String> words(int field) {
    if (!find(field)) {
      return Set.of();
    }
    String list = found(field);
    Set<String> known = wordSets.get(list);
    if (known != null) {
      return known;
    }
    Set<String> set = new HashSet<>();
    for (String word : list.split(";", -1)) {
      if (!word.isBlank()) {
        set.add(word.strip().toLowerCase(Locale.ROOT));
      }
    }
    Set<String> shared = Set.copyOf(set);
    if (wordSets.size() < MOST_REMEMBERED) {
      wordSets.put(list, shared);
    }
    return shared;
  }

  /** One of two words. */
  boolean yes(int field, boolean empty) {
    if (!find(field)) {
      return empty;
    }
    String word = found(field);
    if (!word.equals("yes") && !word.equals("no") && !word.isEmpty()) {
      refuse(field, Shown.quoted(csv.bytes(), start, end) + " is neither yes nor no");
    }
    return word.equals("yes");
  }
}
