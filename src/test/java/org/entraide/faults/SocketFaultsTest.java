package org.entraide.faults;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.faults.Outcome.Case;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults.Rule;
import org.entraide.testkit.Roads;
import org.entraide.testkit.Root;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What needs a real socket to go wrong, against the office over HTTP, with each family of requests:
 * the same becomes of it as where the fault is only played.
 */
@Stories
class SocketFaultsTest {

  private static final List<RequestKind> ONE_OF_EACH =
      List.of(
          RequestKind.SHEET,
          RequestKind.ROWS,
          RequestKind.FORM,
          RequestKind.NEW_DRAFT,
          RequestKind.TOKEN);

  private static final Roads ROADS = Desk.roads();
  private static final Sockets SOCKETS = new Sockets();
  private static final Trial TRIAL = new Trial(SocketFaultsTest::road);
  private static final Trial PLAYED = new Trial(ROADS::direct);
  private static @Nullable Office office;

  private static Root road(Office opened) {
    office = opened;
    return ROADS.http(opened);
  }

  private static Map<Fault, Blow> blows() {
    Map<Fault, Blow> blows = new LinkedHashMap<>();
    blows.put(Fault.SLOW_HEADERS, SOCKETS.late());
    blows.put(Fault.RESET_BEFORE, SOCKETS.answered(broken("CONNECTION_RESET_BY_PEER")));
    blows.put(Fault.RESET_AFTER, byTheOffice(FaultEffect.DROP));
    blows.put(Fault.TRUNCATED, byTheOffice(FaultEffect.TRUNCATE));
    blows.put(Fault.EMPTY, byTheOffice(FaultEffect.EMPTY));
    blows.put(
        Fault.HTML,
        SOCKETS.answered(
            aResponse()
                .withHeader("Content-Type", "text/html; charset=UTF-8")
                .withBody(Bodies.page("Sign in to this network"))));
    blows.put(Fault.NO_NAME, SOCKETS.unnamed());
    blows.put(Fault.NO_TRUST, SOCKETS.untrusted());
    return blows;
  }

  private static ResponseDefinitionBuilder broken(String how) {
    return aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.valueOf(how));
  }

  private static Blow byTheOffice(FaultEffect effect) {
    return request -> {
      Office now = office;
      if (now != null) {
        now.faults().add(Rule.next(1, ".*", effect).afterEffect());
      }
      return SOCKETS.untouched().strike(request);
    };
  }

  static Stream<Arguments> everySocketGoingWrong() {
    Map<Fault, Blow> blows = blows();
    return ONE_OF_EACH.stream()
        .flatMap(
            kind ->
                blows.entrySet().stream()
                    .map(blow -> Arguments.of(kind, blow.getKey(), blow.getValue())));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("everySocketGoingWrong")
  void whatASocketDoesIsTakenAsWhereItIsPlayed(RequestKind kind, Fault fault, Blow blow) {
    Case of = new Case(kind, fault, false);
    Trial.Calm calm = TRIAL.calm(kind.story());

    Outcome seen = Outcome.of(of, TRIAL.tell(kind, fault, blow, false), calm);
    Outcome played = Outcome.of(of, PLAYED.tell(kind, fault, false), calm);

    assertThat(seen.broken()).isEmpty();
    assertThat(reported(seen)).isEqualTo(reported(played));
  }

  /**
   * How often it was asked for is left out: the JDK itself repeats a GET whose connection broke.
   */
  private static List<String> reported(Outcome outcome) {
    return List.of(
        outcome.thisPass().replace(", asked again", ""),
        outcome.nextPass().replace(", asked again", ""),
        outcome.rows());
  }

  static Stream<Arguments> everyBrokenHttp() {
    return Stream.of(RequestKind.SHEET, RequestKind.NEW_DRAFT, RequestKind.TOKEN)
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(
                        kind, "half a chunk", SOCKETS.answered(broken("MALFORMED_RESPONSE_CHUNK"))),
                    Arguments.of(kind, "a slow body", SOCKETS.trickling()),
                    Arguments.of(kind, "no answer", SOCKETS.answered(broken("EMPTY_RESPONSE"))),
                    Arguments.of(
                        kind, "no HTTP", SOCKETS.answered(broken("RANDOM_DATA_THEN_CLOSE")))));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("everyBrokenHttp")
  void whatIsHardlyHttpCostsOnlyTime(RequestKind kind, String how, Blow blow) {
    Trial.Seen seen = TRIAL.tell(kind, Fault.RESET_BEFORE, blow, false);

    assertThat(Rules.broken(seen, TRIAL.calm(kind.story()))).isEmpty();
  }

  @AfterAll
  static void close() {
    TRIAL.close();
    PLAYED.close();
    SOCKETS.close();
    ROADS.close();
  }
}
