package org.entraide.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.entraide.campaign.port.Table;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.google.wire.Wire;
import org.entraide.resilience.Stop;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that another daemon may have taken over while a connection was made. */
@NullMarked
class LeaveTest {

  @Test
  void leaveIsAskedForAgainBetweenConnectingAndTheFirstByte(@TempDir Path directory)
      throws Exception {
    Offices.Time time = new Offices.Time();
    ScriptedWire office = new ScriptedWire();
    Stop lost = new Stop();
    Wire slow =
        call -> {
          if (!call.uri().getPath().equals("/token")) {
            lost.ask(); // as it connects, the lease goes to another
          }
          call.beforeFirstByte().run();
          return office.exchange(call);
        };
    Path file = Offices.credentials(directory, ScriptedWire.ENDPOINT + "token");
    AtomicInteger checks = new AtomicInteger();
    Table table =
        GoogleServices.over(
                slow,
                new GoogleAccess(file, Optional.of(ScriptedWire.ENDPOINT)),
                time,
                time,
                new Random(1))
            .under(
                () -> {
                  checks.incrementAndGet();
                  lost.check();
                })
            .table("sheet");

    assertThatThrownBy(table::read).isInstanceOf(Stop.Stopped.class);
    assertThat(office.sent()).isEmpty();
    assertThat(checks).hasValue(2);
  }
}
