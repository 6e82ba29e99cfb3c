package org.entraide.matchfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.LargestStable;
import org.entraide.match.model.LoadFigures;
import org.entraide.match.model.Policy;
import org.entraide.match.model.RoundReport;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class CertificateFileTest {

  private static String json(DistanceFigures distance, LoadFigures load) {
    Certificate certificate =
        new Certificate(
            3,
            4,
            null,
            Certificate.NO_BOUND,
            0,
            List.of(
                new RoundReport(1, 3, 0, LargestStable.PROVEN),
                new RoundReport(2, 1, 0, LargestStable.UNKNOWN)),
            distance,
            load,
            7,
            5,
            Policy.STABLE,
            Map.of());
    return CertificateFile.json(certificate, Duration.ofSeconds(20));
  }

  @Test
  void everyFigureHasItsPlaceAndItsDecimals() {
    assertThat(json(new DistanceFigures(2.675, 10.0, 1234.5), new LoadFigures(1 / 3.0, 10.0)))
        .isEqualTo(
            """
            {
              "people_helped" : 3,
              "introductions" : 4,
              "upper_bound" : null,
              "bound" : "none",
              "blocking_pairs" : 0,
              "rounds" : [ {
                "introductions" : 3,
                "blocking_pairs" : 0,
                "largest_stable" : "proven"
              }, {
                "introductions" : 1,
                "blocking_pairs" : 0,
                "largest_stable" : "unknown"
              } ],
              "distance" : {
                "median_km" : 2.68,
                "p90_km" : 10.00,
                "max_km" : 1234.50
              },
              "load" : {
                "median" : 0.33,
                "p90" : 10.00
              },
              "people" : 7,
              "helpers" : 5,
              "policy" : "stable",
              "alternatives" : { },
              "seconds" : 20.000
            }
            """);
  }

  @Test
  void whatIsNotKnownIsNull() {
    assertThat(json(DistanceFigures.NONE, LoadFigures.NONE))
        .containsIgnoringWhitespaces(
            "\"distance\": {\"median_km\": null, \"p90_km\": null, \"max_km\": null},"
                + "\"load\": {\"median\": null, \"p90\": null},");
  }
}
