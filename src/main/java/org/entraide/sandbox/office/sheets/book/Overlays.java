package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** All overlays of a book under change, in their order. */
public final class Overlays {

  private final ArrayList<OfficeOverlay> all;
  private long nextKey;
  private Set<Kind> kinds = EnumSet.noneOf(Kind.class);

  Overlays() {
    this(List.of(), 0);
  }

  private Overlays(List<OfficeOverlay> all, long nextKey) {
    this.all = new ArrayList<>(all);
    this.nextKey = nextKey;
    count();
  }

  Overlays copy() {
    return new Overlays(all, nextKey);
  }

  /** Cheap: most books have few kinds. */
  boolean has(Kind kind) {
    return kinds.contains(kind);
  }

  public List<OfficeOverlay> of(Kind kind) {
    return has(kind) ? all.stream().filter(o -> o.kind() == kind).toList() : List.of();
  }

  public List<OfficeOverlay> of(Kind kind, int sheetId) {
    return has(kind) ? on(kind, sheetId).toList() : List.of();
  }

  /** All that lie on a tab, in their order. */
  public List<OfficeOverlay> on(int sheetId) {
    return all.stream().filter(o -> o.sheetId() == sheetId).toList();
  }

  private Stream<OfficeOverlay> on(Kind kind, int sheetId) {
    return all.stream().filter(o -> o.kind() == kind && o.sheetId() == sheetId);
  }

  public Optional<OfficeOverlay> find(Kind kind, String id) {
    return of(kind).stream().filter(o -> o.id().equals(id)).findFirst();
  }

  public OfficeOverlay require(Kind kind, String id) {
    return find(kind, id)
        .orElseThrow(() -> new InvalidRequest("No " + kind.words() + " with id: " + id));
  }

  boolean hasId(String id) {
    return all.stream().anyMatch(o -> !o.kind().id().isEmpty() && o.id().equals(id));
  }

  public OfficeOverlay add(Kind kind, int sheetId, ObjectNode json) {
    OfficeOverlay added = new OfficeOverlay(nextKey++, kind, sheetId, json);
    all.add(added);
    count();
    return added;
  }

  /** Adds it before what is now the one of that index among its like on the tab. */
  public void add(Kind kind, int sheetId, ObjectNode json, int index) {
    List<OfficeOverlay> alike = of(kind, sheetId);
    int at = index < alike.size() ? all.indexOf(alike.get(index)) : all.size();
    all.add(at, new OfficeOverlay(nextKey++, kind, sheetId, json));
    count();
  }

  public void replace(OfficeOverlay old, ObjectNode json, int sheetId) {
    all.set(all.indexOf(old), new OfficeOverlay(old.key(), old.kind(), sheetId, json));
  }

  public void remove(OfficeOverlay overlay) {
    removeIf(other -> other.key() == overlay.key());
  }

  public void removeIf(Predicate<OfficeOverlay> gone) {
    if (all.removeIf(gone)) {
      count();
    }
  }

  /** Everything follows a change of a tab's lines. */
  void follow(int sheetId, LineEdit edit) {
    boolean lost = false;
    for (int i = 0; i < all.size(); i++) {
      Optional<OfficeOverlay> fresh = all.get(i).follow(sheetId, edit);
      if (fresh.isPresent()) {
        all.set(i, fresh.get());
      } else {
        all.remove(i--);
        lost = true;
      }
    }
    if (lost) {
      count();
    }
  }

  /** Takes back what a step did to overlays, and nothing else. */
  void revert(Overlays before, Overlays after) {
    for (int i = 0; i < before.all.size(); i++) {
      OfficeOverlay old = before.all.get(i);
      Optional<OfficeOverlay> changed = after.byKey(old);
      Optional<OfficeOverlay> now = byKey(old);
      if (changed.isEmpty() && now.isEmpty()) {
        all.add(Math.min(i, all.size()), old);
      } else if (changed.isPresent() && now.isPresent() && !changed.get().equals(old)) {
        all.set(all.indexOf(now.get()), old);
      }
    }
    all.removeIf(o -> before.byKey(o).isEmpty() && after.byKey(o).isPresent());
    nextKey = Math.max(nextKey, Math.max(before.nextKey, after.nextKey));
    count();
  }

  /** Brings back what lay on a tab earlier. */
  public void restore(Overlays earlier, int sheetId) {
    earlier.all.stream()
        .filter(o -> o.sheetId() == sheetId && byKey(o).isEmpty())
        .forEach(all::add);
    count();
  }

  private Optional<OfficeOverlay> byKey(OfficeOverlay other) {
    return all.stream().filter(o -> o.key() == other.key()).findFirst();
  }

  private void count() {
    Set<Kind> present = EnumSet.noneOf(Kind.class);
    all.forEach(o -> present.add(o.kind()));
    kinds = present;
  }

  /** A name that no table has. */
  public static String freeTableName(Overlays overlays, String wanted) {
    String name = wanted;
    for (int i = 2; isTableNamed(overlays, name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  static boolean isTableNamed(Overlays overlays, String name) {
    return overlays.of(Kind.TABLE).stream()
        .anyMatch(table -> table.json().path("name").asText().equalsIgnoreCase(name));
  }
}
