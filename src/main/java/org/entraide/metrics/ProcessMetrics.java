package org.entraide.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Age and memory of the process, under the names that every Prometheus client gives them. The
 * client's own bundle for the JVM would load its management beans: more memory than it reports.
 */
final class ProcessMetrics {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d{1,12}) kB$");

  private ProcessMetrics() {}

  static void register(PrometheusRegistry registry) {
    GaugeWithCallback.builder()
        .name("process_start_time_seconds")
        .help("When the process started, in Unix time.")
        .callback(
            callback ->
                ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(Instant::toEpochMilli)
                    .ifPresent(millis -> callback.call(millis / 1e3)))
        .register(registry);
    GaugeWithCallback.builder()
        .name("process_resident_memory_bytes")
        .help("Resident memory of the process; on Linux only.")
        .callback(callback -> resident(status()).ifPresent(callback::call))
        .register(registry);
    GaugeWithCallback.builder()
        .name("jvm_memory_used_bytes")
        .help("Memory of the heap in use.")
        .labelNames("area")
        .callback(
            callback -> {
              Runtime runtime = Runtime.getRuntime();
              callback.call((double) (runtime.totalMemory() - runtime.freeMemory()), "heap");
            })
        .register(registry);
  }

  /** Empty where the system has no such file, or another form of it. */
  private static String status() {
    try {
      return Files.readString(STATUS, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  static OptionalDouble resident(String status) {
    Matcher matcher = RESIDENT.matcher(status);
    return matcher.find()
        ? OptionalDouble.of(Long.parseLong(matcher.group(1)) * 1024.0)
        : OptionalDouble.empty();
  }
}
