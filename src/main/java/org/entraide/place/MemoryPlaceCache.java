package org.entraide.place;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps answers as long as the process lives, over a cache that is only read, or over none. */
public final class MemoryPlaceCache implements PlaceCache {

  private final @Nullable PlaceCache beneath;
  private final Map<String, CachedPlace> kept = new ConcurrentHashMap<>();
  private @Nullable String key;

  public MemoryPlaceCache() {
    this.beneath = null;
  }

  /**
   * @param beneath never written to
   */
  public MemoryPlaceCache(PlaceCache beneath) {
    this.beneath = beneath;
  }

  @Override
  public synchronized Optional<String> placeKey() {
    Optional<String> older = beneath == null ? Optional.empty() : beneath.placeKey();
    return older.or(() -> Optional.ofNullable(key));
  }

  @Override
  public synchronized String keepPlaceKey(String fresh) {
    if (key == null) {
      key = fresh;
    }
    return placeKey().orElse(key);
  }

  @Override
  public Optional<CachedPlace> place(String hash) {
    Optional<CachedPlace> own = Optional.ofNullable(kept.get(hash));
    return own.isPresent() || beneath == null ? own : beneath.place(hash);
  }

  @Override
  public void keepPlace(String hash, CachedPlace answer) {
    kept.put(hash, answer);
  }
}
