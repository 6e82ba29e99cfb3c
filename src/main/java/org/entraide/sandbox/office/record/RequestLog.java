package org.entraide.sandbox.office.record;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was asked of Google's services: never a body, a name or an identifier.
 *
 * <p>Counts are kept for ever, entries for the last {@value #KEPT} requests.
 */
public final class RequestLog {

  private static final int KEPT = 10_000;

  private final Deque<LoggedRequest> entries = new ArrayDeque<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * One request.
   *
   * @param kind such as {@code sheets.read}, {@code gmail.write} or {@code token}
   * @param path the path with its identifiers left out
   * @param account who asked; empty where no token said so
   * @param status the HTTP status answered, 0 where the connection was dropped before anything
   */
  public record LoggedRequest(
      Instant time, String kind, String method, String path, String account, int status) {}

  public RequestLog() {}

  public synchronized void add(LoggedRequest entry) {
    if (entries.size() == KEPT) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    counts.merge(entry.kind(), 1, Integer::sum);
  }

  /** How many requests of this kind came since the last reset. */
  public synchronized int count(String kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** Requests by kind since the last reset, by name. */
  public synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  /** The last requests, oldest first. */
  public synchronized List<LoggedRequest> entries() {
    return List.copyOf(entries);
  }

  /** Forgets everything. */
  public synchronized void reset() {
    entries.clear();
    counts.clear();
  }
}
