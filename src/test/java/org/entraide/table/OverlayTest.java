package org.entraide.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlayTest {

  private static final Area AREA = Area.whole(4);

  private static Change.FilterView view(int id) {
    return new Change.FilterView(AREA, id, "À situer", List.of());
  }

  private static Change.Draw chart(int id) {
    return new Change.Draw(new Chart(id, Chart.Shape.BARS, AREA, "", AREA, AREA, "", ""));
  }

  @Test
  void whatIsThereIsKnownByItsNameOrNumber() {
    Overlay overlay =
        new Overlay(Map.of("beat", new Overlay.NamedArea("n1", AREA)), Set.of(11))
            .withFilterViews(Set.of(771));

    assertThat(overlay.has(new Change.Name(AREA, "beat"))).isTrue();
    assertThat(overlay.has(new Change.Name(AREA, "other"))).isFalse();
    assertThat(overlay.has(chart(11))).isTrue();
    assertThat(overlay.has(chart(771))).isFalse();
    assertThat(overlay.has(view(771))).isTrue();
    assertThat(overlay.has(view(11))).isFalse();
    assertThat(overlay.has(new Change.Headline(AREA))).isFalse();
  }

  @Test
  void whatIsAddedIsThereAfterwards() {
    Overlay overlay = Overlay.NONE.with(List.<Change>of(view(771), chart(11)));

    assertThat(overlay.filterViews()).containsExactly(771);
    assertThat(overlay.charts()).containsExactly(11);
  }
}
