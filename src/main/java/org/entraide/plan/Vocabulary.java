package org.entraide.plan;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.Category;
import org.entraide.text.Texts;

/**
 * The words that people and the daemon write in the sheet, understood in every language it speaks,
 * whatever their case, accents and spaces.
 */
public final class Vocabulary {

  private final Map<String, Instruction> instructions = new HashMap<>();
  private final Map<String, Introduction.State> states = new HashMap<>();
  private final Map<String, Category> categories = new HashMap<>();

  /**
   * @param languages all that are spoken; where one word means two things, the earlier one wins
   */
  public Vocabulary(List<Texts> languages) {
    for (Texts texts : languages) {
      for (Instruction value : Instruction.values()) {
        instructions.putIfAbsent(Folding.fold(texts.get(value.wordKey())), value);
      }
      for (Introduction.State value : Introduction.State.values()) {
        states.putIfAbsent(Folding.fold(texts.get(stateKey(value))), value);
      }
      for (Category value : Category.values()) {
        categories.putIfAbsent(Folding.fold(texts.get(categoryKey(value))), value);
      }
    }
  }

  public static String stateKey(Introduction.State state) {
    return "state." + state.name().toLowerCase(Locale.ROOT);
  }

  public static String categoryKey(Category category) {
    return "category." + category.key();
  }

  public Optional<Instruction> instruction(String word) {
    return Optional.ofNullable(instructions.get(Folding.fold(word)));
  }

  public Optional<Introduction.State> state(String word) {
    return Optional.ofNullable(states.get(Folding.fold(word)));
  }

  /** The categories of a list separated by commas; words that are none are passed over. */
  public Set<Category> categories(String list) {
    EnumSet<Category> found = EnumSet.noneOf(Category.class);
    for (String word : list.split(",", -1)) {
      Category category = categories.get(Folding.fold(word));
      if (category != null) {
        found.add(category);
      }
    }
    return found;
  }
}
