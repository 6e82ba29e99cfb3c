/**
 * Which troubles the administrator hears of, and when: from the report of a cycle and what was sent
 * before to the alerts that are due. Pure.
 */
@NullMarked
package org.entraide.alert;

import org.jspecify.annotations.NullMarked;
