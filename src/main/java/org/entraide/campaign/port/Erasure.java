package org.entraide.campaign.port;

import java.util.Map;
import java.util.Set;
import org.entraide.people.profile.ErasedPeople;

/**
 * What is to be forgotten of people of one campaign.
 *
 * @param people every reference that they have or had
 * @param introductions references of all that they had a part in
 * @param contents fingerprints of their answers, and what is left of each; empty where nobody has
 *     seen any
 * @param erased all that is left of erased people, these included
 */
public record Erasure(
    Set<String> people,
    Set<String> introductions,
    Map<String, String> contents,
    ErasedPeople erased) {
  public Erasure {
    people = Set.copyOf(people);
    introductions = Set.copyOf(introductions);
    contents = Map.copyOf(contents);
  }
}
