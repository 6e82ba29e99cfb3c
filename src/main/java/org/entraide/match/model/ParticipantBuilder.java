package org.entraide.match.model;

import java.time.LocalDate;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Names the parts of a {@link Participant} one by one; see there what they mean. */
public final class ParticipantBuilder {

  private final String ref;
  private @Nullable GeoPoint point;
  private double uncertaintyKm;
  private Set<Category> needs = Set.of();
  private Set<Category> offers = Set.of();
  private int capacity = 3;
  private @Nullable Double radiusKm;
  private Set<String> languages = Set.of();
  private int priority;
  private @Nullable LocalDate since;
  private boolean checked = true;
  private Availability availability = Availability.OPEN;
  private Set<String> contacts = Set.of();
  private @Nullable String group;

  ParticipantBuilder(String ref) {
    this.ref = ref;
  }

  public ParticipantBuilder place(@Nullable GeoPoint value, double uncertainKm) {
    point = value;
    uncertaintyKm = uncertainKm;
    return this;
  }

  public ParticipantBuilder needs(Set<Category> value) {
    needs = value;
    return this;
  }

  public ParticipantBuilder offers(Set<Category> value) {
    offers = value;
    return this;
  }

  public ParticipantBuilder capacity(int value) {
    capacity = value;
    return this;
  }

  public ParticipantBuilder radiusKm(@Nullable Double value) {
    radiusKm = value;
    return this;
  }

  public ParticipantBuilder languages(Set<String> value) {
    languages = value;
    return this;
  }

  public ParticipantBuilder priority(int value) {
    priority = value;
    return this;
  }

  public ParticipantBuilder since(@Nullable LocalDate value) {
    since = value;
    return this;
  }

  public ParticipantBuilder checked(boolean value) {
    checked = value;
    return this;
  }

  public ParticipantBuilder availability(Availability value) {
    availability = value;
    return this;
  }

  public ParticipantBuilder contacts(Set<String> value) {
    contacts = value;
    return this;
  }

  public ParticipantBuilder group(@Nullable String value) {
    group = value;
    return this;
  }

  /** Returns the participant; see its constructor for what is refused. */
  public Participant build() {
    return new Participant(
        ref,
        point,
        uncertaintyKm,
        needs,
        offers,
        capacity,
        radiusKm,
        languages,
        priority,
        since,
        checked,
        availability,
        contacts,
        group);
  }
}
