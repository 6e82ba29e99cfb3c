/**
 * What may be asked of Google in a minute, by one process or by a group of daemons. The adapters
 * ask here before each call.
 */
@NullMarked
package org.entraide.google.quota;

import org.jspecify.annotations.NullMarked;
