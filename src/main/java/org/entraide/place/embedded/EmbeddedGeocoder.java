package org.entraide.place.embedded;

import com.google.openlocationcode.OpenLocationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entraide.place.GeoPoint;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceExplanation;
import org.entraide.place.PlaceQuery;
import org.entraide.place.PostcodeLookup;
import org.entraide.place.Precision;
import org.entraide.place.coordinates.Coordinates;
import org.entraide.place.coordinates.PlusCodeArea;
import org.entraide.place.coordinates.PlusCodes;
import org.entraide.place.index.Feature;
import org.entraide.place.index.GazetteerIndex;
import org.entraide.text.Message;

/**
 * The embedded geocoder: the towns of the world, parts of some, and postcodes, without any network.
 *
 * <p>It names a place only when it is sure of it ({@link Place#confidence} is at least {@value
 * #SURE}); otherwise it says what to ask. A street never decides, a country or a region alone is no
 * place, the finer of two places that agree wins, and two that do not agree are asked back. Safe
 * for several threads.
 */
public final class EmbeddedGeocoder implements Geocoder {

  /** In {@link Place#provider}. */
  public static final String NAME = PlacesFound.PROVIDER;

  /** From this confidence on a place is given. */
  public static final double SURE = PlaceDecision.SURE;

  /** Coordinates are in the country of the nearest known place, if one is as near as this. */
  private static final double SAME_COUNTRY_KM = 30;

  /** A short plus code may be half a degree from the town that it is completed by. */
  private static final double SHORT_CODE_KM = 50;

  /** A minute's pause is none; to read the gazetteer again takes half a second of CPU time. */
  private static final Duration IDLE = Duration.ofMinutes(2);

  private record Gazetteer(GazetteerIndex index, Areas areas) {
    static Gazetteer load() {
      GazetteerIndex index = GazetteerIndex.load();
      return new Gazetteer(index, new Areas(index));
    }
  }

  /** A process needs the gazetteer once, and most of its time not at all. */
  private static final IdleCache<Gazetteer> SHELF = new IdleCache<>(Gazetteer::load);

  private final PostcodeLookup postcodes;
  private final String language;

  private EmbeddedGeocoder(PostcodeLookup postcodes, String language) {
    this.postcodes = postcodes;
    this.language = language;
  }

  /** Reads the gazetteer when it is first asked, in half a second; places are named in French. */
  public EmbeddedGeocoder() {
    this(PostcodeLookup.NONE);
  }

  /**
   * Shares the gazetteer with every other one of the process.
   *
   * @param postcodes asked before the gazetteer's own
   */
  public EmbeddedGeocoder(PostcodeLookup postcodes) {
    this(postcodes, "fr");
  }

  /**
   * Lets go of the gazetteer, 20 MB, where nobody has asked for a place for some minutes: to be
   * called now and then by a process that mostly waits. It is read again when it is needed.
   */
  public static void tidy(Instant now) {
    SHELF.tidy(now, IDLE);
  }

  private GeocoderTables tables() {
    Gazetteer gazetteer = SHELF.take();
    return new GeocoderTables(gazetteer.index(), gazetteer.areas(), postcodes);
  }

  @Override
  public EmbeddedGeocoder speaking(String other) {
    return other.equals(language) ? this : new EmbeddedGeocoder(postcodes, other);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Located locate(PlaceQuery query) {
    if (query.isBlank()) {
      return new Located.Unclear(Message.of("place.ask.none"));
    }
    Optional<Located> point = point(query);
    return point.orElseGet(() -> decision(query).decide());
  }

  /** Answers as {@link #locate} does, with what it was chosen among. */
  public PlaceExplanation explain(PlaceQuery query) {
    Located answer = locate(query);
    if (query.isBlank() || point(query).isPresent()) {
      return new PlaceExplanation(answer, List.of());
    }
    PlaceDecision decision = decision(query);
    List<PlaceExplanation.Candidate> candidates = new ArrayList<>();
    for (PlaceChoice choice : decision.choices()) {
      for (ScoredPlace scored : choice.all()) {
        candidates.add(candidate(scored, answer, decision.answers()));
      }
    }
    candidates.sort(Comparator.comparingDouble(c -> -c.score()));
    return new PlaceExplanation(answer, List.copyOf(candidates));
  }

  private static PlaceExplanation.Candidate candidate(
      ScoredPlace scored, Located answer, PlacesFound answers) {
    Feature feature = scored.feature();
    Place place = answers.place(feature, 0);
    boolean chosen = answer instanceof Located.At at && at.place().point().equals(feature.point());
    return new PlaceExplanation.Candidate(place, scored.score(), chosen, scored.why());
  }

  private PlaceDecision decision(PlaceQuery query) {
    String hint = query.countryHint().toUpperCase(java.util.Locale.ROOT);
    GeocoderTables tables = tables();
    return new PlaceDecision(tables, QueryReading.of(query, tables), hint, language);
  }

  /** Coordinates and plus codes, empty if it is neither. */
  private Optional<Located> point(PlaceQuery query) {
    String text = query.address().isBlank() ? query.city() : query.address();
    Coordinates coordinates = Coordinates.typed(text);
    if (coordinates != null) {
      return Optional.of(located(coordinates));
    }
    return PlusCodes.in(text).map(plusCode -> located(plusCode, query));
  }

  private Located located(Coordinates typed) {
    if (!typed.isOnEarth()) {
      return new Located.Unclear(Message.of("place.ask.coordinates"));
    }
    GeoPoint point = new GeoPoint(typed.latitude(), typed.longitude());
    return new Located.At(
        new Place(point, Precision.ADDRESS, 0, typed.text(), country(point), 1, NAME));
  }

  private Located located(PlusCodes.FoundCode plusCode, PlaceQuery query) {
    OpenLocationCode code = new OpenLocationCode(plusCode.code());
    if (code.isFull()) {
      return located(PlusCodeArea.of(code), plusCode.code());
    }
    PlaceQuery rest =
        new PlaceQuery(
            plusCode.rest(),
            query.address().isBlank() ? "" : query.city(),
            query.postcode(),
            query.country(),
            query.countryHint());
    return rest.isBlank() ? unclearCode() : completed(plusCode, locate(rest));
  }

  private Located completed(PlusCodes.FoundCode plusCode, Located town) {
    if (!(town instanceof Located.At at)) {
      return town;
    }
    GeoPoint near = at.place().point();
    PlusCodeArea area =
        PlusCodeArea.of(
            new OpenLocationCode(plusCode.code()).recover(near.latitude(), near.longitude()));
    return area.middle().kmTo(near) > SHORT_CODE_KM
        ? unclearCode()
        : located(area, plusCode.code());
  }

  private static Located unclearCode() {
    return new Located.Unclear(Message.of("place.ask.plus-code"));
  }

  private Located located(PlusCodeArea area, String code) {
    GeoPoint point = area.middle();
    double km = Math.ceil(area.radiusKm() * 100) / 100;
    Precision precision = km <= 0.2 ? Precision.ADDRESS : Precision.POSTCODE_AREA;
    return km > PlacesFound.WIDEST_KM
        ? unclearCode()
        : new Located.At(new Place(point, precision, km, code, country(point), 1, NAME));
  }

  /** Empty where nothing is known nearby. */
  private String country(GeoPoint point) {
    return tables().index().nearest(point, SAME_COUNTRY_KM).map(Feature::country).orElse("");
  }
}
