package org.entraide.simulation;

import java.util.Map;
import java.util.Set;

/** What a daemon knew of a campaign when it read last. */
record AtRead(
    Set<String> stopped,
    Set<String> complete,
    boolean suspended,
    boolean empty,
    Map<String, String> outcomes,
    Set<String> typedOver) {}
