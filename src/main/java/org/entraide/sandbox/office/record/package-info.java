/**
 * Records what was asked of the embedded office. In: requests and their answers. Out: a log without
 * anything personal, and a file with personal data masked. For {@code sandbox.office}, {@code
 * action} and tests.
 */
@NullMarked
package org.entraide.sandbox.office.record;

import org.jspecify.annotations.NullMarked;
