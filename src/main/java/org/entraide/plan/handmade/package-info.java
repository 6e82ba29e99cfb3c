/**
 * Decides which rows that organisers typed into the ledger are introductions made by hand. In:
 * typed rows, which {@code plan.authorship} reads, people, and the introductions so far. Out:
 * introductions, and what each row should get, which {@code plan.write} writes. For {@code
 * campaign.observe} alone. Pure but for the references drawn.
 */
@NullMarked
package org.entraide.plan.handmade;

import org.jspecify.annotations.NullMarked;
