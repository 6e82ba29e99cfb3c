package org.entraide.sandbox.sample;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Hands out addresses and numbers that nobody has, each once. */
final class SampleContacts {

  /** A prime that divides no city's count, so that a walk by this step meets every number once. */
  private static final int STEP = 617;

  private final Set<String> emails = new HashSet<>();
  private final Map<City, Integer> phones = new EnumMap<>(City.class);

  String email(String first, String last) {
    String name = ascii(first) + "." + ascii(last);
    String address = name + "@example.org";
    for (int n = 2; !emails.add(address); n++) {
      address = name + n + "@example.org";
    }
    return address;
  }

  /** Returns a number as people write it, empty when all have been given. */
  String phone(SeededChoice pick, City city) {
    int numbersGiven = phones.getOrDefault(city, 0);
    if (numbersGiven == city.numbers()) {
      return "";
    }
    phones.put(city, numbersGiven + 1);
    return pick.one(city.written(numbersGiven * STEP % city.numbers()));
  }

  private static String ascii(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("[^a-z-]", "");
  }
}
