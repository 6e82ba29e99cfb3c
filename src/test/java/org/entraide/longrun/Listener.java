package org.entraide.longrun;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Tells a start of each case that ends. */
final class Listener implements TestExecutionListener {

  private static final double NANOS = 1e9;

  private final Run run;
  private final String family;
  private final LongSupplier nanos;
  private final Map<String, Long> began = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Long>> counts = new ConcurrentHashMap<>();

  Listener(Run run, String family, LongSupplier nanos) {
    this.run = run;
    this.family = family;
    this.nanos = nanos;
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    began.put(test.getUniqueId(), nanos.getAsLong());
  }

  /** What a case counts: names and numbers. */
  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    Map<String, Long> numbers = counts.computeIfAbsent(test.getUniqueId(), id -> new TreeMap<>());
    entry.getKeyValuePairs().forEach((name, number) -> numbers.put(name, Long.valueOf(number)));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    long start = Optional.ofNullable(began.remove(test.getUniqueId())).orElse(nanos.getAsLong());
    Map<String, Long> counted =
        Optional.ofNullable(counts.remove(test.getUniqueId())).orElse(Map.of());
    Optional<String> named =
        test.isTest() ? Cases.named(test.getUniqueIdObject()) : Optional.empty();
    if (named.isEmpty() && result.getStatus() == Status.SUCCESSFUL) {
      return;
    }
    CaseResult.End end = end(result.getStatus());
    String everything = result.getThrowable().map(Listener::everything).orElse("");
    run.ended(
        new CaseResult(
            named.map(name -> family + ":" + name).orElse(Tally.whole(family)),
            test.getDisplayName(),
            (nanos.getAsLong() - start) / NANOS,
            end,
            counted,
            result.getThrowable().map(Listener::words).orElse("")),
        everything);
  }

  private static CaseResult.End end(Status status) {
    return switch (status) {
      case SUCCESSFUL -> CaseResult.End.OK;
      case ABORTED -> CaseResult.End.SKIPPED;
      case FAILED -> CaseResult.End.FOUND;
    };
  }

  private static String words(Throwable thrown) {
    String message = Optional.ofNullable(thrown.getMessage()).orElse("");
    return thrown instanceof AssertionError && !message.isBlank() ? message : thrown.toString();
  }

  private static String everything(Throwable thrown) {
    StringWriter all = new StringWriter();
    thrown.printStackTrace(new PrintWriter(all, true));
    return all.toString();
  }
}
