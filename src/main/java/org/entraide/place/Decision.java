package org.entraide.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/** Decides which place was meant, or what has to be asked. Rather asks than guesses. */
final class Decision {

  /** Other countries whose postcodes are five digits, so that they decide nothing there. */
  private static final Set<String> FIVE_DIGITS =
      Set.of("US", "DE", "ES", "IT", "MX", "TR", "FI", "MA", "DZ", "GR");

  /** A place is taken for the one that everybody means from this much more rank on. */
  private static final int CLEARLY_BETTER_KNOWN = 2;

  /** Two districts named together are taken for what lies between them up to this. */
  private static final double WIDEST_MERGED_KM = 6;

  private static final double SURE = 0.95;
  private static final double CHOSEN_AMONG_HOMONYMS = 0.85;

  private final Reading reading;
  private final String hint;
  private boolean chosen;

  private Decision(Reading reading, String hint) {
    this.reading = reading;
    this.hint = hint.toUpperCase(Locale.ROOT);
  }

  /**
   * @param hint the country where a place without one is looked for, or empty
   */
  static Located of(Reading reading, String hint) {
    return new Decision(reading, hint).decide();
  }

  private Located decide() {
    if (reading.mentions().isEmpty()) {
      return unclear(questionWithoutMention());
    }
    if (reading.countries().size() > 1) {
      return unclear(Message.of("place.ask.countries"));
    }
    List<Mention> mentions = new ArrayList<>();
    for (Mention mention : reading.mentions()) {
      List<Entry> inCountry = only(mention.candidates(), this::inStatedCountry);
      if (inCountry.isEmpty()) {
        return unclear(
            Message.of("place.ask.contradiction").with("name", first(mention).fullName()));
      }
      mentions.add(mention.narrowedTo(inCountry));
    }
    return isForeignCode(mentions)
        ? unclear(Message.of("place.ask.postcode"))
        : among(narrowed(mentions));
  }

  private Message questionWithoutMention() {
    if (reading.postcode()) {
      return Message.of("place.ask.postcode");
    }
    return Message.of(reading.countries().isEmpty() ? "place.ask.unknown" : "place.ask.town");
  }

  private boolean inStatedCountry(Entry entry) {
    return reading.countries().isEmpty() || reading.countries().contains(entry.country());
  }

  /** « 75015 » alone is in Paris for most, but not where the campaign's country has such codes. */
  private boolean isForeignCode(List<Mention> mentions) {
    return mentions.stream().allMatch(m -> Postcodes.isFiveDigits(m.name()))
        && reading.countries().isEmpty()
        && FIVE_DIGITS.contains(hint);
  }

  private List<Mention> narrowed(List<Mention> mentions) {
    List<Mention> narrowed = new ArrayList<>();
    for (Mention mention : mentions) {
      List<Entry> left = mention.candidates();
      for (Mention other : mentions) {
        left = preferring(left, other::agreesWith);
      }
      chosen |= left.size() > 1;
      left = preferring(left, entry -> entry.country().equals(hint));
      narrowed.add(mention.narrowedTo(bestKnown(left)));
    }
    return narrowed;
  }

  private static List<Entry> bestKnown(List<Entry> entries) {
    int best = entries.stream().mapToInt(Entry::rank).max().orElse(0);
    return only(entries, entry -> best - entry.rank() < CLEARLY_BETTER_KNOWN);
  }

  private Located among(List<Mention> mentions) {
    List<Entry> entries = new ArrayList<>();
    for (Mention mention : mentions) {
      if (mention.candidates().size() > 1) {
        return unclear(homonyms(mention.candidates()));
      }
      if (!entries.contains(first(mention))) {
        entries.add(first(mention));
      }
    }
    for (Entry one : entries) {
      if (!entries.stream().allMatch(one::agreesWith)) {
        return unclear(several(entries));
      }
    }
    return finest(entries);
  }

  private Located finest(List<Entry> entries) {
    Entry best =
        entries.stream()
            .min(
                Comparator.comparingDouble((Entry e) -> e.uncertaintyKm())
                    .thenComparing(e -> e.parent().isEmpty()))
            .orElseThrow();
    List<Entry> alike = only(entries, entry -> entry.precision() == best.precision());
    boolean city = best.precision() == Precision.CITY;
    if (reading.away() || (city && reading.near())) {
      return unclear(Message.of("place.ask.near").with("name", best.fullName()));
    }
    if (city) {
      return at(best.point(), best.uncertaintyKm(), best.fullName(), best);
    }
    Entry middle = alike.size() == 1 ? best : between(alike);
    if (middle == null) {
      return unclear(several(alike));
    }
    double uncertaintyKm = reading.near() ? 2 * middle.uncertaintyKm() : middle.uncertaintyKm();
    return at(middle.point(), uncertaintyKm, middle.fullName(), middle);
  }

  /** The circle around several neighbouring districts, null if that is too wide. */
  private static @Nullable Entry between(List<Entry> districts) {
    GeoPoint middle =
        new GeoPoint(
            districts.stream().mapToDouble(e -> e.point().latitude()).average().orElseThrow(),
            districts.stream().mapToDouble(e -> e.point().longitude()).average().orElseThrow());
    double radiusKm =
        districts.stream()
            .mapToDouble(e -> middle.kmTo(e.point()) + e.uncertaintyKm())
            .max()
            .orElseThrow();
    if (radiusKm > WIDEST_MERGED_KM) {
      return null;
    }
    double shownKm = Math.ceil(10 * radiusKm) / 10;
    Entry one = districts.get(0);
    String name = String.join(" / ", districts.stream().map(Entry::name).toList());
    return new Entry(
        name, middle, one.precision(), one.country(), shownKm, one.rank(), one.parent());
  }

  private Located at(GeoPoint point, double uncertaintyKm, String name, Entry entry) {
    return new Located.At(
        new Place(
            point,
            entry.precision(),
            uncertaintyKm,
            name,
            entry.country(),
            chosen ? CHOSEN_AMONG_HOMONYMS : SURE,
            SmallGazetteer.NAME));
  }

  private static Message homonyms(List<Entry> entries) {
    return Message.of("place.ask.homonyms")
        .with("choices", entries.stream().map(PlaceWords::withCountry).toList());
  }

  private static Message several(List<Entry> entries) {
    return Message.of("place.ask.several")
        .with("names", entries.stream().map(Entry::fullName).toList());
  }

  private static Located unclear(Message question) {
    return new Located.Unclear(question);
  }

  private static Entry first(Mention mention) {
    return mention.candidates().get(0);
  }

  private static List<Entry> only(List<Entry> entries, Predicate<Entry> test) {
    return entries.stream().filter(test).toList();
  }

  private static List<Entry> preferring(List<Entry> entries, Predicate<Entry> test) {
    List<Entry> preferred = only(entries, test);
    return preferred.isEmpty() ? entries : preferred;
  }
}
