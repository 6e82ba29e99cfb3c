package org.entraide.plan.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everybody whom organisers barred.
 *
 * @param all in the order of references
 * @param names by reference, how to name those whose row is there; the journal never has them
 */
public record Bars(List<Bar> all, Map<String, String> names) {

  public static final Bars NONE = new Bars(List.of(), Map.of());

  public Bars {
    all = List.copyOf(all);
    names = Map.copyOf(names);
  }

  /** The people of bars that hold; those who were erased have no reference. */
  public Set<String> people() {
    return all.stream()
        .filter(bar -> bar.state() == Bar.State.ON && !bar.ref().isEmpty())
        .map(Bar::ref)
        .collect(Collectors.toSet());
  }

  /** Everybody whom a bar names, lifted or not. */
  public Set<String> named() {
    return all.stream()
        .map(Bar::ref)
        .filter(ref -> !ref.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** These bars where the sheet names nobody: references alone. */
  public Bars nameless() {
    return new Bars(all, named().stream().collect(Collectors.toMap(ref -> ref, ref -> ref)));
  }

  /** These bars once some people were erased. */
  public Bars without(Predicate<String> erased) {
    return new Bars(
        all.stream()
            .map(bar -> !bar.ref().isEmpty() && erased.test(bar.ref()) ? bar.nameless() : bar)
            .toList(),
        Map.of());
  }

  /**
   * These bars without those of people who were erased before the journal was lost, and whose rows
   * still say <i>Exclu</i>: their contacts are barred already.
   *
   * @param people who they are called now
   * @param contacts theirs, as {@link Bar#contacts} has them
   * @param lines of the settings tab: a bar that has one stays
   */
  public Bars withoutRepeated(Set<String> people, Set<String> contacts, BarredLines lines) {
    boolean repeated =
        !contacts.isEmpty()
            && all.stream()
                .filter(bar -> bar.state() == Bar.State.ON && bar.ref().isEmpty())
                .anyMatch(bar -> contacts.stream().allMatch(bar.covered()));
    return new Bars(
        all.stream()
            .filter(bar -> !repeated || !people.contains(bar.ref()) || lines.have(bar))
            .toList(),
        names);
  }

  /** Nobody's name. */
  @Override
  public String toString() {
    return "Bars[" + all.size() + "]";
  }
}
