package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.people.word.Category;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults.Rule;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** What leaves the daemon for logs, messages and status carries references only. */
@NullMarked
@Isolated("it listens to all that is logged")
class PrivacyTest {

  /** What nobody but the sheet and the letter may say. */
  static final List<String> PLANTED =
      List.of(
          "zebulon",
          "quatremaire",
          "yolande",
          "planted.example",
          "7700900",
          "queensberry",
          "diabete",
          "insuline",
          "alzheimer");

  @TempDir Path directory;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private @Nullable Level usual;
  private final Logger ours = (Logger) LoggerFactory.getLogger("org.entraide");

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
    usual = ours.getLevel();
    ours.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    ours.setLevel(usual);
    root.detachAppender(log);
  }

  static Reply zebulon() {
    return Reply.of("Zebulon", "Quatremaire", "zebulon@planted.example")
        .at("17 Queensberry Place, South Kensington, SW7 2DT")
        .with(SampleForm.PHONE, "+44 7700 900123")
        .with(SampleForm.NOTES, "diabete, insuline deux fois par jour")
        .needs(Category.SHOPPING, Category.MEDICINES);
  }

  static Reply yolande() {
    return Reply.of("Yolande", "Quatremaire", "yolande@planted.example")
        .at("Queensberry Mews, SW7")
        .with(SampleForm.PHONE, "07700900456")
        .with(SampleForm.NOTES, "alzheimer")
        .offers(Category.SHOPPING, Category.MEDICINES);
  }

  @Test
  void logsMessagesAndReportsNameNobody() {
    List<String> said = new ArrayList<>();
    try (World world = World.empty(directory)) {
      world.answer(zebulon());
      world.answer(yolande());
      world.answer(
          Reply.of("Zebulon", "", "pas une adresse, zebulon planted.example")
              .with(SampleForm.AGE, "insuline"));
      note(said, world.campaign().dryRun());
      for (FaultEffect effect : FaultEffect.values()) {
        world.fault(Rule.next(1, "sheets.write", effect).afterEffect());
        world.fault(Rule.next(4, "sheets.read", effect));
        world.fault(Rule.next(1, "gmail.*", effect));
        note(said, world.cycle());
        note(said, world.cycle());
        world.office.faults().clear();
        world.time.advance(java.time.Duration.ofSeconds(30));
      }
      world.restart(); // or it rests for hours, and the real clock signs in at the office's time
      world.settleSlowly();
      Grid.Line introduction = world.ledger().lines().get(0);
      world.type(world.answers().lines().get(0).number(), "Avec", "Zebulon Quatremaire");
      world.type(world.answers().lines().get(1).number(), "Consigne", "Quatremaire !");
      note(said, world.campaign().dryRun());
      world.settle();
      world.send(introduction.ref());
      note(said, world.cycle());
      said.addAll(world.journal().reports().stream().map(r -> r.trouble() + r.counts()).toList());
      world
          .journal()
          .unfinishedEffects(World.CAMPAIGN)
          .forEach(effect -> said.add(effect.kind() + " " + effect.subject()));
    }
    log.list.forEach(event -> said.add(text(event)));

    assertThat(log.list).hasSizeGreaterThan(20);
    assertThat(said).anyMatch(text -> text.contains("draft M-"));
    assertNamesNobody(said);
  }

  @Test
  void aBugSaysWhereItIsAndNotWhatItHadInHand() {
    try (World world = World.empty(directory)) {
      world.answer(zebulon());
      world.before(
          WorldSettings.Moment.REREAD,
          () -> {
            throw new IllegalStateException("Zebulon Quatremaire");
          });
      CycleReport report = world.cycle();

      assertThat(report.completed()).isFalse();
      assertThat(report.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.BUG);
      List<String> said = new ArrayList<>();
      note(said, report);
      log.list.forEach(event -> said.add(text(event)));
      assertNamesNobody(said);
    }
  }

  static void assertNamesNobody(List<String> said) {
    for (String text : said) {
      String plain = org.entraide.e2e.PrivacyTest.folded(text);
      assertThat(PLANTED.stream().filter(plain::contains).toList())
          .as("planted words in a text of %d characters", text.length())
          .isEmpty();
    }
  }

  private static String folded(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(java.util.Locale.ROOT);
  }

  private static void note(List<String> said, CycleReport report) {
    said.addAll(report.lines());
    report.troubles().forEach(trouble -> said.add(trouble.text()));
    said.add(report.counts().toString());
  }

  private static String text(ILoggingEvent event) {
    String trace =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getFormattedMessage() + trace;
  }
}
