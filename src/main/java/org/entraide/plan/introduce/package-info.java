/**
 * How introductions go on: the matcher's input, new proposals, drafts to make and to take back, and
 * how long people are kept. Pure.
 */
@NullMarked
package org.entraide.plan.introduce;

import org.jspecify.annotations.NullMarked;
