/**
 * The settings tab: what organisers want, what its cells should say, and who is barred there. Pure.
 */
@NullMarked
package org.entraide.plan.settings;

import org.jspecify.annotations.NullMarked;
