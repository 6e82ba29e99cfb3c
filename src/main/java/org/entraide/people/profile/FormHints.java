package org.entraide.people.profile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the form says about the columns of its response tab, for {@link Questionnaire#recognise}.
 *
 * @param titles by column, the question's title in the form, which counts instead of the header
 * @param pinned by column, the field that the question was taken for before its title changed
 * @param organisers the columns that no question owns: never a field unless the configuration names
 *     their title
 */
public record FormHints(
    Map<Integer, String> titles, Map<Integer, Field> pinned, Set<Integer> organisers) {

  /** Without a form any column may be a field. */
  public static final FormHints NONE = new FormHints(Map.of(), Map.of(), Set.of());

  public FormHints {
    titles = Map.copyOf(titles);
    pinned = Map.copyOf(pinned);
    organisers = Set.copyOf(organisers);
  }

  String title(int column, String header) {
    return titles.getOrDefault(column, header);
  }

  Optional<Field> pinned(int column) {
    return Optional.ofNullable(pinned.get(column));
  }
}
