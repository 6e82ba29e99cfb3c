package org.entraide.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleHandler;
import org.jspecify.annotations.Nullable;

/**
 * Plays with the daemon under {@code /office/daemon}: shows how it is and what its cycles are at,
 * starts it, stops it and lets go of its state directory, kills it, has one cycle done, shows what
 * the next would do, lets time pass, loses its disk, and has its matcher decide about a multitude.
 */
final class DaemonPeople implements PeopleHandler {

  private static final String PREFIX = "/office/daemon";

  /** A year: waiting times are given in minutes, days and months. */
  private static final int MOST_MINUTES = 366 * 24 * 60;

  private volatile @Nullable Controls controls;

  /**
   * What is played with.
   *
   * @param campaigns of the daemon, by name; figures are the first one's unless another is asked
   *     for
   */
  record Controls(
      DaemonProcess daemon,
      LongTasks tasks,
      DaemonFigures figures,
      MovedClock clock,
      List<String> campaigns) {
    Controls {
      campaigns = List.copyOf(campaigns);
    }
  }

  /** Sets the daemon; before that there is none. */
  void control(Controls newControls) {
    controls = newControls;
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    Controls current = controls;
    if (current == null || !request.rawPath().startsWith(PREFIX)) {
      return Optional.empty();
    }
    String campaign = request.parameter("campaign").orElse(current.campaigns().get(0));
    if (!current.campaigns().contains(campaign)) {
      throw ApiException.invalid("There is no campaign \"%s\".".formatted(campaign));
    }
    String call = request.method() + " " + request.rawPath().substring(PREFIX.length());
    try {
      switch (call) {
        case "GET " -> {}
        case "POST /start" -> current.daemon().start();
        case "POST /pause" -> current.tasks().pause();
        case "POST /kill" -> current.daemon().kill();
        case "POST /once" -> current.tasks().once();
        case "POST /dry-run" -> current.tasks().dryRun();
        case "POST /lose-state" -> current.tasks().loseState();
        case "POST /multitude" ->
            current.tasks().multitude((int) number(request, "people", CrowdMatching.MOST_PEOPLE));
        case "POST /later" ->
            current.tasks().later(Duration.ofMinutes(number(request, "minutes", MOST_MINUTES)));
        default -> {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The daemon could not be started.", e);
    }
    return Optional.of(OfficeResponse.json(200, report(current, campaign)));
  }

  private static long number(OfficeRequest request, String name, int most) {
    JsonNode number = OfficeJson.body(request).path(name);
    if (!number.isIntegralNumber() || number.asLong() < 1 || number.asLong() > most) {
      throw ApiException.invalid(
          "\"%s\" must be a whole number from 1 to %d.".formatted(name, most));
    }
    return number.asLong();
  }

  private static ObjectNode report(Controls controls, String campaign) {
    DaemonProcess.State state = controls.daemon().state();
    ObjectNode report =
        JsonNodeFactory.instance
            .objectNode()
            .put("state", state.name().toLowerCase(Locale.ROOT))
            .put("aheadMinutes", controls.clock().ahead().toMinutes())
            .put("trouble", "");
    controls.daemon().exitCode().ifPresent(code -> report.put("exitCode", code));
    controls
        .tasks()
        .last()
        .ifPresent(
            errand -> {
              ObjectNode json = report.putObject("errand");
              json.put("kind", errand.kind()).put("running", errand.running());
              errand.exitCode().ifPresent(code -> json.put("exitCode", code));
              errand.lines().forEach(json.putArray("lines")::add);
              errand.figures().forEach(json.putObject("figures")::put);
            });
    if (state == DaemonProcess.State.RUNNING) {
      controls.figures().ask(campaign).ifPresent(report::setAll);
    }
    return report;
  }
}
