package org.entraide.cli;

import java.io.PrintWriter;

/**
 * Where a command's words go.
 *
 * @param out data, for scripts; nothing else
 * @param err everything for people
 */
public record Console(PrintWriter out, PrintWriter err) {}
