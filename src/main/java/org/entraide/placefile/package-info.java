/**
 * Reads the questions of {@code geocode}, asks them, and writes the answers. In: rows of a file or
 * single texts, and a geocoder. Out: answers as rows or JSON. For that command in {@code cli}
 * alone.
 */
@NullMarked
package org.entraide.placefile;

import org.jspecify.annotations.NullMarked;
