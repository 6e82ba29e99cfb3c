package org.entraide.plan.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entraide.people.word.GroupName;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.MatchingInput;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.settings.GroupLimit;
import org.entraide.text.Message;

/** How many people the groups help that have a limit, and what rows say of that. Pure. */
final class GroupPlaces {

  private final Map<String, LocatedPerson> people;
  private final MatchingInput.Terms terms;
  private final Map<String, Integer> byGroup = new HashMap<>(); // by the keys of names

  /**
   * @param people by reference
   * @param introductions between people as they are called now
   */
  GroupPlaces(
      Map<String, LocatedPerson> people,
      MatchingInput.Terms terms,
      Collection<Introduction> introductions,
      Collection<Proposal> proposals) {
    this.people = people;
    this.terms = terms;
    for (Introduction i : introductions) {
      if (i.state().holdsCapacity()) {
        take(i.helper());
      }
    }
    proposals.forEach(proposal -> take(proposal.assignment().helper()));
  }

  private void take(String helper) {
    LocatedPerson located = people.get(helper);
    if (located != null) {
      located
          .instructions()
          .group()
          .ifPresent(group -> byGroup.merge(group.key(), 1, Integer::sum));
    }
  }

  private int taken(GroupName group) {
    return byGroup.getOrDefault(group.key(), 0);
  }

  /** The limit of somebody's group, if their group helps as many people as it may. */
  private Optional<GroupLimit> reached(LocatedPerson located) {
    return located
        .instructions()
        .group()
        .flatMap(group -> Optional.ofNullable(terms.groups().get(group.key())))
        .filter(limit -> taken(limit.group()) >= limit.people());
  }

  /** Whether somebody helps for a group that has no place left. */
  boolean isFullFor(LocatedPerson located) {
    return reached(located).isPresent() && !located.person().profile().offers().isEmpty();
  }

  /** What a row says of its person's group; empty where they are in none. */
  Optional<Message> about(LocatedPerson located) {
    return located.instructions().group().map(group -> about(located, group));
  }

  private Message about(LocatedPerson located, GroupName group) {
    if (located.person().profile().offers().isEmpty()) {
      return Message.of("explain.group.no_offer");
    }
    GroupLimit limit = terms.groups().get(group.key());
    if (limit == null) {
      return Message.of("explain.group").with("group", group.text());
    }
    String name = limit.group().text();
    if (reached(located).isEmpty()) {
      return Message.of("explain.group.limit").with("group", name).with("count", limit.people());
    }
    return limit.people() == 0
        ? Message.of("explain.group.closed").with("group", name)
        : Message.of("explain.group.full")
            .with("group", name)
            .with("count", taken(limit.group()))
            .with("limit", limit.people());
  }
}
