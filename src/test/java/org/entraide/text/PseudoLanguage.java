package org.entraide.text;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/**
 * Makes the files of a language that nobody speaks out of the program's own: each letter is moved
 * by thirteen places, so that every word is a different one and can be read back.
 *
 * <p>What is no word stays as it is: arguments, plural keywords, tags, sections, addresses of
 * pages.
 */
@NullMarked
public final class PseudoLanguage {

  /** ISO 639-2 keeps the codes qaa to qtz for private use. */
  public static final String CODE = "qps";

  static final Path TARGET = Path.of("src/test/resources/org/entraide");
  private static final Path SOURCE = Path.of("src/main/resources/org/entraide");
  private static final String NOTE =
      "# Made by PseudoLanguage out of %s: to make it anew, mvn -Dtest=PseudoLanguageTest"
          + " -Dpseudo.write=true test\n";
  private static final List<String> TEMPLATES =
      List.of("introduction", "followup", "question", "advice");
  private static final List<String> WORD_FILES =
      List.of(
          "titles",
          "title-rules",
          "title-words",
          "category-words",
          "category-denials",
          "yes-no",
          "quantities",
          "months",
          "name-words",
          "language-names");
  private static final Pattern LINE = Pattern.compile("([^#=\\s]+)\\s*=.*");
  private static final Pattern PAGE = Pattern.compile("https?://\\S+");
  private static final Pattern TAG = Pattern.compile("\\{\\{[^}]*}}");

  private PseudoLanguage() {}

  /** Every file, by its path under the package. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    // English plurals: no rule is known for a language that nobody speaks
    files.put("text/more-languages.txt", NOTE.formatted("nothing") + CODE + " en\n");
    for (String area : Texts.AREAS) {
      files.put(
          "text/" + area + "_" + CODE + ".properties", bundle("text/" + area + "_en.properties"));
    }
    for (String name : TEMPLATES) {
      files.put(
          "text/" + name + "_" + CODE + ".mustache",
          outside(TAG, read("text/" + name + "_en.mustache"), PseudoLanguage::moved));
    }
    for (String name : WORD_FILES) {
      files.put("people/" + name + "_" + CODE + ".txt", words("people/" + name + ".txt"));
    }
    files.merge("people/language-names_" + CODE + ".txt", languageNames(), String::concat);
    return files;
  }

  /** A text with each letter of the alphabet moved by half of it; twice, it is the same again. */
  public static String moved(String text) {
    StringBuilder moved = new StringBuilder(text.length());
    text.chars().forEach(c -> moved.append((char) moved(c)));
    return moved.toString();
  }

  /** A text with its letters moved, but for what a pattern finds: names and numbers. */
  public static String movedBut(Pattern kept, String text) {
    return outside(kept, text, PseudoLanguage::moved);
  }

  private static int moved(int c) {
    int first = c >= 'a' ? 'a' : 'A';
    return c >= first && c < first + 26 ? first + (c - first + 13) % 26 : c;
  }

  /** An ICU pattern with the letters of its words moved. */
  static String movedPattern(String text) {
    MessagePattern pattern = new MessagePattern(text);
    StringBuilder moved = new StringBuilder();
    Deque<Boolean> words = new ArrayDeque<>(List.of(false));
    int at = 0;
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getIndex() >= at) {
        String textBefore = text.substring(at, part.getIndex());
        moved.append(
            words.element() ? outside(PAGE, textBefore, PseudoLanguage::moved) : textBefore);
        moved.append(text, part.getIndex(), part.getLimit());
        at = part.getLimit();
      }
      switch (part.getType()) {
        case MSG_START -> words.push(true);
        case ARG_START -> words.push(false);
        case MSG_LIMIT, ARG_LIMIT -> words.pop();
        default -> {}
      }
    }
    return moved.toString();
  }

  private static String outside(Pattern kept, String text, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder();
    Matcher matcher = kept.matcher(text);
    int at = 0;
    while (matcher.find()) {
      changed.append(change.apply(text.substring(at, matcher.start()))).append(matcher.group());
      at = matcher.end();
    }
    return changed.append(change.apply(text.substring(at))).toString();
  }

  private static String bundle(String file) {
    String text = read(file);
    Properties values = new Properties();
    try {
      values.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return NOTE.formatted(file)
        + text.lines()
            .map(LINE::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .map(key -> key + " = " + escaped(value(key, values.getProperty(key))) + "\n")
            .collect(Collectors.joining());
  }

  private static String value(String key, String english) {
    return key.equals("signin.language") ? CODE : movedPattern(english);
  }

  private static String escaped(String value) {
    String escaped = value.replace("\\", "\\\\").replace("\n", "\\n");
    escaped = escaped.replaceAll("^ | $", "\\\\u0020");
    return escaped;
  }

  private static String words(String file) {
    return NOTE.formatted(file)
        + read(file)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .filter(line -> line.length() != 1) // a letter moved is a word of French: « à », « y »
            .map(line -> line.startsWith("[") ? line : moved(line))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The names that ICU would have if it knew the language. */
  private static String languageNames() {
    return Arrays.stream(ULocale.getISOLanguages())
        .filter(code -> code.length() == 2)
        .map(code -> "[" + code + "]\n" + moved(english(code)) + "\n")
        .collect(Collectors.joining("\n", "\n", ""));
  }

  private static String english(String code) {
    String name = new ULocale(code).getDisplayName(ULocale.ENGLISH);
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
  }

  private static String read(String file) {
    try {
      return Files.readString(SOURCE.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
