/** The sandbox's web page. */
@NullMarked
package org.entraide.sandbox.page;

import org.jspecify.annotations.NullMarked;
