package org.entraide.people.word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words for categories: a campaign's own answers before the usual words.
 *
 * <p>Google joins ticked answers by a comma and a space, and an option may hold commas itself. So a
 * run of pieces that together are a known option is that option, the longest first; what is left is
 * read piece by piece, commas in brackets apart.
 */
public final class CategoryWords {

  private static final String NOTHING = "nothing";
  private static final Pattern LISTS = Pattern.compile("[;\\n\\r•|]+");
  private static final Pattern PICTURE = Pattern.compile("\\p{So}");
  private static final int LONGEST_ANSWER = 5000;

  private static final List<WordFile.SectionLine> NOS = WordFile.read("category-denials");

  /** « Je ne peux pas » : in an offer it takes the words back. */
  private static final Pattern NEGATION = WordFile.anyOf(NOS, "offer");

  private static final Pattern NO_NEED = WordFile.anyOf(NOS, "need");

  /**
   * What means a category.
   *
   * @param sought among words with a space before and behind each
   * @param prefix whether it is how a word begins
   */
  private record Phrase(String words, Category category, String sought, boolean prefix) {
    Phrase(String words, Category category) {
      this(words, category, Fold.sought(words), words.endsWith("*"));
    }
  }

  private static final Comparator<Phrase> LONGEST_FIRST =
      Comparator.<Phrase>comparingInt(p -> p.words().length())
          .reversed()
          .thenComparing(Phrase::words);

  private static final Set<String> NOTHINGS = new HashSet<>();
  private static final List<Phrase> USUAL = usual();

  private final Map<String, Category> options = new HashMap<>();
  private final List<Phrase> own;

  /** How many pieces the own option with most commas falls into. */
  private final int longestRun;

  /**
   * @param overrides by category, the answers that mean it
   */
  public CategoryWords(Map<Category, List<String>> overrides) {
    List<Phrase> phrases = new ArrayList<>();
    overrides.forEach(
        (category, answers) -> {
          for (String answer : answers) {
            String words = Fold.words(answer);
            if (!words.isEmpty()) {
              options.put(words, category);
              phrases.add(new Phrase(words, category));
            }
          }
        });
    phrases.sort(LONGEST_FIRST);
    this.own = List.copyOf(phrases);
    this.longestRun =
        overrides.values().stream()
            .flatMap(List::stream)
            .mapToInt(answer -> pieces(answer).size())
            .max()
            .orElse(0);
  }

  /** Understands an answer about needs. */
  public ReadCategories needs(String answer) {
    return read(answer, NO_NEED);
  }

  /** Understands an answer about offers, where « je ne peux pas faire les courses » offers none. */
  public ReadCategories offers(String answer) {
    return read(answer, NEGATION);
  }

  /** The parts between commas; one in brackets divides nothing. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    boolean inBrackets = false;
    int end = text.length();
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == ')' || c == '(') {
        inBrackets = c == ')';
      } else if (c == ',' && !inBrackets) {
        pieces.add(text.substring(i + 1, end));
        end = i;
      }
    }
    pieces.add(text.substring(0, end));
    Collections.reverse(pieces);
    return pieces;
  }

  private ReadCategories read(String whatever, Pattern takesBack) {
    String answer = Fold.shorten(whatever, LONGEST_ANSWER);
    Reading reading = new Reading(takesBack);
    String words = Fold.words(answer);
    Optional<Category> whole = option(words);
    if (whole.isPresent()) {
      return new ReadCategories(Set.of(whole.get()), 0);
    }
    if (NOTHINGS.contains(words)) {
      return new ReadCategories(Set.of(), 0);
    }
    LISTS.splitAsStream(answer).forEach(part -> reading.pieces(pieces(part)));
    return new ReadCategories(reading.categories, reading.notUnderstood);
  }

  private Optional<Category> option(String words) {
    return Optional.ofNullable(options.get(words));
  }

  private static List<Phrase> usual() {
    List<Phrase> phrases = new ArrayList<>();
    for (WordFile.SectionLine line : WordFile.read("category-words")) {
      if (line.section().equals(NOTHING)) {
        NOTHINGS.add(line.text());
      } else {
        Category category = Category.ofKey(line.section()).orElseThrow();
        phrases.add(new Phrase(line.text(), category));
      }
    }
    phrases.sort(LONGEST_FIRST);
    return List.copyOf(phrases);
  }

  private final class Reading {
    private final Pattern takesBack;
    private final Set<Category> categories = EnumSet.noneOf(Category.class);
    private int notUnderstood;

    Reading(Pattern takesBack) {
      this.takesBack = takesBack;
    }

    void pieces(List<String> pieces) {
      int at = 0;
      while (at < pieces.size()) {
        int run = longestOption(pieces, at);
        if (run == 0) {
          piece(pieces.get(at));
          run = 1;
        }
        at += run;
      }
    }

    /** How many pieces from here are one known option together; 0 for none. */
    private int longestOption(List<String> pieces, int at) {
      for (int end = Math.min(pieces.size(), at + longestRun); end > at; end--) {
        StringBuilder joined = new StringBuilder();
        for (int i = at; i < end; i++) {
          joined.append(pieces.get(i)).append(' ');
        }
        Optional<Category> category = option(Fold.words(joined.toString()));
        if (category.isPresent()) {
          categories.add(category.get());
          return end - at;
        }
      }
      return 0;
    }

    private void piece(String text) {
      String words = Fold.words(text);
      boolean says = !words.isEmpty() || PICTURE.matcher(text).find();
      if (!says || NOTHINGS.contains(words)) {
        return;
      }
      Set<Category> meant = EnumSet.noneOf(Category.class);
      if (!takesBack.matcher(words).find()) {
        String rest = take(words, own, meant);
        take(rest, USUAL, meant);
      }
      if (meant.isEmpty()) {
        notUnderstood++;
        meant.add(Category.OTHER);
      } else if (meant.size() > 1) {
        meant.remove(Category.OTHER); // « autre chose : garder mon chien » is no riddle
      }
      categories.addAll(meant);
    }

    /** Takes the phrases out of the words, longest first, so that none counts inside another. */
    private String take(String words, List<Phrase> phrases, Set<Category> meant) {
      String rest = " " + words + " ";
      for (Phrase phrase : phrases) {
        boolean prefix = phrase.prefix();
        String sought = phrase.sought();
        int at = rest.indexOf(sought);
        while (at >= 0) {
          meant.add(phrase.category());
          int end = prefix ? rest.indexOf(' ', at + sought.length()) : at + sought.length() - 1;
          rest = rest.substring(0, at) + " / " + rest.substring(end).stripLeading() + " ";
          at = rest.indexOf(sought);
        }
      }
      return rest.strip();
    }
  }
}
