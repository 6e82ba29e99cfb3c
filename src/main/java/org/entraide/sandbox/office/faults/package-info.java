/**
 * Makes requests to the embedded office go wrong, by rules that tests set. In: rules, and a
 * request. Out: the first rule that matches, with the bodies that Google was seen to answer. For
 * {@code sandbox.office} and tests.
 */
@NullMarked
package org.entraide.sandbox.office.faults;

import org.jspecify.annotations.NullMarked;
