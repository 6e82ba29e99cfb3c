package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.testkit.Human;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("long")
class ManyIntroductionsTest {

  private static final int PAIRS = 400;
  private static final int SOME = 120;

  /** Google's, for each user: reference of Gmail's quota. */
  private static final int UNITS_A_MINUTE = 6_000;

  private static final int MANY_CYCLES = 20;

  private static final Pattern NEEDING = Pattern.compile("person([0-9]*[02468])@example");

  @Test
  void hundredsOfDraftsAreMadeWithoutABurstTheMostUrgentFirst() {
    try (Roads roads = new Roads("max_waiting_drafts = 2000");
        Post post = new Post(roads::direct, List.of(), Strike.NONE)) {
      answer(post, PAIRS);
      List<Integer> progress = new ArrayList<>();
      while (post.wire().letters().size() < PAIRS && progress.size() < MANY_CYCLES) {
        post.cycle();
        progress.add(post.wire().letters().size());
        assertThat(post.troubles()).isEmpty();
      }
      post.settles();

      assertThat(post.wire().letters()).hasSize(PAIRS);
      assertThat(post.wire().letters().values()).containsOnly(1);
      assertThat(progress).isSorted();
      assertThat(progress.get(0)).isGreaterThan(PAIRS / 4);
      assertThat(mostInAMinute(post.wire().spent())).isLessThanOrEqualTo(UNITS_A_MINUTE);
      assertThat(drafted(post)).startsWith(0, 2, 4, 6).isSorted().hasSize(PAIRS);
      assertThat(post.drafts()).hasSize(PAIRS);
    }
  }

  @ParameterizedTest
  @EnumSource(Strike.Blow.class)
  void whatGoesWrongInTheMiddleOfHundredsDoublesNoneAndLosesNone(Strike.Blow blow) {
    try (Roads roads = new Roads("max_waiting_drafts = 2000");
        Post post = new Post(roads::direct, List.of(), new Strike(SOME / 2, blow))) {
      answer(post, SOME);
      for (int i = 0; i < MANY_CYCLES && post.wire().letters().size() < SOME; i++) {
        post.cycle();
      }
      post.graceEnds();
      post.graceEnds(); // a draft that may have been made is looked for twice

      assertThat(post.wire().struck()).isEqualTo("POST drafts");
      assertThat(post.wire().letters()).hasSize(SOME);
      assertThat(post.wire().letters().values()).containsOnly(1);
      assertThat(post.drafts()).hasSize(SOME);
      assertThat(drafted(post).subList(0, SOME / 4)).isSorted();
    }
  }

  private static int mostInAMinute(List<StruckWire.Spent> all) {
    Deque<StruckWire.Spent> minute = new ArrayDeque<>();
    int used = 0;
    int most = 0;
    for (StruckWire.Spent spent : all) {
      Instant begin = spent.at().minus(Duration.ofMinutes(1));
      while (!minute.isEmpty() && !minute.peek().at().isAfter(begin)) {
        used -= minute.remove().units();
      }
      minute.add(spent);
      used += spent.units();
      most = Math.max(most, used);
    }
    return most;
  }

  /** By turns somebody in need and somebody who helps; who answered first is the most urgent. */
  private static void answer(Post post, int pairs) {
    for (int i = 0; i < 2 * pairs; i++) {
      boolean needing = i % 2 == 0;
      Map<String, String> answers = new HashMap<>();
      answers.put(Human.NAME, name(i));
      answers.put(Human.PLACE, "Nord");
      answers.put(needing ? Human.NEEDS : Human.OFFERS, "Courses");
      answers.put(Human.CAPACITY, needing ? "" : "1");
      answers.put(Human.CONSENT, "Oui");
      post.answers("person" + i + "@example.org", answers);
    }
  }

  /** A name in letters: numbers are no names. */
  private static String name(int number) {
    StringBuilder name = new StringBuilder("Camille Q");
    for (int rest = number, i = 0; i < 4; i++, rest /= 10) {
      name.append((char) ('a' + rest % 10));
    }
    return name.toString();
  }

  /** Those in need, in the order in which their drafts were made. */
  private static List<Integer> drafted(Post post) {
    List<Integer> numbers = new ArrayList<>();
    for (OfficeMailbox.Draft draft : post.drafts()) { // the newest first
      Matcher address = NEEDING.matcher(new String(draft.message().raw(), StandardCharsets.UTF_8));
      if (address.find()) {
        numbers.add(0, Integer.parseInt(address.group(1)));
      }
    }
    return numbers;
  }
}
