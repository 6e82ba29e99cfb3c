/** Measures the real daemon against the sample campaign; see {@code docs/benchmarks.md}. */
@NullMarked
package org.entraide.bench;

import org.jspecify.annotations.NullMarked;
