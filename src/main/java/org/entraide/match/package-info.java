/**
 * Decides who is introduced to whom, and why somebody is not. In: an {@code Instance}: people,
 * rules and settings. Out: a {@code Matching}, and a certificate of how good it is. {@code Matcher}
 * is the entrance: pure, without input, output or clock. For {@code campaign.decide}, {@code cli}
 * and {@code sandbox}. It may not use {@code plan} or {@code people.profile}.
 */
@NullMarked
package org.entraide.match;

import org.jspecify.annotations.NullMarked;
