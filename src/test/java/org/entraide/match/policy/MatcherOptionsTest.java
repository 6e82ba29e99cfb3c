package org.entraide.match.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.bench.Towns;
import org.entraide.match.Matcher;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchOutcome;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.Participant;
import org.entraide.match.model.Policy;
import org.entraide.match.model.TooManyPeopleException;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.entraide.progress.Progress;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class MatcherOptionsTest {

  private static final GeoPoint HERE = new GeoPoint(48, 2);

  private static Participant seeker(String ref, int priority, double kmNorth) {
    return Participant.builder(ref)
        .place(new GeoPoint(48 + kmNorth / 111.19, 2), 0)
        .needs(Set.of(Category.SHOPPING))
        .priority(priority)
        .build();
  }

  private static Participant helper(String ref, double radiusKm, double kmNorth) {
    return Participant.builder(ref)
        .place(new GeoPoint(48 + kmNorth / 111.19, 2), 0)
        .offers(Set.of(Category.SHOPPING))
        .radiusKm(radiusKm)
        .capacity(1)
        .build();
  }

  /**
   * A is near H and preferred there; B can have H only; A could go to the farther I. Stable: A-H
   * and nobody for B. All others place both, at the price of the pair A-H.
   */
  private static Instance conflict() {
    return new Instance(
        List.of(seeker("A", 1, 0), seeker("B", 0, 0), helper("H", 1, 0.5), helper("I", 5, 4)),
        List.of(PairRule.of("B", "I", PairRule.Kind.FORBIDDEN)),
        MatchSettings.DEFAULT);
  }

  @Test
  void theCertificateTellsWhatStabilityCosts() {
    MatchOutcome outcome =
        new Matcher().solve(conflict(), new MatchOptions(Policy.STABLE, true, 0, 0), Progress.NONE);

    Certificate certificate = outcome.certificate();
    assertThat(certificate.peopleHelped()).isEqualTo(1);
    assertThat(certificate.upperBound()).isEqualTo(2);
    assertThat(certificate.bound()).isEqualTo(Coverage.BOUND);
    assertThat(certificate.blockingPairs()).isZero();
    assertThat(certificate.people()).isEqualTo(2);
    assertThat(certificate.helpers()).isEqualTo(2);
    assertThat(certificate.alternatives())
        .isEqualTo(
            Map.of(
                Policy.COVERAGE, new Alternative(2, 1L, 1L),
                Policy.BEST_FIT, new Alternative(2, 1L, 1L)));
  }

  @Test
  void coverageHelpsBoth() {
    MatchOutcome outcome =
        new Matcher()
            .solve(conflict(), new MatchOptions(Policy.COVERAGE, false, 0, 0), Progress.NONE);

    assertThat(outcome.certificate().peopleHelped()).isEqualTo(2);
    assertThat(outcome.certificate().blockingPairs()).isEqualTo(1);
    assertThat(outcome.certificate().alternatives()).isEmpty();
  }

  @Test
  void aPinnedPersonCountsInTheBound() {
    Instance pinned =
        new Instance(
            List.of(seeker("A", 0, 0), helper("H", 1, 900)),
            List.of(PairRule.of("A", "H", PairRule.Kind.PINNED)),
            MatchSettings.DEFAULT);

    Certificate certificate =
        new Matcher().solve(pinned, MatchOptions.PLAIN, Progress.NONE).certificate();

    assertThat(certificate.peopleHelped()).isEqualTo(1);
    assertThat(certificate.upperBound()).isEqualTo(1);
  }

  @Test
  void bestFitIsNotOfferedForACountry() {
    Participant nobody = Participant.builder("X").place(HERE, 0).build();
    Instance many =
        new Instance(
            Collections.nCopies(BestFit.MOST_PEOPLE + 1, nobody), List.of(), MatchSettings.DEFAULT);

    assertThatExceptionOfType(TooManyPeopleException.class)
        .isThrownBy(
            () ->
                new Matcher()
                    .solve(many, new MatchOptions(Policy.BEST_FIT, false, 0, 0), Progress.NONE))
        .withMessage("The policy best-fit is offered for up to 100000 people; these are 100001.");
  }

  @Test
  void theSameSeedFindsTheSame() {
    Instance towns =
        new Instance(
            Towns.people(new Towns.Plan(300, 100, 1, 2, 5, 8)), List.of(), MatchSettings.DEFAULT);
    MatchOptions walk = new MatchOptions(Policy.STABLE, false, 30_000, 42);

    assertThat(new Matcher().solve(towns, walk, Progress.NONE))
        .isEqualTo(new Matcher().solve(towns, walk, Progress.NONE));
  }

  @Test
  void progressTellsItsPhases() {
    Set<String> phases = new TreeSet<>();

    new Matcher().solve(conflict(), MatchOptions.PLAIN, (phase, done, total) -> phases.add(phase));

    assertThat(phases)
        .containsExactly("bound", "reasons", "round 1", "round 2", "scan 1", "scan 2");
  }

  @Test
  void aNegativeEffortIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MatchOptions(Policy.STABLE, false, -1, 0))
        .withMessage("The effort of the search must not be negative: -1.");
  }
}
