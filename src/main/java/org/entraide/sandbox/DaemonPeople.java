package org.entraide.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.entraide.sandbox.office.OfficeRequest;
import org.entraide.sandbox.office.OfficeResponse;
import org.entraide.sandbox.office.PeopleHandler;
import org.jspecify.annotations.Nullable;

/**
 * Plays with the daemon: {@code GET /office/daemon}, {@code POST /office/daemon/start}, {@code
 * /pause} (it stops and lets go of its state directory) and {@code /kill}.
 */
final class DaemonPeople implements PeopleHandler {

  private static final String PREFIX = "/office/daemon";

  private volatile @Nullable DaemonProcess daemon;

  /** Tells which process it is; before that there is no daemon. */
  void control(DaemonProcess process) {
    daemon = process;
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    DaemonProcess process = daemon;
    if (process == null || !request.rawPath().startsWith(PREFIX)) {
      return Optional.empty();
    }
    String call = request.method() + " " + request.rawPath().substring(PREFIX.length());
    try {
      switch (call) {
        case "GET " -> {}
        case "POST /start" -> process.start();
        case "POST /pause" -> process.pause();
        case "POST /kill" -> process.kill();
        default -> {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The daemon could not be started.", e);
    }
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("state", process.state().name().toLowerCase(Locale.ROOT));
    process.exitCode().ifPresent(code -> body.put("exitCode", code));
    return Optional.of(OfficeResponse.json(200, body));
  }
}
