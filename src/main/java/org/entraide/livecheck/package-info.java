/**
 * Tries on a real account what no document answers, one probe for each question. In: a scratch
 * sheet, form and mailbox, and a person who clicks. Out: what each probe found, and which switch of
 * the office holds. It may write into the scratch sheet. For {@code live-check}, in {@code action};
 * {@code google} implements its {@code Trials}.
 */
@NullMarked
package org.entraide.livecheck;

import org.jspecify.annotations.NullMarked;
