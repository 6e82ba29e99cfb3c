/** One campaign's reconcile cycle, and the ports it calls. */
@NullMarked
package org.entraide.campaign;

import org.jspecify.annotations.NullMarked;
