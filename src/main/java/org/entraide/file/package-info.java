/**
 * Reads and writes files as people and programs exchange them. In: comma-separated rows as streams,
 * and files with one secret. Out: cells, with line and column of each error; files that are there
 * whole or not at all, or that only their owner may read. For {@code matchfile}, {@code placefile}
 * and {@code place.postcode}; {@code journal} and {@code google.auth} keep secrets with it.
 */
@NullMarked
package org.entraide.file;

import org.jspecify.annotations.NullMarked;
