package org.entraide.people.word;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.table.Cell;
import org.entraide.text.Message;

/** Telephone numbers as people type them and as sheets spoil them. */
public final class Phones {

  /** The sheet took the number for a formula or a quantity, and it is lost. */
  public static final String SPOILT = "people.phone.spoilt";

  /** No numbering plan has the number, although its length is right. */
  public static final String UNUSUAL = "people.phone.unusual";

  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

  /** Where a number that is none of the campaign's country is looked for next. */
  private static final String EXPATRIATES = "FR";

  /**
   * Numbers that the regulators keep free of subscribers, for films and rehearsals: Ofcom,
   * "Telephone numbers for drama"; Arcep, decision 2018-0881. No library calls them valid.
   */
  private static final List<String> REHEARSAL =
      List.of(
          "+447700900",
          "+442079460",
          "+441632960",
          "+3319900",
          "+3326191",
          "+3335301",
          "+3346571",
          "+3353649",
          "+3363998");

  /** What a sheet made of a number: without its zero, without its plus sign, or neither. */
  private static final List<String> LOST = List.of("0%s", "%s", "+%s");

  /** The order in which earlier versions tried these. */
  private static final List<String> LOST_FORMERLY = List.of("0%s", "+%s", "%s");

  private static final int MAX_CELL = 500;

  /** No number anywhere has fewer. */
  private static final int LEAST_DIGITS = 2;

  private static final double MOST_DIGITS = 1e15;

  private Phones() {}

  /** Whether numbers of a country are known. */
  public static boolean knows(String country) {
    return UTIL.getSupportedRegions().contains(country);
  }

  /**
   * The first valid number, in E.164.
   *
   * @param country ISO 3166-1 alpha-2: where a number without a prefix is
   */
  public static CellReading<String> read(Cell cell, String country) {
    return read(cell, country, LOST);
  }

  /** Reads a number as earlier versions did: rows are recognised by that. */
  public static CellReading<String> readFormerly(Cell cell, String country) {
    return read(cell, country, LOST_FORMERLY);
  }

  private static CellReading<String> read(Cell cell, String country, List<String> lost) {
    if (cell.isBlank()) {
      return CellReading.none();
    }
    if (cell.kind() == Cell.Kind.ERROR) {
      return CellReading.problem(SPOILT);
    }
    return cell.kind() == Cell.Kind.NUMBER
        ? number(cell, country, lost)
        : text(cell.text(), country);
  }

  /** A sheet takes {@code +33 6…} for a sum and {@code 06…} for a number without its zero. */
  private static CellReading<String> number(Cell cell, String country, List<String> lost) {
    if (isNoNumber(cell)) {
      return CellReading.problem(SPOILT);
    }
    Optional<String> valid = mended(cell, country, lost);
    if (valid.isPresent()) {
      return CellReading.of(valid.get());
    }
    Optional<String> french = valid("0" + digits(cell), EXPATRIATES);
    return french.isPresent()
        ? CellReading.of(french.get(), Message.of("people.phone.read-as-french"))
        : CellReading.problem(SPOILT);
  }

  private static boolean isNoNumber(Cell cell) {
    return cell.number() != Math.rint(cell.number()) || Math.abs(cell.number()) > MOST_DIGITS;
  }

  private static String digits(Cell cell) {
    return new BigDecimal(cell.number()).abs().toPlainString();
  }

  private static Optional<String> mended(Cell cell, String country, List<String> lost) {
    String digits = digits(cell);
    return lost.stream()
        .map(form -> form.formatted(digits))
        .flatMap(attempt -> valid(attempt, country).stream())
        .findFirst();
  }

  /** The first number of a cell that is valid in a country, in E.164, and nothing guessed. */
  static Optional<String> validIn(Cell cell, String country) {
    if (!knows(country)) {
      return Optional.empty();
    }
    if (cell.kind() == Cell.Kind.NUMBER) {
      return isNoNumber(cell) ? Optional.empty() : mended(cell, country, LOST);
    }
    String text = Fold.line(cell.text());
    return cell.kind() != Cell.Kind.TEXT || text.length() > MAX_CELL
        ? Optional.empty()
        : valid(text, country).or(() -> in(text, country).stream().findFirst());
  }

  private static CellReading<String> text(String raw, String country) {
    String text = Fold.line(raw);
    if (text.length() > MAX_CELL) {
      return CellReading.problem("people.phone.invalid");
    }
    Optional<String> whole = valid(text, country);
    if (whole.isPresent()) {
      return CellReading.of(whole.get());
    }
    Set<String> numbers = new LinkedHashSet<>(in(text, country));
    if (!numbers.isEmpty()) {
      String first = numbers.iterator().next();
      return numbers.size() == 1
          ? CellReading.of(first)
          : CellReading.of(first, Message.of("people.phone.several"));
    }
    Optional<String> french = in(text, EXPATRIATES).stream().findFirst();
    if (french.isPresent()) {
      return CellReading.of(french.get(), Message.of("people.phone.read-as-french"));
    }
    return possible(text, country)
        .map(e164 -> CellReading.of(e164, Message.of(UNUSUAL)))
        .orElseGet(() -> CellReading.problem("people.phone.invalid"));
  }

  /** The valid numbers among other words, in their order. */
  public static List<String> in(String text, String country) {
    List<String> numbers = new ArrayList<>();
    if (text.codePoints().filter(Character::isDigit).limit(LEAST_DIGITS).count() < LEAST_DIGITS) {
      return numbers; // as in most addresses
    }
    for (PhoneNumberMatch match :
        UTIL.findNumbers(text, country, Leniency.POSSIBLE, /* maxTries= */ 20)) {
      valid(match.number()).ifPresent(numbers::add);
    }
    return numbers;
  }

  private static Optional<String> valid(String text, String country) {
    return parse(text, country).flatMap(Phones::valid);
  }

  /** A number in E.164 if it is valid. */
  private static Optional<String> valid(PhoneNumber number) {
    String e164 = e164(number);
    for (String rehearsal : REHEARSAL) {
      if (e164.startsWith(rehearsal)) {
        return Optional.of(e164);
      }
    }
    return UTIL.isValidNumber(number) ? Optional.of(e164) : Optional.empty();
  }

  private static Optional<String> possible(String text, String country) {
    return parse(text, country).filter(UTIL::isPossibleNumber).map(Phones::e164);
  }

  /** No letters: {@code 06 AB…} must not become a number by the letters of a keypad. */
  private static Optional<PhoneNumber> parse(String text, String country) {
    if (text.codePoints().anyMatch(Character::isLetter)) {
      return Optional.empty();
    }
    try {
      return Optional.of(UTIL.parse(text, country));
    } catch (NumberParseException e) {
      return Optional.empty(); // the caller says so
    }
  }

  private static String e164(PhoneNumber number) {
    return UTIL.format(number, PhoneNumberFormat.E164);
  }
}
