/**
 * Decides which troubles the administrator hears of, and when. In: the report of a cycle, and what
 * was sent before. Out: the alerts that are due, whether the heartbeat is due, and receivers that
 * fail. For {@code alert.send}; {@code campaign} and {@code plan} may not use it. Pure.
 */
@NullMarked
package org.entraide.alert;

import org.jspecify.annotations.NullMarked;
