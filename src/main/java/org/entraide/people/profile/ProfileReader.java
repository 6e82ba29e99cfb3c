package org.entraide.people.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entraide.people.profile.ContactReader.Contact;
import org.entraide.people.profile.Questionnaire.Column;
import org.entraide.people.word.Ages;
import org.entraide.people.word.Category;
import org.entraide.people.word.CategoryWords;
import org.entraide.people.word.CellReading;
import org.entraide.people.word.Consent;
import org.entraide.people.word.Fold;
import org.entraide.people.word.LanguageNames;
import org.entraide.people.word.PersonNames;
import org.entraide.people.word.Phones;
import org.entraide.people.word.Quantities;
import org.entraide.people.word.ReadCategories;
import org.entraide.people.word.Timestamps;
import org.entraide.people.word.YesNo;
import org.entraide.place.PlaceQuery;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.entraide.text.typed.Links;
import org.jspecify.annotations.Nullable;

/** Rows to profiles. */
public final class ProfileReader {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_PLACE = 300;

  /** A contact that is not understood has at least as many. */
  private static final int LEAST_DIGITS = 6;

  private static final int FRENCH_POSTCODE = 5;

  /**
   * How a campaign reads its rows.
   *
   * @param countries the country that an answer to the question for it names, ISO 3166-1 alpha-2
   * @param country the campaign's, ISO 3166-1 alpha-2: where a telephone number or an address
   *     without a country is
   * @param zone of the spreadsheet
   * @param consentAssumed whether a form that does not ask for consent is taken to have it
   * @param categories words for needs and offers
   */
  public record Options(
      Function<String, Optional<String>> countries,
      String country,
      ZoneId zone,
      boolean consentAssumed,
      CategoryWords categories) {}

  private final Questionnaire questionnaire;
  private final Map<Field, List<Column>> columns;
  private final Options options;
  private final ContactReader contacts;

  /** What was read already: a form's choices are few, and people are many. */
  private final Map<String, ReadCategories> needs = new ConcurrentHashMap<>();

  private final Map<String, ReadCategories> offers = new ConcurrentHashMap<>();
  private final Map<Cell, CellReading<Consent>> consents = new ConcurrentHashMap<>();

  public ProfileReader(Questionnaire questionnaire, Options options) {
    this.questionnaire = questionnaire;
    this.columns = questionnaire.byField();
    this.options = options;
    this.contacts = new ContactReader(options.country(), options.countries());
  }

  /**
   * Reads a row. Never fails: what is not understood is a problem of the profile.
   *
   * @return empty when the row is no response: neither written by a form (it has no time) nor typed
   *     by hand with a name or a contact, so that a line of totals is nobody
   */
  public Optional<Profile> read(Row row) {
    return read(row, FormAnswers.NOTHING);
  }

  /**
   * Reads a row about which the form knows more than the sheet. Whether the row is a response does
   * not depend on that, and neither may {@code RowFingerprint}: the form cannot always be read.
   */
  public Optional<Profile> read(Row row, FormAnswers formAnswers) {
    if (isBlank(row)) {
      return Optional.empty();
    }
    Profile plain = profile(new RowAnswers(columns, row, FormAnswers.NOTHING));
    Profile profile =
        formAnswers.equals(FormAnswers.NOTHING)
            ? plain
            : profile(new RowAnswers(columns, row, formAnswers));
    return isResponse(row, plain) ? Optional.of(profile) : Optional.empty();
  }

