package org.entraide.cli;

import java.time.InstantSource;

/**
 * What the commands do, put in by whoever knows all parts.
 *
 * @param journals for {@code status}
 * @param clock for {@code status}, which says how old things are
 */
public record Actions(
    RunCommand.Action run,
    DoctorCommand.Action doctor,
    SandboxCommand.Action sandbox,
    StatusCommand.JournalSource journals,
    InstantSource clock) {}
