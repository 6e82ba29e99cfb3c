package org.entraide.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.Ref;
import org.entraide.plan.Interpretation.Known;

/**
 * People who have a reference in the journal that no row shows, and another one in the sheet that
 * the journal never gave: another installation named them, while this one was away or had to end
 * before it wrote a row. The name in the sheet stays, or two installations that work in turn would
 * write their own names over each other's for ever. Pure.
 */
final class Renamed {

  private final Known known;
  private final Map<String, String> byFormer = new HashMap<>();

  private Renamed(Known known) {
    this.known = known;
  }

  /**
   * The journal's knowledge with the names that the sheet has.
   *
   * @param rows the answers
   */
  static Known known(Known known, List<ResponseRow> rows) {
    Renamed renamed = new Renamed(known);
    Set<String> shown = new HashSet<>();
    for (ResponseRow row : rows) {
      Ref.parse(row.shownRef()).ifPresent(shown::add);
      checked(row).ifPresent(shown::add);
    }
    rows.forEach(row -> renamed.compare(row, shown));
    return renamed.byFormer.isEmpty() ? known : renamed.known();
  }

  private void compare(ResponseRow row, Set<String> shown) {
    String former = known.refByFingerprint().get(row.fingerprint());
    Optional<String> now = checked(row).filter(this::isAnothers);
    if (former != null && now.isPresent() && !shown.contains(former)) {
      byFormer.putIfAbsent(former, now.get());
    }
  }

  /** The reference that was written beside these contents. */
  private static Optional<String> checked(ResponseRow row) {
    return row.ownCheck().flatMap(c -> c.references().stream().findFirst()).filter(Ref::isValid);
  }

  private boolean isAnothers(String ref) {
    return !known.references().contains(ref)
        && !known.refByFingerprint().containsValue(ref)
        && !known.aliases().containsKey(ref)
        && !known.erased().hasReference(ref);
  }

  private Known known() {
    Map<String, String> aliases = named(known.aliases());
    aliases.putAll(byFormer);
    return new Known(
        known.references(),
        named(known.refByFingerprint()),
        known.cells(),
        named(known.barred()),
        aliases,
        known.formerTabs(),
        known.erased());
  }

  private Map<String, String> named(Map<String, String> refs) {
    Map<String, String> named = new HashMap<>(refs);
    named.replaceAll((key, ref) -> byFormer.getOrDefault(ref, ref));
    return named;
  }
}
