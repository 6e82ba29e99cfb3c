package org.entraide.place.embedded;

import java.util.List;
import org.entraide.place.PlaceWords;
import org.entraide.place.index.Feature;
import org.entraide.text.Message;

/** What is asked when a place is not clear. */
final class PlaceQuestions {

  /** More are no question any more. */
  private static final int MOST_CHOICES = 3;

  private static final List<String> LETTERS = List.of("a", "b", "c");

  private final PlacesFound answers;

  PlaceQuestions(PlacesFound answers) {
    this.answers = answers;
  }

  /** « Cambridge au Royaume-Uni ou aux États-Unis ? » */
  Message homonyms(List<Feature> rivals) {
    List<Feature> some = rivals.subList(0, Math.min(MOST_CHOICES, rivals.size()));
    boolean abroad = some.stream().map(Feature::country).distinct().count() == some.size();
    Message question =
        Message.of("place.ask.homonyms." + some.size())
            .with("name", answers.shortName(some.get(0)));
    for (int i = 0; i < some.size(); i++) {
      Feature one = some.get(i);
      question =
          question.with(
              LETTERS.get(i), abroad ? PlaceWords.in(one.country()) : regionAndCountry(one));
    }
    return question;
  }

  private Message regionAndCountry(Feature feature) {
    return Message.of("place.choice")
        .with("region", answers.region(feature))
        .with("country", PlaceWords.country(feature.country()));
  }

  /** « Vouliez-vous dire Londres (Royaume-Uni) ? » */
  Message meant(Feature feature) {
    return Message.of("place.ask.meant")
        .with("name", answers.name(feature))
        .with("country", PlaceWords.country(feature.country()));
  }

  Message contradiction(PlaceChoice choice) {
    return Message.of("place.ask.contradiction").with("name", named(choice));
  }

  /** A postcode and a town, or several towns. */
  Message conflict(PlaceChoice one, PlaceChoice other, List<PlaceChoice> all) {
    boolean linked = one.mention().linked() || other.mention().linked();
    if (!linked && one.mention().how().isCode() != other.mention().how().isCode()) {
      PlaceChoice code = one.mention().how().isCode() ? one : other;
      PlaceChoice town = one.mention().how().isCode() ? other : one;
      return Message.of("place.ask.postcode-town")
          .with("code", code.mention().name())
          .with("place", answers.name(code.feature()))
          .with("town", answers.name(town.feature()));
    }
    return several(all.stream().map(PlaceChoice::feature).distinct().toList());
  }

  Message several(List<Feature> features) {
    return Message.of("place.ask.several")
        .with("names", features.stream().map(answers::name).distinct().toList());
  }

  private String named(PlaceChoice choice) {
    return choice.mention().how().isCode()
        ? choice.mention().name()
        : answers.name(choice.feature());
  }
}
