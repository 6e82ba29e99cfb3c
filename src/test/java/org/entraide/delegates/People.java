package org.entraide.delegates;

import java.util.ArrayList;
import java.util.List;
import org.entraide.testkit.Human;

/** Who answers the form; called A, B, C and so on by their number. */
enum People {
  /** A needs somebody, and B helps. */
  PAIR(List.of(needing(0), helping(1))),
  /** A needs somebody, and both B and D help; B answered first. */
  TWO_HELPERS(List.of(needing(0), helping(1), helping(3))),
  /** A and C need somebody, and B helps one of them; A answered first. */
  TWO_IN_NEED(List.of(needing(0), helping(1), needing(2))),
  /** A, C and E need somebody; B, D and F help. */
  THREE_PAIRS(pairs(3)),
  SEVEN_PAIRS(pairs(7)),
  /** A, who has no e-mail address, needs somebody, and B helps. */
  NONE_WITH_MAIL(
      List.of(
          new Human(0, "Courses", "", 0, "Nord", true, false),
          new Human(1, "", "Courses", 1, "Nord", true, false))),
  /** A says neither what they need nor what they offer. */
  ONE_WHO_FORGOT_HALF(List.of(new Human(0, "", "", 0, "Nord", true, true))),
  ONE_WITHOUT_MAIL(List.of(new Human(0, "Courses", "", 0, "Nord", true, false), helping(1)));

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
  private final List<Human> humans;

  People(List<Human> humans) {
    this.humans = humans;
  }

  List<Human> humans() {
    return humans;
  }

  static String letter(int number) {
    return String.valueOf((char) ('A' + number));
  }

  static Human needing(int number) {
    return new Human(number, "Courses", "", 0, "Nord", true, true);
  }

  static Human helping(int number) {
    return new Human(number, "", "Courses", 1, "Nord", true, true);
  }

  private static List<Human> pairs(int count) {
    List<Human> humans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      humans.add(needing(2 * i));
      humans.add(helping(2 * i + 1));
    }
    return humans;
  }
}
