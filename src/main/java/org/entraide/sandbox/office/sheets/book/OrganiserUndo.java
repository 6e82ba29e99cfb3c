package org.entraide.sandbox.office.sheets.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;

/**
 * Takes one step of an organiser back while others wrote on. What the step changed is as before it;
 * what it did not touch stays as it is now. Rows and columns are known by identity: those that the
 * step deleted return to their neighbours, those that it inserted go, those that came from
 * elsewhere since stay.
 */
final class OrganiserUndo {

  private OrganiserUndo() {}

  static Book revert(Book before, Book after, Book now) {
    describe(before, after, now);
    for (Sheet old : before.sheets()) {
      Sheet changed = after.find(old.id()).orElse(null);
      Sheet current = now.find(old.id()).orElse(null);
      if (current == null) {
        if (changed == null) {
          now.attach(before.sheets().indexOf(old), old.copy());
        }
      } else if (changed != null) {
        SheetUndo.revert(old, changed, current);
      }
    }
    now.sheets().removeIf(s -> before.find(s.id()).isEmpty() && after.find(s.id()).isPresent());
    order(before, after, now);
    restoreMetadata(before, after, now);
    now.overlays().revert(before.overlays(), after.overlays());
    cover(now);
    return now;
  }

  /** Where merges came back over cells that were written since, these lose their values, too. */
  private static void cover(Book book) {
    for (Sheet sheet : book.sheets()) {
      for (OfficeOverlay merge : book.overlays().of(Kind.MERGE, sheet.id())) {
        GridArea area = Merges.area(merge);
        for (int row = area.startRow(); row < Math.min(area.endRow(), sheet.rowCount()); row++) {
          sheet.setRow(row, sheet.row(row)); // which keeps only what is not covered
        }
      }
    }
  }

  private static void describe(Book before, Book after, Book now) {
    now.describe(
        back(before.title(), after.title(), now.title()),
        back(before.locale(), after.locale(), now.locale()),
        back(before.timeZone(), after.timeZone(), now.timeZone()));
    now.autoRecalc(back(before.autoRecalc(), after.autoRecalc(), now.autoRecalc()));
  }

  /** What something is after all: as before the step if the step changed it. */
  static <T> T back(T before, T after, T now) {
    return Objects.equals(before, after) ? now : before;
  }

  private static void order(Book before, Book after, Book now) {
    List<Sheet> ordered = merge(before.sheets(), after.sheets(), now.sheets(), s -> (long) s.id());
    now.sheets().clear();
    now.sheets().addAll(ordered);
  }

  /** Metadata that a step or its lines took away returns; what the step made goes. */
  private static void restoreMetadata(Book before, Book after, Book now) {
    for (Metadata entry : before.metadata()) {
      if (!after.metadata().contains(entry)
          && now.metadata().stream().noneMatch(m -> m.id() == entry.id())) {
        now.metadata().add(entry);
      }
    }
    now.metadata()
        .removeIf(entry -> after.metadata().contains(entry) && lacks(before.metadata(), entry));
  }

  private static boolean lacks(List<Metadata> metadata, Metadata entry) {
    return metadata.stream().noneMatch(m -> m.id() == entry.id());
  }

  /**
   * The lines of a list after all: the elements are those of {@code now}, or of {@code before}
   * where the step removed them; the order is that of {@code now}, or of {@code before} where the
   * step changed it.
   */
  static <T> List<T> merge(List<T> before, List<T> after, List<T> now, Function<T, Long> id) {
    Map<Long, T> present = new HashMap<>();
    now.forEach(element -> present.put(id.apply(element), element));
    Set<Long> old = ids(before, id);
    Set<Long> left = ids(after, id);
    boolean reordered = !common(before, left, id).equals(common(after, old, id));
    List<T> result = new ArrayList<>();
    if (reordered) {
      for (T element : before) {
        T current = present.get(id.apply(element));
        if (current != null || !left.contains(id.apply(element))) {
          result.add(current == null ? element : current);
        }
      }
      return insertFollowing(
          result,
          now,
          element -> !old.contains(id.apply(element)) && !left.contains(id.apply(element)),
          id);
    }
    for (T element : now) {
      if (old.contains(id.apply(element)) || !left.contains(id.apply(element))) {
        result.add(element);
      }
    }
    return insertFollowing(
        result,
        before,
        element -> !left.contains(id.apply(element)) && !present.containsKey(id.apply(element)),
        id);
  }

  /** Puts elements of another list where they are there: behind the one before them. */
  private static <T> List<T> insertFollowing(
      List<T> into, List<T> from, Function<T, Boolean> wanted, Function<T, Long> id) {
    Map<Long, List<T>> following = new HashMap<>();
    List<T> first = new ArrayList<>();
    Set<Long> targetIds = ids(into, id);
    List<T> group = first;
    for (T element : from) {
      if (wanted.apply(element)) {
        group.add(element);
      } else if (targetIds.contains(id.apply(element))) {
        group = following.computeIfAbsent(id.apply(element), key -> new ArrayList<>());
      }
    }
    List<T> result = new ArrayList<>(first);
    for (T element : into) {
      result.add(element);
      result.addAll(following.getOrDefault(id.apply(element), List.of()));
    }
    return result;
  }

  private static <T> Set<Long> ids(List<T> list, Function<T, Long> id) {
    Set<Long> ids = new HashSet<>(list.size() * 2);
    list.forEach(element -> ids.add(id.apply(element)));
    return ids;
  }

  private static <T> List<Long> common(List<T> list, Set<Long> others, Function<T, Long> id) {
    return list.stream().map(id).filter(others::contains).toList();
  }
}
