package org.entraide.delegates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.entraide.google.wire.Wires;
import org.entraide.sandbox.office.Office;
import org.entraide.testkit.Roads;
import org.entraide.testkit.Root;

/** Tells histories to daemons, and what is wrong afterwards. */
final class Trial implements AutoCloseable {

  private final BiFunction<Roads, Office, Root> way;
  private final Map<List<String>, Roads> roads = new HashMap<>();

  /**
   * @param way how a daemon reaches its office
   */
  Trial(BiFunction<Roads, Office, Root> way) {
    this.way = way;
  }

  /**
   * What was seen.
   *
   * @param end as {@link Ending} words it
   * @param wrong what must never be; empty if all is well
   * @param begun how many requests there were before anybody did anything
   * @param requests how many there were before the last cycle, which finds nothing to do
   * @param effective the numbers of those that have an effect
   * @param struck the request that went wrong; empty for none
   * @param lostADraft whether the answer to the creation of a draft was lost
   * @param wasDead whether the daemon died, and nobody looked until there was another one
   */
  record Seen(
      List<String> end,
      List<String> wrong,
      int begun,
      int requests,
      List<Integer> effective,
      String struck,
      boolean lostADraft,
      boolean wasDead) {

    Seen {
      end = List.copyOf(end);
      wrong = List.copyOf(wrong);
      effective = List.copyOf(effective);
    }
  }

  /** Tells a history from beginning to end, with one thing going wrong. */
  Seen tell(History history, Strike strike, boolean forgetting) {
    try (Post post = new Post(road(history), history.people().humans(), strike)) {
      List<String> wrong = new ArrayList<>();
      int quiet = 0;
      try {
        history.events().accept(post);
        post.graceEnds();
        if (forgetting) {
          post.forgets();
          post.graceEnds();
        }
        if (!strike.equals(Strike.NONE)) {
          post.graceEnds(); // a draft that may have been made is looked for twice
        }
        quiet = post.wire().requests();
        post.cycle();
        check(post, wrong);
      } catch (AssertionError e) {
        wrong.add(String.valueOf(e.getMessage()));
      }
      return new Seen(
          Ending.of(post),
          wrong,
          post.begun(),
          quiet,
          post.wire().effective(),
          post.wire().struck(),
          post.wire().lostADraft(),
          strike.blow() != Strike.Blow.ANSWER_LOST);
    }
  }

  private synchronized Function<Office, Root> road(History history) {
    Roads own =
        roads.computeIfAbsent(history.settings(), lines -> new Roads(lines.toArray(String[]::new)));
    return office -> way.apply(own, office);
  }

  private static void check(Post post, List<String> wrong) {
    wrong.addAll(post.bugs());
    List<String> asked = post.lastCycle().stream().sorted().toList();
    if (!asked.equals(List.of("GET history", "read sheet"))) {
      wrong.add("a quiet cycle asks for " + asked);
    }
    if (post.premises().gmail().sendAttempted()) {
      wrong.add("something was to be sent");
    }
    for (String call : post.wire().gmail()) {
      if (call.contains("/send") || !Wires.isAllowed(post.uri(), call)) {
        wrong.add("nobody may ask for " + call);
      }
    }
    post.wire()
        .letters()
        .forEach(
            (introduction, made) -> {
              if (made > 1 && !post.mayFollowUp()) {
                wrong.add(introduction + " has " + made + " letters");
              }
            });
  }

  @Override
  public void close() {
    roads.values().forEach(Roads::close);
  }
}
