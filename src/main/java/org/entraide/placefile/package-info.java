/** The files of {@code geocode}: questions as rows or lines, answers as rows or JSON. */
@NullMarked
package org.entraide.placefile;

import org.jspecify.annotations.NullMarked;
