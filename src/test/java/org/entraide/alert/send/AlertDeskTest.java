package org.entraide.alert.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entraide.alert.Alert;
import org.entraide.alert.FailingReceiver;
import org.entraide.alert.send.FakeService.Mood;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.watch.Health;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.SteppedScheduler;
import org.entraide.testkit.MovableClock;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.wiring.ThreadScheduler;
import org.junit.jupiter.api.Test;

class AlertDeskTest {

  private static final Trouble REFUSED =
      new Trouble(Trouble.Kind.PERMISSION, Message.plain("It is not shared. Share it."));
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration DAY = Duration.ofDays(1);

  private final MovableClock clock = new MovableClock();
  private final MemoryJournal journal = new MemoryJournal();
  private final List<String> taken = new ArrayList<>();
  private AlertDelivery answer = AlertDelivery.TAKEN;
  private SteppedScheduler thread = new SteppedScheduler(clock);

  private final AlertReceiver receiver =
      new AlertReceiver() {
        @Override
        public String name() {
          return "webhook";
        }

        @Override
        public AlertDelivery deliver(Alert alert) {
          taken.add(alert.campaign() + " " + alert.state().word() + " " + alert.text());
          return answer;
        }
      };

  private AlertDesk desk(Journal of, boolean shared) {
    thread = new SteppedScheduler(clock);
    AlertDesk desk =
        new AlertDesk(List.of(receiver), Optional.empty(), thread, clock, clock, shared);
    desk.open();
    desk.follow("londres", of, Texts.of("en"));
    return desk;
  }

  private static CycleReport report(Trouble... troubles) {
    return new CycleReport(true, List.of(), false, List.of(troubles), Map.of(), Optional.empty())
        .of(CycleReport.Extent.WHOLE);
  }

  /** A cycle, after which the next one is days away. */
  private static void cycle(AlertDesk desk, Trouble... troubles) {
    desk.begins("londres");
    desk.ends("londres", report(troubles), DAY.multipliedBy(3));
  }

  @Test
  void aCycleOnlyLeavesItsReportAndTheAlertIsSentElsewhere() {
    AlertDesk desk = desk(journal, false);

    cycle(desk, REFUSED);
    cycle(desk, REFUSED);
    assertThat(taken).isEmpty();
    assertThat(thread.waiting()).isEqualTo(2); // its own look, and one for both cycles

    thread.step();
    assertThat(taken).containsExactly("londres began It is not shared. Share it.");
    assertThat(thread.thrown()).isEmpty();
  }

  @Test
  void aDaemonThatIsStartedAgainEachMinuteSendsNothingAgain() {
    for (int i = 0; i < 30; i++) {
      AlertDesk desk = desk(journal, false);
      cycle(desk, REFUSED);
      thread.run(Duration.ofMinutes(1));
      desk.close();
    }
    assertThat(taken).hasSize(1);

    cycle(desk(journal, false));
    thread.run(SOON);
    assertThat(taken).hasSize(2).last().asString().startsWith("londres over");
  }

  @Test
  void whatWasRefusedIsTriedAgainLessAndLessOftenAndSentOnce() {
    answer = AlertDelivery.refused(Message.plain("HTTP 500"));
    AlertDesk desk = desk(journal, false);
    cycle(desk, REFUSED);
    thread.run(Duration.ofMinutes(1).minusSeconds(1));
    assertThat(taken).hasSize(1);

    thread.run(DAY);
    assertThat(taken).hasSizeBetween(24, 32);

    answer = AlertDelivery.TAKEN;
    int before = taken.size();
    thread.run(Duration.ofHours(2));
    assertThat(taken).hasSize(before + 1);
  }

  @Test
  void whatMayHaveArrivedIsNotSentAgainThatDay() {
    answer = AlertDelivery.unknown(Message.of("doctor.alerts.why.late"));
    AlertDesk desk = desk(journal, false);
    cycle(desk, REFUSED);
    thread.run(DAY.minusMinutes(2));
    assertThat(taken).hasSize(1);

    thread.run(Duration.ofMinutes(5));
    assertThat(taken).hasSize(2);
  }

