package org.entraide.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The words of one language. One file an area and language, {@code AREA_LANGUAGE.properties} in
 * UTF-8, each value an ICU message pattern with named arguments, so that plurals follow the
 * language's own rules and no sentence is glued together in code.
 */
public final class Texts {

  /** The files that are read: a new area is a new name here. */
  static final List<String> AREAS =
      List.of(
          "people",
          "place",
          "postcode",
          "plan",
          "why",
          "campaign",
          "tabs",
          "form",
          "signin",
          "cli",
          "doctor",
          "google",
          "config",
          "journal",
          "setup");

  /** What earlier versions said; a language may have none. */
  private static final String FORMER = "former";

  /** Which languages come with the program. */
  private static final String LANGUAGES = "languages.txt";

  /** Which languages somebody added to the class path. */
  private static final String MORE_LANGUAGES = "more-languages.txt";

  private final String language;
  private final ULocale plurals;
  private final ULocale locale;
  private final ULocale numbers;
  private final Map<String, String> patterns;
  private final Map<String, List<String>> former; // by key, the newest first
  private final Map<String, MessageFormat> compiled;
  private final Map<String, String> constant; // without arguments
  private final Map<String, Texts> inSheets; // by locale
  private final DateFormat days; // to be copied: ICU's formats are not safe for several threads
  private final DateFormat moments;
  private final UnaryOperator<String> names; // by reference, how a person is called

  private Texts(
      String language,
      ULocale plurals,
      ULocale locale,
      ULocale numbers,
      Map<String, String> patterns,
      Map<String, List<String>> former) {
    this.language = language;
    this.plurals = plurals;
    this.locale = locale;
    this.numbers = numbers;
    this.patterns = Map.copyOf(patterns);
    this.former = Map.copyOf(former);
    this.compiled = new ConcurrentHashMap<>();
    this.constant = new ConcurrentHashMap<>();
    this.inSheets = new ConcurrentHashMap<>();
    this.days = DateFormat.getInstanceForSkeleton("yyyyMMdd", numbers);
    days.setTimeZone(TimeZone.GMT_ZONE);
    days.setLenient(false);
    this.moments = DateFormat.getInstanceForSkeleton("yMMMMdjm", locale);
    moments.setTimeZone(TimeZone.GMT_ZONE);
    this.names = UnaryOperator.identity();
  }

  private Texts(Texts other, UnaryOperator<String> names) {
    this.language = other.language;
    this.plurals = other.plurals;
    this.locale = other.locale;
    this.numbers = other.numbers;
    this.patterns = other.patterns;
    this.former = other.former;
    this.compiled = other.compiled;
    this.constant = other.constant;
    this.inSheets = Map.of();
    this.days = other.days;
    this.moments = other.moments;
    this.names = names;
  }

  /** The languages that have words, by ISO 639 code, those of the program first. */
  public static List<String> languages() {
    return List.copyOf(Loaded.LANGUAGES.keySet());
  }

  /** What ICU knows a language by; empty for one that it does not know. */
  public static Optional<ULocale> icu(String language) {
    return Optional.ofNullable(Loaded.KNOWN.get(language));
  }

  private static final class Loaded {
    /** By code, whose plurals the language follows. */
    private static final Map<String, String> LANGUAGES =
        Collections.unmodifiableMap(new LinkedHashMap<>(listed()));

    private static final Map<String, ULocale> KNOWN =
        Arrays.stream(ULocale.getAvailableLocales())
            .filter(l -> l.toLanguageTag().equals(l.getLanguage()))
            .collect(Collectors.toUnmodifiableMap(ULocale::getLanguage, l -> l));

    private static final Map<String, Texts> TEXTS = new ConcurrentHashMap<>();

    private static Map<String, String> listed() {
      Map<String, String> codes = new LinkedHashMap<>();
      for (String file : List.of(Texts.LANGUAGES, MORE_LANGUAGES)) {
        find(file)
            .ifPresent(
                text ->
                    text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(line -> line.split("\\s+", -1))
                        .forEach(words -> codes.put(words[0], words[words.length - 1])));
      }
      return codes;
    }
  }

  /**
   * Loads a language, once. Of one that ICU does not know, lists and days are written without
   * words: its own fallback would be the language of the machine.
   *
   * @param language {@code fr} or {@code en}: any language that has the files
   * @throws IllegalArgumentException if there are none for it
   */
  public static Texts of(String language) {
    return Loaded.TEXTS.computeIfAbsent(language, Texts::loaded);
  }

  /** The words of logs, and of whatever a program reads. */
  public static Texts english() {
    return of("en");
  }

  private static Texts loaded(String language) {
    Map<String, String> patterns = new HashMap<>();
    for (String area : AREAS) {
      Properties properties = load(area, language);
      properties.stringPropertyNames().forEach(k -> patterns.put(k, properties.getProperty(k)));
    }
    ULocale plurals = ULocale.forLanguageTag(Loaded.LANGUAGES.getOrDefault(language, language));
    ULocale locale = icu(language).orElse(ULocale.ROOT);
    return new Texts(language, plurals, locale, locale, patterns, formerOf(language));
  }

  /** Which language these words are of, by ISO 639 code. */
  public String language() {
    return language;
  }

  /**
   * These words, with numbers and days as a spreadsheet writes them.
   *
   * @param sheetLocale as Google writes it, such as {@code en_GB}
   */
  public Texts inSheet(String sheetLocale) {
    return inSheets.computeIfAbsent(
        sheetLocale, of -> new Texts(language, plurals, locale, new ULocale(of), patterns, former));
  }

