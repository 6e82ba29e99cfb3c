package org.entraide.wiring;

import java.util.List;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.cli.shell.ExitCode;

/** With which code a command ends, by the reports of its cycles. */
public final class ReportedExit {

  private ReportedExit() {}

  /** All done, partly done, or nothing done, for the reason that needs a person most. */
  public static int code(List<CycleReport> reports) {
    List<Trouble> troubles = reports.stream().flatMap(r -> r.troubles().stream()).toList();
    if (troubles.isEmpty()) {
      return ExitCode.OK;
    }
    if (reports.stream().anyMatch(CycleReport::completed)) {
      return ExitCode.PARTLY;
    }
    return switch (troubles.stream().map(Trouble::kind).max(Trouble.Kind::compareTo).get()) {
      case UNAVAILABLE -> ExitCode.UNREACHABLE;
      case THROTTLED -> ExitCode.TRY_AGAIN;
      case PERMISSION -> ExitCode.SIGN_IN;
      case SETTINGS -> ExitCode.CONFIGURATION;
      case MACHINE, BUG -> ExitCode.FAILURE;
    };
  }
}
