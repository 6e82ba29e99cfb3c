package org.entraide.match.model;

import java.time.LocalDate;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who needs help, offers help, or both.
 *
 * @param ref the reference, unique within an instance
 * @param point where they are; null when unknown
 * @param uncertaintyKm how far from the point they may be, in kilometres; 0 for typed coordinates
 * @param needs what they ask for, without what an ended introduction has settled
 * @param offers what they propose
 * @param capacity how many people they would help at once, standing introductions included
 * @param radiusKm how far they would go; null for no personal limit
 * @param languages what they speak, as any consistent codes; empty when they did not say
 * @param priority higher is helped first
 * @param since when they first answered; null when unknown
 * @param checked whether the organisers know them as a helper
 * @param availability whether they take part
 * @param contacts a number for each contact that they share with others: two who have one in common
 *     are introduced to each other by a pin alone
 * @param group the association or company that they help for, whose people share a limit, see
 *     {@link Instance#groups}; null for none
 */
public record Participant(
    String ref,
    @Nullable GeoPoint point,
    double uncertaintyKm,
    Set<Category> needs,
    Set<Category> offers,
    int capacity,
    @Nullable Double radiusKm,
    Set<String> languages,
    int priority,
    @Nullable LocalDate since,
    boolean checked,
    Availability availability,
    Set<String> contacts,
    @Nullable String group) {

  /**
   * @throws IllegalArgumentException if a number is negative or not a number
   */
  public Participant {
    if (!(uncertaintyKm >= 0) || (radiusKm != null && !(radiusKm >= 0)) || capacity < 0) {
      throw new IllegalArgumentException(
          "Uncertainty, radius and capacity of %s must not be negative.".formatted(ref));
    }
    needs = Set.copyOf(needs);
    offers = Set.copyOf(offers);
    languages = Set.copyOf(languages);
    contacts = Set.copyOf(contacts);
  }

  /**
   * Starts from somebody of unknown place who needs and offers nothing, with capacity 3, no radius,
   * no languages, priority 0, unknown waiting time, checked and open.
   */
  public static ParticipantBuilder builder(String ref) {
    return new ParticipantBuilder(ref);
  }
}
