package org.entraide.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.entraide.place.TypedSet.Truth;
import org.entraide.place.TypedSet.Typed;
import org.entraide.place.TypedSet.Verdict;
import org.entraide.text.Message;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The judge of the geocoder, judged. */
@NullMarked
class TypedSetTest {

  private static final GeoPoint LONDON = new GeoPoint(51.5074, -0.1278);
  private static final GeoPoint PARIS = new GeoPoint(48.8566, 2.3522);
  private static final Truth FINDABLE = Truth.at(LONDON);
  private static final Truth NOTHING = new Truth(List.of(), true);
  private static final Truth EITHER = new Truth(List.of(LONDON), true);
  private static final Located ASKED = new Located.Unclear(Message.of("place.ask.none"));

  @Test
  void aCircleAroundTheTruthIsRightHoweverSure() {
    assertThat(verdict(FINDABLE, at(LONDON, 12, 0.9))).isEqualTo(Verdict.RIGHT);
    assertThat(verdict(FINDABLE, at(LONDON, 12, 0.1))).isEqualTo(Verdict.RIGHT);
    assertThat(verdict(EITHER, at(LONDON, 12, 0.9))).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void anywhereElseIsWrongAndWorseWhenSure() {
    assertThat(verdict(FINDABLE, at(PARIS, 12, 0.79))).isEqualTo(Verdict.WRONG_BUT_UNSURE);
    assertThat(verdict(FINDABLE, at(PARIS, 12, 0.8))).isEqualTo(Verdict.CONFIDENTLY_WRONG);
    assertThat(verdict(EITHER, at(PARIS, 12, 0.8))).isEqualTo(Verdict.CONFIDENTLY_WRONG);
  }

  @Test
  void theTruthJustOutsideTheCircleIsOutside() {
    GeoPoint fiveKmNorth = new GeoPoint(51.5524, -0.1278);

    assertThat(verdict(FINDABLE, at(fiveKmNorth, 4.8, 0.9))).isEqualTo(Verdict.CONFIDENTLY_WRONG);
    assertThat(verdict(FINDABLE, at(fiveKmNorth, 5.1, 0.9))).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void aClaimWhereNothingCanBeKnownIsWrongOnlyWhenSure() {
    assertThat(verdict(NOTHING, at(PARIS, 12, 0.8))).isEqualTo(Verdict.CONFIDENTLY_WRONG);
    assertThat(verdict(NOTHING, at(PARIS, 12, 0.5))).isEqualTo(Verdict.RIGHT);
    assertThat(verdict(NOTHING, ASKED)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void askingWhereItCanBeFoundIsNotRight() {
    assertThat(verdict(FINDABLE, ASKED)).isEqualTo(Verdict.UNCLEAR_WHERE_FINDABLE);
    assertThat(verdict(EITHER, ASKED)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void noAnswerIsNeverRight() {
    Located none = new Located.NoAnswer(Message.plain("time"));

    assertThat(verdict(FINDABLE, none)).isEqualTo(Verdict.UNCLEAR_WHERE_FINDABLE);
    assertThat(verdict(NOTHING, none)).isEqualTo(Verdict.UNCLEAR_WHERE_FINDABLE);
  }

  @Test
  void theSetIsLargeAndAThirdOfItIsHeldOut() {
    List<Typed> all = TypedSet.read();
    double heldOut = all.stream().filter(Typed::isHeldOut).count() / (double) all.size();

    assertThat(all.size()).isGreaterThan(900);
    assertThat(heldOut).isBetween(0.28, 0.38);
    assertThat(all.stream().filter(one -> one.truth().points().isEmpty()).count())
        .isBetween(150L, 250L);
  }

  @Test
  void itHasEveryKindThatTheFieldHas() {
    assertThat(TypedSet.read().stream().map(Typed::kind).collect(Collectors.toSet()))
        .contains(
            "exonym",
            "district",
            "postcode",
            "typo",
            "noise",
            "nothing",
            "contradiction",
            "script",
            "homonym",
            "coordinates",
            "pluscode",
            "street",
            "street-postcode",
            "relative",
            "institution",
            "lines",
            "long",
            "structured");
  }

  private static Verdict verdict(Truth truth, Located answer) {
    return truth.judge(answer, TypedSet.SLACK_KM);
  }

  private static Located at(GeoPoint point, double uncertaintyKm, double confidence) {
    return new Located.At(
        new Place(point, Precision.CITY, uncertaintyKm, "there", "GB", confidence, "test"));
  }
}
