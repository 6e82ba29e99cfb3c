/** Makes the files of the embedded gazetteer from their sources; see docs/gazetteer.md. */
@NullMarked
package org.entraide.gazetteer;

import org.jspecify.annotations.NullMarked;
