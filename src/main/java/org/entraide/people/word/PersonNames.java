package org.entraide.people.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether two names can be one person's. */
public final class PersonNames {

  /** Forms of address, which are no part of a name. */
  private static final Set<String> TITLES =
      Set.copyOf(WordFile.section(WordFile.read("name-words"), "title"));

  private static final int MOST_WORDS = 12;

  /**
   * A name for comparison.
   *
   * @param words folded, without forms of address, in alphabetical order; empty for no name
   * @param joined the words in their own order without space, so that « Jean-Pierre » is also «
   *     JeanPierre »
   */
  public record NameKey(List<String> words, String joined) implements Comparable<NameKey> {

    public static final NameKey NONE = new NameKey(List.of(), "");

    /** Orders names from the barest to the fullest. */
    private static final Comparator<NameKey> BY_FULLNESS =
        Comparator.<NameKey>comparingInt(k -> k.words.size())
            .thenComparingInt(k -> k.joined.length())
            .thenComparing(NameKey::joined)
            .thenComparing(k -> String.join(" ", k.words));

    @Override
    public int compareTo(NameKey other) {
      return BY_FULLNESS.compare(this, other);
    }

    /**
     * Whether these can be one name: every word of the shorter is a word of the longer, or the
     * initial of one, or has one for its initial. No name agrees with every name.
     */
    public boolean agreesWith(NameKey other) {
      if (joined.equals(other.joined) || words.isEmpty() || other.words.isEmpty()) {
        return true;
      }
      boolean isShorter = words.size() <= other.words.size();
      NameKey shorter = isShorter ? this : other;
      NameKey longer = isShorter ? other : this;
      List<String> left = new ArrayList<>(longer.words);
      List<String> open = new ArrayList<>(shorter.words);
      open.removeIf(left::remove);
      return open.stream().allMatch(word -> takeInitial(left, word));
    }

    private static boolean takeInitial(List<String> left, String word) {
      for (String candidate : left) {
        boolean initial = word.length() == 1 || candidate.length() == 1;
        if (initial && candidate.charAt(0) == word.charAt(0)) {
          left.remove(candidate);
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return "Key[…]";
    }
  }

  private PersonNames() {}

  public static NameKey key(String name) {
    List<String> words = new ArrayList<>(Arrays.asList(Fold.words(name).split(" ", -1)));
    words.removeIf(String::isEmpty);
    while (words.size() > 1 && TITLES.contains(words.get(0))) {
      words.remove(0);
    }
    if (words.isEmpty()) {
      return NameKey.NONE;
    }
    List<String> kept = words.subList(0, Math.min(words.size(), MOST_WORDS));
    return new NameKey(kept.stream().sorted().toList(), String.join("", words));
  }

  /** The likely first name: the first word that is not a surname in capitals. */
  public static String firstName(String name) {
    List<String> words = Arrays.stream(name.split(" ", -1)).filter(word -> !isTitle(word)).toList();
    return words.stream()
        .filter(w -> !isCapitals(w))
        .findFirst()
        .orElseGet(() -> words.isEmpty() ? name : words.get(0));
  }

  /** Whether a word is a form of address, such as « Mme ». */
  public static boolean isTitle(String word) {
    return TITLES.contains(Fold.words(word));
  }

  private static boolean isCapitals(String word) {
    return word.length() > 1
        && word.chars().anyMatch(Character::isLetter)
        && word.equals(word.toUpperCase(Locale.ROOT));
  }
}
