package org.entraide.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One way to start the daemon's Java.
 *
 * @param name as the tables show it
 * @param options of the {@code java} command
 * @param environment variables that are set for it
 */
record Variant(String name, List<String> options, Map<String, String> environment) {

  static Variant of(String name, List<String> options) {
    return new Variant(name, options, Map.of());
  }

  static Variant of(String name, String... options) {
    return of(name, List.of(options));
  }

  Variant named(String other) {
    return new Variant(other, options, environment);
  }

  Variant with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new Variant(name, all, environment);
  }

  Variant within(String variable, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(variable, value);
    return new Variant(name, options, all);
  }
}
