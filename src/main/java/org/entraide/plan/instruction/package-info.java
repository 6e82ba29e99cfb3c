/**
 * What organisers ask of a person: the words of the instruction cell, pauses, another match, and
 * the person with their place whom all that is about. Comes in: cells that organisers wrote; goes
 * out: values that planners and matching use. Pure.
 */
@NullMarked
package org.entraide.plan.instruction;

import org.jspecify.annotations.NullMarked;
