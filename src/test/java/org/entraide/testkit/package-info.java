/**
 * What tests of several packages share: histories that files tell, an office in this process with
 * its form and its people, ways to it, what it shows, and the clock. It knows none of the packages
 * that use it.
 */
@NullMarked
package org.entraide.testkit;

import org.jspecify.annotations.NullMarked;
