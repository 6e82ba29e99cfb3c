package org.entraide.plan.interpret;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.settings.BarredLines;

/**
 * What earlier passes left behind.
 *
 * @param references every reference ever given, of introductions in their long form
 * @param refByKnownHash by a hash that was kept, the person: of an answer (no prefix), of a contact
 *     with a name ({@code @}), an address ({@code =}), a name ({@code ~}), a number ({@code #}), or
 *     a person with another's contact ({@code &}), see {@link RowFingerprint}
 * @param cellHashes hashes of what cells held, see {@code CellAuthorship}
 * @param barred the lines of the settings tab that say who is barred
 * @param aliases former references of people, and what they were called last
 * @param erased whose answers are not read any more
 * @param gone people of whom no row was there any more when the sheet was read last
 * @param introduced by introduction, as it is called: the person and the helper, empty where there
 *     is none
 */
public record KnownRows(
    Set<String> references,
    Map<String, String> refByKnownHash,
    Map<CellKey, String> cellHashes,
    BarredLines barred,
    Map<String, String> aliases,
    ErasedPeople erased,
    Set<String> gone,
    Map<String, List<String>> introduced) {

  /** What is known where some people are called otherwise by now. */
  KnownRows renamed(Map<String, String> byFormer) {
    if (byFormer.isEmpty()) {
      return this;
    }
    Map<String, String> allAliases = renamed(aliases, byFormer);
    allAliases.putAll(byFormer);
    return new KnownRows(
        references,
        renamed(refByKnownHash, byFormer),
        cellHashes,
        barred,
        allAliases,
        erased,
        gone,
        introduced);
  }

  /**
   * Whether a row of the ledger is what is left of an erased introduction: its row is emptied first
   * and loses its reference later, and the journal may be lost between the two.
   *
   * @param bare the references of which bare rows alone tell
   */
  boolean isErased(LedgerRow entry, Set<String> bare) {
    return erased.hasReference(entry.ref())
        || (bare.contains(entry.ref()) && !references.contains(entry.ref()));
  }

  /** What is known where more contents are somebody's. */
  public KnownRows with(Map<String, String> moreRefs) {
    Map<String, String> all = new HashMap<>(refByKnownHash);
    all.putAll(moreRefs);
    return new KnownRows(references, all, cellHashes, barred, aliases, erased, gone, introduced);
  }

  static Map<String, String> renamed(Map<String, String> refs, Map<String, String> byFormer) {
    Map<String, String> renamed = new HashMap<>(refs);
    renamed.replaceAll((key, ref) -> byFormer.getOrDefault(ref, ref));
    return renamed;
  }
}
