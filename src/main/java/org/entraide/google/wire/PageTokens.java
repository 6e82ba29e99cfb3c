package org.entraide.google.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/** Follows page tokens to the end. */
public final class PageTokens {

  private PageTokens() {}

  /** Asks for one page. */
  @FunctionalInterface
  public interface Source<T> {
    /**
     * Asks for one.
     *
     * @param token of the page; null for the first
     */
    Page<T> page(@Nullable String token) throws RemoteFailure;
  }

  /**
   * One page.
   *
   * @param next the next page's token; null or empty on the last
   */
  public record Page<T>(List<T> items, @Nullable String next) {
    public static <T> Page<T> of(@Nullable List<T> items, @Nullable String next) {
      return new Page<>(items == null ? List.of() : items, next);
    }
  }

  /** Returns the items of all pages; an empty page may well have a next one. */
  public static <T> List<T> all(Source<T> source) throws RemoteFailure {
    return first(Integer.MAX_VALUE, source);
  }

  /**
   * Returns the items of the first pages, as of a list that is too long to be read whole.
   *
   * @param pages how many at most
   */
  public static <T> List<T> first(int pages, Source<T> source) throws RemoteFailure {
    List<T> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    @Nullable String token = null;
    do {
      Page<T> page = source.page(token);
      items.addAll(page.items());
      token = page.next();
      if (token != null && !seen.add(token)) {
        throw RemoteFailure.of(
            Kind.UNAVAILABLE,
            Operation.failure(Message.of("google.doing.list"), Message.of("google.why.circle")));
      }
    } while (token != null && !token.isEmpty() && seen.size() < pages);
    return items;
  }
}
