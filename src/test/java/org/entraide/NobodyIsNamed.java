package org.entraide;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Looks at everything that is logged in the whole suite, at every level, with its exceptions, its
 * thread and its context, and at what tests hand over of reports, pages and processes: none of the
 * people who answer forms in tests may be named there. Registered for all tests.
 *
 * <p>Respondents are planted: their tokens, their telephone numbers (Ofcom keeps 07700 900 free for
 * fiction), every mail address that is not a delegate's, an organiser's or the daemon's own, words
 * of their answers, and whole names.
 */
public final class NobodyIsNamed implements AfterEachCallback, AfterAllCallback {

  /** Whoever is part of the campaign's own people: whose mailbox it is, who looks after it. */
  private static final Set<String> OWN =
      Set.of(
          "delegue@example.org",
          "deuxieme@example.org",
          "dublin@example.org",
          "delegate@example.org",
          "other@example.org",
          "organisatrice@example.org",
          "contact@example.org",
          "asso@example.org",
          "entraide@example.org",
          "entraide@sample.example.org",
          "entraide@project.iam.example",
          "robot@example.org",
          "robot@project.example.org");

  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+(?:\\.[\\p{L}0-9-]+)+");

  private static final Pattern PHONE = Pattern.compile("7700[ .-]?900[ .-]?[0-9]{3}");

  /** Whose name, address and number hold a token of their own. */
  private static final Pattern TOKEN = Pattern.compile("q[a-z]{2}zor");

  /** Folded words that only answers hold. */
  private static final Pattern WORDS =
      Pattern.compile(
          "zebulon|quatremaire|yolande|planted\\.example|queensberry|diabete|insuline|alzheimer");

  private static final Pattern NAME = Pattern.compile("(?=(\\p{L}+ \\p{L}+))(?<!\\p{L})\\p{L}");

  /** How the words of the sheet call somebody: « Camille R. (9JNRN) ». */
  private static final Pattern LABEL =
      Pattern.compile("(?<!\\p{L})\\p{L}+ \\p{L}\\. \\([0-9a-hjkmnp-tv-z]{5,6}\\)");

  private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();
  private static final Queue<String> NAMED = new ConcurrentLinkedQueue<>();
  private static final AtomicLong LOOKED_AT = new AtomicLong();

  /** Whoever answers is not to be named from now on, where the name is more than one word. */
  public static void plant(String name) {
    if (NAME.matcher(name).lookingAt() && name.length() > 5) {
      NAMES.add(folded(name));
    }
  }

  /** Everybody of whom a text says something; nobody if all is well. */
  static List<String> named(String text) {
    List<String> found = new ArrayList<>();
    String folded = folded(text);
    if (folded.contains("7700")) {
      all(PHONE, folded, found);
    }
    if (folded.contains("zor")) {
      all(TOKEN, folded, found);
    }
    all(WORDS, folded, found);
    if (folded.contains(". (")) {
      all(LABEL, folded, found);
    }
    if (folded.indexOf('@') >= 0) {
      EMAIL
          .matcher(folded)
          .results()
          .map(MatchResult::group)
          .filter(address -> !OWN.contains(address))
          .forEach(found::add);
    }
    Matcher name = NAME.matcher(folded);
    while (name.find()) {
      if (NAMES.contains(name.group(1))) {
        found.add(name.group(1));
      }
    }
    return found;
  }

  private static void all(Pattern pattern, String folded, List<String> found) {
    pattern.matcher(folded).results().map(MatchResult::group).forEach(found::add);
  }

  private static String folded(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text.toLowerCase(Locale.ROOT); // without marks
    }
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Looks at a text that leaves the program.
   *
   * @param where it comes from
   */
  public static void look(String where, String text) {
    LOOKED_AT.incrementAndGet();
    named(text).forEach(who -> NAMED.add(where + " names " + who));
  }

  /** Looks at all that a cycle says. */
  public static CycleReport look(CycleReport report) {
    report.lines().forEach(effect -> look("an effect", effect));
    for (Trouble trouble : report.troubles()) {
      look("a trouble", trouble.text());
    }
    look("counts", report.counts().toString());
    return report;
  }

  /** How many texts were looked at. */
  static long lookedAt() {
    return LOOKED_AT.get();
  }

  /** What was found and not complained of yet; it is not complained of again. */
  static Optional<String> complaint() {
    return Optional.ofNullable(NAMED.poll());
  }

  /** Hears of every event: see logback-test.xml. */
  public static final class Appender extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      String trace =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      String context =
          event.getMDCPropertyMap().entrySet().stream()
              .map(Map.Entry::toString)
              .collect(Collectors.joining(" "));
      look(
          "The log of " + event.getLoggerName(),
          String.join("\n", event.getFormattedMessage(), event.getThreadName(), context, trace));
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    complain();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Thread[] threads = new Thread[Thread.activeCount() + 10];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      look("The name of a thread", threads[i].getName());
    }
    complain();
  }

  private static void complain() {
    complaint()
        .ifPresent(
            what -> {
              throw new AssertionError(what + ", who answered a form.");
            });
  }
}
