/** The sandbox: the embedded office with a sample campaign, the daemon beside it, and a page. */
@NullMarked
package org.entraide.sandbox;

import org.jspecify.annotations.NullMarked;
