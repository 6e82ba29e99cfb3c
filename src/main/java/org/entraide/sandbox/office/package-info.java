/**
 * The embedded office: a pure {@code handle(request) -> response} over a world of spreadsheets,
 * forms and mailboxes that speaks Google's own REST, and lets people be played under {@code
 * /office/}. {@code Office} is the entrance. For the sandbox and tests.
 */
@NullMarked
package org.entraide.sandbox.office;

import org.jspecify.annotations.NullMarked;
