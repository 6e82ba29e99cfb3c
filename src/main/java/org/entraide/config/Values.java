package org.entraide.config;

import static org.entraide.config.Section.quoted;

import com.google.common.base.CharMatcher;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.people.word.Category;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.typed.Links;
import org.entraide.text.typed.PlainText;

/** Reads the texts of the configuration that have a shape. */
final class Values {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(\\p{L}*)\\.?");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS,
          "w", ChronoUnit.WEEKS);
  private static final Pattern EMAIL =
      Pattern.compile("^[^\\s@<>(),;:\"]++@[^\\s@<>(),;:\".]++(\\.[^\\s@<>(),;:\".]++)++");

  /** RFC 5322 §3.2.3: a dot-atom. */
  private static final Pattern LOCAL_PART =
      Pattern.compile("^[\\w!#$%&'*+/=?^`{|}~-]++(\\.[\\w!#$%&'*+/=?^`{|}~-]++)*+");

  private static final CharMatcher BRACKETS = CharMatcher.anyOf("[]");

  private static final Pattern EMERGENCY = Pattern.compile("\\d[\\d ]{1,14}");

  private static final Pattern LISTEN =
      Pattern.compile("^(\\[[0-9a-fA-F:.]++]|[^\\s:/]++):(\\d{1,5})");

  /** The names of this machine that lead to no network, RFC 1122 §3.2.1.3 and RFC 4291 §2.5.3. */
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[(::|(0{1,4}:){7})0{0,3}1]",
          Pattern.CASE_INSENSITIVE);

  private static final String NO_ALERT_ADDRESS = "config.alerts.address";

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST_LINE = 100;

  private Values() {}

  /** Reads {@code 30s}, {@code 10m}, {@code 1h}, {@code 7d}, {@code 2w}. */
  static BadValue.Parser<Duration> duration(Duration least, Duration most) {
    return text -> {
      Duration duration = duration(text);
      if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
        throw new BadValue(
            BadValue.about("config.value.range", text)
                .with("least", shown(least))
                .with("most", shown(most)));
      }
      return duration;
    };
  }

  private static Duration duration(String text) throws BadValue {
    Matcher matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      throw new BadValue("config.duration", text);
    }
    String unit = matcher.group(2);
    ChronoUnit chronoUnit = UNITS.get(unit);
    if (chronoUnit == null) {
      String first = unit.isEmpty() ? "" : unit.substring(0, 1).toLowerCase(Locale.ROOT);
      Message wrong =
          BadValue.about(unit.isEmpty() ? "config.duration.bare" : "config.duration.unit", text);
      throw new BadValue(
          UNITS.containsKey(first)
              ? MeantWord.meant(wrong, matcher.group(1) + first)
              : Message.of("config.duration.units").with("wrong", wrong));
    }
    // Whole days and weeks have 24 hours a day, also when summer time begins or ends.
    return chronoUnit.getDuration().multipliedBy(Long.parseLong(matcher.group(1)));
  }

  private static String shown(Duration duration) {
    long s = duration.toSeconds();
    if (s % 86_400 == 0 && s > 0) {
      return s / 86_400 + "d";
    }
    return s % 3_600 == 0 && s > 0 ? s / 3_600 + "h" : s + "s";
  }

  /** What a letter says in one line, such as a name. */
  static String line(String text) throws BadValue {
    String line = text.strip();
    int length = line.codePointCount(0, line.length());
    if (line.isEmpty() || line.lines().count() > 1 || length > LONGEST_LINE) {
      throw new BadValue(
          BadValue.about("config.line", text).with("most", String.valueOf(LONGEST_LINE)));
    }
    return PlainText.line(line, LONGEST_LINE);
  }

  /** What a subject begins with: no link, no bracket, no sign of a formula. */
  static String title(String text) throws BadValue {
    String line = line(text);
    boolean plain = Character.isLetterOrDigit(line.codePointAt(0)) && BRACKETS.matchesNoneOf(line);
    if (!plain || Links.isIn(line)) {
      throw new BadValue("config.title", text);
    }
    return line;
  }

  /** A number to call in an emergency. */
  static String emergency(String text) throws BadValue {
    if (!EMERGENCY.matcher(text.strip()).matches()) {
      throw new BadValue("config.emergency", text);
    }
    return text.strip();
  }

  static String email(String text) throws BadValue {
    if (!EMAIL.matcher(text).matches()) {
      throw new BadValue("config.email", text);
    }
    return text;
  }

  /** An address that answers can go to: before the @ only ASCII is sure to arrive (RFC 6531). */
  static String replyAddress(String text) throws BadValue {
    String address = email(text);
    String local = address.substring(0, address.indexOf('@'));
    if (!LOCAL_PART.matcher(local).matches()) {
      throw new BadValue("config.email.local", text);
    }
    return address;
  }

  /** An ISO 3166-1 alpha-2 code in capitals. */
  static String country(String text) throws BadValue {
    if (COUNTRIES.contains(text)) {
      return text;
    }
    Message wrong = BadValue.about("config.country", text);
    throw new BadValue(
        countryMeant(text.strip())
            .map(code -> MeantWord.meant(wrong, code))
            .orElseGet(() -> Message.of("config.country.capitals").with("wrong", wrong)));
  }

  private static Optional<String> countryMeant(String text) {
    String capitals = text.toUpperCase(Locale.ROOT);
    if (capitals.equals("UK")) {
      return Optional.of("GB");
    }
    return COUNTRIES.stream()
        .filter(
            code ->
                code.equals(capitals)
                    || named(code, Locale.ENGLISH).equalsIgnoreCase(text)
                    || named(code, Locale.FRENCH).equalsIgnoreCase(text))
        .findFirst();
  }

  private static String named(String code, Locale language) {
    return new Locale("", code).getDisplayCountry(language);
  }

  static Locale language(String text) throws BadValue {
    if (Texts.languages().contains(text)) {
      return Locale.forLanguageTag(text);
    }
    Message languages =
        Texts.languages().stream()
            .map(code -> Message.plain(quoted(code)))
            .reduce((one, other) -> Message.of("config.or").with("one", one).with("other", other))
            .orElseThrow();
    throw new BadValue(BadValue.about("config.language", text).with("known", languages));
  }

  static Category category(String text) throws BadValue {
    List<String> keys = Arrays.stream(Category.values()).map(Category::key).toList();
    return oneOf(text, Arrays.asList(Category.values()), Category::key, keys);
  }

  /** Reads one word of a few. */
  static <E extends Enum<E>> BadValue.Parser<E> oneOf(Class<E> type, Function<E, String> key) {
    List<E> constants = List.of(type.getEnumConstants());
    return text -> oneOf(text, constants, key, constants.stream().map(key).toList());
  }

  private static <E> E oneOf(
      String text, List<E> constants, Function<E, String> key, List<String> keys) throws BadValue {
    Optional<E> constant = constants.stream().filter(c -> key.apply(c).equals(text)).findFirst();
    if (constant.isPresent()) {
      return constant.get();
    }
    Message wrong = BadValue.about("config.value.unknown", text);
    throw new BadValue(MeantWord.meant(wrong, text, keys, "config.one_of"));
  }

  /** An address of the web. */
  static URI web(String text) throws BadValue {
    URI uri = uri(text);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null) {
      throw new BadValue("config.web", text);
    }
    return uri;
  }

  /**
   * An address that alerts go to. It is never repeated in a message: who knows it can write there.
   */
  static URI alertAddress(String text) throws BadValue {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new BadValue(NO_ALERT_ADDRESS);
    }
    String host = uri.getHost();
    if (host == null || uri.getScheme() == null) {
      throw new BadValue(NO_ALERT_ADDRESS);
    }
    boolean onThisMachine = uri.getScheme().equals("http") && LOOPBACK.matcher(host).matches();
    if (!uri.getScheme().equals("https") && !onThisMachine) {
      throw new BadValue("config.alerts.open");
    }
    if (uri.getUserInfo() != null) {
      throw new BadValue("config.alerts.password");
    }
    if (uri.getFragment() != null) {
      throw new BadValue("config.alerts.fragment");
    }
    return uri;
  }

  /** A root that paths are appended to: ends in a slash, has neither query nor fragment. */
  static URI root(String text) throws BadValue {
    URI uri = web(text);
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw new BadValue("config.web.root", text);
    }
    return text.endsWith("/") ? uri : uri(text + "/");
  }

  private static URI uri(String text) throws BadValue {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new BadValue(BadValue.about("config.web.syntax", text).with("reason", e.getReason()));
    }
  }

  /** {@code HOST:PORT}, of this machine alone: what is served there asks for no password. */
  static MetricsSettings listen(String text) throws BadValue {
    Matcher matcher = LISTEN.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > HIGHEST_PORT) {
      throw new BadValue("config.listen", text);
    }
    if (!LOOPBACK.matcher(matcher.group(1)).matches()) {
      throw new BadValue(BadValue.about("config.listen.open", text).with("port", matcher.group(2)));
    }
    return new MetricsSettings(
        BRACKETS.removeFrom(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** A database's address. It is never repeated in a message: people put passwords into these. */
  static String journal(String text) throws BadValue {
    if (!text.startsWith("jdbc:postgresql:")) {
      throw new BadValue("config.journal");
    }
    if (text.toLowerCase(Locale.ROOT).contains("password=") || text.matches(".*//[^/]*@.*")) {
      throw new BadValue("config.journal.password");
    }
    return text;
  }
}
