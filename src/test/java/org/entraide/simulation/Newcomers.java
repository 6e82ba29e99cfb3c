package org.entraide.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Human;

/** People who answer from abroad, or from the household of another, or again after they left. */
final class Newcomers {

  /**
   * A country.
   *
   * @param national how its people write a number
   * @param international how all the world does
   */
  private record Land(String name, String national, String international) {}

  /** The last two write alike what are two numbers. */
  private static final List<Land> LANDS =
      List.of(
          new Land("États-Unis", "(212) 736-5%03d", "+12127365%03d"),
          new Land("Irlande", "087 123 4%03d", "+353871234%03d"),
          new Land("Allemagne", "0171 2345%03d", "+491712345%03d"),
          new Land("Australie", "0412 345 %03d", "+61412345%03d"),
          new Land("France", "06 12 34 5%03d", "+33612345%03d"),
          new Land("Maroc", "06 12 34 5%03d", "+212612345%03d"));

  private static final Land TWIN = LANDS.get(LANDS.size() - 1);
  private static final int LIKE_TWIN = LANDS.size() - 2;

  /** A first name that is the address of a page. */
  static final String LINK = "evil.example.com/aide";

  /** The first four of them are odd. */
  private static final int ODDITIES = 8;

  /** One of so many gives a number that is nobody's. */
  private static final int MISTYPE = 5;

  private final Organisers people;
  private final Site site;

  Newcomers(Organisers people, Site site) {
    this.people = people;
    this.site = site;
  }

  /** Somebody lives with somebody who answered, and offers what the other asks for. */
  void householdAnswers(SplittableRandom random) {
    boolean barred = random.nextInt(3) == 0;
    Optional<Soul> first =
        people
            .any(random, soul -> barred && soul.wasBarred && hasAnswered(soul))
            .or(() -> people.any(random, this::hasAnswered));
    int shared = random.nextInt(3);
    if (first.isEmpty() || site.isFull()) {
      return;
    }
    Soul one = first.get();
    int number = site.newcomer();
    String place = one.human().place();
    Human human =
        one.isHelper()
            ? new Human(number, one.human().offers().split(", ", 2)[0], "", 0, place, true, true)
            : new Human(number, "", one.human().needs(), 1, place, true, true);
    Soul.Contact own = Soul.contact(human);
    Soul.Contact otherContact = one.contact();
    Soul.Contact contact =
        switch (shared) {
          case 0 -> new Soul.Contact(otherContact.email(), own.national(), "", own.international());
          case 1 ->
              new Soul.Contact(
                  own.email(),
                  otherContact.national(),
                  otherContact.country(),
                  otherContact.international());
          default -> otherContact;
        };
    String surname = human.answers().getOrDefault(Human.NAME, "").replace("Camille ", "");
    people.answer(new Soul(human, "Dominique " + surname, contact));
  }

  private boolean hasAnswered(Soul soul) {
    return !soul.isIncomplete
        && !soul.isStrange
        && !soul.hasOddNumber() // it is how the watch knows them
        && !people.answersNow(soul.token());
  }

  void answersFromAbroad(SplittableRandom random) {
    if (site.isFull()) {
      return;
    }
    Optional<Soul> like =
        people.any(
            random,
            soul ->
                soul.contact().country().equals(LANDS.get(LIKE_TWIN).name())
                    && site.souls.values().stream()
                        .noneMatch(
                            it ->
                                it.contact().country().equals(TWIN.name())
                                    && it.contact().national().equals(soul.contact().national())));
    Human human = Organisers.human(site.newcomer());
    if (like.isPresent()) {
      Soul one = like.get();
      String digits = one.contact().international().substring("+33".length());
      people.answer(
          new Soul(
              human,
              one.name(),
              new Soul.Contact(
                  human.address(), one.contact().national(), TWIN.name(), "+212" + digits)));
      return;
    }
    Land land = LANDS.get(random.nextInt(LIKE_TWIN + 1));
    if (answersOddly(random.nextInt(ODDITIES), human)) {
      return;
    }
    String international = land.international().formatted(human.number());
    people.answer(
        new Soul(
            human,
            human.answers().getOrDefault(Human.NAME, ""),
            new Soul.Contact(
                human.address(),
                land.national().formatted(human.number()),
                land.name(),
                international)));
  }

  /** Somebody answers what nobody can use, or would rather not; what is not odd is left alone. */
  private boolean answersOddly(int which, Human human) {
    String name = human.answers().getOrDefault(Human.NAME, "");
    Soul soul = new Soul(human, which == 0 ? name.replace("Camille", LINK) : name);
    switch (which) {
      case 0 -> {}
      case 1, 2 -> {
        soul.odd.put(Human.AGE, which == 1 ? "dix-sept" : "-4");
        soul.isIncomplete = true;
      }
      case 3 -> soul.hasNoContact("jean " + human.address());
      default -> {
        return false;
      }
    }
    people.answer(soul);
    return true;
  }

  /**
   * Somebody forgets half of the questions: delegates may ask who agreed to that. Some forget
   * nothing and mistype their number.
   */
  void answersHalf(SplittableRandom random) {
    Human like = Organisers.human(site.newcomer());
    if (like.number() % MISTYPE == 0) {
      people.answer(Soul.withOddNumber(like));
      return;
    }
    boolean agrees = random.nextInt(4) > 0;
    Human human =
        new Human(
            like.number(),
            like.needs(),
            like.offers(),
            like.capacity(),
            like.place(),
            agrees,
            like.email());
    Soul soul = new Soul(human, human.answers().getOrDefault(Human.NAME, ""));
    if (random.nextBoolean()) {
      soul.odd.put(Human.NEEDS, "");
      soul.odd.put(Human.OFFERS, "");
    } else {
      soul.odd.put(Human.AGE, "dix-sept");
    }
    soul.isIncomplete = true;
    people.answer(soul);
  }

  /** Somebody who forgot half answers again, mostly the whole. */
  void answersWhole(SplittableRandom random) {
    people
        .any(random, soul -> !soul.odd.isEmpty() && soul.isIncomplete && !soul.hadNoContact)
        .ifPresent(
            soul -> {
              if (random.nextInt(3) > 0) {
                soul.isPutRight();
              }
              people.answer(soul);
              soul.isOld |= isLaterOtherwise(soul);
            });
  }

  /** Whether an answer that was given earlier has a later time, as within one request. */
  private boolean isLaterOtherwise(Soul soul) {
    Desk.Tab answers = site.answers();
    int latest =
        site.rowsByToken(answers).getOrDefault(soul.token(), List.of()).stream()
            .filter(row -> !answers.text(row, 0).isEmpty())
            .max(Comparator.comparingDouble(row -> Double.parseDouble(answers.text(row, 0))))
            .orElse(-1);
    return Stream.of(Human.NEEDS, Human.OFFERS, Human.AGE)
        .anyMatch(
            title ->
                !answers
                    .text(latest, answers.titled(title))
                    .equals(soul.answers().getOrDefault(title, "")));
  }

  /** Somebody of whom no row is left answers again. */
  void comesBack(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    Map<String, List<Integer>> rows = site.rowsByToken(answers);
    boolean barred = random.nextBoolean();
    people
        .any(random, soul -> barred && soul.wasBarred && isAway(soul, rows))
        .or(() -> people.any(random, soul -> isAway(soul, rows)))
        .ifPresent(people::answer);
  }

  private static boolean isAway(Soul soul, Map<String, List<Integer>> rows) {
    return !rows.containsKey(soul.token()) && !soul.isIncomplete && !soul.isStrange;
  }
}
