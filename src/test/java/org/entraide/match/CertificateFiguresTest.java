package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.entraide.match.model.Availability;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.Instance;
import org.entraide.match.model.LargestStable;
import org.entraide.match.model.LoadFigures;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.Participant;
import org.entraide.match.model.ParticipantBuilder;
import org.entraide.match.model.RoundReport;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.entraide.progress.Progress;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** How far away help is and how much helpers have taken on, as the certificate says it. */
@NullMarked
class CertificateFiguresTest {

  private static final Set<Category> SHOPPING = Set.of(Category.SHOPPING);

  private static ParticipantBuilder at(String ref, double uncertaintyKm) {
    return Participant.builder(ref).place(new GeoPoint(48, 2), uncertaintyKm);
  }

  private static Certificate certificate(List<Participant> people, PairRule... rules) {
    return new Matcher()
        .solve(
            new Instance(people, List.of(rules), MatchSettings.DEFAULT),
            MatchOptions.PLAIN,
            Progress.NONE)
        .certificate();
  }

  @Test
  void distancesAreThoseOfTheNewIntroductionsThatAreKnown() {
    List<Participant> people =
        List.of(
            at("A", 1.5).needs(SHOPPING).build(),
            at("B", 2.5).needs(SHOPPING).build(),
            at("C", 3.5).needs(SHOPPING).build(),
            Participant.builder("D").needs(Set.of(Category.ADMIN)).build(), // of unknown place
            at("E", 4.5).needs(SHOPPING).build(),
            at("H", 0).offers(Set.of(Category.SHOPPING, Category.ADMIN)).capacity(9).build());

    Certificate certificate =
        certificate(people, PairRule.of("E", "H", PairRule.Kind.STANDING)); // is not new

    assertThat(certificate.introductions()).isEqualTo(4);
    assertThat(certificate.distance()).isEqualTo(new DistanceFigures(2.5, 3.5, 3.5));
    assertThat(certificate.rounds())
        .containsExactly(new RoundReport(1, 4, 0, LargestStable.PROVEN));
  }

  @Test
  void theLoadIsThatOfEveryHelperByStandingIntroductionsPinsAndNewOnes() {
    List<Participant> people =
        List.of(
            at("A", 0).needs(SHOPPING).build(),
            at("B", 0).needs(SHOPPING).build(),
            at("C", 0).needs(SHOPPING).build(),
            at("D", 0).needs(SHOPPING).build(),
            at("F", 0).offers(SHOPPING).capacity(4).build(), // A stands, in two lines; B is new
            at("G", 0).offers(SHOPPING).capacity(0).build(), // C is pinned, D stands
            at("H", 0).offers(Set.of(Category.PETS)).capacity(5).build(),
            at("I", 0).offers(SHOPPING).availability(Availability.AWAY).build());

    Certificate certificate =
        certificate(
            people,
            PairRule.of("A", "F", PairRule.Kind.STANDING),
            new PairRule("A", "F", PairRule.Kind.STANDING, Set.of(Category.PETS)),
            PairRule.of("D", "G", PairRule.Kind.STANDING),
            PairRule.of("C", "G", PairRule.Kind.PINNED));

    assertThat(certificate.helpers()).isEqualTo(4);
    assertThat(certificate.introductions()).isEqualTo(2);
    // 0 and 0, 2 of 4, 2 of none
    assertThat(certificate.load()).isEqualTo(new LoadFigures(0.0, 2.0));
    assertThat(certificate(people.subList(0, 6), PairRule.of("A", "F", PairRule.Kind.STANDING)))
        .extracting(Certificate::load)
        .isEqualTo(new LoadFigures(0.0, 1.0)); // G takes nobody, F takes all four
  }

  @Test
  void withoutIntroductionsOrHelpersNothingIsKnown() {
    Certificate certificate = certificate(List.of(at("A", 0).needs(SHOPPING).build()));

    assertThat(certificate.distance()).isEqualTo(DistanceFigures.NONE);
    assertThat(certificate.load()).isEqualTo(LoadFigures.NONE);
  }
}
