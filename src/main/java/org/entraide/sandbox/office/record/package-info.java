/**
 * What was asked of the embedded office: a log without anything personal, and a recording with
 * personal data masked. For the office, the sandbox and tests.
 */
@NullMarked
package org.entraide.sandbox.office.record;

import org.jspecify.annotations.NullMarked;
