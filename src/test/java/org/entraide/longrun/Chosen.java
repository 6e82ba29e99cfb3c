package org.entraide.longrun;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.UniqueId;

/**
 * Leaves out the cases that are not a start's of the long profile: those of other parts, those that
 * ended before, and all once its time is over. Registered for all tests; without the long profile
 * it leaves out nothing.
 */
public final class Chosen implements ExecutionCondition {

  /** The parameter that names the start, and the one that names the family. */
  static final String START = "entraide.long.start";

  static final String FAMILY = "entraide.long.family";

  private static final Map<String, Run> STARTS = new ConcurrentHashMap<>();

  /** A start that asks from now on. */
  static String register(Run run) {
    String name = "start-" + STARTS.size();
    STARTS.put(name, run);
    return name;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<Run> run = context.getConfigurationParameter(START).map(STARTS::get);
    Optional<String> named =
        run.isEmpty() ? Optional.empty() : Cases.named(UniqueId.parse(context.getUniqueId()));
    if (named.isEmpty()) {
      return ConditionEvaluationResult.enabled("no case of the long profile");
    }
    String id = context.getConfigurationParameter(FAMILY).orElse("") + ":" + named.get();
    return run.get().takes(id)
        ? ConditionEvaluationResult.enabled("is left")
        : ConditionEvaluationResult.disabled("another's, or done");
  }
}
