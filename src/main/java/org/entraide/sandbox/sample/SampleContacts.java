package org.entraide.sandbox.sample;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hands out addresses and numbers that nobody has, each once. */
final class SampleContacts {

  /** Ofcom, telephone numbers for drama use: a thousand in London, a thousand mobiles. */
  private static final int NUMBERS = 2000;

  /** Without a common factor with 2000, so that a walk by this step meets every number once. */
  private static final int STEP = 617;

  private final Set<String> emails = new HashSet<>();
  private int phones;

  String email(String first, String last) {
    String name = ascii(first) + "." + ascii(last);
    String address = name + "@example.org";
    for (int n = 2; !emails.add(address); n++) {
      address = name + n + "@example.org";
    }
    return address;
  }

  /** Returns a number as people write it, empty when all have been given. */
  String phone(Pick pick) {
    if (phones == NUMBERS) {
      return "";
    }
    int number = phones * STEP % NUMBERS;
    phones++;
    String last = "%03d".formatted(number % 1000);
    List<String> written =
        number < 1000
            ? List.of("020 7946 0", "0207 946 0", "02079460", "+44 20 7946 0", "(020) 7946 0")
            : List.of("07700 900", "07700900", "+44 7700 900", "0044 7700 900 ", "07700 900 ");
    return pick.one(written) + last;
  }

  private static String ascii(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("[^a-z-]", "");
  }
}