  @Test
  void aCycleThatDoesNotEndIsSentAndItsEnd() {
    AlertDesk desk = desk(journal, false);
    desk.begins("londres");
    desk.ends("londres", report(), Duration.ZERO);
    desk.begins("londres");
    thread.run(Health.PATIENCE);
    assertThat(taken).isEmpty();

    thread.run(Duration.ofMinutes(3));
    assertThat(taken)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("londres began A cycle should have ended");

    cycle(desk);
    thread.run(SOON);
    assertThat(taken)
        .hasSize(2)
        .last()
        .asString()
        .startsWith("londres over A cycle should have ended");
  }

  @Test
  void ofTwoDaemonsTheOneThatWorksOnTheCampaignSendsAndTheOtherGoesOnFromThere() {
    AlertDesk first = desk(journal, true);
    cycle(first, REFUSED);
    thread.run(SOON);
    first.leaves("londres");
    cycle(first, REFUSED); // of a cycle that ends afterwards
    thread.run(DAY.plus(DAY));
    assertThat(taken).hasSize(1);

    AlertDesk other = desk(journal, true);
    cycle(other);
    thread.run(SOON);
    assertThat(taken).hasSize(2);
  }

  @Test
  void whatAJournalRefusesToRememberIsSentUnlessAnotherDaemonMaySendIt() {
    Journal full = refusing(journal);
    cycle(desk(full, true), REFUSED);
    thread.run(SOON);
    assertThat(taken).isEmpty();

    cycle(desk(full, false), REFUSED);
    thread.run(Duration.ofHours(1));
    assertThat(taken).hasSize(1);
  }

