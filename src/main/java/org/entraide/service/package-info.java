/**
 * Reports to the service manager how the daemon is: ready, at work, hanging, stopping. Which of
 * these it is, is decided from what is known of the campaigns; nothing here is needed where nobody
 * supervises.
 */
@NullMarked
package org.entraide.service;

import org.jspecify.annotations.NullMarked;
