package org.entraide.place.embedded;

import java.util.Set;

/**
 * Something among the words that may be a postcode.
 *
 * @param text capitals and digits only, as whole as it was typed
 * @param countries those that write postcodes so
 * @param certain whether it can be nothing else
 * @param at index of its first word
 * @param segment the part of the text that it is in
 */
record PostcodeCandidate(
    String text, Set<String> countries, boolean certain, int at, int segment) {}
