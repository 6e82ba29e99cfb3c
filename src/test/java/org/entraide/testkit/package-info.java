/**
 * What tests of several packages share: histories that files tell, and helpers for what many tests
 * look at.
 */
@NullMarked
package org.entraide.testkit;

import org.jspecify.annotations.NullMarked;
