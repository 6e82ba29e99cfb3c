/** Every word that people read, in French and English. */
@NullMarked
package org.entraide.text;

import org.jspecify.annotations.NullMarked;
