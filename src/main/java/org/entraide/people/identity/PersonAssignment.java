package org.entraide.people.identity;

import java.util.List;
import java.util.random.RandomGenerator;
import org.entraide.people.identity.PersonIdentities.IdentityRow;
import org.entraide.people.identity.PersonIdentities.KnownPeople;
import org.entraide.people.identity.PersonIdentities.RecognisedPeople;

/**
 * Finds who is in which row: pure, and the same whatever the order of the rows, except that of two
 * answers of one moment the lower one counts.
 *
 * <p>Rows are first joined to people by their answers ({@link SamePeople}), then people get
 * references ({@link References}): content that is known decides before what a reference cell
 * shows. All in O(n log n) for n rows.
 */
public final class PersonAssignment {

  private PersonAssignment() {}

  /**
   * Assigns every row to a person.
   *
   * <p>Where several people claim one known reference by their content (a copied row under another
   * name, a person separated by <i>Distinct</i>), it goes to the one whose cell shows it, then to
   * the earliest answer, then by fingerprint and name; the others are new people.
   *
   * @param random draws new references, those of the earliest answers first
   */
  public static RecognisedPeople assign(
      List<IdentityRow> entries, KnownPeople known, RandomGenerator random) {
    List<IdentityRow> byContent = entries.stream().sorted(RowCluster.BY_CONTENT).toList();
    SamePeople same = new SamePeople(byContent, known);
    List<RowCluster> people = same.clusters();
    new References(known, random).giveReferences(people, entries);
    return new AssignedPeople(entries, known, people, same.contacts()).result();
  }
}
