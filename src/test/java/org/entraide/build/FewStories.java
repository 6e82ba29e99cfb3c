package org.entraide.build;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out all but a few cases of a class of {@link Stories} where the fast loop asks for it. */
@NullMarked
final class FewStories implements ExecutionCondition {

  /** A system property, which the profile of the fast loop sets to true. */
  static final String FEW = "stories.few";

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(FewStories.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<Stories> stories =
        context.getTestClass().map(tests -> tests.getAnnotation(Stories.class));
    if (!Boolean.getBoolean(FEW) || stories.isEmpty() || !isCase(context)) {
      return ConditionEvaluationResult.enabled("all of them, or what holds them");
    }
    int begun =
        context
            .getRoot()
            .getStore(HERE)
            .computeIfAbsent(
                context.getRequiredTestClass().getName(),
                key -> new AtomicInteger(),
                AtomicInteger.class)
            .incrementAndGet();
    return begun <= stories.orElseThrow().few()
        ? ConditionEvaluationResult.enabled("one of the few")
        : ConditionEvaluationResult.disabled("-Pfast runs a few of them");
  }

  /** Not a class, nor a method for each of whose parameters there is a case. */
  private static boolean isCase(ExtensionContext context) {
    return context
        .getTestMethod()
        .map(
            method ->
                method.isAnnotationPresent(Test.class)
                    || context.getUniqueId().contains("invocation:#"))
        .orElse(false);
  }
}
