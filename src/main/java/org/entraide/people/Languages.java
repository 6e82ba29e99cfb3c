package org.entraide.people;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Names of languages in French and English, as ICU has them, to ISO 639-1. */
final class Languages {

  private static final Pattern BREAK = Pattern.compile("[,;/&+\\n\\r]| et | and | ou | or ");
  private static final Pattern SEVERAL_WORDS = Pattern.compile(" +");
  private static final Map<String, String> BY_NAME = byName();
  private static final int MAX_CELL = 1000;

  private Languages() {}

  /** The languages named; nothing and a problem where none was understood. */
  static Answer<Set<String>> read(String cell) {
    Set<String> codes = new TreeSet<>();
    for (String piece : BREAK.split(Fold.shorten(cell, MAX_CELL), -1)) {
      inPiece(Fold.words(piece), codes);
    }
    if (codes.isEmpty()) {
      return Fold.words(cell).isEmpty()
          ? Answer.none()
          : Answer.problem("people.languages.unclear");
    }
    return Answer.of(codes);
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
    for (String code : ULocale.getISOLanguages()) {
      if (code.length() == 2) {
        ULocale language = new ULocale(code);
        for (ULocale spoken : new ULocale[] {ULocale.FRENCH, ULocale.ENGLISH}) {
          names.putIfAbsent(Fold.words(language.getDisplayName(spoken)), code);
        }
      }
    }
    for (String code : ULocale.getISOLanguages()) {
      if (code.length() == 2) {
        names.putIfAbsent(code, code);
      }
    }
    names.put("mandarin", "zh");
    names.put("cantonais", "zh");
    names.put("cantonese", "zh");
    names.put("farsi", "fa");
    names.put("flamand", "nl");
    names.put("flemish", "nl");
    names.put("castillan", "es");
    return Map.copyOf(names);
  }
}
