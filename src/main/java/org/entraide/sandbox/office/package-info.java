/**
 * Answers as Google's REST does, over a world of spreadsheets, forms and mailboxes. In: requests,
 * those under {@code /office/} too, which play people. Out: Google's answers. {@code Office} is the
 * entrance, {@code handle(request) -> response}; {@code OfficeServer} carries it over HTTP. For
 * {@code sandbox} and tests.
 */
@NullMarked
package org.entraide.sandbox.office;

import org.jspecify.annotations.NullMarked;
