/**
 * The documents tell the truth: their tables are made from the program, their commands exist, and
 * the files and tests that they name are there.
 */
@NullMarked
package org.entraide.docs;

import org.jspecify.annotations.NullMarked;
