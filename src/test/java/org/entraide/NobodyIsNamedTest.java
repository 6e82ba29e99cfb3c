package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

@Isolated("what it says is complained of in whatever test ends first")
class NobodyIsNamedTest {

  private static final Logger LOG = (Logger) LoggerFactory.getLogger("org.entraide.nobody");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana@example.org is away",
        "Zoé.Zane@Example.org",
        "rings 07700 900123",
        "rings +44 7700900123",
        "Camille Qabzor",
        "avec Camille R. (9JNRN), 3,9 km",
        "drafts for qabzor",
        "ZÉBULON needs insulin",
        "17 Queensberry Place"
      })
  void whoAnsweredIsNoticed(String text) {
    assertThat(NobodyIsNamed.named(text)).isNotEmpty();
  }

  @Test
  void aWholeNameIsNoticedAnywhereOnceItIsPlanted() {
    String text = "nobody fits Nina-Planted Person, so she waits";
    assertThat(NobodyIsNamed.named(text)).isEmpty();

    NobodyIsNamed.plant("Planted Person");
    assertThat(NobodyIsNamed.named(text)).containsExactly("planted person");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "draft M-7KQ47 for 7KQ47 with 3X9TR",
        "entraide auth login delegue@example.org",
        "londres: cycle in 12 ms, 7 effects",
        "share it with entraide@sample.example.org"
      })
  void referencesAndTheCampaignsOwnPeopleAreNot(String text) {
    assertThat(NobodyIsNamed.named(text)).isEmpty();
  }

  /** In the message, in an exception behind another, in the thread's name and in the context. */
  @Test
  void whateverIsLoggedIsLookedAtAtEveryLevel() throws InterruptedException {
    assertNoticed(() -> LOG.trace("for {}", "qabzor"), "qabzor");
    assertNoticed(
        () ->
            LOG.warn(
                "fails", new IllegalStateException("odd", new IllegalArgumentException("qaczor"))),
        "qaczor");
    assertNoticed(
        () -> {
          MDC.put("person", "qadzor");
          LOG.info("done");
          MDC.remove("person");
        },
        "qadzor");
    Thread thread = new Thread(() -> LOG.info("done"), "draft-for-qaezor");
    thread.start();
    thread.join();
    assertThat(NobodyIsNamed.complaint()).get().asString().contains("qaezor");
    LOG.info("done");
    assertThat(NobodyIsNamed.complaint()).isEmpty();
  }

  private static void assertNoticed(Runnable logging, String who) {
    long before = NobodyIsNamed.lookedAt();
    logging.run();
    assertThat(NobodyIsNamed.lookedAt()).isGreaterThan(before);
    assertThat(NobodyIsNamed.complaint()).get().asString().contains(who);
  }
}
