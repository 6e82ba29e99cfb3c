package org.entraide.plan.handmade;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entraide.people.word.Category;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.authorship.HandMadeIntroductions;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.authorship.HandMadeWish;
import org.entraide.plan.handmade.HandMadePeople.NamedKind;
import org.entraide.plan.handmade.HandMadePeople.NamedPerson;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.introduce.LedgerDays;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.table.Cell;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/**
 * Which rows that organisers typed into the ledger are introductions made by hand. One counts when
 * it was there unchanged for a minute: people type cell by cell. Pure but for the references drawn.
 */
public final class HandMadeDecider {

  /** How long a typed row must be there as it is. */
  static final Duration UNCHANGED = Duration.ofMinutes(1);

  /**
   * What the ledger shows.
   *
   * @param typed rows without a reference
   * @param references of its other rows
   * @param isThere whether its tab is there
   */
  public record Ledger(List<HandMadeRow> typed, Set<String> references, boolean isThere) {}

  /**
   * What is remembered.
   *
   * @param since by the hash of a typed row's text, since when it was there
   * @param forgotten introductions made by hand whose row was deleted, and is not back
   */
  public record Remembered(Map<String, Instant> since, List<Introduction> forgotten) {}

  /**
   * How days and numbers are written.
   *
   * @param dayOf reads a day as the sheet's locale writes it
   * @param country of the campaign, where a telephone number without a country code is
   * @param salt of the hashes: the spreadsheet's id
   */
  public record Writing(
      Function<String, Optional<LocalDate>> dayOf, ZoneId zone, String country, String salt) {}

  /** Who needs help, and who helps. */
  private record Pair(String person, String helper) {}

  private final Interpretation interpretation;
  private final HandMadePeople people;
  private final WishesForAnother wishesForAnother;
  private final Writing writing;
  private final Supplier<String> mint;
  private final Instant now;
  private final Map<String, Instant> since = new HashMap<>();
  private final List<HandMadeWish> wishes = new ArrayList<>();
  private final List<Instant> due = new ArrayList<>();
  private final Map<String, Instant> reservedUntil = new HashMap<>();

  /** Introductions that have a row, or never had one, and those that are begun now. */
  private final Map<String, Introduction> counted = new LinkedHashMap<>();

  /** Those made by hand that have no row: a typed row of the same two is theirs. */
  private final Map<Pair, Introduction> rowless = new HashMap<>();

  private final Set<String> typedAgain = new HashSet<>();

  /**
   * @param missing people whose row is gone and who do not count as withdrawn yet
   * @param mint draws the reference of a new introduction
   */
  public HandMadeDecider(
      Interpretation interpretation,
      Set<String> missing,
      WishesForAnother wishesForAnother,
      Writing writing,
      Supplier<String> mint,
      Instant now) {
    this.interpretation = interpretation;
    this.people = new HandMadePeople(interpretation, missing, writing.country());
    this.wishesForAnother = wishesForAnother;
    this.writing = writing;
    this.mint = mint;
    this.now = now;
  }

  /**
   * Decides.
   *
   * @param all introductions by reference, without those that were forgotten
   */
  public HandMadeIntroductions decide(
      Ledger ledger, Remembered remembered, Map<String, Introduction> all) {
    Map<String, Introduction> introductions = named(all);
    remembered.forgotten().forEach(i -> rowless.put(pair(i), i));
    introductions.forEach(
        (ref, i) -> {
          if (i.has(IntroductionFlag.BY_HAND) && !ledger.references().contains(ref)) {
            rowless.put(pair(i), i);
          } else {
            counted.put(ref, i);
          }
        });
    ledger.typed().forEach(row -> decide(row, remembered.since()));
    DeletedHandMadeRows deleted =
        DeletedHandMadeRows.of(
            introductions, ledger.references(), ledger.isThere(), typedAgain, now);
    Map<String, Introduction> kept = new LinkedHashMap<>(deleted.kept());
    for (HandMadeWish wish : wishes) {
      Introduction begun = counted.get(wish.ref());
      if (begun != null) {
        kept.put(begun.ref(), begun);
      }
    }
    due.addAll(deleted.due());
    return new HandMadeIntroductions(
        kept, wishes, since, deleted.forgotten(), deleted.restored(), due, reservedUntil);
  }

  /**
   * All introductions, each between two people. Where the journal was lost before the typed cells
   * had names, and the answers were edited since, the cells alone tell who is meant.
   */
  private Map<String, Introduction> named(Map<String, Introduction> all) {
    Map<String, Introduction> named = new LinkedHashMap<>(all);
    for (LedgerRow row : interpretation.ledger()) {
      Introduction i = named.get(row.ref());
      if (i != null && i.has(IntroductionFlag.BY_HAND)) {
        String person = i.person().isEmpty() ? in(row, LedgerColumn.PERSON) : i.person();
        String helper = i.helper().isEmpty() ? in(row, LedgerColumn.HELPER) : i.helper();
        named.put(i.ref(), i.between(person, helper));
      }
    }
    return named;
  }

  private String in(LedgerRow row, LedgerColumn column) {
    return people.in(Cell.text(row.shown().getOrDefault(column, ""))).ref();
  }

  private Pair pair(Introduction introduction) {
    Introduction i = interpretation.now(introduction);
    return new Pair(i.person(), i.helper());
  }

