/** Forms through the Forms API: read, made and completed. For {@code GoogleServices} alone. */
@NullMarked
package org.entraide.google.forms;

import org.jspecify.annotations.NullMarked;
