/**
 * A rehearsal on a scratch sheet, form and mailbox of a real account: questions that no document
 * answers, one probe each, and which switch of the office holds.
 */
@NullMarked
package org.entraide.livecheck;

import org.jspecify.annotations.NullMarked;
