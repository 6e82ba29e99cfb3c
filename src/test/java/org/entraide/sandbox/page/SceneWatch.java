package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Looks whether a scene shows what its words speak of, also when somebody sorts the sheet. */
@NullMarked
final class SceneWatch {

  private static final Pattern REFERENCE = Pattern.compile("\\[(M-\\w+)]");

  /** The addresses in the answers' tab, in the order of its rows. */
  private static final String ADDRESSES =
      """
      (async spreadsheet => {
        const answer = await fetch('/office/sheets/' + spreadsheet + '/rows?from=2&count=2000');
        const { columns, rows } = await answer.json();
        const column = columns.findIndex(({ mark = '' }) => mark.endsWith(':email'));
        return rows.map(({ cells }) => cells[column] ?? '').filter(Boolean);
      })(arguments[0])\
      """;

  private final Browser browser;
  private final Sight sight;
  private final PageMatrix look;
  private final String spreadsheet;
  private final Set<String> addressesBefore;
  private final Set<String> people = new LinkedHashSet<>();
  private Optional<String> reference = Optional.empty();
  private boolean descending;

  /** Begins to watch: whoever answers from now on is of the scene. */
  SceneWatch(Browser browser, PageMatrix look) {
    this.browser = browser;
    this.sight = new Sight(browser);
    this.look = look;
    this.spreadsheet = "sample-spreadsheet" + (look.language().equals("en") ? "-en" : "");
    this.addressesBefore = addresses();
  }

  private Set<String> addresses() {
    Set<String> addresses = new LinkedHashSet<>();
    for (JsonNode address : browser.settle(ADDRESSES, spreadsheet)) {
      addresses.add(address.asText());
    }
    return addresses;
  }

  /** Fails unless all that a step speaks of is seen, and lit. */
  void shows(String as, SceneScripts.Step step) {
    addresses().stream().filter(address -> !addressesBefore.contains(address)).forEach(people::add);
    assertThat(sight.sees("#scene-text")).as(as + ": its words are seen").isTrue();
    switch (step.kind()) {
      case ENGINE -> browser.await(as, () -> sight.seesLit(step.names().get(0)));
      case WORDS ->
          browser.await(as + ": nothing else", () -> sight.count("#grid .lit, .engine .lit") == 0);
      case ENTRY ->
          browser.await(
              as, () -> sight.seesLit(spreadsheet, reference.orElseThrow(), step.names()));
      case LETTER -> {
        browser.await(as, () -> sight.seesLetterTo(person(step)));
        Matcher subject = REFERENCE.matcher(sight.text("#letter-subject"));
        assertThat(subject.find()).isTrue();
        reference = Optional.of(subject.group(1));
      }
      case ROW -> {
        showsRow(as, step);
        descending = !descending;
        sight.sort(spreadsheet, "C", descending);
        showsRow(as + ", after a sort", step);
      }
    }
  }

  private void showsRow(String as, SceneScripts.Step step) {
    if (step.person() == SceneScripts.ANYBODY) {
      browser.await(as, () -> sight.count("#grid .lit") == step.names().size());
      return;
    }
    List<String> marks = look.width() < 1200 ? step.names().subList(0, 1) : step.names();
    browser.await(as, () -> sight.seesLit(spreadsheet, person(step), marks));
  }

  private String person(SceneScripts.Step step) {
    return new ArrayList<>(people).get(step.person());
  }
}
