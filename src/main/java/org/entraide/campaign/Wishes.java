package org.entraide.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.people.Identities.Assigned;
import org.entraide.plan.Interpretation;
import org.entraide.plan.Introduction;
import org.entraide.plan.Report;
import org.entraide.plan.Reporter;
import org.entraide.plan.SheetPlan;
import org.entraide.plan.SheetPlan.WantedEntry;
import org.entraide.plan.SheetPlan.WantedRow;
import org.entraide.plan.Someone;
import org.entraide.plan.Status;

/** What every row and every entry should say. */
final class Wishes {

  private final Interpretation rows;
  private final Map<String, Someone> people;
  private final Set<String> emptied;
  private final Map<String, String> fingerprints = new HashMap<>();

  /**
   * @param emptied mailboxes that lost many drafts at once
   */
  Wishes(Interpretation rows, Map<String, Someone> people, Set<String> emptied) {
    this.rows = rows;
    this.people = people;
    this.emptied = Set.copyOf(emptied);
    for (int i = 0; i < rows.rows().size(); i++) {
      Assigned assigned = rows.assigned().get(i);
      if (assigned.counts()) {
        fingerprints.put(assigned.ref(), rows.rows().get(i).fingerprint());
      }
    }
  }

  SheetWriter.Wanted wanted(Reporter reporter, Collection<Introduction> introductions) {
    List<WantedRow> wanted = new ArrayList<>();
    for (int i = 0; i < rows.rows().size(); i++) {
      wanted.add(row(rows.assigned().get(i), rows.rows().get(i).fingerprint(), reporter));
    }
    Map<String, WantedEntry> entries = new LinkedHashMap<>();
    introductions.forEach(i -> entries.put(i.ref(), entry(i)));
    return new SheetWriter.Wanted(wanted, entries);
  }

  private WantedRow row(Assigned assigned, String fingerprint, Reporter reporter) {
    Someone someone = people.get(assigned.ref());
    Report report =
        assigned.counts() && someone != null
            ? reporter.report(someone)
            : Reporter.duplicate(assigned.ref(), assigned.countingRow(), assigned.messages());
    return new WantedRow(fingerprint, assigned.ref(), report);
  }

  WantedEntry entry(Introduction introduction) {
    return new WantedEntry(
        introduction,
        SheetPlan.explanation(introduction, emptied.contains(introduction.mailbox())),
        List.of(
            fingerprints.getOrDefault(introduction.person(), ""),
            fingerprints.getOrDefault(introduction.helper(), "")));
  }

  /** People by status, and introductions by state, for {@code status}. */
  static Map<String, Long> counts(
      SheetWriter.Wanted wanted, Collection<Introduction> introductions) {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("answers", (long) wanted.people().size());
    for (WantedRow row : wanted.people()) {
      Status status = row.report().status();
      counts.merge("status." + status.key(), 1L, Long::sum);
    }
    for (Introduction introduction : introductions) {
      String state = introduction.state().name().toLowerCase(Locale.ROOT);
      counts.merge("introductions." + state, 1L, Long::sum);
    }
    return counts;
  }
}
