package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entraide.sandbox.office.Overlay.Kind;

/** All overlays of a book under change, in their order. */
final class Overlays {

  private final ArrayList<Overlay> all;
  private long nextKey;
  private Set<Kind> kinds = EnumSet.noneOf(Kind.class);

  Overlays() {
    this(List.of(), 0);
  }

  private Overlays(List<Overlay> all, long nextKey) {
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

  List<Overlay> of(Kind kind) {
    return has(kind) ? all.stream().filter(o -> o.kind() == kind).toList() : List.of();
  }

  List<Overlay> of(Kind kind, int sheetId) {
    return has(kind) ? on(kind, sheetId).toList() : List.of();
  }

  private Stream<Overlay> on(Kind kind, int sheetId) {
    return all.stream().filter(o -> o.kind() == kind && o.sheetId() == sheetId);
  }

  Optional<Overlay> find(Kind kind, String id) {
    return of(kind).stream().filter(o -> o.id().equals(id)).findFirst();
  }

  Overlay require(Kind kind, String id) {
    return find(kind, id)
        .orElseThrow(() -> new InvalidRequest("No " + kind.words() + " with id: " + id));
  }

  boolean hasId(String id) {
    return all.stream().anyMatch(o -> !o.kind().id().isEmpty() && o.id().equals(id));
  }

  Overlay add(Kind kind, int sheetId, ObjectNode json) {
    Overlay added = new Overlay(nextKey++, kind, sheetId, json);
    all.add(added);
    count();
    return added;
  }

  /** Adds it before what is now the one of that index among its like on the tab. */
  void add(Kind kind, int sheetId, ObjectNode json, int index) {
    List<Overlay> alike = of(kind, sheetId);
    int at = index < alike.size() ? all.indexOf(alike.get(index)) : all.size();
    all.add(at, new Overlay(nextKey++, kind, sheetId, json));
    count();
  }

  void replace(Overlay old, ObjectNode json, int sheetId) {
    all.set(all.indexOf(old), new Overlay(old.key(), old.kind(), sheetId, json));
  }

  void remove(Overlay overlay) {
    removeIf(other -> other.key() == overlay.key());
  }

  void removeIf(Predicate<Overlay> gone) {
    if (all.removeIf(gone)) {
      count();
    }
  }

  /** Everything follows a change of a tab's lines. */
  void follow(int sheetId, LineEdit edit) {
    boolean lost = false;
    for (int i = 0; i < all.size(); i++) {
      Optional<Overlay> fresh = all.get(i).follow(sheetId, edit);
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

  /**
   * Copies what lies on a tab to its duplicate, as Google does: with identifiers of its own, and
   * named ranges that carry the tab's title.
   */
  void duplicate(Book book, Sheet source, Sheet copy) {
    for (Overlay overlay : List.copyOf(all)) {
      if (overlay.sheetId() == source.id()) {
        ObjectNode json = RangeJson.onTab(overlay.json(), source.id(), copy.id());
        Kind kind = overlay.kind();
        if (kind.namedByText()) {
          json.put(kind.id(), OverlayRequests.freshTextId(book));
        } else if (!kind.id().isEmpty()) {
          json.put(kind.id(), book.freshId());
        }
        if (kind == Kind.NAMED_RANGE) {
          json.put("name", A1.quote(copy.title()) + "!" + json.path("name").asText());
        } else if (kind == Kind.TABLE) {
          json.put("name", OverlayRequests.freeTableName(this, json.path("name").asText()));
        }
        add(kind, copy.id(), json);
      }
    }
  }

  /** Takes back what a step did to overlays, and nothing else. */
  void revert(Overlays before, Overlays after) {
    for (int i = 0; i < before.all.size(); i++) {
      Overlay old = before.all.get(i);
      Optional<Overlay> changed = after.byKey(old);
      Optional<Overlay> now = byKey(old);
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
  void restore(Overlays earlier, int sheetId) {
    earlier.all.stream()
        .filter(o -> o.sheetId() == sheetId && byKey(o).isEmpty())
        .forEach(all::add);
    count();
  }

  private Optional<Overlay> byKey(Overlay other) {
    return all.stream().filter(o -> o.key() == other.key()).findFirst();
  }

  private void count() {
    Set<Kind> present = EnumSet.noneOf(Kind.class);
    all.forEach(o -> present.add(o.kind()));
    kinds = present;
  }
}
