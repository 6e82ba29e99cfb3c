package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.Set;
import org.entraide.campaign.world.World;
import org.entraide.plan.todo.TaskKind;
import org.junit.jupiter.api.Test;

/** Filter views are made once, each with what it is of; then they are people's. */
class FilterViewsTest {

  private static final int NEW = 8;

  /** As the contract numbers the tab, and one of the lists beside the answers. */
  private static final int TODO = 741_852_004;

  private static final int TO_LOCATE = 741_852_042;

  private static final int LISTS = 5; // beside the answers
  private static final int KINDS = TaskKind.values().length;

  private final World world = new World().answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses");

  private Set<Integer> views() {
    return world.table.decorations(Set.of()).overlay().filterViews();
  }

  @Test
  void theAnswersOfAFormThatIsLinkedAnewHaveTheirsToo() {
    world.settle(2);
    assertThat(views()).hasSize(KINDS + LISTS);

    world.linkAnew(NEW);
    world.settle(4);

    assertThat(views()).hasSize(KINDS + LISTS + LISTS);
    assertQuiet(world);
  }

  @Test
  void whatPeopleDeletedBesideTheAnswersStaysDeletedWhenTheTabOfTasksIsMadeAgain() {
    world.settle(2);
    world.table.deleteFilterView(TO_LOCATE);
    world.table.deleteTab(TODO);

    world.settle(2);

    assertThat(views()).hasSize(KINDS + LISTS - 1).doesNotContain(TO_LOCATE);
    assertQuiet(world);
  }

  @Test
  void theAnswersOfAFormThatIsLinkedAnewHaveTheirsAlsoWhenTheTabOfTasksIsGone() {
    world.settle(2);
    world.table.deleteTab(TODO);
    world.linkAnew(NEW);

    world.settle(4);

    assertThat(views()).hasSize(KINDS + LISTS + LISTS);
    assertQuiet(world);
  }
}
