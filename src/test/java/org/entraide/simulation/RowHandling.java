package org.entraide.simulation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Human;

/** Organisers copy, delete and put back whole rows, and type rows of their own. */
final class RowHandling {

  /** What no address can be made of: what a sheet shows for such a formula. */
  private static final String BAD_FORMULA = "=+";

  private static final String NO_CONTACT = "ajoutez un e-mail ou un téléphone";

  private final Organisers people;
  private final Site site;
  private final InstantSource clock;
  private final List<Deleted> deleted = new ArrayList<>();

  /** The check that was beside a row when it was completed, by response. */
  private final Map<String, String> completed = new HashMap<>();

  /** The response of the original of each row that was copied and not typed over, by response. */
  private final Map<String, String> whole = new HashMap<>();

  /** The status typed in the row that a copy was made of, by the copy's response. */
  private final Map<String, String> came = new HashMap<>();

  /** A row that was deleted, and what was typed as its status. */
  private record Deleted(Desk.GridLine line, String response, Optional<String> typed) {}

  RowHandling(Organisers people, Site site, InstantSource clock) {
    this.people = people;
    this.site = site;
    this.clock = clock;
  }

  // ---- copies

  /** A row is copied to the end, and what tells whose it is typed over, or nothing. */
  void copiesRow(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    boolean marked = random.nextBoolean();
    boolean ticked = random.nextBoolean();
    Optional<Integer> from =
        people
            .row(
                answers,
                random,
                row -> ticked && isKnown(answers, row) && Ticks.isShown(answers, row))
            .or(() -> anyOf(answers, random, marked));
    int variant = random.nextInt(3);
    if (from.isEmpty() || site.isFull()) {
      return;
    }
    int row = from.get();
    Soul original = site.owner(answers, row).orElseThrow();
    boolean overtypes = variant > 0 && !original.isStrange;
    Soul soul = overtypes ? overtyped(original, variant) : original;
    Map<Integer, String> texts = overtypes ? personByColumn(answers, soul) : Map.of();
    Optional<String> typed = typed(answers, row);
    String response = site.byHand(soul);
    typed.ifPresent(text -> came.put(response, text));
    boolean seen = !answers.text(row, "check").isEmpty();
    String whence = answers.response(row).orElseThrow();
    soul.isOld |= overtypes && isCompletedUnread(answers, row, whence);
    site.isCheckedAs(response, whence);
    if (overtypes) {
      site.copied.copies(response, seen);
    } else {
      site.copied.copiesWhole(response, whence, seen);
      whole.put(response, whence);
      site.isCopied(whence);
    }
    site.desk.putLine(
        answers.id(), answers.rows(), site.desk.line(answers.id(), row), response, texts);
    typed.ifPresent(
        text -> { // for another: nobody can say
          soul.isOld = true;
          site.bars.mayBeBarred(soul, text);
        });
    mayBeEither(original, soul);
    people.act(() -> isUndone(soul));
  }

  /**
   * What was typed as a row's status, also before it was copied: a copy of a copy shows it, too. So
   * does whatever is beside the check of another row, which a write put there that people overtook.
   */
  private Optional<String> typed(Desk.Tab answers, int row) {
    String response = answers.response(row).orElseThrow();
    String status = answers.text(row, "status");
    return Optional.ofNullable(site.typed.get(response))
        .or(() -> Optional.ofNullable(came.get(response)).filter(status::equals))
        .or(
            () ->
                Optional.of(status)
                    .filter(
                        text ->
                            !text.isEmpty()
                                && site.isOfAnother(answers, row, answers.text(row, "check"))));
  }

  /** Either may be the original, edited, where nothing but its check tells. */
  private void mayBeEither(Soul original, Soul copy) {
    if (site.isUnlearnt && original.isEdited()) {
      original.isForgottenNow();
      copy.isForgottenNow();
    }
  }

  /** What tells whose a row is, by column. */
  private static Map<Integer, String> personByColumn(Desk.Tab answers, Soul soul) {
    return Map.of(
        answers.titled(Human.NAME),
        soul.name(),
        answers.titled(Human.ADDRESS),
        soul.contact().email(),
        answers.titled(Human.PHONE),
        soul.contact().national(),
        answers.titled(Human.COUNTRY),
        soul.contact().country());
  }

