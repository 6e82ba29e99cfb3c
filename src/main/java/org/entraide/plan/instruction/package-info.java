/**
 * Reads what organisers ask of a person: the words of the instruction cell, pauses, another match.
 * In: cells that organisers wrote. Out: instructions, and the person with their place whom they are
 * about. For {@code plan.interpret}, {@code plan.report} and {@code campaign.decide}. Pure.
 */
@NullMarked
package org.entraide.plan.instruction;

import org.jspecify.annotations.NullMarked;