  /** A journal in which nothing can be written about alerts. */
  private static Journal refusing(Journal journal) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, args) -> {
              if (method.getName().equals("storeSentAlerts")) {
                throw new UncheckedIOException(new IOException("full"));
              }
              try {
                return method.invoke(journal, args);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  @Test
  void aCampaignThatCannotBeginIsSent() {
    desk(journal, false)
        .cannotBegin("londres", Message.plain("The key is gone. Write another one."));
    thread.run(SOON);

    assertThat(taken).containsExactly("londres began The key is gone. Write another one.");
  }

  // ---- who takes none

  private List<FailingReceiver> failing() {
    return FailingReceiver.lasting(
        List.of("webhook", "heartbeat"), List.of(journal.sentAlerts("londres")), clock.instant());
  }

  @Test
  void aReceiverThatFailsForTenMinutesIsKnownToOthersUntilItTakesOne() {
    answer = AlertDelivery.refused(Message.plain("HTTP 500"));
    cycle(desk(journal, false), REFUSED);
    Instant first = clock.instant();
    thread.run(Duration.ofMinutes(9));
    assertThat(failing()).as("it may be over soon").isEmpty();

    answer = AlertDelivery.unknown(Message.of("doctor.alerts.why.late"));
    AlertDesk again = desk(journal, false); // by another process
    cycle(again, REFUSED);
    thread.run(Duration.ofMinutes(30));
    assertThat(failing())
        .containsExactly(
            new FailingReceiver("webhook", first, Message.of("doctor.alerts.why.late")));

    answer = AlertDelivery.TAKEN;
    cycle(again);
    thread.run(Duration.ofHours(2));
    assertThat(failing()).isEmpty();
    assertThat(journal.sentAlerts("londres").keySet()).noneMatch(it -> it.startsWith("failing"));
  }

  @Test
  void aReceiverIsKnownToTakeAlertsAgainWhicheverCampaignItTookOneOf() {
    answer = AlertDelivery.refused(Message.plain("HTTP 500"));
    AlertDesk desk = desk(journal, false);
    desk.follow("dublin", journal, Texts.of("en"));
    cycle(desk, REFUSED);
    thread.run(Duration.ofMinutes(11));
    assertThat(failing()).hasSize(1);

    cycle(desk); // what was never heard of is never over
    answer = AlertDelivery.TAKEN;
    desk.ends("dublin", report(REFUSED), DAY);
    thread.run(Duration.ofHours(2));

    assertThat(taken).last().asString().startsWith("dublin began");
    assertThat(failing()).isEmpty();
  }

  @Test
  void aHeartbeatThatDoesNotArriveIsKnownToo() {
    try (FakeService service = new FakeService(Mood.FAILS)) {
      AlertDesk desk = beating(service);
      for (int i = 0; i < 4; i++) {
        journalled("londres", "");
        journalled("dublin", "");
        cycle(desk);
        thread.run(Duration.ofMinutes(5));
      }
      assertThat(failing())
          .extracting(it -> it.receiver() + " " + it.why())
          .containsExactly("heartbeat " + Message.plain("HTTP 500"));

      service.becomes(Mood.TAKES);
      journalled("londres", "");
      journalled("dublin", "");
      cycle(desk);
      thread.run(Duration.ofMinutes(6));
      assertThat(failing()).isEmpty();
    }
  }

  // ---- the heartbeat

  private AlertDesk beating(FakeService service) {
    thread = new SteppedScheduler(clock);
    HeartbeatSender heartbeat =
        new HeartbeatSender(
            new AlertHttp("Entraide/test"), service.address("/beat"), List.of("londres", "dublin"));
    AlertDesk desk = new AlertDesk(List.of(), Optional.of(heartbeat), thread, clock, clock, false);
    desk.open();
    desk.follow("londres", journal, Texts.of("en"));
    return desk;
  }

  private void journalled(String campaign, String trouble) {
    journal.storeReport(
        new Journal.CampaignReport(
            campaign,
            clock.instant(),
            Optional.empty(),
            List.of(Message.plain(trouble)),
            Map.of(),
            Optional.empty()));
  }

  @Test
  void aHeartbeatIsSentEveryFiveMinutesAtMostAlsoByProcessesThatAreStartedAgain() {
    try (FakeService service = new FakeService(Mood.TAKES)) {
      for (int i = 0; i < 12; i++) {
        journalled("londres", "");
        journalled("dublin", "");
        cycle(beating(service));
        thread.run(Duration.ofMinutes(1));
      }

      assertThat(service.asked()).hasSize(3).allMatch(it -> it.equals("GET /beat "));
    }
  }

  @Test
  void itsSilenceSaysThatACampaignIsInTroubleOrHangsOrNobodyWorks() {
    try (FakeService service = new FakeService(Mood.TAKES)) {
      AlertDesk desk = beating(service);
      journalled("londres", "");
      cycle(desk);
      thread.run(SOON);
      assertThat(service.asked()).isEmpty(); // nothing is known of the other one

      journalled("dublin", "Not shared.");
      thread.run(Duration.ofMinutes(6));
      assertThat(service.asked()).isEmpty();

      journalled("dublin", "");
      journalled("londres", "");
      thread.run(Duration.ofMinutes(1));
      assertThat(service.asked()).hasSize(1);

      thread.run(Duration.ofHours(1)); // no cycle ends any more
      assertThat(service.asked()).hasSizeLessThanOrEqualTo(4);
    }
  }

  // ---- threads

  @Test
  void aProcessThatEndsWaitsSoLongForAReceiverThatHangsAndNoLonger() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AlertReceiver hangs =
        new AlertReceiver() {
          @Override
          public String name() {
            return "webhook";
          }

          @Override
          public AlertDelivery deliver(Alert alert) throws InterruptedException {
            never.await();
            return AlertDelivery.TAKEN;
          }
        };
    ThreadScheduler real = new ThreadScheduler(1, e -> {}, Duration.ZERO);
    long begin = System.nanoTime();
    try (AlertDesk desk =
        new AlertDesk(List.of(hangs), Optional.empty(), real, clock, clock, false)) {
      desk.follow("londres", journal, Texts.of("en"));
      cycle(desk, REFUSED);
      desk.await(Duration.ofMillis(300));
    }
    assertThat(System.nanoTime() - begin)
        .isBetween(TimeUnit.MILLISECONDS.toNanos(300), TimeUnit.SECONDS.toNanos(5));
    while (!real.isOver()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
