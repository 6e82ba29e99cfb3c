package org.entraide.plan.instruction;

import java.util.Optional;
import org.entraide.people.identity.Person;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * A person with all that a pass knows of them.
 *
 * @param instructions what organisers ask
 * @param geocoding what the geocoder said; null when it was not asked: no consent, nothing to match
 */
public record LocatedPerson(
    Person person, OrganiserInstructions instructions, @Nullable Located geocoding) {

  public String ref() {
    return person.ref();
  }

  /**
   * Whether the matcher may take them, pins included. Introductions that organisers typed into the
   * ledger are not asked: they happened already.
   */
  public boolean mayBeMatched() {
    return person.profile().isComplete()
        && !person.profile().isMinor()
        && instructions.status().isEmpty();
  }

  /** Where they are, if that is known. */
  public Optional<Place> place() {
    return geocoding instanceof Located.At at ? Optional.of(at.place()) : Optional.empty();
  }
}
