package org.entraide.text.typed;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class NearestWord {

  private NearestWord() {}

  /**
   * Returns the candidate closest to a word, if any is close: within a third of its length, two at
   * least, and never so far that nothing of the word is left.
   */
  public static Optional<String> of(String word, Collection<String> candidates) {
    int limit = Math.min(Math.max(2, word.length() / 3), word.length() - 1);
    String plain = plain(word);
    return candidates.stream()
        .filter(c -> distance(plain, plain(c)) <= limit)
        .min(
            Comparator.<String>comparingInt(c -> distance(plain, plain(c)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * Counts the insertions, deletions, substitutions and swaps of neighbours from one word to
   * another ("optimal string alignment"), in time and space proportional to the lengths' product.
   */
  public static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        d[i][j] =
            Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
