/**
 * What can go wrong with a request at the embedded office, by rules that tests set, with the bodies
 * that Google was seen to answer.
 */
@NullMarked
package org.entraide.sandbox.office.faults;

import org.jspecify.annotations.NullMarked;
