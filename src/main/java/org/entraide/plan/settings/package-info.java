/**
 * The settings tab: what organisers want, what its cells should say, what is in force with what the
 * administrator configured, how many people groups help, and who is barred there. Pure.
 */
@NullMarked
package org.entraide.plan.settings;

import org.jspecify.annotations.NullMarked;
