package org.entraide.metrics;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.entraide.campaign.port.Stage;
import org.jspecify.annotations.Nullable;

/** How long cycles are at their stages. For use by several threads. */
final class StageTimes {

  private final LongSupplier nanos;
  private final Map<String, Course> courses = new HashMap<>();

  /** How one campaign's cycle has gone so far. */
  private static final class Course {
    final Map<Stage, Duration> past = none();
    @Nullable Stage now;
    long since;

    private static Map<Stage, Duration> none() {
      Map<Stage, Duration> none = new EnumMap<>(Stage.class);
      for (Stage stage : Stage.values()) {
        none.put(stage, Duration.ZERO);
      }
      return none;
    }

    void goOn(@Nullable Stage next, long time) {
      if (now != null) {
        past.merge(now, Duration.ofNanos(time - since), Duration::plus);
      }
      now = next;
      since = time;
    }
  }

  /**
   * @param nanos a clock that only ever goes on, in nanoseconds
   */
  StageTimes(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void begins(String campaign) {
    courses.put(campaign, new Course());
  }

  synchronized void reaches(String campaign, Stage stage) {
    Course course = courses.get(campaign);
    if (course != null) {
      course.goOn(stage, nanos.getAsLong());
    }
  }

  /** How long each stage of the cycle was that ends now; empty where none had begun. */
  synchronized Map<Stage, Duration> ended(String campaign) {
    Course course = courses.remove(campaign);
    if (course == null) {
      return Map.of();
    }
    course.goOn(null, nanos.getAsLong());
    return course.past;
  }

  /** How long each running stage of a campaign has run by now; zero for the others. */
  synchronized Map<Stage, Duration> stages(String campaign) {
    Map<Stage, Duration> running = Course.none();
    Course course = courses.get(campaign);
    if (course != null && course.now != null) {
      running.put(course.now, Duration.ofNanos(nanos.getAsLong() - course.since));
    }
    return running;
  }
}
