/**
 * Says how far a long computation is. In: steps of who computes. Out: to whom it is shown, such as
 * the terminal. One interface, so that who computes knows no terminal. For all. Pure.
 */
@NullMarked
package org.entraide.progress;

import org.jspecify.annotations.NullMarked;
