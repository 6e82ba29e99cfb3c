/**
 * Lets a daemon be watched, where that is configured: Prometheus metrics and a health check over
 * HTTP, for this machine alone and without any personal data. The only package that knows
 * Prometheus.
 */
@NullMarked
package org.entraide.metrics;

import org.jspecify.annotations.NullMarked;
