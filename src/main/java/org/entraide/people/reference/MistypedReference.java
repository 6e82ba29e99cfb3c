package org.entraide.people.reference;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that was meant as a reference and is none: its check symbol, or its length, shows that
 * somebody slipped.
 *
 * @param symbols as typed, in capitals, without {@code M-} and without what is between
 */
public record MistypedReference(String symbols) {

  private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{4,7}");
  private static final Pattern PREFIX = Pattern.compile("^M-|[\\s-]");

  /** What a text was meant as; empty for a reference, and for what cannot be meant as one. */
  public static Optional<MistypedReference> of(String text) {
    String symbols = PREFIX.matcher(text.strip().toUpperCase(Locale.ROOT)).replaceAll("");
    boolean meant = SHAPE.matcher(symbols).matches() && Reference.parse(text).isEmpty();
    return meant ? Optional.of(new MistypedReference(symbols)) : Optional.empty();
  }

  /** Those of some references that are one slip away from what was typed, sorted. */
  public List<String> near(Collection<String> references) {
    return references.stream().filter(this::isOneSlipFrom).sorted().toList();
  }

  /**
   * A slip is one symbol instead of another, one too many, one too few, or two that were swapped.
   */
  private boolean isOneSlipFrom(String reference) {
    int same = 0;
    while (same < Math.min(symbols.length(), reference.length())
        && symbols.charAt(same) == reference.charAt(same)) {
      same++;
    }
    String typed = symbols.substring(same);
    String meant = reference.substring(same);
    return rest(typed, 1).equals(rest(meant, 1))
        || rest(typed, 1).equals(meant)
        || typed.equals(rest(meant, 1))
        || isSwapped(typed, meant);
  }

  private static boolean isSwapped(String typed, String meant) {
    return typed.length() > 1
        && meant.length() > 1
        && typed.charAt(0) == meant.charAt(1)
        && typed.charAt(1) == meant.charAt(0)
        && typed.substring(2).equals(meant.substring(2));
  }

  private static String rest(String text, int from) {
    return text.substring(Math.min(from, text.length()));
  }
}
