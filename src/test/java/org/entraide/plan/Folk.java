package org.entraide.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.identity.Person;
import org.entraide.people.profile.Profile;
import org.entraide.people.word.Category;
import org.entraide.people.word.Consent;
import org.entraide.people.word.Dialling;
import org.entraide.place.GeoPoint;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceQuery;
import org.entraide.place.Precision;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.PauseReader;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.table.Cell;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/** People and introductions for tests, made step by step. */
public final class Folk {

  public static final Instant NOON = Instant.parse("2020-03-26T12:00:00Z");
  public static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));
  public static final SheetVocabulary WORDS = new SheetVocabulary(LANGUAGES);

  /** Of a French sheet at {@link #NOON}. */
  public static final PauseReader PAUSES =
      new PauseReader(LocalDate.of(2020, 3, 26), false, Map.of());

  private final String ref;
  private Set<Category> needs = Set.of();
  private Set<Category> offers = Set.of();
  private @Nullable Integer capacity;
  private @Nullable Integer age;
  private boolean vulnerable;
  private Consent consent = Consent.YES;
  private List<Message> problems = List.of();
  private OrganiserInstructions instructions = OrganiserInstructions.NONE;
  private @Nullable String email = "ana@example.org";
  private @Nullable String phone;
  private Dialling dialling = Dialling.NONE;
  private List<Message> said = List.of();
  private String name = "Ana Alba";
  private PlaceQuery place = PlaceQuery.ofText("Quartier", "GB");
  private @Nullable Located located = new Located.At(place("GB", 51.5, 1));

  private Folk(String ref) {
    this.ref = ref;
  }

  public static Folk of(String ref) {
    return new Folk(ref);
  }

  /** Where a column stands among ours when they are added. */
  public static int position(PersonColumn column) {
    return List.of(PersonColumn.values()).indexOf(column);
  }

  public static int position(LedgerColumn column) {
    return List.of(LedgerColumn.values()).indexOf(column);
  }

  public static Place place(String country, double latitude, double uncertaintyKm) {
    return new Place(
        new GeoPoint(latitude, 0),
        Precision.DISTRICT,
        uncertaintyKm,
        "Quartier",
        country,
        0.9,
        "fake");
  }

  public Folk needs(Category... categories) {
    needs = Set.of(categories);
    return this;
  }

  public Folk offers(Category... categories) {
    offers = Set.of(categories);
    return this;
  }

  public Folk capacity(int people) {
    capacity = people;
    return this;
  }

  public Folk age(int years) {
    age = years;
    return this;
  }

  public Folk vulnerable() {
    vulnerable = true;
    return this;
  }

  public Folk consent(Consent given) {
    consent = given;
    return this;
  }

  public Folk problems(Message... found) {
    problems = List.of(found);
    return this;
  }

  public Folk instructed(Instruction... words) {
    instructions =
        new OrganiserInstructions(
            Set.of(words),
            Optional.empty(),
            Set.of(),
            Set.of(),
            false,
            Optional.empty(),
            "",
            List.of());
    return this;
  }

  public Folk instructions(OrganiserInstructions given) {
    instructions = given;
    return this;
  }

  /** Who can be rung alone. */
  public Folk ringing(String e164) {
    email = null;
    phone = e164;
    return this;
  }

  /** The same, with a number that no numbering plan has. */
  public Folk ringingUnusually(String e164) {
    dialling = new Dialling(Cell.text(e164), true, true);
    return ringing(e164);
  }

  /** Who can be written to and rung. */
  public Folk phone(String e164) {
    phone = e164;
    return this;
  }

  /** What is said about who this is. */
  public Folk said(Message... messages) {
    said = List.of(messages);
    return this;
  }

  public Folk nameless() {
    name = "";
    return this;
  }

  /** They did not say where they live. */
  public Folk nowhere() {
    place = PlaceQuery.ofText("", "GB");
    located = null;
    return this;
  }

  public Folk located(@Nullable Located where) {
    located = where;
    return this;
  }

  public LocatedPerson made() {
    Profile profile =
        new Profile(
            NOON.minusSeconds(86_400),
            name,
            name.isEmpty() ? "" : "Ana",
            email,
            phone,
            "",
            place,
            needs,
            offers,
            capacity,
            null,
            Set.of(),
            vulnerable,
            age,
            consent,
            problems,
            false,
            new Profile.FormerContact(email, phone),
            dialling,
            "");
    Person person = new Person(ref, List.of(), profile, profile.timestamp(), 1, List.of(), said);
    return new LocatedPerson(person, instructions, located);
  }

  /** An introduction in a state, as it would be by then. */
  public static Introduction introduction(
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
