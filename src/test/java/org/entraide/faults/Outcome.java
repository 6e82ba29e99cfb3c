package org.entraide.faults;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.entraide.campaign.port.Trouble;

/**
 * A row of the table.
 *
 * @param thisPass what became of the pass in which it went wrong
 * @param nextPass of the next one, in which it goes wrong again if it lasts
 * @param rows what people read in their rows after the first pass
 * @param log what is logged of it in the first pass
 * @param broken rules; empty if all is well
 */
record Outcome(
    Case of, String thisPass, String nextPass, String rows, String log, List<String> broken) {

  private static final String AS_USUAL = "as usual";

  /** What goes wrong. */
  record Case(RequestKind kind, Fault fault, boolean lasting) {
    @Override
    public String toString() {
      return kind.words() + ", " + fault.words() + (lasting ? ", lasting" : ", once");
    }
  }

  static Outcome of(Case of, Trial.Seen seen, Trial.Calm calm) {
    return new Outcome(
        of,
        pass(seen.first(), calm, of.kind()),
        pass(seen.next(), calm, of.kind()),
        rows(seen.first().rows(), calm.first().rows()),
        log(seen.first()),
        List.copyOf(Rules.broken(seen, calm)));
  }

  private static String pass(Desk.Pass pass, Trial.Calm calm, RequestKind kind) {
    List<Trouble> troubles = pass.report().troubles();
    int times = Collections.frequency(pass.asked().requests(), kind);
    boolean again = times > Collections.frequency(calm.first().asked().requests(), kind);
    String asked = again ? ", asked again" : "";
    if (troubles.isEmpty()) {
      return AS_USUAL + asked;
    }
    String trouble = troubles.get(0).kind().name().toLowerCase(Locale.ROOT);
    return (pass.report().completed() ? "goes on, " : "stops, ") + trouble + asked;
  }

  private static String rows(Map<Integer, String> now, Map<Integer, String> calm) {
    if (now.equals(calm)) {
      return AS_USUAL;
    }
    Collection<String> statuses = now.values();
    if (statuses.stream().allMatch(String::isEmpty)) {
      return "not yet";
    }
    return String.join(
        ", ",
        now.keySet().stream()
            .filter(number -> !Objects.equals(now.get(number), calm.get(number)))
            .map(now::get)
            .map(status -> status.isEmpty() ? "not yet" : "« " + status + " »")
            .distinct()
            .sorted()
            .toList());
  }

  /** The reason, without what was being done and what is to be done about it. */
  private static String log(Desk.Pass pass) {
    return String.join(
        "; ",
        pass.report().troubles().stream()
            .map(Trouble::text)
            .map(text -> text.replaceFirst("^.*? failed: ", "").replaceFirst("\\. .*", ""))
            .distinct()
            .toList());
  }
}
