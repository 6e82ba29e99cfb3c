package org.entraide.place;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.NullMarked;

/**
 * What people type as their place, with where that truly is, and the judge of an answer.
 *
 * <p>A third of it, drawn by a hash of the text, is held out: whoever mends the geocoder looks at
 * the failures of the other two thirds, so that the held-out figure tells whether a class of errors
 * was mended or an example.
 */
@NullMarked
final class TypedSet {

  /** Below it a row says that its place is to be made clear. */
  static final double SURE = 0.8;

  /** The truths here have four decimals and come from general knowledge. */
  static final double SLACK_KM = 0.1;

  private static final String FILE = "typed.tsv";
  private static final int COLUMNS = 7;

  /** What an answer is worth. */
  enum Verdict {
    /** The true place is in the stated circle; or nothing is claimed where nothing can be known. */
    RIGHT,
    /** It asks, or has no answer, though the place is there to be found. */
    UNCLEAR_WHERE_FINDABLE,
    /** Elsewhere, but it says that it is not sure. */
    WRONG_BUT_UNSURE,
    /** Sure of a place that is not the true one, or of one where nothing can be known. */
    CONFIDENTLY_WRONG
  }

  /**
   * What is true of a text.
   *
   * @param points each is in the place that was meant, or in another that may as well be meant
   * @param maybeUnclear asking back is right
   */
  record Truth(List<GeoPoint> points, boolean maybeUnclear) {

    static Truth at(GeoPoint point) {
      return new Truth(List.of(point), false);
    }

    /** Whether a geocoder can be expected to find it. */
    boolean isFindable() {
      return !maybeUnclear;
    }

    boolean within(Place place, double slackKm) {
      return points.stream()
          .anyMatch(point -> place.point().kmTo(point) <= place.uncertaintyKm() + slackKm);
    }

    Verdict judge(Located answer, double slackKm) {
      return answer.fold(
          at -> judge(at.place(), slackKm),
          unclear -> judgeQuestion(),
          noAnswer -> Verdict.UNCLEAR_WHERE_FINDABLE);
    }

    private Verdict judgeQuestion() {
      return maybeUnclear ? Verdict.RIGHT : Verdict.UNCLEAR_WHERE_FINDABLE;
    }

    private Verdict judge(Place place, double slackKm) {
      boolean sure = place.confidence() >= SURE;
      if (within(place, slackKm) || (!sure && maybeUnclear)) {
        return Verdict.RIGHT;
      }
      return sure ? Verdict.CONFIDENTLY_WRONG : Verdict.WRONG_BUT_UNSURE;
    }
  }

  /** One line of the table. */
  record Typed(int line, PlaceQuery query, Truth truth, String kind) {

    boolean isHeldOut() {
      CRC32 crc = new CRC32();
      crc.update(text().getBytes(StandardCharsets.UTF_8));
      return crc.getValue() % 3 == 0;
    }

    /** Everything that was written, and for which campaign. The texts of the set are invented. */
    String text() {
      return String.join(
          " ¦ ",
          query.countryHint(),
          query.address(),
          query.city(),
          query.postcode(),
          query.country());
    }
  }

  private TypedSet() {}

  /**
   * @throws IllegalArgumentException if a line is not of the table's form, or is there twice
   */
  static List<Typed> read() {
    List<Typed> typed = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    for (TruthTable.TruthRow row : TruthTable.read(FILE, COLUMNS)) {
      Typed one = typed(row);
      if (!texts.add(one.text())) {
        throw row.mistake("written twice");
      }
      typed.add(one);
    }
    return List.copyOf(typed);
  }

  private static Typed typed(TruthTable.TruthRow row) {
    if (!row.cell(4).isEmpty() && !countries().contains(row.cell(4))) {
      throw row.mistake("the campaign's country must be two capital letters of ISO 3166-1");
    }
    PlaceQuery query =
        new PlaceQuery(
            row.cell(0).replace("\\n", "\n"), row.cell(1), row.cell(2), row.cell(3), row.cell(4));
    return new Typed(row.number(), query, truth(row), row.cell(6));
  }

  private static Set<String> countries() {
    return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  }

  private static Truth truth(TruthTable.TruthRow row) {
    List<String> wanted = Arrays.asList(row.cell(5).split("\\|", -1));
    List<GeoPoint> points = new ArrayList<>();
    for (String one : wanted) {
      if (!one.equals("unclear")) {
        int comma = one.indexOf(',');
        if (comma < 0) {
          throw row.mistake("neither latitude,longitude nor unclear: " + one);
        }
        points.add(row.point(one.substring(0, comma), one.substring(comma + 1)));
      }
    }
    return new Truth(List.copyOf(points), wanted.contains("unclear"));
  }
}
