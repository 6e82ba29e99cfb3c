package org.entraide.people.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.entraide.people.profile.Profile.FormerContact;
import org.entraide.people.word.CellReading;
import org.entraide.people.word.Dialling;
import org.entraide.people.word.Emails;
import org.entraide.people.word.Fold;
import org.entraide.people.word.Phones;
import org.entraide.table.Cell;
import org.jspecify.annotations.Nullable;

/** How people can be reached: the cells for their e-mail addresses and telephone numbers. */
final class ContactReader {

  private static final int LONGEST_CONTACT = 200;
  private static final int LONGEST_COUNTRY = 300;

  /**
   * What a row's cells say.
   *
   * @param phone E.164
   * @param raw the cells, folded
   */
  record Contact(@Nullable String email, @Nullable String phone, String raw, Dialling dialling) {
    @Override
    public String toString() {
      return "Contact[…]";
    }
  }

  /** How one version reads a cell. */
  private record Reading(
      Function<String, CellReading<String>> email,
      Function<Cell, CellReading<String>> phone,
      String region) {}

  /** A telephone number and the cell that it is from. */
  private record Dialled(String e164, Cell cell) {
    @Override
    public String toString() {
      return "Dialled[…]";
    }
  }

  private final String country;
  private final Function<String, Optional<String>> named;

  /** Which country an answer names; people's answers are few. */
  private final Map<String, Optional<String>> countries = new ConcurrentHashMap<>();

  /** What was read already: before a write, rows are read once more. */
  private final Map<String, CellReading<String>> emails = new ConcurrentHashMap<>();

  private final Map<Asked, CellReading<String>> phones = new ConcurrentHashMap<>();

  /** A telephone number and the country in which it is looked for. */
  private record Asked(Cell cell, String region) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Asked asked && cell.equals(asked.cell) && region.equals(asked.region);
    }

    @Override
    public int hashCode() {
      return 31 * cell.hashCode() + region.hashCode();
    }

    @Override
    public String toString() {
      return "Asked[…]";
    }
  }

  /**
   * @param country of the campaign: where a number is when no country was answered
   * @param named the country that an answer names
   */
  ContactReader(String country, Function<String, Optional<String>> named) {
    this.country = country;
    this.named = named;
  }

  /** Reads the contacts, numbers without a country code in the country that was answered. */
  Contact read(RowAnswers answers) {
    Optional<String> answered = answered(answers);
    String region = answered.orElse(country);
    Reading reading = new Reading(this::email, c -> phone(c, region), region);
    Optional<Dialled> phone = phone(answers, reading);
    Optional<String> email = email(answers, reading, phone);
    StringBuilder raw = new StringBuilder();
    answers.cells(Field.EMAIL).forEach(c -> raw.append(c.text()).append(' '));
    answers.cells(Field.PHONE).forEach(c -> raw.append(c.text()).append(' '));
    boolean unusual = answers.problems().stream().anyMatch(p -> p.key().equals(Phones.UNUSUAL));
    return new Contact(
        email.orElse(null),
        phone.map(Dialled::e164).orElse(null),
        Fold.words(Fold.shorten(raw.toString(), LONGEST_CONTACT)),
        phone
            .map(p -> new Dialling(p.cell(), answered.isPresent(), unusual))
            .orElse(Dialling.NONE));
  }

  private CellReading<String> email(String text) {
    return emails.computeIfAbsent(text, Emails::read);
  }

  private CellReading<String> phone(Cell cell, String region) {
    return phones.computeIfAbsent(
        new Asked(cell, region), number -> Phones.read(number.cell(), number.region()));
  }

  /** The contacts of an answer as earlier versions read them. */
  FormerContact formerly(RowAnswers answers, Contact now) {
    if (wereReadAlike(answers, now)) {
      return new FormerContact(now.email(), now.phone());
    }
    RowAnswers again = answers.again();
    Reading reading =
        new Reading(Emails::readFormerly, c -> Phones.readFormerly(c, country), country);
    Optional<Dialled> phone = phone(again, reading);
    Optional<String> email = email(again, reading, phone);
    return new FormerContact(email.orElse(null), phone.map(Dialled::e164).orElse(null));
  }

  /** Whether earlier versions read these answers alike, as most: then they are read once. */
  private boolean wereReadAlike(RowAnswers answers, Contact now) {
    List<Cell> emails = answers.cells(Field.EMAIL);
    List<Cell> phones = answers.cells(Field.PHONE);
    return answered(answers).filter(region -> !region.equals(country)).isEmpty()
        && phones.stream().noneMatch(c -> c.kind() == Cell.Kind.NUMBER || c.text().contains("@"))
        && (now.email() != null
            ? emails.size() == 1
            : emails.stream().noneMatch(c -> c.text().contains("@")));
  }

  /** The country that somebody says they live in, where its telephone numbers are known. */
  private Optional<String> answered(RowAnswers answers) {
    return countries.computeIfAbsent(
        answers.text(Field.COUNTRY, LONGEST_COUNTRY),
        text -> named.apply(text).filter(Phones::knows));
  }

  /** An address among telephone numbers, and the reverse, is used where there is no other. */
  private static Optional<Dialled> phone(RowAnswers answers, Reading reading) {
    List<Cell> cells = answers.cells(Field.PHONE);
    Optional<Dialled> phone =
        answers
            .first(Field.PHONE, c -> phoneOnly(c, reading))
            .map(e164 -> new Dialled(e164, holding(e164, cells, reading)));
    return phone.isPresent()
        ? phone
        : answers.cells(Field.EMAIL).stream()
            .flatMap(
                c ->
                    Phones.in(Fold.shorten(c.text(), LONGEST_CONTACT), reading.region()).stream()
                        .map(e164 -> new Dialled(e164, c)))
            .findFirst();
  }

  private static Cell holding(String e164, List<Cell> cells, Reading reading) {
    return cells.size() == 1
        ? cells.get(0)
        : cells.stream()
            .filter(c -> reading.phone().apply(c).value().filter(e164::equals).isPresent())
            .findFirst()
            .orElse(Cell.EMPTY);
  }

  private static Optional<String> email(
      RowAnswers answers, Reading reading, Optional<Dialled> phone) {
    List<Cell> phoneCells = answers.cells(Field.PHONE);
    boolean phoneStandsIn = phone.isPresent() && phoneCells.isEmpty();
    Optional<String> email =
        answers.first(Field.EMAIL, c -> emailOrPhone(c, reading, phoneStandsIn));
    return email.isPresent()
        ? email
        : phoneCells.stream()
            .filter(c -> c.text().contains("@"))
            .flatMap(c -> reading.email().apply(c.text()).value().stream())
            .findFirst();
  }

  private static CellReading<String> emailOrPhone(
      Cell cell, Reading reading, boolean phoneStandsIn) {
    boolean onlyPhone = phoneStandsIn && !cell.text().contains("@");
    return onlyPhone ? CellReading.none() : reading.email().apply(cell.text());
  }

  private static CellReading<String> phoneOnly(Cell cell, Reading reading) {
    CellReading<String> phone = reading.phone().apply(cell);
    boolean holdsEmail =
        phone.value().isEmpty() && reading.email().apply(cell.text()).value().isPresent();
    return holdsEmail ? CellReading.none() : phone;
  }
}