  private static Map<String, List<String>> formerOf(String language) {
    Map<String, List<String>> former = new HashMap<>();
    if (find(file(FORMER, language)).isPresent()) {
      Properties words = load(FORMER, language);
      words
          .stringPropertyNames()
          .forEach(key -> former.put(key, List.of(words.getProperty(key).split("\n", -1))));
    }
    return former;
  }

  /**
   * The words that earlier versions wrote in sheets where these words are now, the newest first.
   *
   * @return empty where they always were the same, or there were none
   */
  public List<String> former(String key) {
    return former.getOrDefault(key, List.of()).stream().filter(word -> !word.isEmpty()).toList();
  }

  /**
   * The words as earlier versions had them, the newest version first; an empty text where a version
   * had no such words.
   */
  public List<Texts> earlier() {
    int versions = former.values().stream().mapToInt(List::size).max().orElse(0);
    List<Texts> earlier = new ArrayList<>();
    for (int i = 0; i < versions; i++) {
      Map<String, String> then = new HashMap<>(patterns);
      int back = i;
      former.forEach((key, words) -> then.put(key, words.get(Math.min(back, words.size() - 1))));
      earlier.add(new Texts(language, plurals, locale, numbers, then, Map.of()));
    }
    return earlier;
  }

  /**
   * These words, in which people are called by more than their reference. For the sheet alone:
   * names go nowhere else.
   *
   * @param names how a person is called, by reference
   */
  public Texts naming(UnaryOperator<String> names) {
    return new Texts(this, names);
  }

  /** How a person is called in these words: by reference, unless they are {@link #naming}. */
  public String person(String ref) {
    return names.apply(ref);
  }

  /** A day as it is written where numbers are, such as {@code 26/03/2020}. */
  public String day(LocalDate day) {
    return days().format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** The day that {@link #day} wrote; empty for anything else. */
  public Optional<LocalDate> dayOf(String text) {
    String stripped = text.strip();
    ParsePosition end = new ParsePosition(0);
    Date day = days().parse(stripped, end);
    return day == null || end.getIndex() < stripped.length()
        ? Optional.empty()
        : Optional.of(LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC));
  }

  private DateFormat days() {
    return days.clone();
  }

  private static Properties load(String area, String language) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(read(file(area, language))));
    } catch (IOException e) {
      throw new UncheckedIOException("The words of " + area + " cannot be read.", e);
    }
    return properties;
  }

  private static String file(String area, String language) {
    return area + "_" + language + ".properties";
  }

  private static String read(String file) {
    return find(file)
        .orElseThrow(() -> new IllegalArgumentException("There are no words in " + file + "."));
  }

  private static Optional<String> find(String file) {
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The words in " + file + " cannot be read.", e);
    }
  }

  /** The template as it comes with the program. */
  public String template(LetterTemplate template) {
    return read(template.key() + "_" + language + ".mustache");
  }

  /** Every key, for tests that compare languages. */
  public Set<String> keys() {
    return patterns.keySet();
  }

  /** The pattern behind a key, for tests that compare languages. */
  public String pattern(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No words for " + key + " in " + language + ".");
    }
    return pattern;
  }

  /** The words of a key that takes no argument. */
  public String get(String key) {
    String words = constant.get(key);
    return words != null ? words : constant.computeIfAbsent(key, k -> format(k, Map.of()));
  }

  /** Puts a message into words. */
  public String format(Message message) {
    if (message.args().isEmpty()) {
      return get(message.key());
    }
    Map<String, Object> args = new HashMap<>();
    message.args().forEach((name, value) -> args.put(name, worded(value)));
    return format(message.key(), args);
  }

  private String format(String key, Map<String, Object> args) {
    MessageFormat format = compiled.computeIfAbsent(key, this::compile);
    synchronized (format) { // ICU's formats are not safe for several threads
      return format.format(args);
    }
  }

  /** Plurals follow the language, the signs of numbers the sheet. */
  private MessageFormat compile(String key) {
    MessageFormat format = new MessageFormat(pattern(key), plurals);
    for (String argument : format.getArgumentNames()) {
      if (format.getFormatByArgumentName(argument) instanceof DecimalFormat number) {
        number.setDecimalFormatSymbols(DecimalFormatSymbols.getInstance(numbers));
        format.setFormatByArgumentName(argument, number);
      }
    }
    return format;
  }

  /** A day and a time of day as the language writes them, in any time zone. */
  public String moment(LocalDateTime at) {
    DateFormat format = moments.clone();
    return format.format(Date.from(at.toInstant(ZoneOffset.UTC)));
  }

  private String spelled(LocalDate day) {
    String[] months = DateFormatSymbols.getInstance(locale).getMonths();
    return format(
        "day.spelled",
        Map.of(
            "day",
            String.valueOf(day.getDayOfMonth()),
            "month",
            months[day.getMonthValue() - 1],
            "year",
            String.valueOf(day.getYear())));
  }

  private Object worded(Object value) {
    if (value instanceof Message message) {
      return format(message);
    }
    if (value instanceof PersonReference person) {
      return person(person.ref());
    }
    if (value instanceof LocalDate on) {
      return day(on);
    }
    if (value instanceof SpelledDay on) {
      return spelled(on.day());
    }
    if (value instanceof LocalDateTime at) {
      return moment(at);
    }
    if (value instanceof List<?> list) {
      return ListFormatter.getInstance(locale).format(list.stream().map(this::worded).toList());
    }
    return value;
  }
}
