package org.entraide.plan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;

import java.util.EnumSet;
import java.util.List;
import org.entraide.match.model.Matching;
import org.entraide.plan.Folk;
import org.entraide.plan.ReporterFixture;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.Status;
import org.entraide.plan.write.RowReport;
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

  @Test
  void aRecentAnswerWaitsAndSaysSo() {
    RowReport held = report(ana(), open(), List.of(), List.of(), NOON.minusSeconds(60));

    assertThat(held.status()).isEqualTo(Status.WAITING);
    assertThat(keys(held)).contains("explain.held");
    assertThat(
            keys(
                report(
                    ana().told(Instruction.PRIORITY),
                    open(),
                    List.of(),
                    List.of(),
                    NOON.minusSeconds(60))))
        .doesNotContain("explain.held");
  }
}
