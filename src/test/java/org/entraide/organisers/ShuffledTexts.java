package org.entraide.organisers;

import static org.entraide.organisers.KnownTruth.lines;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.testkit.Snapshot.Tab;

/** What is asked for whom once only some of the columns were moved. */
final class ShuffledTexts {

  /**
   * What is asked now.
   *
   * @param amiss people beside whom stand the daemon's cells of others, or what was moved and has
   *     not been looked at since: whether something new there was typed before or after, or moved,
   *     nobody can say who looks later
   */
  static TypedFor observed(
      TypedFor before,
      Map<String, Map<String, String>> now,
      boolean shuffle,
      Set<String> amiss,
      Tab answers,
      TypedFor read) {
    Map<String, Map<String, String>> texts = new HashMap<>(before.texts());
    Set<String> shuffled = new HashSet<>(before.shuffled());
    Set<String> unsure = new HashSet<>(before.unsure());
    Map<String, Map<String, String>> seen = new HashMap<>(before.seen());
    now.forEach(
        (token, shown) -> {
          boolean same = shown.equals(texts.getOrDefault(token, Map.of()));
          if (same) {
            shuffled.remove(token);
          } else if (shuffle) {
            shuffled.add(token);
            Map<String, String> own = texts.getOrDefault(token, Map.of());
            // an undone step does not bring back what was written over since, and what was typed
            // and moved between two looks is as if it was moved and typed
            if (!stand(own, answers) || !own.equals(read.texts().getOrDefault(token, Map.of()))) {
              unsure.add(token);
            }
          } else if (!shuffled.contains(token)) {
            texts.put(token, shown);
            if (amiss.contains(token)) {
              unsure.add(token);
            }
          } else if (!shown.equals(before.seen().get(token))) {
            unsure.add(token); // else rows have moved as a whole
          }
          seen.put(token, shown);
        });
    if (shuffle) { // nor can anybody say of those beside whom it stands now
      now.forEach(
          (token, shown) -> {
            if (!shown.equals(texts.getOrDefault(token, Map.of()))
                && shown.entrySet().stream().anyMatch(e -> isDoubtful(e, texts, unsure))) {
              unsure.add(token);
            }
          });
    } else { // somebody typed over what had been moved there, or cleared it
      List<Map<String, String>> all =
          now.keySet().stream().map(token -> texts.getOrDefault(token, Map.of())).toList();
      // what is beside whom nobody can say was maybe typed there, and is not theirs
      Set<Integer> doubtful = new HashSet<>();
      unsure.forEach(token -> doubtful.addAll(answers.rowsOf(token)));
      now.keySet().stream()
          .filter(shuffled::contains)
          .filter(token -> !stand(texts.getOrDefault(token, Map.of()), all, answers, doubtful))
          .forEach(unsure::add);
    }
    return new TypedFor(texts, shuffled, unsure, seen);
  }

  /** Whether that was typed for somebody of whom nobody can say. */
  private static boolean isDoubtful(
      Map.Entry<String, String> shown, Map<String, Map<String, String>> texts, Set<String> unsure) {
    return unsure.stream()
        .anyMatch(
            one -> shown.getValue().equals(texts.getOrDefault(one, Map.of()).get(shown.getKey())));
  }

  /** Whether texts stand in their columns, beside whomever. */
  static boolean stand(Map<String, String> texts, Tab answers) {
    return stand(texts, List.of(), answers, Set.of());
  }

  /**
   * The same where others have equal texts: there is one for each of them.
   *
   * @param doubtful rows that do not count
   */
  static boolean stand(
      Map<String, String> texts,
      List<Map<String, String>> all,
      Tab answers,
      Set<Integer> doubtful) {
    return texts.entrySet().stream()
        .allMatch(
            text ->
                lines(text.getValue()).stream()
                    .allMatch(
                        line ->
                            IntStream.range(1, answers.rowCount())
                                    .filter(i -> !doubtful.contains(i))
                                    .filter(i -> answers.text(i, text.getKey()).equals(line))
                                    .count()
                                >= Math.max(1, having(all, text.getKey(), line))));
  }

  private static long having(List<Map<String, String>> all, String column, String line) {
    return all.stream().filter(one -> lines(one.getOrDefault(column, "")).contains(line)).count();
  }

  private ShuffledTexts() {}
}
