/**
 * Serves Prometheus metrics and a health check over HTTP, where that is configured. In: what a
 * watcher hears of cycles, and requests to Google. Out: pages for this machine alone, without any
 * personal data. For {@code run}; {@code action} asks it whether the port is free. No other package
 * may use Prometheus.
 */
@NullMarked
package org.entraide.metrics;

import org.jspecify.annotations.NullMarked;
