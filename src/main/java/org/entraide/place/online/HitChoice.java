package org.entraide.place.online;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.Precision;
import org.entraide.place.online.query.CountryCodes;
import org.entraide.place.online.query.MinimalQuery;
import org.entraide.place.online.query.PlainSpelling;
import org.entraide.text.Message;

/**
 * Chooses among a service's hits. A service always finds something: a hit counts only if it
 * confirms what was asked for.
 *
 * <p>Confidence, unless the service has its own score: 0.95 when both a name and the postcode
 * agree, 0.9 when one does and nothing disagrees, 0.7 when one does and the other disagrees, 0.4
 * when none does; 0.05 less where the country was only presumed.
 */
final class HitChoice {

  private static final double SURE = 0.8;

  /** Two places nearer than this are taken for one. */
  private static final double SAME_KM = 30;

  private static final double CLEARLY_BETTER_KNOWN = 2;

  private final MinimalQuery query;
  private final String provider;

  HitChoice(MinimalQuery query, String provider) {
    this.query = query;
    this.provider = provider;
  }

  /**
   * @param hits in the service's order
   */
  Located among(List<ServiceHit> hits) {
    List<ServiceHit> agreeing =
        hits.stream().filter(hit -> CountryCodes.agree(hit.country(), query.country())).toList();
    List<ServiceHit> sure =
        agreeing.stream()
            .filter(hit -> hit.precision() != Precision.COUNTRY && confidence(hit) >= SURE)
            .toList();
    if (sure.isEmpty()) {
      boolean region =
          agreeing.stream().anyMatch(h -> h.precision() == Precision.COUNTRY && isNamed(h));
      return unclear(region ? "place.ask.whole_region" : "place.ask.unknown");
    }
    ServiceHit best = sure.get(0);
    return sure.stream().anyMatch(other -> isRival(best, other))
        ? unclear("place.ask.far_apart")
        : new Located.At(place(best));
  }

  private static Located unclear(String key) {
    return new Located.Unclear(Message.of(key));
  }

  private static boolean isRival(ServiceHit best, ServiceHit other) {
    return best.point().kmTo(other.point()) > SAME_KM
        && best.weight() - other.weight() < CLEARLY_BETTER_KNOWN;
  }

  private Place place(ServiceHit hit) {
    RoundedPoint rounded = rounded(hit);
    return new Place(
        rounded.point(),
        hit.precision(),
        rounded.uncertaintyKm(),
        PlainSpelling.line(hit.name()),
        hit.country().isEmpty() ? query.country() : hit.country(),
        confidence(hit),
        provider);
  }

  /** No finer than it is known or needed: some 100 m for an address, 1 km for all that is wider. */
  private static RoundedPoint rounded(ServiceHit hit) {
    boolean fine = hit.precision() == Precision.ADDRESS || hit.precision() == Precision.POSTCODE;
    return RoundedPoint.of(hit.point(), fine ? 1000 : 100, hit.uncertaintyKm());
  }

  private double confidence(ServiceHit hit) {
    if (hit.score() >= 0) {
      return Math.min(1, contradictsCode(hit) ? Math.min(hit.score(), 0.5) : hit.score());
    }
    double agreement = agreement(hit);
    return query.stated() ? agreement : agreement - 0.05;
  }

  private double agreement(ServiceHit hit) {
    boolean named = isNamed(hit);
    boolean coded = isCoded(hit);
    if (named && coded) {
      return 0.95;
    }
    if (!named && !coded) {
      return 0.4;
    }
    boolean disagrees = named ? contradictsCode(hit) : !query.towns().isEmpty();
    return disagrees ? 0.7 : 0.9;
  }

  /** Whether a town that was asked for is one of the hit's names, or has it among its words. */
  private boolean isNamed(ServiceHit hit) {
    List<String> queryTowns = query.towns().stream().map(PlainSpelling::fold).toList();
    return hit.names().stream()
        .map(PlainSpelling::fold)
        .filter(name -> !name.isEmpty())
        .anyMatch(name -> queryTowns.stream().anyMatch(town -> contains(town, name)));
  }

  private static boolean contains(String town, String name) {
    return (" " + town + " ").contains(" " + name + " ");
  }

  private boolean isCoded(ServiceHit hit) {
    String code = PlainSpelling.code(query.postcode());
    return !code.isEmpty() && codes(hit).anyMatch(hitCode -> hitCode.startsWith(code));
  }

  private boolean contradictsCode(ServiceHit hit) {
    String code = PlainSpelling.code(query.postcode());
    List<String> hitCodes = codes(hit).collect(Collectors.toList());
    return !code.isEmpty()
        && !hitCodes.isEmpty()
        && hitCodes.stream().noneMatch(k -> k.startsWith(code) || code.startsWith(k));
  }

  /** Services list the codes of a town as {@code 75001;75002}. */
  private static Stream<String> codes(ServiceHit hit) {
    return Stream.of(hit.postcode().split("[;,]"))
        .map(PlainSpelling::code)
        .filter(c -> !c.isEmpty());
  }
}
