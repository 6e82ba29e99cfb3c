/**
 * What the world should look like minus what it is: introductions, letters, cells, effects. Pure.
 */
@NullMarked
package org.entraide.plan;

import org.jspecify.annotations.NullMarked;
