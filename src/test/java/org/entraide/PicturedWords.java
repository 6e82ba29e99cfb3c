package org.entraide;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;

/**
 * The words in the pictures of the organisers' pages: a file beside the pictures has a line {@code
 * * key = words} for each that they show, so that nobody has to look at them to know that they are
 * of today.
 */
@NullMarked
public final class PicturedWords {

  public static final Path DIRECTORY = Path.of("docs", "pictures");

  /** More makes a page slow to read. */
  public static final int MOST_BYTES = 330_000;

  public static final List<String> NAMES =
      List.of("answers", "instructions", "todo", "ledger", "settings", "dashboard");

  private PicturedWords() {}

  public static Path file(String language) {
    return DIRECTORY.resolve("words." + language + ".txt");
  }

  /** Every word that a picture may show, by its key. */
  public static Map<String, String> of(String name, Texts texts) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String key : new TreeSet<>(texts.keys())) {
      if (belongs(name, key) && !key.endsWith(".check")) {
        words.put(key, texts.get(key));
      }
    }
    return words;
  }

  private static boolean belongs(String name, String key) {
    return switch (name) {
      case "answers", "instructions" -> key.startsWith("column.") || key.startsWith("status.");
      case "todo" ->
          key.startsWith("todo.kind.")
              || key.matches("todo\\.(what|who|detail|since|delegate|link)");
      case "ledger" ->
          key.startsWith("state.")
              || key.matches(
                  "ledger\\.(ref|person|helper|delegate|needs|distance|state|sent_on|outcome)")
              || key.equals("ledger.explanation");
      case "settings" ->
          key.matches("settings\\.(label|value|understood|meaning)")
              || key.startsWith("settings.label.")
              || key.startsWith("settings.meaning.");
      case "dashboard" ->
          key.startsWith("chart.")
              || key.matches(
                  "dashboard\\.(heartbeat|installation|state|wrong|people|count|introductions|answers"
                      + "|signpost|needs|longest|since|reason|waiting_by_need|waiting_by_area|weeks)");
      default -> throw new IllegalArgumentException("There is no picture " + name + ".");
    };
  }

  /** The keys of those that the pictures must show: everything but the words of single people. */
  public static Set<String> wanted(Texts texts) {
    return NAMES.stream()
        .flatMap(name -> of(name, texts).keySet().stream())
        .filter(key -> !key.startsWith("status.") && !key.startsWith("state."))
        .filter(key -> !key.startsWith("todo.kind."))
        .filter(key -> !key.endsWith(".also")) // understood, and nowhere to be seen
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The file's content. */
  public static String written(Map<String, String> words) {
    return words.entrySet().stream()
        .map(word -> word.getKey() + " = " + word.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
