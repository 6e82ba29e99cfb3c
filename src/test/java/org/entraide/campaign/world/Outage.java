package org.entraide.campaign.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;

/** Lets one call to the world outside go wrong, in every way in which calls do. */
public final class Outage {

  /** How a call goes wrong. */
  public enum How {
    /** Refused, and known not to be done. */
    BEFORE,
    /** Not done, and nobody can know. */
    DROPPED,
    /** Done, and nobody can know. */
    LOST_ANSWER,
    /** Refused because a quota is used up. */
    THROTTLED,
    /** The same, and the service says when it may be asked again. */
    THROTTLED_UNTIL,
    /** The process dies right before. */
    DEATH_BEFORE,
    /** The process dies right after. */
    DEATH_AFTER
  }

  /** The death of the process: nothing may catch it. */
  public static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death() {
      super("killed");
    }
  }

  /** A call to the world outside. */
  interface Call<T> {
    T run() throws RemoteFailure;
  }

  private final Map<Integer, How> planned = new HashMap<>();
  private final Map<String, How> plannedByKind = new HashMap<>();
  private Instant free = Instant.EPOCH;
  private final Map<Integer, Runnable> hands = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private Consumer<String> meanwhile = what -> {};

  /**
   * Plans a failure.
   *
   * @param call its number from 0, counted over all fakes that share this
   */
  public void plan(int call, How how) {
    planned.put(call, how);
  }

  /** Plans the failure of the next call. */
  public void planNext(How how) {
    plan(calls.size(), how);
  }

  /** When a quota is free again. */
  public void free(Instant at) {
    free = at;
  }

  /** Plans the failure of the next call of one kind. */
  public void planNextOf(String what, How how) {
    plannedByKind.put(what, how);
  }

  /** Somebody does something right before a call, counted like {@link #plan}. */
  public void before(int call, Runnable hand) {
    hands.put(call, hand);
  }

  /** What happens while any call is on its way. */
  public void meanwhile(Consumer<String> what) {
    meanwhile = what;
  }

  /** Nothing planned goes wrong any more. */
  public void heal() {
    planned.clear();
    plannedByKind.clear();
  }

  /** What was called, in order. */
  public List<String> calls() {
    return calls;
  }

  <T> T reading(String what, Call<T> call) throws RemoteFailure {
    return run(what, false, call);
  }

  <T> T writing(String what, Call<T> call) throws RemoteFailure {
    return run(what, true, call);
  }

  private <T> T run(String what, boolean writes, Call<T> call) throws RemoteFailure {
    How how = plannedByKind.remove(what);
    how = how == null ? planned.get(calls.size()) : how;
    Runnable hand = hands.remove(calls.size());
    if (hand != null) {
      hand.run();
    }
    calls.add(what);
    meanwhile.accept(what);
    if (how == null) {
      return call.run();
    }
    switch (how) {
      case BEFORE -> throw RemoteFailure.of(Kind.UNAVAILABLE, what + " refused.");
      case THROTTLED -> throw RemoteFailure.of(Kind.THROTTLED, what + " throttled.");
      case THROTTLED_UNTIL ->
          throw new RemoteFailure(Kind.THROTTLED, false, free, what + " throttled.", null);
      case DROPPED ->
          throw new RemoteFailure(Kind.UNAVAILABLE, writes, null, what + " dropped.", null);
      case DEATH_BEFORE -> throw new Death();
      case LOST_ANSWER -> {
        call.run();
        throw new RemoteFailure(Kind.UNAVAILABLE, writes, null, what + " unanswered.", null);
      }
      case DEATH_AFTER -> {
        call.run();
        throw new Death();
      }
    }
    throw new IllegalStateException("unreachable");
  }
}
