/** A sample campaign: a questionnaire, and fictitious people who answered it. */
@NullMarked
package org.entraide.sandbox.sample;

import org.jspecify.annotations.NullMarked;
