package org.entraide.config;

/**
 * Where metrics and the health check are served.
 *
 * @param host {@code localhost} or a loopback address, without brackets
 * @param port 0 for any free one
 */
public record MetricsSettings(String host, int port) {}
