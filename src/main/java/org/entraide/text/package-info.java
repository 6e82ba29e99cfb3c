/** Every word that people read, in every language that has the files. */
@NullMarked
package org.entraide.text;

import org.jspecify.annotations.NullMarked;
