package org.entraide.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is answered: {@code /metrics} and {@code /healthz}, and to whom. */
final class MetricsPages {

  /**
   * A page that made its own name resolve to this machine still sends that name, and names are all
   * that it could use: an address is nobody's to give away. The port is left alone, since a tunnel
   * has another.
   */
  private static final Pattern THIS_MACHINE =
      Pattern.compile(
          "(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  private final ExpositionFormatWriter open = OpenMetricsTextFormatWriter.create();
  private final ExpositionFormatWriter plain = PrometheusTextFormatWriter.create();
  private final Monitor monitor;

  MetricsPages(Monitor monitor) {
    this.monitor = monitor;
  }

  MetricsAnswer answer(MetricsQuestion question) {
    if (question.host().filter(it -> THIS_MACHINE.matcher(it).matches()).isEmpty()) {
      return MetricsAnswer.line(
          403, "Only this machine may ask, as 127.0.0.1, [::1] or localhost in the Host header.");
    }
    if (!question.method().equals("GET") && !question.method().equals("HEAD")) {
      return MetricsAnswer.notAllowed();
    }
    return switch (question.path()) {
      case "/metrics" -> metrics(question.accept().orElse(null));
      case "/healthz" -> health();
      default -> MetricsAnswer.line(404, "There are /metrics and /healthz.");
    };
  }

  private MetricsAnswer metrics(@Nullable String accept) {
    // Not the client's own choice: a Prometheus that would like Protobuf, which is not here, best
    // of all gets an exception from that.
    ExpositionFormatWriter writer = open.accepts(accept) ? open : plain;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      writer.write(body, monitor.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: it is memory
    }
    return MetricsAnswer.of(writer.getContentType(), body.toByteArray());
  }

  private MetricsAnswer health() {
    Optional<String> ailment = monitor.ailment();
    if (ailment.isPresent()) {
      return MetricsAnswer.line(503, ailment.get());
    }
    List<String> hanging = monitor.health().hanging();
    return hanging.isEmpty()
        ? MetricsAnswer.line(200, "ok, campaigns: " + monitor.health().campaigns())
        : MetricsAnswer.line(503, "hanging: " + String.join(", ", hanging));
  }
}
