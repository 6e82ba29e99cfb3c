/**
 * Holds what the matcher takes and gives. In: participants, rules and settings. Out: introductions,
 * open needs with their reasons, and figures. Values that decide nothing. For {@code match}, {@code
 * campaign.decide}, {@code plan.report} and many others; {@code config} may use its {@code Policy}
 * only. Pure.
 */
@NullMarked
package org.entraide.match.model;

import org.jspecify.annotations.NullMarked;
