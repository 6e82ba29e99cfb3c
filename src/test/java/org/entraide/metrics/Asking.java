package org.entraide.metrics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.NobodyIsNamed;

/** Asks pages as a program on this machine does. */
final class Asking {

  private Asking() {}

  static MetricsAnswer ask(MetricsPages pages, String path) {
    return pages.answer(
        new MetricsQuestion("GET", path, Optional.of("127.0.0.1:9464"), Optional.empty()));
  }

  static String text(MetricsAnswer answer) {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    NobodyIsNamed.look("a page", text);
    return text;
  }

  /** The samples, without what explains them. */
  static List<String> samples(Monitor monitor) {
    return Stream.of(text(ask(new MetricsPages(monitor), "/metrics")).split("\n"))
        .filter(line -> !line.startsWith("#"))
        .toList();
  }
}
