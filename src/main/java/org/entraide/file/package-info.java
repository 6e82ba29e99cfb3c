/**
 * Files as people and programs exchange them: comma-separated rows that are read as streams, with
 * line and column of each error in them, and outputs that are there whole or not at all.
 */
@NullMarked
package org.entraide.file;

import org.jspecify.annotations.NullMarked;
