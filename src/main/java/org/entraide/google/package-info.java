/**
 * Google's services behind the ports of a campaign. {@code GoogleServices} is the entrance: it
 * makes tables, forms and mailboxes. Only this package and those below it see Google's classes.
 */
@NullMarked
package org.entraide.google;

import org.jspecify.annotations.NullMarked;
