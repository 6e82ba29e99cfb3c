package org.entraide.faults;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.campaign.port.Trouble;
import org.entraide.faults.RequestKind.Family;

/** What must hold whatever goes wrong. */
final class Rules {

  /** Requests of a pass: a busy one makes 20, and one is repeated three times at most. */
  private static final int MOST_REQUESTS = 26;

  /** Of the same request in one pass. */
  private static final int MOST_ALIKE = 4;

  /** Sign-ins for the sheet and for the mailbox, each repeated three times. */
  private static final int MOST_SIGN_INS = 8;

  /** Pauses of up to 1, 2 and 4 seconds, for a request to the sheet and one to the mailbox. */
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(14);

  /** Waiting for two answers that do not come. */
  private static final Duration LONGEST_PASS = Blow.PATIENCE.multipliedBy(2).plus(LONGEST_SLEEP);

  /** The form is read every quarter of an hour. */
  private static final Set<List<RequestKind>> QUIET =
      Set.of(
          List.of(RequestKind.SHEET, RequestKind.HISTORY),
          List.of(RequestKind.SHEET, RequestKind.FORM, RequestKind.ANSWERS, RequestKind.HISTORY));

  private static final Pattern CLEAR =
      Pattern.compile("[A-Z][^.]+ failed: .+\\. .+[.)]", Pattern.DOTALL);
  private static final Pattern PERSONAL =
      Pattern.compile("q[a-z]{2}zor|camille|7700 ?900|delegue@|organisatrice@");

  private Rules() {}

  /** What is broken; empty if all holds. */
  static List<String> broken(Trial.Seen seen, Trial.Calm calm) {
    List<String> broken = new ArrayList<>(seen.wrong());
    if (seen.first().struck() == 0 && seen.fault() != Fault.CLOCK_SLOW) {
      broken.add("nothing went wrong");
    }
    if (!seen.end().equals(calm.end())) {
      broken.add("it ends with " + seen.end());
    }
    if (!seen.lasting() && !seen.next().report().completed()) {
      broken.add("the next pass fails as well");
    }
    boolean elsewhere =
        seen.kind().family() == Family.GMAIL || seen.kind().family() == Family.FORMS;
    for (Desk.Pass pass : seen.all()) {
      if (elsewhere && !pass.report().completed()) {
        broken.add("the sheet waits for something else");
      }
      checkReports(pass, seen, broken);
      bounded(pass, broken);
    }
    List<RequestKind> last = seen.after().get(seen.after().size() - 1).asked().requests();
    if (!QUIET.contains(last)) {
      broken.add("a quiet pass asks for " + last);
    }
    return broken;
  }

  private static void checkReports(Desk.Pass pass, Trial.Seen seen, List<String> broken) {
    List<String> said = new ArrayList<>(pass.report().lines());
    for (Trouble trouble : pass.report().troubles()) {
      said.add(trouble.text());
      if (!CLEAR.matcher(trouble.text()).matches()) {
        broken.add("unclear: " + trouble.text());
      }
      if (trouble.kind() == Trouble.Kind.BUG && !seen.fault().isBlame()) {
        broken.add("a bug: " + trouble.text());
      }
    }
    long warnings = 0;
    for (LogBook.Line line : pass.log()) {
      said.add(line.text());
      warnings += line.level().isGreaterOrEqual(Level.WARN) ? 1 : 0;
      if (line.level().isGreaterOrEqual(Level.ERROR)) {
        broken.add("an error is logged");
      }
    }
    if (warnings != pass.report().troubles().size()) {
      broken.add(warnings + " warnings of " + pass.report().troubles().size() + " troubles");
    }
    for (String text : said) {
      String lower = text.toLowerCase(Locale.ROOT);
      if (PERSONAL.matcher(lower).find()
          || Bodies.PLANTED.stream().anyMatch(lower::contains)
          || seen.tokens().stream().anyMatch(text::contains)) {
        broken.add("something personal is told");
      }
    }
  }

  private static void bounded(Desk.Pass pass, List<String> broken) {
    List<RequestKind> asked = pass.asked().requests();
    long signIns = asked.stream().filter(kind -> kind == RequestKind.TOKEN).count();
    if (pass.asked().longest() > MOST_REQUESTS
        || pass.asked().mostAlike() > MOST_ALIKE
        || signIns > MOST_SIGN_INS) {
      broken.add("a storm of " + asked);
    }
    if (pass.slept().compareTo(LONGEST_SLEEP) > 0 || pass.lasted().compareTo(LONGEST_PASS) > 0) {
      broken.add("a pass of " + pass.lasted() + ", asleep for " + pass.slept());
    }
  }
}
