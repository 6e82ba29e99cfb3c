package org.entraide.plan.settings;

import org.entraide.people.word.GroupName;

/**
 * How many people the helpers of a group help together at most.
 *
 * @param group as its line in the settings tab spells it
 * @param people at least 0
 */
public record GroupLimit(GroupName group, int people) {}
