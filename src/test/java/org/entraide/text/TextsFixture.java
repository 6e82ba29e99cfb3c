package org.entraide.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of texts. */
abstract class TextsFixture {
  static final Texts FRENCH = Texts.of("fr");
  private static final Path SOURCES = Path.of("src/main/java");

  static Map<String, String> file(String area, String language) {
    Properties properties = new Properties();
    String name = area + "_" + language + ".properties";
    try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k)));
    return values;
  }

  // ---- the code and the words

  static String code() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .sorted()
          .map(TextsFixture::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> matches(Pattern pattern, String code) {
    Set<String> matches = new TreeSet<>();
    Matcher matcher = pattern.matcher(code);
    while (matcher.find()) {
      matches.add(matcher.group(1));
    }
    return matches;
  }

  static <E> void add(Set<String> keys, String prefix, E[] all, Function<E, String> key) {
    Stream.of(all).forEach(one -> keys.add(prefix + key.apply(one)));
  }
}
