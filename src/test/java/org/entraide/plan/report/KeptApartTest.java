package org.entraide.plan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.introduction;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.people.word.Category;
import org.entraide.plan.Folk;
import org.entraide.plan.ReporterFixture;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduce.MatchingInput.Terms;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.Instruction;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** « Jamais avec » was typed beside Bo alone, with Ana's reference. */
class KeptApartTest extends ReporterFixture {

  private static final String BO = "bo";

  private static OrganiserInstructions never(String... others) {
    return new OrganiserInstructions(
        Set.of(),
        Optional.empty(),
        Set.of(),
        Set.of(others),
        false,
        Optional.empty(),
        "",
        List.of());
  }

  private static Folk bo() {
    return Folk.of(BO).offers(Category.SHOPPING).instructions(never(ANA));
  }

  /** What a row says of the two. */
  private static List<Message> said(
      Folk whose, Matching matching, List<Introduction> introductions, Folk... all) {
    Map<String, LocatedPerson> people =
        List.of(all).stream()
            .map(Folk::made)
            .collect(Collectors.toMap(LocatedPerson::ref, it -> it));
    return new Reporter(
            people,
            new Terms(MatchSettings.DEFAULT, 3, 5, ZoneOffset.UTC, Map.of()),
            10,
            matching,
            introductions,
            List.of(),
            WishesForAnother.NONE,
            Map.of())
        .report(whose.made()).explanation().stream()
            .filter(it -> it.key().startsWith("explain.never"))
            .toList();
  }

  private static Message about(String key, String other) {
    return Message.of(key).with("other", new PersonReference(other));
  }

  @Test
  void theOtherRowSaysItWhereItIsWhyANeedIsOpen() {
    Matching tried = open(reason(OpenNeedReason.TRIED, 1));

    assertThat(said(ana(), tried, List.of(), ana(), bo()))
        .containsExactly(about("explain.never.other", BO));
    assertThat(said(bo(), tried, List.of(), ana(), bo()))
        .containsExactly(about("explain.never", ANA));
  }

  @Test
  void soDoesTheRowOfAHelperWhomSomebodyCouldUse() {
    Folk asking = ana().instructions(never(BO));
    Folk helping = Folk.of(BO).offers(Category.SHOPPING);
    Matching tried = open(reason(OpenNeedReason.TRIED, 1));

    assertThat(said(helping, tried, List.of(), asking, helping))
        .containsExactly(about("explain.never.other", ANA));
  }

  @Test
  void itIsSaidOnceWhereItWasTypedOnBothRows() {
    Folk both = ana().instructions(never(BO));
    Matching tried = open(reason(OpenNeedReason.TRIED, 1));

    assertThat(said(both, tried, List.of(), both, bo()))
        .containsExactly(about("explain.never", BO));
  }

  @Test
  void whereNeitherCouldHelpTheOtherTheOtherRowIsSilent() {
    assertThat(said(ana(), open(), List.of(), ana(), bo())).isEmpty();

    Matching full = open(reason(OpenNeedReason.FULL, 1));
    Folk other = bo().offers(Category.PETS);
    assertThat(said(ana(), full, List.of(), ana(), other)).isEmpty();

    Folk gone = ana().instructed(Instruction.PAUSE);
    assertThat(said(gone, full, List.of(), gone, bo())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFTED, explain.never.draft",
    "SENT, explain.never.too_late",
    "ACCEPTED, explain.never.too_late"
  })
  void bothRowsSayWhatIsToBeDoneWithALetterOfBefore(State state, String key) {
    List<Introduction> before = List.of(introduction("M-7KQ47", ANA, BO, state));

    assertThat(said(ana(), open(), before, ana(), bo()))
        .containsExactly(about(key, BO).with("ref", "M-7KQ47"));
    assertThat(said(bo(), open(), before, ana(), bo()))
        .containsExactly(about(key, ANA).with("ref", "M-7KQ47"));
  }
}
