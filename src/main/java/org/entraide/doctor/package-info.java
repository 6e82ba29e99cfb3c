/**
 * What {@code doctor} examines, one class each, and what it found. Nothing here changes anything.
 */
@NullMarked
package org.entraide.doctor;

import org.jspecify.annotations.NullMarked;
