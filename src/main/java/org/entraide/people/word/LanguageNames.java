package org.entraide.people.word;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.entraide.text.Texts;

/** Names of languages, as ICU has them in each language spoken here, to ISO 639-1. */
public final class LanguageNames {

  private static final List<WordFile.SectionLine> LINES = WordFile.read("language-names");
  private static final Pattern BREAK =
      Pattern.compile("[,;/&+\\n\\r]| (?:" + String.join("|", WordFile.section(LINES, "-")) + ") ");
  private static final Pattern SEVERAL_WORDS = Pattern.compile(" +");
  private static final Map<String, String> BY_NAME = byName();
  private static final int MAX_CELL = 1000;

  private LanguageNames() {}

  /** The languages named; nothing and a problem where none was understood. */
  public static CellReading<Set<String>> read(String cell) {
    Set<String> codes = new TreeSet<>();
    for (String piece : BREAK.split(Fold.shorten(cell, MAX_CELL), -1)) {
      inPiece(Fold.words(piece), codes);
    }
    if (codes.isEmpty()) {
      return Fold.words(cell).isEmpty()
          ? CellReading.none()
          : CellReading.problem("people.languages.unclear");
    }
    return CellReading.of(codes);
  }

  private static void inPiece(String words, Set<String> codes) {
    String whole = BY_NAME.get(words);
    if (whole != null) {
      codes.add(whole);
      return;
    }
    for (String word : SEVERAL_WORDS.split(words, -1)) {
      String code = word.length() > 2 ? BY_NAME.get(word) : null; // « un » is no language here
      if (code != null) {
        codes.add(code);
      }
    }
  }

  private static Map<String, String> byName() {
    Map<String, String> names = new HashMap<>();
    List<String> codes =
        Arrays.stream(ULocale.getISOLanguages()).filter(code -> code.length() == 2).toList();
    for (String code : codes) {
      ULocale language = new ULocale(code);
      for (String spoken : Texts.languages()) {
        Texts.icu(spoken)
            .ifPresent(s -> names.putIfAbsent(Fold.words(language.getDisplayName(s)), code));
      }
    }
    codes.forEach(code -> names.putIfAbsent(code, code));
    for (WordFile.SectionLine line : LINES) {
      if (codes.contains(line.section())) {
        names.putIfAbsent(line.text(), line.section());
      }
    }
    return Map.copyOf(names);
  }
}
