package org.entraide.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a spreadsheet looks and what helps to fill it, as one request read it.
 *
 * @param recalculatesOnChange whether formulas that look at the clock are worked out only when
 *     something changes
 * @param notes cells with a note
 * @param helped cells with a drop-down, a box to tick or another rule of what may be typed
 * @param formatted cells whose numbers have a format
 * @param wrapped cells for which it was said whether long texts are broken into lines
 * @param rules all conditional colours, in their order
 * @param guarded what is protected, in whichever way
 * @param overlay names, charts and filter views
 */
public record Decorations(
    boolean recalculatesOnChange,
    Set<Area> notes,
    Set<Area> helped,
    Set<Area> formatted,
    Set<Area> wrapped,
    Map<Integer, List<Rule>> rules,
    List<Area> guarded,
    Overlay overlay) {

  /** A spreadsheet as Google makes it. */
  public static final Decorations NONE =
      new Decorations(
          true, Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of(), Overlay.NONE);

  public Decorations {
    notes = Set.copyOf(notes);
    helped = Set.copyOf(helped);
    formatted = Set.copyOf(formatted);
    wrapped = Set.copyOf(wrapped);
    rules = Map.copyOf(rules);
    guarded = List.copyOf(guarded);
  }

  /**
   * One conditional colour.
   *
   * @param areas where it applies
   * @param value the word or formula that it looks for; empty for another sort of rule
   */
  public record Rule(List<Area> areas, String value) {
    public Rule {
      areas = List.copyOf(areas);
    }
  }

  /** How it looks once changes were made. */
  public Decorations with(List<? extends Change> changes) {
    Set<Area> notesThen = new HashSet<>(notes);
    Set<Area> helpedThen = new HashSet<>(helped);
    Set<Area> formattedThen = new HashSet<>(formatted);
    Set<Area> wrappedThen = new HashSet<>(wrapped);
    Map<Integer, List<Rule>> rulesThen = new HashMap<>(rules);
    List<Area> guardedThen = new ArrayList<>(guarded);
    boolean onChange = recalculatesOnChange;
    for (Change change : changes) {
      if (change instanceof Change.Note note) {
        notesThen.add(note.area());
      } else if (change instanceof Change.Choices choices) {
        helpedThen.add(choices.area());
      } else if (change instanceof Change.TickBoxes boxes) {
        helpedThen.add(boxes.area());
      } else if (change instanceof Change.Format format) {
        formattedThen.add(format.area());
      } else if (change instanceof Change.Wrap wrap) {
        wrappedThen.add(wrap.area());
      } else if (change instanceof Change.TintWord tint) {
        add(rulesThen, tint.area(), tint.word(), tint.index());
      } else if (change instanceof Change.TintWhere tint) {
        add(rulesThen, tint.area(), tint.formula(), tint.index());
      } else if (change instanceof Change.Warn warn) {
        guardedThen.add(warn.area());
      } else if (change instanceof Change.RecalculateHourly) {
        onChange = false;
      }
    }
    return new Decorations(
        onChange,
        notesThen,
        helpedThen,
        formattedThen,
        wrappedThen,
        rulesThen,
        guardedThen,
        overlay.with(changes));
  }

  private static void add(Map<Integer, List<Rule>> rules, Area area, String value, int index) {
    List<Rule> more = new ArrayList<>(rules.getOrDefault(area.sheetId(), List.of()));
    more.add(Math.min(index, more.size()), new Rule(List.of(area), value));
    rules.put(area.sheetId(), List.copyOf(more));
  }

  /** Whether somebody, we or a person, did this or something of its kind already. */
  public boolean have(Change.Decoration wanted) {
    Area area = wanted.area();
    if (wanted instanceof Change.Note) {
      return notes.stream().anyMatch(area::meets);
    }
    if (wanted instanceof Change.Choices || wanted instanceof Change.TickBoxes) {
      return helped.stream().anyMatch(area::meets);
    }
    if (wanted instanceof Change.Format) {
      return formatted.stream().anyMatch(area::meets);
    }
    if (wanted instanceof Change.Wrap) {
      return wrapped.stream().anyMatch(area::meets);
    }
    if (wanted instanceof Change.TintWord tint) {
      return hasRule(area, tint.word());
    }
    if (wanted instanceof Change.TintWhere tint) {
      return hasRule(area, tint.formula());
    }
    if (wanted instanceof Change.Warn) {
      return guarded.stream().anyMatch(area::meets);
    }
    if (wanted instanceof Change.Name name) {
      return overlay.names().containsKey(name.name());
    }
    if (wanted instanceof Change.Draw draw) {
      return overlay.charts().contains(draw.chart().id());
    }
    if (wanted instanceof Change.FilterView view) {
      return overlay.filterViews().contains(view.id());
    }
    return true; // widths and bold letters are not worth an argument
  }

  private boolean hasRule(Area area, String value) {
    return rules(area.sheetId()).stream()
        .anyMatch(r -> r.value().equals(value) && r.areas().stream().anyMatch(area::meets));
  }

  /** The conditional colours of a tab. */
  public List<Rule> rules(int sheetId) {
    return rules.getOrDefault(sheetId, List.of());
  }
}
