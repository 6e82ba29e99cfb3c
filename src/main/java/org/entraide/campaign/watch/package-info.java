/**
 * Who is told what campaigns do, and how they all are. Metrics, alerts and the service manager
 * watch; campaigns do not know them.
 */
@NullMarked
package org.entraide.campaign.watch;

import org.jspecify.annotations.NullMarked;
