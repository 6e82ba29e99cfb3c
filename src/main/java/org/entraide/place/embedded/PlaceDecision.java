package org.entraide.place.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.embedded.Mention.How;
import org.entraide.place.index.Feature;
import org.entraide.place.index.GazetteerIndex;
import org.entraide.text.Message;

/** Decides which place was meant, or what has to be asked. Rather asks than guesses. */
final class PlaceDecision {

  /** From this confidence on a place is given. */
  static final double SURE = 0.8;

  /** Homonyms nearer to each other than this are one place by two sources. */
  private static final double APART_KM = 30;

  /**
   * Less than so many times as likely as the next is not clear: by what the typed places of the
   * tests need, where Cambridge has to be asked and Birmingham has not.
   */
  private static final double CLEAR = Math.log10(4.5);

  /**
   * Replaces {@link #CLEAR} within one country, where people add the region to the lesser known.
   */
  private static final double CLEAR_AT_HOME = Math.log10(2.5);

  /** Replaces {@link #CLEAR} where nothing at all says the country. */
  private static final double CLEAR_ANYWHERE = Math.log10(30);

  private final GazetteerIndex index;
  private final QueryReading reading;
  private final CountryContext context;
  private final PlacesFound answers;
  private final PlaceQuestions questions;
  private final PlaceRanking ranking;
  private final List<Mention> mentions;
  private final List<PlaceChoice> choices;

  PlaceDecision(GeocoderTables tables, QueryReading reading, String hint, String language) {
    MentionFilter admission =
        new MentionFilter(tables, reading, new CountryContext(reading.countries(), hint));
    this.index = tables.index();
    this.reading = reading;
    List<Mention> exact = admission.mentions();
    this.context = admission.context();
    this.mentions =
        exact.isEmpty() ? new MistypedNames(index, context).mentions(reading.words()) : exact;
    this.ranking = new PlaceRanking(index, context);
    this.answers = new PlacesFound(index, language);
    this.questions = new PlaceQuestions(answers);
    this.choices = ranking.choices(mentions);
  }

  /** What was considered, for an explanation. */
  List<PlaceChoice> choices() {
    return choices;
  }

  PlacesFound answers() {
    return answers;
  }

  Located decide() {
    if (reading.countries().size() > 1) {
      return unclear(Message.of("place.ask.countries"));
    }
    if (choices.isEmpty()) {
      return unclear(questionWithoutMention());
    }
    List<PlaceChoice> weighed = new MentionWeights(context, ranking, reading.apart()).kept(choices);
    for (PlaceChoice choice : weighed) {
      if (!context.stated().isEmpty() && !context.isStated(choice.feature())) {
        return unclear(questions.contradiction(choice));
      }
    }
    for (PlaceChoice one : weighed) {
      for (PlaceChoice other : weighed) {
        if (!one.agreesWith(other)) {
          return unclear(questions.conflict(one, other, weighed));
        }
      }
    }
    return finest(weighed);
  }

  private Message questionWithoutMention() {
    if (!reading.codes().isEmpty()) {
      return Message.of("place.ask.postcode");
    }
    return Message.of(reading.countries().isEmpty() ? "place.ask.unknown" : "place.ask.town");
  }

  /** A fragment of what may be a longer name makes nothing finer. */
  private Located finest(List<PlaceChoice> agreeing) {
    List<PlaceChoice> stated =
        agreeing.stream().filter(c -> c.mention().how() != How.PARTIAL).toList();
    PlaceChoice best =
        (stated.isEmpty() ? agreeing : stated)
            .stream()
                .min(
                    Comparator.comparing(PlaceChoice::isWide)
                        .thenComparingDouble(c -> c.feature().uncertaintyKm())
                        .thenComparing(c -> PlaceAgreement.isCode(c.feature())))
                .orElseThrow();
    if (best.isWide()) {
      return unclear(Message.of("place.ask.region").with("name", answers.name(best.feature())));
    }
    List<Feature> rivals = rivals(best);
    if (rivals.size() > 1 && best.mention().how() == How.MISTYPED) {
      return unclear(Message.of("place.ask.unknown"));
    }
    if (rivals.size() > 1) {
      return unclear(questions.homonyms(rivals));
    }
    boolean part = PlacesFound.isPart(best.feature());
    if (reading.away() || (reading.near() && !part)) {
      return unclear(Message.of("place.ask.near").with("name", answers.name(best.feature())));
    }
    return at(best, agreeing);
  }

  private Located at(PlaceChoice best, List<PlaceChoice> agreeing) {
    double confidence = new Confidence(context, ranking).of(best, agreeing);
    if (confidence < SURE) {
      Optional<Located> mended = mended(best);
      return mended.orElseGet(() -> unclear(questions.meant(best.feature())));
    }
    List<Feature> alike =
        agreeing.stream()
            .map(PlaceChoice::feature)
            .filter(f -> PlacesFound.isPart(f) && PlacesFound.isPart(best.feature()))
            .filter(f -> f.kind() == best.feature().kind())
            .distinct()
            .toList();
    Optional<Place> place =
        alike.size() > 1
            ? answers.between(alike, confidence)
            : Optional.of(answers.place(best.feature(), confidence));
    if (place.isEmpty()) {
      return unclear(questions.several(alike));
    }
    Place decided = reading.near() ? PlacesFound.wider(place.get()) : place.get();
    boolean tooWide = decided.uncertaintyKm() > PlacesFound.WIDEST_KM;
    return tooWide ? unclear(Message.of("place.ask.postcode")) : new Located.At(decided);
  }

  /** A small place abroad is less likely meant than a large one here with a letter wrong. */
  private Optional<Located> mended(PlaceChoice best) {
    if (best.mention().how() == How.MISTYPED || context.isExpected(best.feature())) {
      return Optional.empty();
    }
    List<Mention> near = new MistypedNames(index, context).mentions(reading.words());
    return ranking.choices(near).stream()
        .filter(c -> new Confidence(context, ranking).of(c, List.of()) >= SURE)
        .findFirst()
        .map(c -> at(c, List.of(c)));
  }

  /** The best of a name and what it may as well be, elsewhere. */
  private List<Feature> rivals(PlaceChoice best) {
    boolean anywhere = context.stated().isEmpty() && context.hint().isEmpty();
    double margin = anywhere ? CLEAR_ANYWHERE : CLEAR;
    List<Feature> rivals = new ArrayList<>();
    for (ScoredPlace scored : best.all()) {
      Feature feature = scored.feature();
      boolean bothExpected = context.isExpected(feature) && context.isExpected(best.feature());
      double clear = bothExpected ? CLEAR_AT_HOME : margin;
      boolean close = best.score() - scored.score() < clear;
      boolean another =
          rivals.stream()
              .noneMatch(
                  r ->
                      PlaceAgreement.between(r, feature)
                          || r.point().kmTo(feature.point()) < APART_KM);
      if (close && another && (rivals.isEmpty() || !PlaceAgreement.isWide(feature))) {
        rivals.add(feature);
      }
    }
    return best.mention().how() == How.CERTAIN_CODE ? rivals.subList(0, 1) : rivals;
  }

  private static Located unclear(Message question) {
    return new Located.Unclear(question);
  }
}
