/**
 * Bugs that the program once had, kept as small patches in {@code src/test/bugs} that put them back
 * one by one, to show that tests find each of them.
 */
@NullMarked
package org.entraide.bugs;

import org.jspecify.annotations.NullMarked;
