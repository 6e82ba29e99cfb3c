package org.entraide.sandbox.sample;

import static org.entraide.people.word.Category.CONVERSATION;
import static org.entraide.people.word.Category.FINANCIAL;
import static org.entraide.people.word.Category.MEDICINES;
import static org.entraide.people.word.Category.MORAL_SUPPORT;
import static org.entraide.people.word.Category.OTHER;
import static org.entraide.people.word.Category.SHOPPING;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entraide.people.word.Category;

/** Fills in the form as a person of a certain story would. */
final class SampleWriter {

  /** Of the people of a very large campaign, as many as there are fictitious numbers for. */
  private static final double PHONES = 1200;

  private final SeededChoice pick;
  private final SampleForm form;
  private final SampleNames names;
  private final SampleContacts contacts;
  private final List<City> cities;
  private final double phoneChance;

  /**
   * @param cities where people live, each as often as it is met
   */
  SampleWriter(
      SeededChoice pick, SampleForm form, SampleContacts contacts, List<City> cities, int people) {
    this.pick = pick;
    this.form = form;
    this.names = new SampleNames(form.language());
    this.contacts = contacts;
    this.cities = cities;
    this.phoneChance = Math.min(0.85, PHONES / people);
  }

  SamplePerson identity() {
    return named(pick.one(names.first()), pick.one(names.last()), "");
  }

  /** Someone of the same household, who writes from the same mailbox. */
  SamplePerson partnerOf(SamplePerson one) {
    String first = pick.one(names.first());
    while (first.equals(one.first())) {
      first = pick.one(names.first());
    }
    return new SamplePerson(
        first, one.last(), one.email(), phone(phoneChance, one.city()), one.city(), one.place());
  }

  private SamplePerson named(String first, String last, String phone) {
    City city = cities.size() == 1 ? cities.get(0) : pick.one(cities);
    String place = pick.one(names.places(city));
    return new SamplePerson(first, last, contacts.email(first, last), phone, city, place);
  }

  private String phone(double chance, City city) {
    return pick.chance(chance) ? contacts.phone(pick, city) : "";
  }

  SampleAnswer answer(Story story, SamplePerson who, Instant when) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    String phone = who.phone().isEmpty() ? phone(phoneChance(story), who.city()) : who.phone();
    put(answers, SampleField.FIRST_NAME, who.first());
    put(answers, SampleField.LAST_NAME, asTyped(who.last()));
    put(answers, SampleField.PHONE, phone);
    put(answers, SampleField.PLACE, place(story, who));
    if (story.needs()) {
      put(answers, SampleField.NEEDS, needs(story));
    }
    if (story.offers()) {
      offer(answers);
    }
    aboutThemselves(story, who.city(), answers);
    if (story.consents()) {
      put(answers, SampleField.CONSENT, form.agreed());
    }
    boolean reachable = story != Story.NO_CONTACT && (story != Story.NO_EMAIL || phone.isEmpty());
    return new SampleAnswer(when, reachable ? who.email() : "", answers);
  }

  private double phoneChance(Story story) {
    return switch (story) {
      case NO_CONTACT -> 0;
      case NO_EMAIL -> 1;
      default -> phoneChance;
    };
  }

  private void put(Map<String, List<String>> answers, SampleField field, String value) {
    if (!value.isEmpty()) {
      put(answers, field, List.of(value));
    }
  }

  private void put(Map<String, List<String>> answers, SampleField field, List<String> values) {
    answers.put(form.title(field), values);
  }

  private String asTyped(String last) {
    if (pick.chance(0.2)) {
      return last.toUpperCase(Locale.ROOT);
    }
    return pick.chance(0.05) ? last.toLowerCase(Locale.ROOT) + " " : last;
  }

  private String place(Story story, SamplePerson who) {
    return switch (story) {
      case NO_PLACE -> "";
      case NEEDS_FAR, OFFERS_FAR -> pick.one(names.far());
      case NEEDS_SOMEWHERE, OFFERS_SOMEWHERE -> pick.one(names.unclear(who.city()));
      default -> who.place();
    };
  }

  private List<String> needs(Story story) {
    return switch (story) {
      case BY_HAND -> ticked(pick.some(List.of(FINANCIAL, OTHER), pick.between(1, 2)));
      case MINOR -> ticked(List.of(CONVERSATION, MORAL_SUPPORT));
      case ELDERLY, VULNERABLE, NEEDS_SOMEWHERE ->
          ticked(pick.some(List.of(SHOPPING, MEDICINES, CONVERSATION), pick.between(1, 3)));
      default -> ticked(usual(pick.between(1, 3)));
    };
  }

  private void offer(Map<String, List<String>> answers) {
    put(answers, SampleField.OFFERS, ticked(usual(pick.between(1, 5))));
    put(answers, SampleField.CAPACITY, pick.chance(0.8) ? pick.one(names.capacities()) : "");
    put(answers, SampleField.RADIUS, pick.chance(0.7) ? pick.one(names.radii()) : "");
  }

  /** Shopping is asked and offered more than the rest, as it was. */
  private List<Category> usual(int count) {
    List<Category> matched =
        Arrays.stream(Category.values()).filter(category -> !category.byHand()).toList();
    List<Category> some = pick.some(matched, count);
    if (!some.contains(SHOPPING) && pick.chance(0.5)) {
      some.set(0, SHOPPING);
    }
    return some;
  }

  private List<String> ticked(List<Category> categories) {
    return categories.stream().map(form::choice).toList();
  }

  private void aboutThemselves(Story story, City city, Map<String, List<String>> answers) {
    put(answers, SampleField.LANGUAGES, pick.chance(0.9) ? pick.one(names.languages(city)) : "");
    if (pick.chance(0.9) || story == Story.VULNERABLE) {
      boolean vulnerable =
          story == Story.VULNERABLE || pick.chance(story == Story.ELDERLY ? 0.5 : 0.05);
      put(
          answers,
          SampleField.VULNERABLE,
          vulnerable ? form.vulnerable().yes() : form.vulnerable().no());
    }
    put(answers, SampleField.AGE, age(story));
    if (pick.chance(0.4)) {
      put(
          answers,
          SampleField.NOTES,
          pick.one(story.offers() ? names.offerNotes() : names.needNotes()));
    }
  }

  private String age(Story story) {
    int years =
        switch (story) {
          case MINOR -> pick.between(15, 17);
          case ELDERLY -> pick.between(68, 91);
          default -> pick.between(22, 64);
        };
    boolean givesAge = story == Story.MINOR || story == Story.ELDERLY || pick.chance(0.8);
    return givesAge ? years + (pick.chance(0.15) ? form.years() : "") : "";
  }
}
