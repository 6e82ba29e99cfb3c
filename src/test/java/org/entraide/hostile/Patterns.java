package org.entraide.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Every pattern of the program: those that classes hold, and those in the middle of a line. */
@NullMarked
final class Patterns {

  private static final Path CLASSES = Path.of("target/classes");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final int DEEPEST = 6;

  /** A pattern written where a string is asked whether, or where, it agrees. */
  private static final Pattern INLINE =
      Pattern.compile(
          "(?:\\.(matches|replaceAll|replaceFirst|split)|Pattern\\.compile)"
              + "\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*[,)]");

  private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)\\\\u([0-9a-fA-F]{4})");

  private final Map<String, Pattern> found = new TreeMap<>();
  private final Set<String> ofInstances = new TreeSet<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private static final String MATCHES = "matches";

  private Patterns() {}

  /** Whether a pattern is only ever asked whether a whole text is one. */
  static boolean isMatchedWhole(String where) {
    return where.contains(" " + MATCHES);
  }

  /** By where it is. */
  static Map<String, Pattern> all() {
    Patterns patterns = new Patterns();
    for (String name : classes()) {
      patterns.statics(name);
    }
    patterns.inline();
    return Map.copyOf(patterns.found);
  }

  /** The fields of objects that hold a pattern. */
  static Set<String> ofInstances() {
    Patterns patterns = new Patterns();
    for (String name : classes()) {
      patterns.fields(name);
    }
    return Set.copyOf(patterns.ofInstances);
  }

  /** Adds the patterns that an object holds. */
  static Map<String, Pattern> of(Object object) {
    Patterns patterns = new Patterns();
    patterns.visit(object, object.getClass().getSimpleName(), 0);
    return Map.copyOf(patterns.found);
  }

  private static List<String> classes() {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && name.startsWith("org"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .filter(name -> !name.endsWith("package-info"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, Patterns.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private void fields(String name) {
    for (Field field : loaded(name).getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class) {
        ofInstances.add(shortened(name) + "." + field.getName());
      }
    }
  }

  private void statics(String name) {
    for (Field field : loaded(name).getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && mayHold(field.getType())) {
        visit(value(field, null), shortened(name) + "." + field.getName(), 0);
      }
    }
  }

  private static boolean mayHold(Class<?> type) {
    return !type.isPrimitive() && type != String.class;
  }

  private static String shortened(String name) {
    return name.substring("org.entraide.".length());
  }

  private static @Nullable Object value(Field field, @Nullable Object of) {
    try {
      field.setAccessible(true);
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private void visit(@Nullable Object object, String where, int depth) {
    if (object instanceof Pattern pattern) {
      found.putIfAbsent(free(where), pattern);
    } else if (object == null || depth > DEEPEST || !seen.add(object)) {
      return;
    } else if (object instanceof Map<?, ?> map) {
      new ArrayList<>(map.keySet()).forEach(key -> visit(key, where, depth + 1));
      new ArrayList<>(map.values()).forEach(value -> visit(value, where, depth + 1));
    } else if (object instanceof Collection<?> many) {
      new ArrayList<>(many).forEach(one -> visit(one, where, depth + 1));
    } else if (object instanceof Optional<?> maybe) {
      maybe.ifPresent(one -> visit(one, where, depth + 1));
    } else if (object instanceof Object[] array) {
      for (Object one : array) {
        visit(one, where, depth + 1);
      }
    } else if (object.getClass().getName().startsWith("org.entraide.")) {
      for (Field field : object.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && mayHold(field.getType())) {
          visit(value(field, object), where + "." + field.getName(), depth + 1);
        }
      }
    }
  }

  private static String character(MatchResult escape) {
    String character = Character.toString(Integer.parseInt(escape.group(1), 16));
    return Matcher.quoteReplacement(character);
  }

  /** Several may be in one place. */
  private String free(String where) {
    String name = where;
    for (int i = 2; found.containsKey(name); i++) {
      name = where + " " + i;
    }
    return name;
  }

  private void inline() {
    Set<String> known =
        found.values().stream().map(Pattern::pattern).collect(Collectors.toUnmodifiableSet());
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        Matcher literals = INLINE.matcher(Files.readString(file));
        while (literals.find()) {
          String escaped = UNICODE.matcher(literals.group(2)).replaceAll(Patterns::character);
          Pattern pattern = Pattern.compile(escaped.translateEscapes());
          if (literals.group(1) != null || !known.contains(pattern.pattern())) {
            String ways = MATCHES.equals(literals.group(1)) ? MATCHES : "";
            found.put(free(SOURCES.relativize(file) + " " + ways), pattern);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