  private void decide(HandMadeRow row, Map<String, Instant> rememberedSince) {
    NamedPerson person = people.in(row.cell(LedgerColumn.PERSON));
    NamedPerson helper = people.in(row.cell(LedgerColumn.HELPER));
    if (saysNothing(person) && saysNothing(helper)) {
      if (row.showsOurRefusal()) {
        wishes.add(HandMadeWish.nothing(row));
      }
      return; // people's note
    }
    String key = ShortHashes.longer(writing.salt() + "\n" + row.typed());
    Instant first = rememberedSince.getOrDefault(key, now);
    first = first.isAfter(now) ? now : first; // the clock was set back
    since.put(key, first);
    Pair pair = new Pair(person.ref(), helper.ref());
    Introduction formerIntroduction = rowless.get(pair);
    if (formerIntroduction != null
        && !formerIntroduction.has(IntroductionFlag.FORGOTTEN)
        && barred(person, helper).isEmpty()) {
      typedAgain.add(formerIntroduction.ref()); // also while it is being changed
    }
    Instant counts = first.plus(UNCHANGED);
    if (now.isBefore(counts)) {
      due.add(counts);
      Stream.of(person, helper)
          .filter(one -> !one.ref().isEmpty())
          .forEach(one -> reservedUntil.merge(one.ref(), counts, (a, b) -> a.isAfter(b) ? a : b));
    } else if (person.kind() != NamedKind.MISSING && helper.kind() != NamedKind.MISSING) {
      wishes.add(
          refusal(person, helper)
              .or(() -> unknownNeeds(row))
              .map(why -> HandMadeWish.answer(row, why))
              .orElseGet(() -> begun(row, pair)));
    }
  }

  private static boolean saysNothing(NamedPerson named) {
    return named.kind() == NamedKind.EMPTY || named.kind() == NamedKind.WORDS;
  }

  /** Why a row is no introduction. */
  private Optional<Message> refusal(NamedPerson person, NamedPerson helper) {
    Optional<Message> unclear =
        unclear(person, LedgerColumn.PERSON).or(() -> unclear(helper, LedgerColumn.HELPER));
    if (unclear.isPresent()) {
      return unclear;
    }
    if (person.ref().equals(helper.ref())) {
      return Optional.of(say("self"));
    }
    Pair pair = new Pair(person.ref(), helper.ref());
    return barred(person, helper)
        .or(
            () ->
                counted.values().stream()
                    .filter(i -> pair(i).equals(pair))
                    .findFirst()
                    .map(i -> say("already").with("ref", i.ref())));
  }

  private Optional<Message> barred(NamedPerson person, NamedPerson helper) {
    return Stream.of(person.ref(), helper.ref())
        .filter(interpretation.barred()::contains)
        .findFirst()
        .map(ref -> say("barred").with("ref", new PersonReference(ref)));
  }

  private static Optional<Message> unclear(NamedPerson named, LedgerColumn column) {
    String key =
        switch (named.kind()) {
          case EMPTY -> "half";
          case WORDS, NOBODY -> "nobody";
          case SEVERAL -> "several";
          case PERSON, MISSING -> "";
        };
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(say(key).with("column", Message.of(column.titleKey())));
  }

  /** Words that are no need would else cover all that is open. */
  private static Optional<Message> unknownNeeds(HandMadeRow row) {
    boolean unknown = row.needs().isEmpty() && !row.text(LedgerColumn.NEEDS).isBlank();
    return unknown
        ? Optional.of(say("needs").with("column", Message.of(LedgerColumn.NEEDS.titleKey())))
        : Optional.empty();
  }

  private static Message say(String key) {
    return Message.of("ledger.byhand." + key);
  }

  /**
   * The row is an introduction. One that was begun before the process ended, or whose row was
   * deleted, keeps its name; the row says all else.
   */
  private HandMadeWish begun(HandMadeRow row, Pair pair) {
    Optional<Introduction> formerIntroduction = Optional.ofNullable(rowless.remove(pair));
    String ref = formerIntroduction.map(Introduction::ref).orElseGet(mint);
    Set<Category> needs = row.needs().isEmpty() ? openNeeds(pair) : row.needs();
    Introduction begun =
        Introduction.begun(ref, pair.person(), pair.helper(), needs, null, "", now)
            .withState(row.outcome().orElse(State.SENT))
            .seenSentAt(day(row).orElseGet(() -> today(formerIntroduction)))
            .insteadOf(wishesForAnother.answeredBy(pair.person(), needs, counted));
    counted.put(ref, begun.with(begun.correspondence().with(IntroductionFlag.BY_HAND)));
    return HandMadeWish.introduction(row, ref);
  }

  private Optional<Instant> day(HandMadeRow row) {
    return new LedgerDays(writing.dayOf(), writing.zone(), now).at(row.day());
  }

  /** Now, or when it was begun at first. */
  private Instant today(Optional<Introduction> formerIntroduction) {
    return formerIntroduction
        .filter(i -> !i.has(IntroductionFlag.FORGOTTEN))
        .map(Introduction::sentAt)
        .orElse(now);
  }

  /** As a pin without needs covers: what is open and offered, or all that is open. */
  private Set<Category> openNeeds(Pair pair) {
    EnumSet<Category> open = EnumSet.noneOf(Category.class);
    people.find(pair.person()).ifPresent(it -> open.addAll(it.profile().needs()));
    for (Introduction i : counted.values()) {
      boolean held = i.state().holdsNeeds() || i.state().closesNeeds();
      if (held
          && !wishesForAnother.released().contains(i.ref())
          && pair(i).person().equals(pair.person())) {
        open.removeAll(i.needs());
      }
    }
    Set<Category> offered = EnumSet.copyOf(open);
    people.find(pair.helper()).ifPresent(it -> offered.retainAll(it.profile().offers()));
    return offered.isEmpty() ? open : offered;
  }
}
