package org.entraide.campaign.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a pass is going to do, in order. A value: nothing is done until {@code Applier} applies it.
 */
public record Plan(List<Effect> effects) {

  /** To do nothing. */
  public static final Plan NOTHING = new Plan(List.of());

  public Plan {
    effects = List.copyOf(effects);
  }

  public static Plan of(Effect... effects) {
    return new Plan(List.of(effects));
  }

  /** To remember something in the journal; nothing where there is nothing to remember. */
  public static Plan remembering(JournalUpdate update) {
    return update.lines().isEmpty() ? NOTHING : of(new JournalEffect.Remember(update));
  }

  /** This plan, and another after it. */
  public Plan then(Plan next) {
    List<Effect> both = new ArrayList<>(effects);
    both.addAll(next.effects);
    return new Plan(both);
  }

  /** What a report lists of it. */
  List<Effect> listed() {
    return effects.stream().flatMap(effect -> effect.listed().stream()).toList();
  }

  /** A line for each effect, by references alone. */
  @Override
  public String toString() {
    return listed().stream().map(Effect::toString).collect(Collectors.joining("\n"));
  }
}
