package org.entraide.campaign.decide;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.people.word.Category;
import org.entraide.plan.instruction.LocatedPerson;

/**
 * Needs that a helper could cover and that nobody covers yet, those whose pair is only compared
 * among them: whatever counts who waits for a helper counts these. Needs that are the organisers'
 * are counted apart, as people to signpost; the status En attente / Waiting counts rows, each under
 * the first status that applies. Pure.
 *
 * @param people by reference
 */
record OpenNeeds(Map<String, LocatedPerson> people, MatchingStep.MatchingResult decided) {

  /** Why needs of somebody who takes part are open, those of the organisers among them. */
  List<OpenReason> reasons(LocatedPerson located) {
    return located.mayBeMatched()
        ? decided.matching().reasons().getOrDefault(located.ref(), List.of())
        : List.of();
  }

  /** Why somebody's needs are open that a helper could cover. */
  List<OpenReason> reasonsOfHelpers(LocatedPerson located) {
    return reasons(located).stream()
        .filter(reason -> reason.reason() != OpenNeedReason.BY_HAND)
        .toList();
  }

  /** What only the organisers can cover. */
  Set<Category> byHand(LocatedPerson located) {
    EnumSet<Category> needs = EnumSet.noneOf(Category.class);
    reasons(located).stream()
        .filter(reason -> reason.reason() == OpenNeedReason.BY_HAND)
        .forEach(reason -> needs.addAll(reason.needs()));
    return needs;
  }

  /** Who has such a need. */
  Set<String> refs() {
    Set<String> refs = new HashSet<>();
    people.values().stream()
        .filter(located -> !reasonsOfHelpers(located).isEmpty())
        .map(LocatedPerson::ref)
        .forEach(refs::add);
    decided.due().compared().stream().map(Assignment::person).forEach(refs::add);
    return refs;
  }
}
