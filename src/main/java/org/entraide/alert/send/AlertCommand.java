package org.entraide.alert.send;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.entraide.alert.Alert;
import org.entraide.text.Message;

/**
 * Runs a program of the administrator's with each alert on its standard input. What it prints is
 * thrown away: nobody knows what it holds.
 */
final class AlertCommand implements AlertReceiver {

  /** What the service manager gave to the daemon alone. */
  private static final Set<String> OWN_VARIABLES =
      Set.of(
          "NOTIFY_SOCKET",
          "WATCHDOG_USEC",
          "WATCHDOG_PID",
          "CREDENTIALS_DIRECTORY",
          "INVOCATION_ID");

  private final List<String> command;
  private final Duration limit;

  AlertCommand(List<String> command) {
    this(command, AlertHttp.WHOLE_LIMIT);
  }

  AlertCommand(List<String> command, Duration limit) {
    this.command = List.copyOf(command);
    this.limit = limit;
  }

  @Override
  public String name() {
    return "command";
  }

  @Override
  public AlertDelivery deliver(Alert alert) throws InterruptedException {
    Process process;
    try {
      process = start();
    } catch (IOException e) {
      return AlertDelivery.refused(Message.of("doctor.alerts.why.not_started"));
    }
    try {
      write(process, AlertJson.of(alert) + "\n");
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return AlertDelivery.unknown(Message.of("doctor.alerts.why.killed"));
      }
      int code = process.exitValue();
      return code == 0
          ? AlertDelivery.TAKEN
          : AlertDelivery.refused(
              Message.of("doctor.alerts.why.ended").with("code", String.valueOf(code)));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeAll(OWN_VARIABLES);
    return builder.start();
  }

  /** Never waits: an alert is smaller than what a pipe holds before anybody reads it. */
  private static void write(Process process, String json) {
    try (OutputStream input = process.getOutputStream()) {
      input.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // it does not read: how it ends says whether it is content
    }
  }
}
