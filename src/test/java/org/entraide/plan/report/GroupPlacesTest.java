package org.entraide.plan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.introduction;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.people.word.Category;
import org.entraide.people.word.GroupName;
import org.entraide.plan.Folk;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduce.MatchingInput.Terms;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.Status;
import org.entraide.plan.settings.GroupLimit;
import org.entraide.plan.write.RowReport;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What rows say where the helpers of a group help as many people as the group may. */
class GroupPlacesTest {

  private static final GroupName NAME = new GroupName("Croix-Rouge");
  private static final String FULL = "explain.group.full";

  private final Map<String, LocatedPerson> people = new HashMap<>();
  private Map<String, GroupLimit> limits = Map.of();
  private List<Introduction> introductions = List.of();
  private List<Proposal> proposals = List.of();
  private Matching matching = new Matching(List.of(), List.of(), List.of(), Map.of());

  private static OrganiserInstructions in(String group) {
    return new OrganiserInstructions(
        Set.of(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        true,
        group.isEmpty() ? Optional.empty() : GroupName.of(group),
        "",
        List.of());
  }

  private GroupPlacesTest helper(String ref, int capacity, String group) {
    people.put(
        ref,
        Folk.of(ref).offers(Category.SHOPPING).capacity(capacity).instructions(in(group)).made());
    return this;
  }

  private GroupPlacesTest needy(String ref, int groupsFull) {
    OpenReason full =
        new OpenReason(
            Set.of(Category.SHOPPING), OpenNeedReason.FULL, 2, null, null, 0, 0, groupsFull);
    people.put(ref, Folk.of(ref).needs(Category.SHOPPING).made());
    matching = new Matching(List.of(), List.of(), List.of(), Map.of(ref, List.of(full)));
    return this;
  }

  private GroupPlacesTest limited(int most) {
    limits = Map.of(NAME.key(), new GroupLimit(NAME, most));
    return this;
  }

  private GroupPlacesTest introduced(Introduction... all) {
    introductions = List.of(all);
    return this;
  }

  private RowReport report(String ref) {
    Terms terms = new Terms(MatchSettings.DEFAULT, 3, 5, ZoneOffset.UTC, limits);
    return new Reporter(
            people, terms, 10, matching, introductions, proposals, WishesForAnother.NONE, Map.of())
        .report(Objects.requireNonNull(people.get(ref)));
  }

  private static List<String> keys(RowReport report) {
    return report.explanation().stream().map(Message::key).toList();
  }

  private static String words(RowReport report, String key) {
    Message sentence =
        report.explanation().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    for (Texts texts : Folk.LANGUAGES) {
      assertThat(texts.format(sentence)).hasSizeLessThanOrEqualTo(200).doesNotContain("{");
    }
    return Folk.LANGUAGES.get(0).format(sentence);
  }

  @Test
  void whoseGroupHelpsAsManyAsItMayIsFullThoughTheyHaveRoom() {
    helper("bo", 3, "Croix-Rouge").helper("cy", 3, "CROIX ROUGE").limited(1);
    introduced(introduction("M-7KQ47", "ana", "cy", State.SENT));

    assertThat(report("bo").status()).isEqualTo(Status.FULL);
    assertThat(words(report("bo"), FULL))
        .isEqualTo("Groupe Croix-Rouge complet\u202f: il aide 1 personne, sa limite est 1.");
    assertThat(keys(report("bo"))).containsOnlyOnce(FULL).doesNotContain("explain.full");
    assertThat(report("cy").status()).isEqualTo(Status.FULL);
  }

  @Test
  void aProposalTakesAPlaceOfTheGroup() {
    helper("bo", 3, "Croix-Rouge").helper("cy", 3, "Croix-Rouge").limited(1);
    proposals =
        List.of(
            new Proposal(
                new Assignment("ana", "cy", Set.of(Category.SHOPPING), 1.5, 1, 1),
                Proposal.Wait.QUEUE));

    assertThat(keys(report("bo"))).contains(FULL);
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"DONE", "DECLINED", "NO_ANSWER", "DISCARDED", "WITHDRAWN"})
  void whatIsOverTakesNone(State over) {
    helper("bo", 3, "Croix-Rouge").helper("cy", 3, "Croix-Rouge").limited(1);
    introduced(introduction("M-7KQ47", "ana", "cy", over));

    assertThat(report("bo").status()).isEqualTo(Status.AVAILABLE);
    assertThat(words(report("bo"), "explain.group.limit"))
        .isEqualTo("Groupe Croix-Rouge\u202f: 1 personne en tout, au plus.");
  }

  @Test
  void anotherGroupOrNoneIsNotConcerned() {
    helper("bo", 3, "Secours").helper("cy", 3, "Croix-Rouge").helper("dan", 3, "").limited(1);
    introduced(introduction("M-7KQ47", "ana", "cy", State.SENT));

    assertThat(report("bo").status()).isEqualTo(Status.AVAILABLE);
    assertThat(words(report("bo"), "explain.group")).isEqualTo("Aide pour le groupe Secours.");
    assertThat(keys(report("dan"))).noneMatch(key -> key.startsWith("explain.group"));
  }

  @Test
  void aLimitOfNothingIsSaid() {
    helper("bo", 3, "Croix-Rouge").limited(0);

    assertThat(report("bo").status()).isEqualTo(Status.FULL);
    assertThat(words(report("bo"), "explain.group.closed"))
        .isEqualTo(
            "Groupe Croix-Rouge\u202f: n’aide personne de plus pour l’instant (limite\u202f: 0).");
  }

  @Test
  void whoHasNoRoomThemselvesIsToldSoFirst() {
    helper("bo", 1, "Croix-Rouge").limited(1);
    introduced(introduction("M-7KQ47", "ana", "bo", State.SENT));

    assertThat(keys(report("bo"))).containsSubsequence("explain.full", FULL);
  }

  @Test
  void theReasonCountsTheGroupWhereAHelperOfItHasRoom() {
    assertThat(words(needy("eve", 1).report("eve"), "reason.full.group"))
        .isEqualTo(
            "Reste à trouver (courses)\u202f: les 2 bénévoles possibles n’ont plus de place, ou"
                + " leur groupe est complet.");
    assertThat(keys(needy("eve", 0).report("eve")))
        .contains("reason.full")
        .doesNotContain("reason.full.group");
  }

  @Test
  void theLongestNameFitsIntoItsRow() {
    GroupName longest = new GroupName("W".repeat(GroupName.LONGEST));
    helper("bo", 3, longest.text());
    limits = Map.of(longest.key(), new GroupLimit(longest, 1));
    introduced(introduction("M-7KQ47", "ana", "bo", State.SENT));

    assertThat(words(report("bo"), FULL)).contains(longest.text());
  }
}
