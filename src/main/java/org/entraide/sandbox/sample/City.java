package org.entraide.sandbox.sample;

import java.util.Collections;
import java.util.List;

/** Where fictitious people live, and what numbers nobody there has. */
enum City {
  LONDON(24, 2000, "places", "unclear", "languages") {
    @Override
    List<String> written(int number) {
      return ofcom(number);
    }
  },

  /** The part of London where the English sample lives. */
  WALTHAMSTOW(0, 2000, "places", "unclear", "languages") {
    @Override
    List<String> written(int number) {
      return ofcom(number);
    }
  },

  /** Those who came from France kept their number; Arcep keeps 06 39 98 for fiction. */
  DAKAR(2, 1000, "places-dakar", "unclear-abroad", "languages-dakar") {
    @Override
    List<String> written(int number) {
      String last = "%02d %02d".formatted(number / 100, number % 100);
      return ended(last, "06 39 98 ", "+33 6 39 98 ", "0033 6 39 98 ", "+33 (0)6 39 98 ");
    }
  },

  /** In each area the numbers 555-0100 to 555-0199 are for fiction. */
  NEW_YORK(2, 400, "places-new-york", "unclear-abroad", "languages") {
    @Override
    List<String> written(int number) {
      String area = List.of("212", "646", "718", "917").get(number / 100);
      String last = "01%02d".formatted(number % 100);
      return List.of(
          "(%s) 555-%s".formatted(area, last),
          "%s-555-%s".formatted(area, last),
          "+1 %s 555 %s".formatted(area, last),
          "1 %s 555 %s".formatted(area, last));
    }
  },

  /** The Bundesnetzagentur keeps a thousand for the media. */
  BERLIN(2, 1000, "places-berlin", "unclear-abroad", "languages-berlin") {
    @Override
    List<String> written(int number) {
      return ended(last(number), "030 23125 ", "+49 30 23125", "0049 30 23125 ", "030/23125");
    }
  };

  /** Where the French live, each city as often as it is met among thirty of them: mostly one. */
  static final List<City> ABROAD =
      List.of(values()).stream()
          .flatMap(city -> Collections.nCopies(city.frequency, city).stream())
          .toList();

  private final int frequency;
  private final int numbers;
  private final String places;
  private final String unclear;
  private final String languages;

  City(int frequency, int numbers, String places, String unclear, String languages) {
    this.frequency = frequency;
    this.numbers = numbers;
    this.places = places;
    this.unclear = unclear;
    this.languages = languages;
  }

  /** How many telephone numbers there are. */
  int numbers() {
    return numbers;
  }

  /** The list of places as people there write them. */
  String places() {
    return places;
  }

  /** The list of what people there write instead of a place. */
  String unclear() {
    return unclear;
  }

  /** The list of what people there write of their languages. */
  String languages() {
    return languages;
  }

  /**
   * The ways in which people write a number.
   *
   * @param number from 0 to below {@link #numbers}
   */
  abstract List<String> written(int number);

  /** Ofcom, telephone numbers for drama use: a thousand in London, a thousand mobiles. */
  private static List<String> ofcom(int number) {
    String last = last(number % 1000);
    return number < 1000
        ? ended(last, "020 7946 0", "0207 946 0", "02079460", "+44 20 7946 0", "(020) 7946 0")
        : ended(last, "07700 900", "07700900", "+44 7700 900", "0044 7700 900 ", "07700 900 ");
  }

  private static String last(int number) {
    return "%03d".formatted(number);
  }

  private static List<String> ended(String last, String... beginnings) {
    return List.of(beginnings).stream().map(beginning -> beginning + last).toList();
  }
}