  /** A row was copied whole some time ago; now what tells whose it is is typed over. */
  private void typesOverCopy(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    Optional<Integer> at =
        people.row(
            answers, random, row -> isWholeCopy(answers, answers.response(row).orElseThrow()));
    if (at.isEmpty() || site.isFull()) {
      return;
    }
    int row = at.get();
    String response = answers.response(row).orElseThrow();
    Soul original = site.soulOf(response);
    Soul soul = overtyped(original, 1 + random.nextInt(2));
    String source = Objects.requireNonNull(whole.remove(response));
    soul.isOld |= isCompletedUnread(answers, row, source);
    // of an answer that was edited since, the copy has what it was then: the tick counts there
    original.wasUnticked |= Ticks.isShown(answers, row) && isOlder(answers, row, source);
    site.isTypedOver(response, soul);
    site.copied.copies(response, !answers.text(row, "check").isEmpty());
    typed(answers, row)
        .ifPresent(
            text -> {
              soul.isOld = true;
              site.bars.mayBeBarred(soul, text);
            });
    mayBeEither(original, soul);
    site.desk.fill(answers.id(), row, personByColumn(answers, soul), response, false);
    people.act();
  }

  /** Whether an answer was edited since its row was copied. */
  private boolean isOlder(Desk.Tab answers, int copy, String original) {
    return site.rows(answers).stream()
        .filter(row -> answers.response(row).filter(original::equals).isPresent())
        .anyMatch(row -> !answers.text(row, 0).equals(answers.text(copy, 0)));
  }

  /** Whether a copy's original is there and nobody typed beside the copy for somebody. */
  private boolean isWholeCopy(Desk.Tab answers, String response) {
    String source = whole.get(response);
    return source != null
        && !site.soulOf(response).isStrange
        && !site.soulOf(response).isIncomplete
        && !site.copied.wasTypedBeside(response)
        && site.rows(answers).stream()
            .anyMatch(row -> answers.response(row).orElse("").equals(source));
  }

  /**
   * Where their only row went, a journal that is lost after that knows nothing of them; nor does
   * one that was lost before and has not learnt them anew.
   */
  private void isUndone(Soul soul) {
    soul.leaves();
    if (!site.rowsByToken(site.answers()).containsKey(soul.token())) {
      soul.goes(clock.instant());
      if (site.isUnlearnt) {
        soul.isForgottenNow();
      }
    }
  }

  private Optional<Integer> anyOf(Desk.Tab answers, SplittableRandom random, boolean marked) {
    return people
        .row(answers, random, row -> isKnown(answers, row) && (!marked || isMarked(answers, row)))
        .or(() -> people.row(answers, random, row -> isKnown(answers, row)));
  }

  /** Of two rows without a contact nobody can say whether they are one person's. */
  private boolean isKnown(Desk.Tab answers, int row) {
    return site.owner(answers, row).filter(soul -> !soul.isIncomplete).isPresent();
  }

  private static boolean isMarked(Desk.Tab answers, int row) {
    return Ticks.isShown(answers, row)
        || !answers.text(row, "instruction").isEmpty()
        || !answers.text(row, "never_with").isEmpty();
  }

  /** Somebody else, who answered nothing and has the other cells of the original. */
  private Soul overtyped(Soul original, int variant) {
    Human like = original.human();
    Human human =
        new Human(
            site.newcomer(),
            like.needs(),
            like.offers(),
            like.capacity(),
            like.place(),
            like.consents(),
            like.email());
    Soul.Contact own = Soul.contact(human);
    Soul.Contact kept = original.contact();
    // address and time are what a row is known by; a number that nobody has is how the watch knows
    boolean keepsNumber = variant == 1 && !original.hasOddNumber();
    Soul.Contact contact =
        keepsNumber
            ? new Soul.Contact(own.email(), kept.national(), kept.country(), kept.international())
            : own;
    Soul soul = new Soul(human, human.answers().getOrDefault(Human.NAME, ""), contact);
    soul.original = original;
    // of several rows an earlier one may be copied, which lacked what they answered later
    soul.isOld =
        hasSeveralRows(site.answers(), original) || original.isIncomplete || original.isOld;
    return soul;
  }

  private boolean hasSeveralRows(Desk.Tab answers, Soul soul) {
    return site.rowsByToken(answers).getOrDefault(soul.token(), List.of()).size() > 1;
  }

  // ---- rows that go and come back

  /** The row of somebody of whom the sheet says more than they answered. */
  void deletesMarkedRow(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    boolean barred = random.nextBoolean();
    people
        .row(answers, random, row -> barred && answers.text(row, "instruction").equals(Bars.WORD))
        .or(
            () ->
                people.row(
                    answers, random, row -> isMarked(answers, row) || isDrafted(answers, row)))
        .ifPresent(
            row -> {
              String response = answers.response(row).orElseThrow();
              Deleted one =
                  new Deleted(
                      site.desk.line(answers.id(), row),
                      response,
                      Optional.ofNullable(site.typed.get(response)));
              Soul soul = site.owner(answers, row).orElseThrow();
              if (people.deletes(answers, row)) {
                soul.wasUnticked = true;
                deleted.add(one);
              }
            });
  }

