/** A person's consent: their browser, the way back to this program, and what is kept of it. */
@NullMarked
package org.entraide.google.signin;

import org.jspecify.annotations.NullMarked;
