package org.entraide.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a spreadsheet looks and what helps to fill it, as one request read it.
 *
 * @param recalculatesOnChange whether formulas that look at the clock are worked out only when
 *     something changes
 * @param notes by cell, its note
 * @param helped by cell with a drop-down, a box to tick or another rule of what may be typed, the
 *     words of the drop-down; empty for another rule
 * @param formatted cells whose numbers have a format
 * @param wrapped cells for which it was said whether long texts are broken into lines
 * @param rules all conditional colours, in their order
 * @param guarded what is protected, in whichever way
 * @param overlay names, charts and filter views
 */
public record Decorations(
    boolean recalculatesOnChange,
    Map<Area, String> notes,
    Map<Area, List<String>> helped,
    Set<Area> formatted,
    Set<Area> wrapped,
    Map<Integer, List<Rule>> rules,
    List<Area> guarded,
    Overlay overlay) {

  private static final Pattern NO_BREAK_SPACE = Pattern.compile("[\\u00a0\\u202f]");

  /** A spreadsheet as Google makes it. */
  public static final Decorations NONE =
      new Decorations(
          true, Map.of(), Map.of(), Set.of(), Set.of(), Map.of(), List.of(), Overlay.NONE);

  public Decorations {
    notes = Map.copyOf(notes);
    helped = Map.copyOf(helped);
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
   * @param tint the colour, where it is one of ours and all that the rule does to cells that hold
   *     just the word, or for which the formula is true
   */
  public record Rule(List<Area> areas, String value, Optional<Tint> tint) {
    public Rule {
      areas = List.copyOf(areas);
    }

    private static Rule of(Area area, String value, Tint tint) {
      return new Rule(List.of(area), value, Optional.of(tint));
    }

    /** Whether it is as this made it; rows that were added since may be in it. */
    boolean is(Change.TintWord made) {
      return value.equals(made.word())
          && tint.filter(made.tint()::equals).isPresent()
          && isIn(made);
    }

    /** Whether it colours another word as this one would be coloured in its column. */
    public boolean isLike(Change.TintWord other) {
      return tint.filter(other.tint()::equals).isPresent() && isIn(other);
    }

    private boolean isIn(Change.TintWord made) {
      return areas.size() == 1
          && areas.get(0).sheetId() == made.area().sheetId()
          && areas.get(0).row() == made.area().row()
          && areas.get(0).column() == made.area().column()
          && areas.get(0).endColumn() == made.area().endColumn();
    }
  }

  /** How it looks once changes were made. */
  public Decorations with(List<? extends Change> changes) {
    Map<Area, String> notesThen = new HashMap<>(notes);
    Map<Area, List<String>> helpedThen = new HashMap<>(helped);
    Set<Area> formattedThen = new HashSet<>(formatted);
    Set<Area> wrappedThen = new HashSet<>(wrapped);
    Map<Integer, List<Rule>> rulesThen = new HashMap<>(rules);
    List<Area> guardedThen = new ArrayList<>(guarded);
    boolean onChange = recalculatesOnChange;
    for (Change change : changes) {
      if (change instanceof Change.Note note) {
        notesThen.put(note.area(), note.text());
      } else if (change instanceof Change.Choices choices) {
        helpedThen.put(choices.area(), choices.words());
      } else if (change instanceof Change.TickBoxes boxes) {
        helpedThen.put(boxes.area(), List.of());
      } else if (change instanceof Change.Format format) {
        formattedThen.add(format.area());
      } else if (change instanceof Change.Wrap wrap) {
        wrappedThen.add(wrap.area());
      } else if (change instanceof Change.Warn warn) {
        guardedThen.add(warn.area());
      } else if (change instanceof Change.RecalculateHourly) {
        onChange = false;
      } else {
        colour(change, rulesThen);
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

  private static void colour(Change change, Map<Integer, List<Rule>> rules) {
    if (change instanceof Change.TintWord tint) {
      add(rules, tint.index(), Rule.of(tint.area(), tint.word(), tint.tint()));
    } else if (change instanceof Change.TintWhere tint) {
      add(rules, tint.index(), Rule.of(tint.area(), tint.formula(), tint.tint()));
    } else if (change instanceof Change.RenameTint renamed) {
      replace(rules, renamed.tint());
    }
  }

  private static void add(Map<Integer, List<Rule>> rules, int index, Rule rule) {
    int sheet = rule.areas().get(0).sheetId();
    List<Rule> more = new ArrayList<>(rules.getOrDefault(sheet, List.of()));
    more.add(Math.min(index, more.size()), rule);
    rules.put(sheet, List.copyOf(more));
  }

  private static void replace(Map<Integer, List<Rule>> rules, Change.TintWord by) {
    int sheet = by.area().sheetId();
    List<Rule> others = new ArrayList<>(rules.getOrDefault(sheet, List.of()));
    others.set(by.index(), Rule.of(by.area(), by.word(), by.tint()));
    rules.put(sheet, List.copyOf(others));
  }

  /** Whether somebody, we or a person, did this or something of its kind already. */
  public boolean has(Change.Decoration wanted) {
    Area area = wanted.area();
    if (wanted instanceof Change.Note) {
      return notes.keySet().stream().anyMatch(area::meets);
    }
    if (wanted instanceof Change.Choices || wanted instanceof Change.TickBoxes) {
      return helped.keySet().stream().anyMatch(area::meets);
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
    if (wanted instanceof Change.Name
        || wanted instanceof Change.Draw
        || wanted instanceof Change.FilterView) {
      return overlay.has(wanted);
    }
    return true; // widths and bold letters are not worth an argument
  }

  /** Whether a cell has just this note. */
  public boolean shows(Change.Note note) {
    return note.text().equals(notes.get(note.area()));
  }

  /** Whether a cell has this note, whichever spaces are in it. */
  public boolean says(Change.Note note) {
    String noteText = notes.get(note.area());
    return noteText != null && spaced(noteText).equals(spaced(note.text()));
  }

  private static String spaced(String text) {
    return NO_BREAK_SPACE.matcher(text).replaceAll(" ");
  }

  /** Whether the cells that were looked at have just this drop-down, or none. */
  public boolean offers(Change.Choices choices) {
    List<List<String>> dropDowns =
        helped.entrySet().stream()
            .filter(cell -> choices.area().meets(cell.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return !dropDowns.isEmpty() && dropDowns.stream().allMatch(choices.words()::equals);
  }

  /** Where among the tab's rules one is just as this made it; empty where none is. */
  public OptionalInt indexOf(Change.TintWord tint) {
    List<Rule> all = rules(tint.area().sheetId());
    return IntStream.range(0, all.size()).filter(i -> all.get(i).is(tint)).findFirst();
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
