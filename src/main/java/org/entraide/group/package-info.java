/**
 * Which of several daemons works on which campaign: leases that end by themselves, each with a
 * number that shuts out its earlier owners. And what they share besides: sign-ins and quotas.
 */
@NullMarked
package org.entraide.group;

import org.jspecify.annotations.NullMarked;
