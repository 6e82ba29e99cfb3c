package org.entraide.e2e;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entraide.NobodyIsNamed;
import org.entraide.people.word.Category;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;

/** What one person answers, by the titles of the sample's form. */
@NullMarked
record Reply(String email, Map<String, List<String>> answers) {

  /** Somebody who consents, and nothing more. */
  static Reply of(String first, String last, String email) {
    NobodyIsNamed.plant(first + " " + last);
    NobodyIsNamed.plant(last + " " + first);
    return new Reply(email, Map.of())
        .with(SampleForm.FIRST_NAME, first)
        .with(SampleForm.LAST_NAME, last)
        .with(SampleForm.CONSENT, "J'accepte");
  }

  Reply with(String title, String... values) {
    Map<String, List<String>> more = new LinkedHashMap<>(answers);
    more.put(title, List.of(values));
    return new Reply(email, more);
  }

  Reply without(String title) {
    Map<String, List<String>> fewer = new LinkedHashMap<>(answers);
    fewer.remove(title);
    return new Reply(email, fewer);
  }

  Reply at(String place) {
    return with(SampleForm.PLACE, place);
  }

  Reply needs(Category... needs) {
    return with(SampleForm.NEEDS, choices(needs));
  }

  Reply offers(Category... offers) {
    return with(SampleForm.OFFERS, choices(offers));
  }

  private static String[] choices(Category... categories) {
    return Arrays.stream(categories).map(SampleForm.FRENCH::choice).toArray(String[]::new);
  }
}