  private static boolean isDrafted(Desk.Tab answers, int row) {
    return answers.text(row, "status").equals("Brouillon prêt");
  }

  /** An organiser puts a row back as it was, from the version history. */
  void putsRowBack(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    List<Deleted> gone =
        deleted.stream()
            .filter(
                one ->
                    site.rows(answers).stream()
                        .noneMatch(
                            row ->
                                answers.response(row).filter(one.response()::equals).isPresent()))
            .toList();
    if (gone.isEmpty()) {
      return;
    }
    Deleted one = gone.get(random.nextInt(gone.size()));
    Soul soul = site.soulOf(one.response());
    int at = 1 + random.nextInt(Math.max(1, answers.rows()));
    site.desk.putLine(answers.id(), at, one.line(), "", Map.of());
    deleted.remove(one);
    soul.returns(clock.instant());
    soul.isOld = true; // what is there may be older than what is known
    one.typed().ifPresent(text -> site.types(one.response(), text));
    people.act(() -> isUndone(soul));
  }

  // ---- rows typed by hand

  void typesRow(SplittableRandom random) {
    if (site.isFull()) {
      return;
    }
    Human human = Organisers.human(site.newcomer());
    Soul soul = new Soul(human, human.answers().getOrDefault(Human.NAME, ""));
    Map<String, String> cells = new HashMap<>(soul.answers());
    cells.put(Human.ADDRESS, soul.contact().email());
    switch (random.nextInt(5)) {
      case 0 -> cells.put(Human.CONSENT, "");
      case 1 -> {
        cells.put(Human.ADDRESS, random.nextBoolean() ? BAD_FORMULA : "#ERROR!");
        cells.put(Human.PHONE, "");
      }
      case 2 -> cells.keySet().retainAll(Set.of(Human.NAME));
      default -> {}
    }
    soul.isIncomplete =
        !cells.getOrDefault(Human.CONSENT, "").equals("Oui")
            || cells.getOrDefault(Human.PHONE, "").isEmpty();
    soul.hadNoContact = cells.getOrDefault(Human.PHONE, "").isEmpty();
    Desk.Tab answers = site.answers();
    site.desk.fill(answers.id(), answers.rows(), under(answers, cells), site.byHand(soul), true);
    people.act(() -> isUndone(soul));
  }

  /** What was left out is typed; where nothing was, somebody into a copy of another's row. */
  void completesRow(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    people
        .row(
            answers,
            random,
            row -> site.owner(answers, row).filter(soul -> soul.isIncomplete).isPresent())
        .ifPresentOrElse(
            row -> {
              Soul soul = site.owner(answers, row).orElseThrow();
              if (answers.text(row, "ref").isEmpty()) {
                soul.changesUnnamed();
                if (site.isUnlearnt) {
                  soul.isForgottenNow();
                }
              }
              Map<String, String> odd = Map.copyOf(soul.odd);
              soul.isPutRight();
              // of several rows the newest counts, which may not be this one
              soul.isOld |= hasSeveralRows(answers, soul);
              site.unseenCopiesOf(soul).forEach(copy -> copy.isOld = true);
              completed.put(answers.response(row).orElseThrow(), answers.text(row, "check"));
              Map<String, String> cells = new HashMap<>(soul.answers());
              cells.put(Human.ADDRESS, soul.contact().email());
              site.desk.fill(
                  answers.id(),
                  row,
                  under(answers, cells),
                  answers.response(row).orElseThrow(),
                  false);
              people.act(
                  () -> {
                    soul.odd.putAll(odd);
                    soul.isIncomplete = true;
                  });
            },
            () -> typesOverCopy(random));
  }

  /**
   * Whether a row was completed and nobody has read it since, as the check beside it, or beside its
   * copy, tells: once the copy is typed over, neither shows which of the two it is.
   */
  private boolean isCompletedUnread(Desk.Tab answers, int row, String original) {
    return answers.text(row, "check").equals(completed.get(original));
  }

  /** Whether somebody has a contact by now that the daemon has not read, as their row tells. */
  static boolean isNotYetReachable(Desk.Tab answers, int row, Soul soul) {
    return soul.hadNoContact
        && !soul.isIncomplete
        && (answers.text(row, "status").equals("Incomplet")
            || answers.text(row, "explanation").contains(NO_CONTACT));
  }

  private static Map<Integer, String> under(Desk.Tab answers, Map<String, String> cells) {
    Map<Integer, String> under = new HashMap<>();
    cells.forEach(
        (title, text) -> {
          int column = answers.titled(title);
          if (column >= 0 && !text.isEmpty()) {
            under.put(column, text);
          }
        });
    return under;
  }
}
