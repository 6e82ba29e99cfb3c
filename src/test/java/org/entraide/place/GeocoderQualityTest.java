package org.entraide.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.entraide.place.TypedSet.Truth;
import org.entraide.place.TypedSet.Typed;
import org.entraide.place.TypedSet.Verdict;
import org.entraide.place.embedded.EmbeddedGeocoder;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the embedded geocoder is right, and whether it knows when it is not. Prints its figures
 * as lines that begin with {@code places:}; every failure is listed, those held out without their
 * text.
 */
@NullMarked
class GeocoderQualityTest {

  private static final Geocoder GEOCODER = new EmbeddedGeocoder();

  /** The towns' coordinates have two decimals: half of one, each way, on both axes. */
  private static final double TOWN_SLACK_KM = 0.8;

  /** A town's middle, as two sources put it: a town hall, or the middle of its whole area. */
  private static final double SAME_TOWN_KM = 10;

  /** An outcode's landmark is anywhere in it. */
  private static final double OUTCODE_KM = 5;

  /** Within it, nobody is sent to a far town. */
  private static final double NEAR_KM = 5;

  /** What was asked, what was answered, and what is true. */
  private record Asked(String what, Truth truth, Located answer, double slackKm) {

    Verdict verdict() {
      return truth.judge(answer, slackKm);
    }

    boolean isSure() {
      return answer instanceof Located.At at && at.place().confidence() >= TypedSet.SURE;
    }

    boolean sureAndWithin() {
      return answer instanceof Located.At at && isSure() && truth.within(at.place(), slackKm);
    }

    boolean sureAndNear(double km) {
      return answer instanceof Located.At at
          && isSure()
          && truth.points().stream().anyMatch(p -> at.place().point().kmTo(p) <= km);
    }

    boolean isTooLarge() {
      return answer instanceof Located.At at
          && isSure()
          && at.place().uncertaintyKm() > largestKm(at.place());
    }

    /** Sure of a place that is not only outside its circle, but farther than this beyond it. */
    boolean sureAndFar(double km) {
      return answer instanceof Located.At at && isSure() && !truth.within(at.place(), km);
    }
  }

  private record TypedAnswer(Typed typed, Asked asked) {

    Verdict verdict() {
      return asked.verdict();
    }

    String failure() {
      String text = typed.isHeldOut() ? "(held out)" : shown(typed);
      String shortened = text.length() > 80 ? text.substring(0, 80) + "…" : text;
      return "%4d %-15s %-22s %s".formatted(typed.line(), typed.kind(), verdict(), shortened);
    }

    private static String shown(Typed typed) {
      return typed.text().replace('\n', ' ').replaceAll("[ ¦]+$", "");
    }
  }

  private static final List<TypedAnswer> TYPED = new ArrayList<>();

  @BeforeAll
  static void ask() {
    TYPED.clear();
    for (Typed typed : TypedSet.read()) {
      Located answer = GEOCODER.locate(typed.query());
      String what = "typed.tsv line " + typed.line();
      TYPED.add(new TypedAnswer(typed, new Asked(what, typed.truth(), answer, TypedSet.SLACK_KM)));
    }
    printTyped("all", one -> true);
    printTyped("developed", one -> !one.typed().isHeldOut());
    printTyped("held out", one -> one.typed().isHeldOut());
    printKinds();
    failures().forEach(failure -> print("%s", failure));
  }