  private boolean isBlank(Row row) {
    for (Column column : questionnaire.columns()) {
      if (!row.cell(column.index()).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Reads a row of which it is known that it is a response, with what the form knows of it. */
  public Profile readResponse(Row row, FormAnswers formAnswers) {
    return profile(new RowAnswers(columns, row, formAnswers));
  }

  private boolean isResponse(Row row, Profile profile) {
    if (profile.timestamp() != null) {
      return true;
    }
    boolean named = !PersonNames.key(profile.name()).equals(PersonNames.NameKey.NONE);
    RowAnswers answers = new RowAnswers(columns, row, FormAnswers.NOTHING);
    return named
        || profile.isReachable()
        || Stream.of(Field.EMAIL, Field.PHONE)
            .flatMap(field -> answers.cells(field).stream())
            .anyMatch(ProfileReader::isMeantAsContact);
  }

  /**
   * Whether a cell is meant as a contact: an error of the sheet, or a text that looks like one; a
   * count does not.
   */
  private static boolean isMeantAsContact(Cell cell) {
    return cell.kind() == Cell.Kind.ERROR
        || cell.text().contains("@")
        || cell.text().chars().filter(Character::isDigit).limit(LEAST_DIGITS).count()
            == LEAST_DIGITS;
  }

  private Profile profile(RowAnswers answers) {
    boolean monthFirst = options.country().equals("US");
    Instant timestamp =
        answers
            .first(Field.TIMESTAMP, c -> Timestamps.read(c, options.zone(), monthFirst))
            .orElse(null);
    PersonName name = name(answers);
    Contact contact = contacts.read(answers);
    Optional<Integer> age = answers.first(Field.AGE, c -> Ages.read(c, day(timestamp), monthFirst));
    Consent consent = consent(answers);
    return new Profile(
        timestamp,
        name.full(),
        name.first(),
        contact.email(),
        contact.phone(),
        contact.raw(),
        place(answers),
        categories(answers, Field.NEEDS, this::needs),
        categories(answers, Field.OFFERS, this::offers),
        answers.first(Field.CAPACITY, Quantities::capacity).orElse(null),
        answers.first(Field.RADIUS_KM, Quantities::radiusKm).orElse(null),
        answers.firstOfLists(Field.LANGUAGES, LanguageNames::read).orElse(Set.of()),
        consent == Consent.YES && isVulnerable(answers),
        age.orElse(null),
        consent,
        problems(answers, contact, name),
        age.isEmpty() && isAgeUnclear(answers, timestamp, monthFirst),
        contacts.formerly(answers, contact),
        contact.dialling(),
        name.last());
  }

  /**
   * A number that the sheet spoilt matters only where there is no e-mail address. A name that
   * letters cannot use comes first.
   */
  private static List<Message> problems(RowAnswers answers, Contact contact, PersonName name) {
    Stream<Message> link =
        Links.isIn(name.full()) || Links.isIn(name.first())
            ? Stream.of(Message.of("people.name.link"))
            : Stream.empty();
    return Stream.concat(
            link,
            answers.problems().stream()
                .filter(p -> contact.email() == null || !p.key().equals(Phones.SPOILT)))
        .toList();
  }

  private boolean isAgeUnclear(
      RowAnswers answers, @Nullable Instant timestamp, boolean monthFirst) {
    return answers.cells(Field.AGE).stream()
        .anyMatch(c -> !Ages.read(c, day(timestamp), monthFirst).problems().isEmpty());
  }

  private @Nullable LocalDate day(@Nullable Instant timestamp) {
    return timestamp == null ? null : LocalDate.ofInstant(timestamp, options.zone());
  }

  /**
   * @param last empty where the form has no question for the last name alone
   */
  private record PersonName(String full, String first, String last) {
    @Override
    public String toString() {
      return "PersonName[…]";
    }
  }

  private static PersonName name(RowAnswers answers) {
    String full = answers.text(Field.NAME, LONGEST_NAME);
    String first = answers.text(Field.FIRST_NAME, LONGEST_NAME);
    String last = answers.text(Field.LAST_NAME, LONGEST_NAME);
    String name = full.isEmpty() ? (first + " " + last).strip() : full;
    name = Fold.shorten(name, LONGEST_NAME);
    return new PersonName(
        name,
        first.isEmpty() ? PersonNames.firstName(name) : first,
        full.isEmpty() && !first.isEmpty() ? last : "");
  }

  private Consent consent(RowAnswers answers) {
    if (!questionnaire.asks(Field.CONSENT)) {
      return options.consentAssumed() ? Consent.ASSUMED : Consent.ABSENT;
    }
    Consent first = answers.first(Field.CONSENT, this::consent).orElse(Consent.ABSENT);
    // Of two consents that differ the refusal counts, whichever came first.
    boolean refused =
        answers.cells(Field.CONSENT).stream()
            .anyMatch(c -> consent(c).value().equals(Optional.of(Consent.NO)));
    return refused ? Consent.NO : first;
  }

  private CellReading<Consent> consent(Cell cell) {
    return consents.computeIfAbsent(cell, YesNo::consent);
  }

  private PlaceQuery place(RowAnswers answers) {
    String country = answers.text(Field.COUNTRY, LONGEST_PLACE);
    return new PlaceQuery(
        answers.text(Field.ADDRESS, LONGEST_PLACE),
        answers.text(Field.CITY, LONGEST_PLACE),
        answers.first(Field.POSTCODE, c -> postcode(c, country)).orElse(""),
        country,
        options.country());
  }

  /** A sheet takes {@code 01000} for a number and drops its zero; French postcodes have five. */
  private CellReading<String> postcode(Cell cell, String country) {
    String text = Fold.shorten(Fold.line(cell.text()), LONGEST_PLACE);
    boolean french =
        country.isEmpty() ? options.country().equals("FR") : Fold.words(country).equals("france");
    boolean cut = cell.kind() == Cell.Kind.NUMBER && french && text.matches("\\d{4}");
    String whole = cut ? "0".repeat(FRENCH_POSTCODE - text.length()) + text : text;
    return whole.isEmpty() ? CellReading.none() : CellReading.of(whole);
  }

  private ReadCategories needs(String answer) {
    return needs.computeIfAbsent(answer, options.categories()::needs);
  }

  private ReadCategories offers(String answer) {
    return offers.computeIfAbsent(answer, options.categories()::offers);
  }

  private static Set<Category> categories(
      RowAnswers answers, Field field, Function<String, ReadCategories> words) {
    return answers
        .firstOfLists(field, text -> understood(field, words.apply(text)))
        .orElse(Set.of());
  }

  private static CellReading<Set<Category>> understood(Field field, ReadCategories read) {
    if (read.categories().isEmpty()) {
      return CellReading.none();
    }
    if (read.notUnderstood() == 0) {
      return CellReading.of(read.categories());
    }
    Message problem =
        Message.of("people.categories.not-understood")
            .with("count", read.notUnderstood())
            .with("field", field.label());
    return CellReading.of(read.categories(), problem);
  }

  private static boolean isVulnerable(RowAnswers answers) {
    return answers.cells(Field.VULNERABLE).stream().anyMatch(c -> !YesNo.isNo(c));
  }
}
