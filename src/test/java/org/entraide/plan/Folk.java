package org.entraide.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.Category;
import org.entraide.people.Consent;
import org.entraide.people.Person;
import org.entraide.people.Profile;
import org.entraide.place.GeoPoint;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceQuery;
import org.entraide.place.Precision;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/** People and introductions for tests, made step by step. */
final class Folk {

  static final Instant NOON = Instant.parse("2020-03-26T12:00:00Z");
  static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));
  static final Vocabulary WORDS = new Vocabulary(LANGUAGES);

  private final String ref;
  private Set<Category> needs = Set.of();
  private Set<Category> offers = Set.of();
  private @Nullable Integer capacity;
  private @Nullable Integer age;
  private boolean vulnerable;
  private Consent consent = Consent.YES;
  private List<Message> problems = List.of();
  private Orders orders = Orders.NONE;
  private @Nullable Located located = new Located.At(place("GB", 51.5, 1));

  private Folk(String ref) {
    this.ref = ref;
  }

  static Folk of(String ref) {
    return new Folk(ref);
  }

  /** Where a column stands among ours when they are added. */
  static int position(PersonColumn column) {
    return List.of(PersonColumn.values()).indexOf(column);
  }

  static int position(LedgerColumn column) {
    return List.of(LedgerColumn.values()).indexOf(column);
  }

  static Place place(String country, double latitude, double uncertaintyKm) {
    return new Place(
        new GeoPoint(latitude, 0),
        Precision.DISTRICT,
        uncertaintyKm,
        "Quartier",
        country,
        0.9,
        "fake");
  }

  Folk needs(Category... categories) {
    needs = Set.of(categories);
    return this;
  }

  Folk offers(Category... categories) {
    offers = Set.of(categories);
    return this;
  }

  Folk capacity(int people) {
    capacity = people;
    return this;
  }

  Folk age(int years) {
    age = years;
    return this;
  }

  Folk vulnerable() {
    vulnerable = true;
    return this;
  }

  Folk consent(Consent given) {
    consent = given;
    return this;
  }

  Folk problems(Message... found) {
    problems = List.of(found);
    return this;
  }

  Folk told(Instruction... words) {
    orders = new Orders(Set.of(words), Optional.empty(), Set.of(), Set.of(), false, "", List.of());
    return this;
  }

  Folk orders(Orders given) {
    orders = given;
    return this;
  }

  Folk located(@Nullable Located where) {
    located = where;
    return this;
  }

  Someone made() {
    Profile profile =
        new Profile(
            NOON.minusSeconds(86_400),
            "Ana Alba",
            "Ana",
            "ana@example.org",
            null,
            "",
            PlaceQuery.ofText("Quartier", "GB"),
            needs,
            offers,
            capacity,
            null,
            Set.of(),
            vulnerable,
            age,
            consent,
            problems);
    Person person =
        new Person(ref, List.of(), profile, profile.timestamp(), 1, List.of(), List.of());
    return new Someone(person, orders, located);
  }

  /** An introduction in a state, as it would be by then. */
  static Introduction introduction(
      String ref, String person, String helper, Introduction.State state) {
    boolean made = state != Introduction.State.PREPARING;
    return new Introduction(
        ref,
        person,
        helper,
        Set.of(Category.SHOPPING),
        1.5,
        state,
        "delegue@example.org",
        made ? "d-" + ref : null,
        made ? "m-" + ref : null,
        made ? "t-" + ref : null,
        NOON.minusSeconds(3600),
        made,
        null,
        null,
        Set.of(),
        Correspondence.NONE);
  }
}
