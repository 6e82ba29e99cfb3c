package org.entraide.organisers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * @param texts by person and column
 * @param shuffled people beside whom is what was typed for somebody else
 * @param unsure people of whom nobody can say what was typed for them
 * @param seen what stood beside people when somebody looked last
 */
record TypedFor(
    Map<String, Map<String, String>> texts,
    Set<String> shuffled,
    Set<String> unsure,
    Map<String, Map<String, String>> seen) {
  static final TypedFor NOTHING = new TypedFor(Map.of(), Set.of(), Set.of(), Map.of());

  TypedFor doubting(Set<String> people) {
    Set<String> doubted = new HashSet<>(unsure);
    doubted.addAll(people);
    return new TypedFor(texts, shuffled, doubted, seen);
  }

  TypedFor beside(Set<String> people, Map<String, Map<String, String>> now) {
    Set<String> moved = new HashSet<>(shuffled);
    moved.addAll(people);
    Map<String, Map<String, String>> known = new HashMap<>(seen);
    people.forEach(one -> known.put(one, now.getOrDefault(one, Map.of())));
    return new TypedFor(texts, moved, unsure, known);
  }

  TypedFor unshuffled(Set<String> people) {
    Set<String> still = new HashSet<>(shuffled);
    still.removeAll(people);
    return new TypedFor(texts, still, unsure, seen);
  }

  String of(String token, String column) {
    return texts.getOrDefault(token, Map.of()).getOrDefault(column, "");
  }
}
