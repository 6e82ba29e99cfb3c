package org.entraide.sandbox.office.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request to an endpoint under {@code /office/}, taken apart.
 *
 * @param key the verb and the path, with a star for every identifier: {@code PUT forms/*}
 * @param ids the identifiers in place of the stars
 */
public record PeopleCall(OfficeRequest request, String key, List<String> ids) {

  /**
   * Takes a request apart, if its path begins with the first of these words.
   *
   * @param root the word after {@code /office/}
   * @param words others that are no identifiers
   */
  public static Optional<PeopleCall> of(OfficeRequest request, String root, Set<String> words) {
    List<String> path = request.segments();
    if (path.size() < 2 || !path.get(0).equals("office") || !path.get(1).equals(root)) {
      return Optional.empty();
    }
    StringBuilder key = new StringBuilder(request.method()).append(' ').append(root);
    List<String> ids = new ArrayList<>();
    for (int i = 2; i < path.size(); i++) {
      // identifiers and words take turns
      boolean word = i % 2 == 1 && words.contains(path.get(i));
      key.append('/').append(word ? path.get(i) : "*");
      if (!word) {
        ids.add(path.get(i));
      }
    }
    return Optional.of(new PeopleCall(request, key.toString(), ids));
  }

  public String id(int index) {
    return ids.get(index);
  }

  /** The refusal of an unknown path below a known root. */
  public ApiException unknown() {
    return new ApiException(
        404, "NOT_FOUND", "There is no " + key + " under /office/.", null, "office", List.of());
  }
}
