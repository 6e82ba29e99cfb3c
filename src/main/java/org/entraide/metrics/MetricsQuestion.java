package org.entraide.metrics;

import java.util.Optional;

/**
 * A request as it came.
 *
 * @param method in capitals
 * @param path without query
 * @param host what the {@code Host} header says
 * @param accept which formats the asker likes best
 */
record MetricsQuestion(
    String method, String path, Optional<String> host, Optional<String> accept) {}
