package org.entraide.plan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.people.word.Category;
import org.entraide.plan.Folk;
import org.entraide.plan.ReporterFixture;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduce.MatchingInput.Terms;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.Status;
import org.entraide.plan.write.RowReport;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReporterTest extends ReporterFixture {

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("precedence")
  void theFirstStatusThatAppliesIsShown(
      Status expected,
      String why,
      Folk who,
      Matching matching,
      List<Introduction> introductions,
      List<Proposal> proposals) {
    assertThat(report(who, matching, introductions, proposals).status())
        .as(why)
        .isEqualTo(expected);
  }

  @Test
  void theTableHasEveryStatusThatAPersonCanHave() {
    EnumSet<Status> all = EnumSet.complementOf(EnumSet.of(Status.DUPLICATE)); // an answer's

    assertThat(precedence().map(a -> (Status) a.get()[0]).toList()).containsAll(all);
  }

  private static Folk sharing(Folk who, String other) {
    return who.said(
        Message.of("people.same-contact").with("refs", List.of(new PersonReference(other))));
  }

  /** A list of people, the first of whom is reported. */
  private static List<String> asked(Folk... people) {
    Map<String, LocatedPerson> all =
        Arrays.stream(people)
            .map(Folk::made)
            .collect(Collectors.toMap(LocatedPerson::ref, it -> it));
    return keys(
            new Reporter(
                    all,
                    new Terms(MatchSettings.DEFAULT, 3, 5, ZoneOffset.UTC, Map.of()),
                    10,
                    open(),
                    List.of(),
                    List.of(),
                    WishesForAnother.NONE,
                    Map.of())
                .report(people[0].made()))
        .stream()
        .filter(key -> key.contains("contact"))
        .toList();
  }

  @Test
  void whoSharesAContactIsAskedAboutAndOfSomebodyWhoLeftTheRowOnlySaysSo() {
    Folk bo = Folk.of("bo").offers(Category.SHOPPING);
    assertThat(asked(sharing(ana(), "bo"), bo))
        .containsExactly("explain.same_contact", "people.same-contact");

    Folk gone = Folk.of("bo").instructed(Instruction.WITHDRAW);
    assertThat(asked(sharing(ana(), "bo"), gone)).containsExactly("people.same-contact");
    assertThat(asked(sharing(ana().instructed(Instruction.BARRED), "bo"), bo))
        .containsExactly("people.same-contact");
  }

  @Test
  void whoIsOnlyComparedYetWaitsAndReadsUntilWhen() {
    Map<String, Instant> until = Map.of(ANA, NOON.plusSeconds(60));

    RowReport compared = report(ana(), open(), List.of(), List.of(), until);

    assertThat(compared.status()).isEqualTo(Status.WAITING);
    assertThat(compared.introduced()).isEmpty();
    assertThat(compared.explanation())
        .contains(Message.of("explain.held").with("until", LocalDateTime.of(2020, 3, 26, 12, 1)));
    assertThat(keys(report(ana(), open(), List.of(), List.of(), Map.of())))
        .doesNotContain("explain.held");

    List<Introduction> other = List.of(with(Introduction.State.SENT));
    assertThat(report(ana(), open(), other, List.of(), until).status()).isEqualTo(Status.WAITING);
    assertThat(report(ana(), open(), other, List.of(), Map.of()).status())
        .isEqualTo(Status.INTRODUCED);
  }
}
