package org.entraide.people.word;

import com.google.common.base.CharMatcher;
import java.net.IDN;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.text.Message;

/** E-mail addresses as people type them. */
public final class Emails {

  /** ASCII only: hardly any mail system takes other letters here, and a letter must arrive. */
  private static final String LOCAL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}";

  private static final String DOMAIN = "[\\p{L}\\p{Nd}.-]{1,253}";

  /** Neither side may touch another at sign: {@code jean@@x} holds no address. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\p{L}\\p{Nd}.@+_-])(" + LOCAL + ")@(" + DOMAIN + ")(?!@)");

  private static final Pattern SPACED_AT = Pattern.compile("(?<!\\s)\\s*+@\\s*+");
  private static final Pattern SPACED_DOT =
      Pattern.compile("(?<=@\\S{1,200})\\s*\\.\\s*(?=\\p{L})");
  private static final Pattern LABEL =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", Pattern.CASE_INSENSITIVE);
  private static final Pattern LETTERS_AROUND = Pattern.compile("\\p{L}{2,}");

  /** What may end a domain of two parts: {@code jean@x.co uk}. */
  private static final Pattern DOMAIN_BEHIND =
      Pattern.compile("\\.(?:co|com|org|net|ac|gov|gouv)(?=\\.?\\s)[\\s.]++(\\p{L}{2})\\s*+$");

  private static final Set<String> COUNTRIES = countries();

  /** Words that come before an address and are no part of it. */
  private static final Set<String> INTRODUCING =
      Set.copyOf(WordFile.section(WordFile.read("name-words"), "before-address"));

  private static final Pattern SIGNS_BEHIND = Pattern.compile("(?<![.-])[.-]++$");

  private static final Pattern AROUND = Pattern.compile("(?i)mailto:|[<>()\\[\\]\"«»]");

  /** Replaces a bracket, which no address goes across. */
  private static final String BRACKET = ";";

  private static final String AMID_TEXT = "people.email.amid-text";
  private static final int MAX = 254;
  private static final int MAX_LOCAL = 64;
  private static final int MAX_CELL = 1000;

  private Emails() {}

  /**
   * The first valid address, its domain in lower case; a problem where something is odd. An address
   * whose beginning may be among the words before it is none: « jean dupont@… ».
   */
  public static CellReading<String> read(String cell) {
    CellReading<String> read = readFormerly(cell);
    boolean cut = read.value().filter(address -> mayBeCut(Fold.line(cell), address)).isPresent();
    return cut ? CellReading.problem(AMID_TEXT) : read;
  }

  /**
   * The first valid address as earlier versions read it, whatever text is before it: rows are
   * identified by such addresses.
   */
  public static CellReading<String> readFormerly(String cell) {
    String text = Fold.line(cell);
    Optional<String> bareAddress = bare(text);
    if (bareAddress.isPresent()) {
      return CellReading.of(bareAddress.get());
    }
    if (text.isEmpty()) {
      return CellReading.none();
    }
    if (text.length() > MAX_CELL || text.indexOf('@') < 0) {
      return CellReading.problem("people.email.invalid");
    }
    String bare = AROUND.matcher(text).replaceAll(" ");
    Set<String> addresses = find(bare);
    if (addresses.isEmpty()) {
      bare = spacesClosed(bare);
      addresses = find(bare);
    }
    if (addresses.isEmpty()) {
      return CellReading.problem("people.email.invalid");
    }
    String first = addresses.iterator().next();
    if (addresses.size() > 1) {
      return CellReading.of(first, Message.of("people.email.several"));
    }
    return isAlone(text, bare)
        ? CellReading.of(first)
        : CellReading.of(first, Message.of("people.email.with-words"));
  }

  /** A plain address without anything around it, as most answers are. */
  private static Optional<String> bare(String text) {
    int at = text.indexOf('@');
    if (at < 1 || at > MAX_LOCAL || text.length() > MAX) {
      return Optional.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      if (i != at && !isPlain(text.charAt(i))) {
        return Optional.empty();
      }
    }
    return valid(text.substring(0, at), text.substring(at + 1));
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-'
        || c == '_';
  }

  private static String spacesClosed(String text) {
    return SPACED_DOT.matcher(SPACED_AT.matcher(text).replaceAll("@")).replaceAll(".");
  }

  /** Whether words are around the address. */
  private static boolean isAlone(String text, String bare) {
    boolean marked = text.contains("<") || text.contains("(") || text.contains("[");
    String rest = ADDRESS.matcher(bare).replaceAll(" ");
    return marked || !LETTERS_AROUND.matcher(rest).find();
  }

  /** Whether a word right before the address, or a country's right behind it, may belong to it. */
  private static boolean mayBeCut(String text, String address) {
    if (bare(text).filter(address::equals).isPresent()) {
      return false;
    }
    String marked = AROUND.matcher(text).replaceAll(BRACKET);
    if (find(marked).isEmpty()) {
      marked = spacesClosed(marked);
    }
    Matcher m = ADDRESS.matcher(marked);
    while (m.find()) {
      if (valid(m.group(1), m.group(2)).filter(address::equals).isPresent()) {
        return isLedByAWord(marked.substring(0, m.start()))
            || hasDomainBehind(marked.substring(m.start(2)));
      }
    }
    return true; // only without the signs around its parts is it an address
  }

  private static boolean hasDomainBehind(String domain) {
    Matcher m = DOMAIN_BEHIND.matcher(domain);
    return m.find() && COUNTRIES.contains(m.group(1).toUpperCase(Locale.ROOT));
  }

  /** The countries' codes as domains have them. */
  private static Set<String> countries() {
    Set<String> countries = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    countries.add("UK");
    return Set.copyOf(countries);
  }

  /** Whether nothing but blanks and joining signs is between a word and what follows. */
  private static boolean isLedByAWord(String textBefore) {
    int end = textBefore.length();
    while (end > 0 && isJoining(textBefore.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && isOfAWord(textBefore.charAt(start - 1))) {
      start--;
    }
    String word = textBefore.substring(start, end);
    return word.codePoints().anyMatch(Character::isLetter)
        && !INTRODUCING.contains(Fold.words(word));
  }

  private static boolean isJoining(char c) {
    return c == ' ' || c == '.' || c == '_' || c == '+' || c == '-';
  }

  private static boolean isOfAWord(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == '\''
        || c == '’';
  }

  private static Set<String> find(String text) {
    Set<String> addresses = new LinkedHashSet<>();
    Matcher m = ADDRESS.matcher(text);
    while (m.find()) {
      valid(m.group(1), m.group(2)).ifPresent(addresses::add);
    }
    return addresses;
  }

  private static Optional<String> valid(String local, String typedDomain) {
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      return Optional.empty();
    }
    String domain = SIGNS_BEHIND.matcher(typedDomain).replaceAll("").toLowerCase(Locale.ROOT);
    try {
      // in ASCII nothing is to be translated, and an impossible name is found by its labels
      domain = CharMatcher.ascii().matchesAllOf(domain) ? domain : IDN.toASCII(domain);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no name that DNS could hold
    }
    String[] labels = domain.split("\\.", -1);
    String last = labels[labels.length - 1];
    boolean ok =
        labels.length > 1 && last.length() > 1 && !last.chars().allMatch(Character::isDigit);
    for (String label : labels) {
      ok = ok && LABEL.matcher(label).matches();
    }
    String address = local + "@" + domain;
    return ok && address.length() <= MAX ? Optional.of(address) : Optional.empty();
  }
}