  @Test
  void ninetyFiveOfAHundredTypedPlacesAreRight() {
    assertThat(share(typed(one -> true), one -> one.verdict() == Verdict.RIGHT))
        .as("right; see the list of failures above")
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void soAreThoseThatWereNeverLookedAt() {
    assertThat(share(typed(one -> one.typed().isHeldOut()), one -> one.verdict() == Verdict.RIGHT))
        .as("right, held out")
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void atMostOneInAHundredIsConfidentlyWrong() {
    assertThat(share(typed(one -> true), one -> one.verdict() == Verdict.CONFIDENTLY_WRONG))
        .as("confidently wrong; see the list of failures above")
        .isLessThanOrEqualTo(0.01);
  }

  @Test
  void nineOfTenTextsThatNameAFindablePlaceAreFoundForSure() {
    List<Asked> findable = typed(one -> one.typed().truth().isFindable());
    double sureShare = share(findable, Asked::sureAndWithin);
    print("%-28s %4d  %s", "findable: found for sure", findable.size(), percent(sureShare));

    assertThat(sureShare).isGreaterThanOrEqualTo(0.90);
  }

  @Test
  void whatItIsSureOfIsInItsCircle() {
    List<Asked> sure = new ArrayList<>(typed(one -> true));
    sure.addAll(outcodes());
    sure.addAll(streets());
    sure.removeIf(one -> !one.isSure());
    double within = share(sure, Asked::sureAndWithin);
    print("%-28s %4d  %s", "sure: in the stated circle", sure.size(), percent(within));

    assertThat(sure).isNotEmpty();
    assertThat(within).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void aCircleIsNoLargerThanItsPrecisionAllows() {
    List<Asked> everything = new ArrayList<>(typed(one -> true));
    everything.addAll(outcodes());
    everything.addAll(streets());

    assertThat(everything.stream().filter(Asked::isTooLarge).map(Asked::what)).isEmpty();
  }

  /** The circles of a full British postcode, a London outcode, a district, a town of millions. */
  private static double largestKm(Place place) {
    boolean british = place.country().equals("GB");
    return switch (place.precision()) {
      case ADDRESS -> 0.2;
      case POSTCODE -> british ? 0.2 : 12; // elsewhere a code may be a whole town's
      case OUTCODE -> british ? 2 : 12;
      case DISTRICT -> 1.5;
      case CITY -> 12;
      case POSTCODE_AREA -> 30;
      case COUNTRY, NONE -> 0; // never sure
    };
  }

  @ParameterizedTest
  @CsvSource({
    "de-towns.tsv, 5, Allemagne, Deutschland, 0.95",
    "pl-towns.tsv, 5, Pologne, Polska, 0.95",
    "us-towns.tsv, 6, États-Unis, USA, 0.90",
  })
  void townsWithTheirCountryAreFound(
      String file, int columns, String french, String local, double least) {
    List<TruthTable.TruthRow> rows = TruthTable.read(file, columns);
    List<Asked> inFrench = new ArrayList<>();
    List<Asked> inLocal = new ArrayList<>();
    for (TruthTable.TruthRow row : rows) {
      String state = columns == 6 ? ", " + row.cell(2) : "";
      Truth truth = Truth.at(row.point(columns - 3));
      if (only(rows, row)) {
        inFrench.add(town(row, row.cell(0) + ", " + french, truth));
      }
      inLocal.add(town(row, row.cell(1) + state + ", " + local, truth));
    }
    printTowns(file + " in French", inFrench);
    printTowns(file + " in its language", inLocal);

    assertThat(share(inFrench, one -> one.sureAndNear(SAME_TOWN_KM))).isGreaterThanOrEqualTo(least);
    assertThat(share(inLocal, one -> one.sureAndNear(SAME_TOWN_KM))).isGreaterThanOrEqualTo(least);
  }

  /** Without its state, an American town must be the only one of its name. */
  private static boolean only(List<TruthTable.TruthRow> rows, TruthTable.TruthRow row) {
    return rows.stream().filter(other -> other.cell(1).equals(row.cell(1))).count() == 1;
  }

  private static Asked town(TruthTable.TruthRow row, String text, Truth truth) {
    Located answer = GEOCODER.locate(PlaceQuery.ofText(text, "FR"));
    return new Asked(text + ", line " + row.number(), truth, answer, TOWN_SLACK_KM);
  }

  @ParameterizedTest
  @CsvSource({"de-towns.tsv, 5", "pl-towns.tsv, 5", "us-towns.tsv, 6"})
  void aTownsCircleIsThatOfItsSize(String file, int columns) {
    for (TruthTable.TruthRow row : TruthTable.read(file, columns)) {
      String country = file.substring(0, 2).toUpperCase(Locale.ROOT);
      String state = columns == 6 ? ", " + row.cell(2) : "";
      Located answer = GEOCODER.locate(PlaceQuery.ofText(row.cell(1) + state, country));
      Truth truth = Truth.at(row.point(columns - 3));
      Asked asked = new Asked(file, truth, answer, TOWN_SLACK_KM);
      if (asked.sureAndNear(SAME_TOWN_KM) && answer instanceof Located.At at) {
        assertThat(at.place().uncertaintyKm())
            .as("%s, line %d", file, row.number())
            .isLessThanOrEqualTo(townKm(row.whole(columns - 1)));
      }
    }
  }

  /** The population is of 2006: a town may have doubled since, as Pearland in Texas has. */
  private static double townKm(long population) {
    return population < 50_000 ? 3 : population < 500_000 ? 6 : 12;
  }

  @Test
  void londonOutcodesAreFound() {
    List<Asked> outcodes = outcodes();
    double near = share(outcodes, one -> one.sureAndNear(OUTCODE_KM));
    print("%-28s %4d  %s within 5 km", "london-outcodes.tsv", outcodes.size(), percent(near));
    printMissed(outcodes, one -> one.sureAndNear(OUTCODE_KM));

    assertThat(near).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aStreetWithAPostcodeIsNeverAFarTown() {
    List<Asked> streets = streets();
    double sureShare = share(streets, Asked::sureAndWithin);
    double far = share(streets, one -> one.sureAndFar(NEAR_KM));
    print(
        "%-28s %4d  %s found, %s far",
        "street and postcode", streets.size(), percent(sureShare), percent(far));

    assertThat(streets.stream().filter(one -> one.sureAndFar(NEAR_KM)).map(Asked::what)).isEmpty();
  }

  private static List<Asked> outcodes() {
    List<Asked> answers = new ArrayList<>();
    for (TruthTable.TruthRow row : TruthTable.read("london-outcodes.tsv", 4)) {
      Located answer = GEOCODER.locate(PlaceQuery.ofText(row.cell(0), "GB"));
      answers.add(new Asked(row.cell(0), Truth.at(row.point(1)), answer, TypedSet.SLACK_KM));
    }
    return answers;
  }

  /** Each institution on one line, and as separate answers. */
  private static List<Asked> streets() {
    List<Asked> answers = new ArrayList<>();
    for (TruthTable.TruthRow row : TruthTable.read("postcodes-by-country.tsv", 6)) {
      String street = row.cell(2);
      String code = row.cell(1);
      Truth truth = Truth.at(row.point(3));
      String line = street + ", " + code;
      PlaceQuery together = PlaceQuery.ofText(line, row.cell(0));
      PlaceQuery apart = new PlaceQuery(street, "", code, "", row.cell(0));
      answers.add(new Asked(line, truth, GEOCODER.locate(together), TypedSet.SLACK_KM));
      answers.add(new Asked(line + " apart", truth, GEOCODER.locate(apart), TypedSet.SLACK_KM));
    }
    return answers;
  }

  private static List<Asked> typed(Predicate<TypedAnswer> which) {
    return TYPED.stream().filter(which).map(TypedAnswer::asked).toList();
  }

  private static double share(List<Asked> all, Predicate<Asked> which) {
    return all.stream().filter(which).count() / (double) all.size();
  }

  private static List<String> failures() {
    return TYPED.stream()
        .filter(one -> one.verdict() != Verdict.RIGHT)
        .map(TypedAnswer::failure)
        .toList();
  }

  private static void printTyped(String part, Predicate<TypedAnswer> which) {
    List<Asked> some = typed(which);
    Map<Verdict, Integer> count = new EnumMap<>(Verdict.class);
    some.forEach(one -> count.merge(one.verdict(), 1, Integer::sum));
    print(
        "%-28s %4d  %s right, %s confidently wrong  %s",
        "typed.tsv, " + part,
        some.size(),
        percent(share(some, one -> one.verdict() == Verdict.RIGHT)),
        percent(share(some, one -> one.verdict() == Verdict.CONFIDENTLY_WRONG)),
        count);
  }

  private static void printKinds() {
    Map<String, List<Asked>> kinds = new TreeMap<>();
    TYPED.forEach(
        one -> kinds.computeIfAbsent(one.typed().kind(), k -> new ArrayList<>()).add(one.asked()));
    kinds.forEach(
        (kind, asked) ->
            print(
                "  %-26s %4d  %s right",
                kind, asked.size(), percent(share(asked, one -> one.verdict() == Verdict.RIGHT))));
  }

  private static void printTowns(String what, List<Asked> towns) {
    List<Asked> sure = towns.stream().filter(Asked::isSure).toList();
    print(
        "%-28s %4d  %s found, %s elsewhere for sure, %s of the sure ones in their circle",
        what,
        towns.size(),
        percent(share(towns, one -> one.sureAndNear(SAME_TOWN_KM))),
        percent(share(towns, one -> one.isSure() && !one.sureAndNear(SAME_TOWN_KM))),
        sure.isEmpty() ? "-" : percent(share(sure, Asked::sureAndWithin)));
    printMissed(towns, one -> one.sureAndNear(SAME_TOWN_KM));
  }

  private static void printMissed(List<Asked> all, Predicate<Asked> found) {
    List<String> missed = all.stream().filter(found.negate()).map(Asked::what).toList();
    print("  missed: %s", String.join("; ", missed.subList(0, Math.min(40, missed.size()))));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static void print(String format, Object... values) {
    System.out.println("places: " + String.format(Locale.ROOT, format, values));
  }
}
