/** An introduction and what is known of its letter. Values alone: nothing here decides. Pure. */
@NullMarked
package org.entraide.plan.introduction;

import org.jspecify.annotations.NullMarked;
