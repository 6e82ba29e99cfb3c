package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.entraide.sandbox.office.Desk;
import org.entraide.sandbox.office.DeskViews.View;

/** The filter views of one campaign's sheet: made once, and then what people make of them stays. */
final class Views {

  /** Which status a list beside the answers shows, by its title. */
  private static final Map<String, String> BESIDE_ANSWERS =
      Map.of(
          "À compléter", "TEXT_EQ Incomplet",
          "À situer", "TEXT_EQ Lieu à préciser",
          "Bénévoles disponibles", "TEXT_EQ Disponible",
          "Attendent depuis longtemps", "TEXT_EQ En attente");

  private static final String SIGNPOST = "À orienter";
  private static final String OWN = "Ma liste";

  /** Numbers of views that people make; the daemon chooses others. */
  private static final int FIRST_OWN = 1_000;

  private final Site site;

  /**
   * The lists that people deleted, changed or renamed, by tab and the title that they were made
   * with.
   */
  private final Set<String> touched = new HashSet<>();

  /** The lists that people deleted, by tab and number. */
  private final Set<String> deleted = new HashSet<>();

  private int own;

  Views(Site site) {
    this.site = site;
  }

  private static String key(View view) {
    return view.tab() + " " + view.title();
  }

  /** The number of one that was deleted is free for another tab. */
  private static String numbered(View view) {
    return view.tab() + " " + view.id();
  }

  // ---- what organisers do

  void happens(Happening.Kind kind, Organisers people, SplittableRandom random) {
    if (kind == Happening.Kind.ADDS_VIEW) {
      adds(random);
      people.act();
      return;
    }
    List<View> views = site.desk.copy().views();
    if (views.isEmpty()) {
      return;
    }
    View view = views.get(random.nextInt(views.size()));
    touched.add(key(view));
    switch (kind) {
      case DELETES_VIEW -> {
        deleted.add(numbered(view));
        site.desk.views().delete(view);
      }
      case CHANGES_VIEW -> site.desk.views().show(view, "Nord");
      default -> site.desk.views().rename(view, OWN);
    }
    people.act();
  }

  /** Also one with a title that the daemon chose, and of what else is in the tab. */
  private void adds(SplittableRandom random) {
    Desk.Copy now = site.desk.copy();
    Desk.Tab answers = now.tab(site.premises.answers());
    Desk.Tab tab = random.nextBoolean() ? answers : now.with("todo_what").orElse(answers);
    String title = random.nextBoolean() ? OWN : SIGNPOST;
    own++;
    site.desk.views().add(tab.id(), FIRST_OWN + own, title, random.nextInt(3), "Nord");
  }

  // ---- what must hold

  /** The daemon wrote. */
  List<String> wrote(Desk.Copy before, Desk.Copy after) {
    List<View> was = before.views();
    List<View> is = after.views();
    if (was.equals(is)) {
      return List.of();
    }
    List<String> wrong = new ArrayList<>();
    for (View view : was) {
      if (!is.contains(view)) {
        wrong.add(site.settings.name() + " has another filter view than it had: " + view.title());
      }
    }
    for (View view : is) {
      boolean made = was.stream().noneMatch(it -> it.id().equals(view.id()));
      if (made && !before.has(view.tab())) { // all that is in a new tab is new
        touched.remove(key(view));
        deleted.remove(numbered(view));
      } else if (made && deleted.contains(numbered(view))) {
        wrong.add(site.settings.name() + " has a filter view that was deleted: " + view.title());
      }
    }
    return wrong;
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Desk.Copy now, Desk.Tab answers) {
    List<View> views = now.views();
    List<String> missing = new ArrayList<>();
    BESIDE_ANSWERS.forEach(
        (title, condition) ->
            lacks(views, answers, title, "status", condition).ifPresent(missing::add));
    lacks(views, answers, SIGNPOST, "explanation", "TEXT_CONTAINS orientez")
        .ifPresent(missing::add);
    now.with("todo_what")
        .ifPresent(
            tab ->
                TodoTabWatch.KINDS.forEach(
                    kind ->
                        lacks(views, tab, kind, "todo_what", "TEXT_EQ " + kind)
                            .ifPresent(missing::add)));
    return missing;
  }

  private Optional<String> lacks(
      List<View> views, Desk.Tab tab, String title, String mark, String condition) {
    Stream<View> matching =
        views.stream()
            .filter(view -> view.tab() == tab.id() && view.title().equals(title))
            .filter(view -> condition.equals(view.conditions().get(tab.column(mark))));
    return matching.findAny().isPresent() || touched.contains(tab.id() + " " + title)
        ? Optional.empty()
        : Optional.of(site.settings.name() + " has no filter view " + title);
  }
}
