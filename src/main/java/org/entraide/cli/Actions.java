package org.entraide.cli;

import java.time.InstantSource;

/**
 * What the commands do, passed in by the code that knows all parts.
 *
 * @param journals for {@code status}
 * @param geocoders for {@code geocode}
 * @param status the clock and the terminal of {@code status}
 * @param clock for dates of imports
 * @param logMore called before the command, and before any logger is made, when {@code --verbose}
 *     is given
 */
public record Actions(
    RunCommand.Action run,
    DoctorCommand.Action doctor,
    SandboxCommand.Action sandbox,
    ExplainCommand.Action explain,
    AuthCommand.Actions auth,
    InitCommand.Action init,
    LettersCommand.Action letters,
    EraseCommand.Action erase,
    ExportCommand.Action export,
    BackupCommand.Action backup,
    BackupCommand.Action restore,
    MigrateJournalCommand.Action migrateJournal,
    LiveCheckCommand.Action liveCheck,
    StatusCommand.JournalSource journals,
    StatusCommand.Edge status,
    GeocodeCommand.Source geocoders,
    InstantSource clock,
    Runnable logMore) {}
