package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Human;
import org.entraide.testkit.PointedRef;

/**
 * Holds every name in the daemon's cells against the rows of whom it points to: the right one, or
 * none where nobody of that reference agrees any more.
 */
final class NameWatch {

  private static final Pattern POINTED = Pattern.compile("\\(([0-9A-Z]{5,6})\\)");

  /** What a name ends with before its reference; other words have another ending, but for one. */
  private static final Pattern NAMED =
      Pattern.compile("\\p{L}(?: \\p{L}\\.)? $(?<!d’une personne )(?<!of one person )");

  /** An introduction's reference, which may end as a name does. */
  private static final Pattern INTRODUCTION = Pattern.compile("M-[0-9A-Z]{5,6}");

  private static final Pattern WHOLE = Pattern.compile("[\\p{L}’'-]{1,20} [\\p{L}’' -]{1,40}");

  private static final int OWN_COLUMNS = 7;

  private final Site site;
  private final Watch watch;
  private final Map<String, Set<String>> labels = new HashMap<>(); // by reference, as may be shown
  private final Set<String> sure = new HashSet<>(); // references of people who must be named
  private final List<String> wrong = new ArrayList<>();

  private NameWatch(Site site, Watch watch, Desk.Tab answers) {
    this.site = site;
    this.watch = watch;
    int name = answers.titled(Human.NAME);
    int consent = answers.titled(Human.CONSENT);
    Set<String> doubtful = new HashSet<>();
    for (int row = 1; row < answers.rows(); row++) {
      String ref = answers.text(row, "ref");
      String called = answers.text(row, name);
      boolean agrees =
          site.settings.namesInSheet() && LedgerWatch.isYes(answers.text(row, consent));
      if (agrees) {
        labels
            .computeIfAbsent(ref, r -> new HashSet<>())
            .add(PointedRef.label(called, ref).replaceFirst("^Mme ", ""));
      }
      boolean plain = WHOLE.matcher(called).matches();
      (agrees && plain && site.owner(answers, row).isPresent() ? sure : doubtful).add(ref);
    }
    sure.removeAll(doubtful);
  }

  static List<String> settled(Site site, Watch watch, Desk.Copy now, Desk.Tab answers) {
    NameWatch names = new NameWatch(site, watch, answers);
    for (int row : site.rows(answers)) {
      names.look("introduced", row, answers.text(row, "introduced"));
      names.look("explanation", row, answers.text(row, "explanation"));
    }
    now.with("ledger_ref")
        .ifPresent(
            ledger -> {
              for (int row = 1; row < ledger.rows(); row++) {
                names.look("ledger_explanation", row, ledger.text(row, "ledger_explanation"));
                for (String mark : List.of("ledger_person", "ledger_helper")) {
                  if (!ledger.text(row, "ledger_ref").isEmpty()) { // else people typed it
                    names.look(mark, row, ledger.text(row, mark));
                    names.isNamed(mark, row, ledger.text(row, mark));
                  }
                }
              }
            });
    now.with("todo_what").ifPresent(names::lookThrough);
    now.titled("Tableau de bord").ifPresent(names::lookThrough);
    return names.wrong;
  }

  /** A tab that is the daemon's alone. */
  private void lookThrough(Desk.Tab tab) {
    for (int row = 1; row < tab.rows(); row++) {
      for (int column = 0; column < OWN_COLUMNS; column++) {
        find("column " + column, row, tab.text(row, column));
      }
    }
  }

  private String where(String mark, int row) {
    return site.settings.name() + " " + mark + " of row " + (row + 1);
  }

  /** Only what the daemon wrote: a row that was copied may keep what another said. */
  private void look(String mark, int row, String shown) {
    if (!watch.isDaemons(site, mark, shown)) {
      return;
    }
    find(mark, row, shown);
  }

  private void find(String mark, int row, String shown) {
    String text = INTRODUCTION.matcher(shown).replaceAll("M-0");
    Matcher pointed = POINTED.matcher(text);
    while (pointed.find()) {
      String textUpToName = text.substring(0, pointed.end());
      if (NAMED.matcher(text.substring(0, pointed.start())).find()
          && labels.getOrDefault(pointed.group(1), Set.of()).stream()
              .noneMatch(textUpToName::endsWith)) {
        wrong.add(
            where(mark, row) + " has a name beside " + pointed.group(1) + " that is not theirs");
      }
    }
  }

  private void isNamed(String mark, int row, String text) {
    if (sure.contains(text)) {
      wrong.add(where(mark, row) + " has no name beside " + text);
    }
  }
}
