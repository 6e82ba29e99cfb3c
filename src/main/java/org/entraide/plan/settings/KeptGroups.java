package org.entraide.plan.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.people.word.GroupName;

/**
 * What is remembered of groups beside their lines in the settings tab, and who is in one.
 *
 * @param limits by the hash of a group's name, the last good value as the hidden column has it;
 *     none that are empty
 * @param names of the groups that rows name, each once, in the order of the rows; empty where rows
 *     were not read. The journal never has them
 */
public record KeptGroups(Map<String, String> limits, Optional<List<GroupName>> names) {

  public static final KeptGroups NOTHING = new KeptGroups(Map.of(), Optional.empty());

  public KeptGroups {
    limits = Map.copyOf(limits);
    names = names.map(List::copyOf);
  }

  /** What the journal remembers. */
  public static KeptGroups ofJournal(Map<String, String> limits) {
    return new KeptGroups(limits, Optional.empty());
  }

  /** No name. */
  @Override
  public String toString() {
    return "KeptGroups[" + limits.size() + "]";
  }
}
