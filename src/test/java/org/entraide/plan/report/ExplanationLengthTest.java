package org.entraide.plan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;
import static org.entraide.plan.Folk.introduction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.match.model.RefusedPin;
import org.entraide.people.word.Category;
import org.entraide.people.word.GroupName;
import org.entraide.place.Located;
import org.entraide.plan.Folk;
import org.entraide.plan.ReporterFixture;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.Status;
import org.entraide.plan.write.RowReport;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/** Thousands of people of every kind: what is said of each fits into a short cell. */
class ExplanationLengthTest extends ReporterFixture {

  private static final int PEOPLE = 4000;
  private static final int MOST = 200;
  private static final String NAME = "Marie-Antoinette-Lou R. (9JNRN)";

  private static final List<Message> PROBLEMS =
      List.of(
          Message.of("people.email.amid-text"),
          Message.of("people.phone.invalid"),
          Message.of("people.capacity.absurd"),
          Message.of("people.age.unclear"),
          Message.of("people.cell.error").with("field", Message.of("people.field.vulnerable")));

  private static final List<Message> REMARKS =
      List.of(
          Message.of("explain.stray").with("column", Message.of("column.instruction")),
          Message.of("explain.away").with("column", Message.of("column.never_with")),
          Message.of("explain.with.unknown").with("typed", "W".repeat(20) + "…"),
          Message.of("explain.barred.before").with("ref", new PersonReference("9JNRN")),
          Message.of("explain.duplicate.which"));

  private final SplittableRandom random = new SplittableRandom(2026);

  private boolean chance(int one) {
    return random.nextInt(one) == 0;
  }

  private <T> List<T> some(List<T> all, int most) {
    List<T> some = new ArrayList<>(all);
    while (some.size() > random.nextInt(most + 1)) {
      some.remove(random.nextInt(some.size()));
    }
    return some;
  }

  private Category[] categories(int most) {
    return some(Arrays.asList(Category.values()), most).toArray(Category[]::new);
  }

  private OrganiserInstructions instructions() {
    return new OrganiserInstructions(
        Set.copyOf(some(Arrays.asList(Instruction.values()), 2)),
        chance(8) ? Optional.of(Status.DONE) : Optional.empty(),
        Set.copyOf(some(List.of("bo", "cy"), 1)),
        Set.copyOf(some(List.of("bo", "cy", "dan", "eve"), 3)),
        chance(3),
        chance(3) ? GroupName.of("W".repeat(GroupName.LONGEST)) : Optional.empty(),
        chance(6) ? "nulle part" : "",
        some(REMARKS, 2));
  }

  private Folk someone() {
    Folk folk =
        Folk.of(ANA)
            .needs(categories(6))
            .offers(categories(6))
            .capacity(random.nextInt(4))
            .problems(some(PROBLEMS, 4).toArray(Message[]::new))
            .instructions(instructions());
    if (chance(8)) {
      folk.age(17);
    }
    if (chance(3)) {
      folk.located(
          chance(2) ? UNCLEAR : new Located.At(Folk.place("GB", 51.5, random.nextInt(40))));
    }
    return folk;
  }

  private Matching matching() {
    List<OpenReason> reasons = new ArrayList<>();
    for (OpenNeedReason reason : some(Arrays.asList(OpenNeedReason.values()), 2)) {
      boolean far = reason == OpenNeedReason.TOO_FAR;
      Set<Category> needs = EnumSet.of(Category.ADMIN, categories(3));
      reasons.add(
          new OpenReason(
              needs,
              reason,
              12,
              far ? 1234.5 : null,
              far ? (double) random.nextInt(1, 6) : null,
              0));
    }
    List<RefusedPin> refused = new ArrayList<>();
    for (RefusedPin.RefusalReason why : some(Arrays.asList(RefusedPin.RefusalReason.values()), 1)) {
      refused.add(new RefusedPin(ANA, "bo", why));
    }
    return new Matching(List.of(), refused, List.of(), Map.of(ANA, reasons));
  }

  private List<Introduction> introductions() {
    List<Introduction> all = new ArrayList<>();
    for (State state : some(Arrays.asList(State.values()), 1)) {
      String ref = "M-" + all.size();
      all.add(
          chance(2) ? introduction(ref, ANA, "bo", state) : introduction(ref, "cy", ANA, state));
    }
    return all;
  }

  private List<Proposal> proposals() {
    return some(Arrays.asList(Proposal.Wait.values()), 1).stream()
        .map(
            wait ->
                new Proposal(
                    new Assignment(ANA, "dan", Set.of(Category.SHOPPING), 1.5, 1, 1), wait))
        .toList();
  }

  @Test
  void noExplanationIsLongerThanTwoHundredCharactersButOfSeveralIntroductions() {
    Map<Boolean, Integer> longest = new HashMap<>();
    for (int i = 0; i < PEOPLE; i++) {
      Map<String, Instant> until = chance(4) ? Map.of(ANA, NOON) : Map.of();
      RowReport report = report(someone(), matching(), introductions(), proposals(), until);
      boolean several = keys(report).stream().anyMatch(key -> key.contains("several"));
      for (Texts texts : Folk.LANGUAGES) {
        String cell =
            report.words(texts.naming(ref -> NAME)).getOrDefault(PersonColumn.EXPLANATION, "");
        assertThat(cell).isNotBlank();
        if (!several) {
          assertThat(cell.length()).as(cell).isLessThanOrEqualTo(MOST);
        }
        longest.merge(several, cell.length(), Math::max);
      }
    }

    assertThat(longest.get(true)).isGreaterThan(MOST);
    assertThat(longest.get(false)).isGreaterThan(MOST - 10);
  }
}
