package org.entraide.place.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entraide.place.embedded.Mention.How;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;
import org.entraide.text.Message;

/** Puts the places that a mention may mean in order. */
final class PlaceRanking {

  /** From here on a town is known beyond its country (reference: 15,000 in the prototype). */
  static final long KNOWN = 15_000;

  /** The campaign's country makes a place as likely as one so many times larger elsewhere. */
  private static final double HINT = Math.log10(40);

  /** A name that French has for this place only, and not one of its forgotten ones. */
  private static final double OWN_NAME = 0.3;

  /** A name in some other language, or of another time: Hong Kong was Victoria. */
  private static final double FORGOTTEN = -1.3;

  /** Who names the country names the town, not only a part of it. */
  private static final double PART_ABROAD = -0.5;

  private static final double AGREES_WITH_STATE = 4;
  private static final double AGREES_WITH_CODE = 2.5;
  private static final double AGREES_WITH_TOWN = 2;
  private static final double MOST_AGREEMENT = 5;

  /** Who names a region is one of so many of its people who leave it at that. */
  private static final long WIDE = 50;

  /** Who names a part of a town is one of so many of its people. */
  private static final long PARTS = 200;

  private final GazetteerIndex index;
  private final CountryContext context;

  PlaceRanking(GazetteerIndex index, CountryContext context) {
    this.index = index;
    this.context = context;
  }

  static boolean isKnown(Feature feature) {
    return feature.population() >= KNOWN || feature.kind() == FeatureKind.DISTRICT;
  }

  /** How many people may mean it, two hundred at least. */
  long people(Feature feature) {
    long people =
        switch (feature.kind()) {
          case REGION, COUNTRY, ISLAND -> feature.population() / WIDE;
          case POSTCODE, OUTCODE, POSTCODE_AREA -> 10_000;
          case DISTRICT -> Math.max(feature.population(), ofParent(feature));
          case TOWN -> feature.population();
        };
    return Math.max(200, people);
  }

  /** How many people may know it: « Paris 15e » as many as Paris. */
  long fame(Feature feature) {
    if (feature.kind() == FeatureKind.DISTRICT && feature.parent() >= 0) {
      Feature town = index.get(feature.parent());
      if (feature.nameFr().contains(town.nameFr())) {
        return town.population();
      }
    }
    return people(feature);
  }

  private long ofParent(Feature part) {
    return part.parent() < 0 ? 0 : index.get(part.parent()).population() / PARTS;
  }

  /** Each mention's places in order, judged by the others. */
  List<PlaceChoice> choices(List<Mention> mentions) {
    List<PlaceChoice> choices = new ArrayList<>();
    for (Mention mention : mentions) {
      List<ScoredPlace> scored = new ArrayList<>();
      for (Feature candidate : mention.candidates()) {
        scored.add(score(mention, candidate, mentions));
      }
      scored.sort(
          Comparator.comparingDouble((ScoredPlace s) -> -s.score())
              .thenComparingInt(s -> s.feature().id()));
      choices.add(new PlaceChoice(mention, scored));
    }
    return choices;
  }

  private ScoredPlace score(Mention mention, Feature candidate, List<Mention> mentions) {
    long people = people(candidate);
    List<Message> why = new ArrayList<>();
    double score = Math.log10((double) people);
    why.add(Message.of("place.why.people").with("count", people));
    if (context.stated().isEmpty() && context.isHinted(candidate)) {
      score += HINT;
      why.add(Message.of("place.why.campaign"));
    } else if (context.isStated(candidate)) {
      why.add(Message.of("place.why.country"));
    }
    if (isOwnName(mention, candidate)) {
      score += OWN_NAME;
      why.add(Message.of("place.why.own-name"));
    } else if (isForgotten(mention, candidate)) {
      score += FORGOTTEN;
      why.add(Message.of("place.why.other-name"));
    }
    if (candidate.kind() == FeatureKind.DISTRICT && context.isStated(candidate)) {
      score += PART_ABROAD;
    }
    double agreement = 0;
    for (Mention other : mentions) {
      double one = other.equals(mention) ? 0 : agreement(candidate, other);
      if (one > 0) {
        agreement += one;
        why.add(Message.of("place.why.agrees").with("name", other.name()));
      }
    }
    return new ScoredPlace(candidate, score + Math.min(MOST_AGREEMENT, agreement), why);
  }

  private static boolean isOwnName(Mention mention, Feature feature) {
    return !PlaceAgreement.isWide(feature)
        && !feature.nameFr().equals(feature.name())
        && mention.name().equals(GazetteerIndex.normalize(feature.nameFr()));
  }

  static boolean isForgotten(Mention mention, Feature feature) {
    boolean exact = mention.how() != How.MISTYPED && !mention.how().isCode();
    return exact
        && !begins(feature.name(), mention.name())
        && !begins(feature.nameEn(), mention.name())
        && !begins(feature.nameFr(), mention.name());
  }

  /** Frankfurt is Frankfurt am Main. */
  private static boolean begins(String name, String typed) {
    String normalized = GazetteerIndex.normalize(name);
    return normalized.equals(typed) || normalized.startsWith(typed + " ");
  }

  private static double agreement(Feature candidate, Mention other) {
    double best = 0;
    boolean state =
        other.how() == How.ABBREVIATION
            || other.candidates().stream().allMatch(PlaceAgreement::isWide);
    for (Feature feature : other.candidates()) {
      if (best < AGREES_WITH_STATE && PlaceAgreement.between(candidate, feature)) {
        double value =
            state
                ? AGREES_WITH_STATE
                : PlaceAgreement.isCode(feature) ? AGREES_WITH_CODE : AGREES_WITH_TOWN;
        best = Math.max(best, value);
      }
    }
    return best;
  }
}
