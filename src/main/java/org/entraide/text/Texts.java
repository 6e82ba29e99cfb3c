package org.entraide.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of one language. One file an area and language, {@code AREA_LANGUAGE.properties} in
 * UTF-8, each value an ICU message pattern with named arguments, so that plurals follow the
 * language's own rules and no sentence is glued together in code.
 */
public final class Texts {

  /** The files that are read: a new area is a new name here. */
  static final List<String> AREAS =
      List.of("people", "place", "postcode", "plan", "why", "campaign", "tabs", "form", "signin");

  private final ULocale locale;
  private final Map<String, String> patterns;
  private final Map<String, MessageFormat> compiled = new ConcurrentHashMap<>();

  private Texts(ULocale locale, Map<String, String> patterns) {
    this.locale = locale;
    this.patterns = Map.copyOf(patterns);
  }

  /**
   * Loads a language.
   *
   * @param language {@code fr} or {@code en}: any language that has the files
   * @throws IllegalArgumentException if there are none for it
   */
  public static Texts of(String language) {
    Map<String, String> patterns = new HashMap<>();
    for (String area : AREAS) {
      Properties properties = load(area, language);
      properties.stringPropertyNames().forEach(k -> patterns.put(k, properties.getProperty(k)));
    }
    return new Texts(ULocale.forLanguageTag(language), patterns);
  }

  private static Properties load(String area, String language) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(read(area + "_" + language + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException("The words of " + area + " cannot be read.", e);
    }
    return properties;
  }

  private static String read(String file) {
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("There are no words in " + file + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The words in " + file + " cannot be read.", e);
    }
  }

  /**
   * The template of a letter in this language.
   *
   * @param name such as {@code introduction}
   */
  public String template(String name) {
    return read(name + "_" + locale.getLanguage() + ".mustache");
  }

  /** Every key, for tests that compare languages. */
  public Set<String> keys() {
    return patterns.keySet();
  }

  /** The pattern behind a key, for tests that compare languages. */
  String pattern(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No words for " + key + " in " + locale + ".");
    }
    return pattern;
  }

  /** The words of a key that takes no argument. */
  public String get(String key) {
    return format(Message.of(key));
  }

  /** Puts a message into words. */
  public String format(Message message) {
    Map<String, Object> args = new HashMap<>();
    message.args().forEach((name, value) -> args.put(name, worded(value)));
    MessageFormat format =
        compiled.computeIfAbsent(message.key(), key -> new MessageFormat(pattern(key), locale));
    synchronized (format) { // ICU's formats are not safe for several threads
      return format.format(args);
    }
  }

  /** A day and a time of day as the language writes them, whatever zone they are in. */
  public String moment(LocalDateTime at) {
    DateFormat format = DateFormat.getInstanceForSkeleton("yMMMMdjm", locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(at.toInstant(ZoneOffset.UTC)));
  }

  private Object worded(Object value) {
    if (value instanceof Message message) {
      return format(message);
    }
    if (value instanceof List<?> list) {
      return ListFormatter.getInstance(locale).format(list.stream().map(this::worded).toList());
    }
    return value;
  }
}
