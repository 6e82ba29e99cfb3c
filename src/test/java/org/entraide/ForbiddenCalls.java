package org.entraide;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.time.Clock;
import java.util.Set;

/** Calls that only the edge of the program may make, or nobody. */
final class ForbiddenCalls {

  private static final Set<String> NOW =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime",
          "java.time.OffsetTime",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.MonthDay");

  private ForbiddenCalls() {}

  static boolean asksForTime(CodeUnitAccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    boolean noClock =
        target.getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
    return switch (owner) {
      case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system");
      case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
      case "java.lang.Thread" -> name.equals("sleep");
      case "java.util.Date" -> name.equals("<init>") && target.getRawParameterTypes().isEmpty();
      case "java.util.Calendar" -> name.equals("getInstance");
      default -> NOW.contains(owner) && name.equals("now") && noClock;
    };
  }

  static boolean makesRandomness(CodeUnitAccessTarget target) {
    String name = target.getName();
    return switch (target.getOwner().getName()) {
      // from a seed that was passed in it is as good as passed in itself
      case "java.util.SplittableRandom" ->
          name.equals("<init>") && target.getRawParameterTypes().isEmpty();
      case "java.util.Random", "java.security.SecureRandom" -> name.equals("<init>");
      case "java.lang.Math" -> name.equals("random");
      case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
      case "java.util.random.RandomGenerator" -> name.equals("of") || name.equals("getDefault");
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.util.Collections" ->
          name.equals("shuffle") && target.getRawParameterTypes().size() == 1;
      default -> false;
    };
  }

  static boolean sends(CodeUnitAccessTarget target) {
    String owner = target.getOwner().getName();
    boolean gmail = owner.startsWith("com.google.api.services.gmail.Gmail$Users$");
    boolean transport = owner.startsWith("jakarta.mail.Transport");
    return transport || (gmail && (target.getName().equals("send") || owner.endsWith("$Send")));
  }
}
