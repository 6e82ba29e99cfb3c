/**
 * Reads and writes tables in files, as people and programs exchange them. In: comma-separated rows
 * as streams. Out: cells, with line and column of each error, and files that are there whole or not
 * at all. For {@code matchfile}, {@code placefile}, {@code place.postcode}, {@code cli} and {@code
 * action}.
 */
@NullMarked
package org.entraide.file;

import org.jspecify.annotations.NullMarked;
