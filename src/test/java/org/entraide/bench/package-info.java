/**
 * Measures the daemon and the matcher, and what others would take; see {@code docs/benchmarks.md}.
 */
@NullMarked
package org.entraide.bench;

import org.jspecify.annotations.NullMarked;
