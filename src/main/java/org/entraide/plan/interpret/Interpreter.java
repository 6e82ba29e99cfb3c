package org.entraide.plan.interpret;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.people.identity.PersonIdentities.Sameness;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.people.reference.Reference;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.DoubtfulClearing;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.PauseReader;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.RowIdentity;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;
import org.entraide.plan.settings.Bars;
import org.entraide.text.Message;

/** One reading of a sheet: see {@link Interpretation}. */
final class Interpreter {

  private final SheetLayout layout;
  private final SheetVocabulary vocabulary;
  private final KnownRows knownRows;
  private final RowIdentity rowIdentity;
  private final PauseReader pauses;
  private final List<ResponseRow> rows;
  private final List<LedgerRow> ledger;
  private final List<RowFingerprint.Marks> marks; // by row
  private final List<RowFingerprint.Addressee> addressees; // by row
  private final PersonIdentities.KnownPeople remembered;
  private final PersonRecognition recognition;

  Interpreter(
      SheetLayout layout,
      SheetVocabulary vocabulary,
      KnownRows knownRows,
      RowIdentity rowIdentity,
      PauseReader pauses,
      List<ResponseRow> rows,
      List<LedgerRow> ledger) {
    this.layout = layout;
    this.vocabulary = vocabulary;
    this.knownRows =
        JournalOnlyPeople.knownRows(
            ReplacedReferences.knownRows(knownRows, rows, ledger), rows, ledger);
    this.rowIdentity = rowIdentity;
    this.pauses = pauses;
    String salt = rowIdentity.salt();
    this.rows = rows;
    this.ledger = ledger;
    this.marks = rows.stream().map(row -> RowFingerprint.marks(salt, row.profile())).toList();
    this.addressees = marks.stream().map(RowFingerprint.Marks::addressee).toList();
    this.remembered = SheetIdentityEvidence.remembered(this.knownRows, rows, ledger);
    this.recognition =
        new PersonRecognition(layout, vocabulary, this.knownRows, pauses, rows, marks, remembered);
  }

  Interpretation read(RandomGenerator random) {
    PersonRecognition.Recognised recognised = recognition.recognise(random);
    return interpretation(recognised, random);
  }

  private Interpretation interpretation(
      PersonRecognition.Recognised recognised, RandomGenerator random) {
    PersonIdentities.RecognisedPeople who = recognised.who();
    CellAuthorship authorship = recognised.authorship();
    Map<String, String> aliases = aliases(who);
    Map<String, String> refByKnownHash = refByFingerprint(who, aliases, recognised.claims());
    String salt = rowIdentity.salt();
    MisplacedContacts.Answers all =
        new MisplacedContacts.Answers(rows, who.rows(), marks, knownRows, aliases, salt);
    MisplacedContacts stray = MisplacedContacts.of(all);
    stray.learn(all, refByKnownHash);
    Set<String> confused =
        new NameAddressMismatch(addressees, knownRows.refByKnownHash(), aliases).people();
    BarringCells cells = new BarringCells(layout.responses().sheetId());
    Map<String, OrganiserInstructions> instructions = instructions(who, authorship, aliases, cells);
    BarDecisions.Rows answers =
        new BarDecisions.Rows(
            who.rows(), rows, cells, confused, stray, salt, showsBars(), shownBarred(who));
    Bars bars =
        new BarDecisions(
                knownRows.barred(), knownRows.erased(), aliases, instructions, answers, random)
            .bars();
    return new Interpretation(
        rows,
        who.rows(),
        who.people(),
        instructions,
        ledger,
        List.of(),
        refByKnownHash,
        authorship,
        aliases,
        bars,
        toReplace(who),
        rowIdentity,
        confused);
  }

  /** Whether both columns that can say <i>Exclu</i> are there. */
  private boolean showsBars() {
    return layout.shows(PersonColumn.INSTRUCTION) && layout.shows(PersonColumn.STATUS);
  }

  private Map<String, String> aliases(PersonIdentities.RecognisedPeople who) {
    Set<String> people = new HashSet<>();
    who.people().forEach(p -> people.add(p.ref()));
    Map<String, String> aliases = new HashMap<>();
    who.people().forEach(p -> p.formerRefs().forEach(former -> aliases.put(former, p.ref())));
    // of people who are one the row of one may be gone, or all: each is to be forgotten under
    // every name
    knownRows
        .aliases()
        .forEach((former, ref) -> aliases.putIfAbsent(former, aliases.getOrDefault(ref, ref)));
    ledgers(who, people).forEach(aliases::putIfAbsent);
    aliases.keySet().removeAll(people);
    return aliases;
  }

  /**
   * What the ledger calls people who are called otherwise by now: another daemon, which began at
   * the same time and ended before it wrote any row, had given them other names.
   */
  private Map<String, String> ledgers(PersonIdentities.RecognisedPeople who, Set<String> people) {
    Map<String, Set<String>> byContents = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byContents
          .computeIfAbsent(rows.get(i).fingerprint(), f -> new HashSet<>())
          .add(who.rows().get(i).ref());
    }
    Map<String, String> aliases = new HashMap<>();
    for (LedgerRow entry : ledger) {
      List<String> checkedFingerprints =
          entry.check().map(RowCheck::fingerprints).orElse(List.of());
      if (checkedFingerprints.size() == 2) {
        List<String> refs = List.of(entry.person(), entry.helper());
        for (int i = 0; i < 2; i++) {
          Set<String> now = byContents.getOrDefault(checkedFingerprints.get(i), Set.of());
          if (Reference.isValid(refs.get(i)) && !people.contains(refs.get(i)) && now.size() == 1) {
            aliases.put(refs.get(i), now.iterator().next());
          }
        }
      }
    }
    return aliases;
  }

  /**
   * Of equal contents under two references, what was known stays. Contents that are new in the row
   * of somebody whom an organiser calls another keep what that row was called.
   */
  private Map<String, String> refByFingerprint(
      PersonIdentities.RecognisedPeople who,
      Map<String, String> aliases,
      List<PersonRecognition.IdentityClaim> claims) {
    Set<String> confirmed = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (claims.get(i).sameness() == Sameness.SAME_PERSON
          || !claims.get(i).duplicateOf().isEmpty()) {
        confirmed.add(who.rows().get(i).ref());
      }
    }
    Map<String, Set<String>> candidates = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String fingerprint = rows.get(i).fingerprint();
      String ref = who.rows().get(i).ref();
      String rememberedRef =
          remembered
              .byFingerprint()
              .getOrDefault(
                  fingerprint, confirmed.contains(ref) ? recognition.formerRef(rows.get(i)) : "");
      boolean former = ref.equals(aliases.get(rememberedRef));
      candidates
          .computeIfAbsent(fingerprint, f -> new LinkedHashSet<>())
          .add(former ? rememberedRef : ref);
    }
    Map<String, String> chosen = new HashMap<>();
    candidates.forEach(
        (fingerprint, refs) -> {
          String rememberedRef = remembered.byFingerprint().getOrDefault(fingerprint, "");
          chosen.put(
              fingerprint, refs.contains(rememberedRef) ? rememberedRef : refs.iterator().next());
        });
    return chosen;
  }

  /**
   * @param cells gets those that say <i>Exclu</i>
   */
  private Map<String, OrganiserInstructions> instructions(
      PersonIdentities.RecognisedPeople who,
      CellAuthorship authorship,
      Map<String, String> aliases,
      BarringCells cells) {
    Set<String> refs = new HashSet<>();
    who.people().forEach(p -> refs.add(p.ref()));
    Set<String> everGiven = remembered.refs();
    Function<String, Optional<String>> person =
        ref ->
            Optional.of(aliases.getOrDefault(ref, ref))
                .filter(now -> refs.contains(now) || isAbsentPerson(now, everGiven));
    RowRemarks remarks = new RowRemarks(vocabulary, authorship, remembered, refs);
    DoubtfulClearing gone =
        new DoubtfulClearing(rows, layout, vocabulary, authorship, knownRows.cellHashes());
    RowOrders rowOrders = new RowOrders(vocabulary, authorship, gone, pauses);
    Map<String, OrganiserInstructions> instructions = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      ResponseRow row = rows.get(i);
      if (row.profile().isErased()) {
        continue; // this person asks for nothing any more, nor does anybody for them
      }
      OrganiserInstructions read = rowOrders.read(row, who.rows().get(i).ref(), person, cells);
      if (isNamed(i, who.rows().get(i).ref(), aliases)) {
        row.fingerprintInCheck()
            .filter(formerFingerprint -> !recognition.isPresent(formerFingerprint))
            .filter(authorship.rememberedBy(row)::equals)
            .ifPresent(formerFingerprint -> cells.edited(formerFingerprint, row.fingerprint()));
      }
      for (Message remark : remarks.of(row, who.rows().get(i))) {
        read = read.remarking(remark);
      }
      instructions.merge(who.rows().get(i).ref(), read, OrganiserInstructions::and);
    }
    return instructions;
  }

  /** Whether the name in a row is known to be that person's: else somebody may be typed over it. */
  private boolean isNamed(int row, String ref, Map<String, String> aliases) {
    return Stream.concat(
            recognition.identities(row).stream(), Stream.of(addressees.get(row).name()))
        .map(part -> knownRows.refByKnownHash().getOrDefault(part, ""))
        .anyMatch(knownRef -> ref.equals(aliases.getOrDefault(knownRef, knownRef)));
  }

  /**
   * Beside whom the daemon itself wrote <i>Exclu</i>, as the check shows, and the journal, which is
   * new or an older one, knows nothing of it.
   */
  private Set<String> shownBarred(PersonIdentities.RecognisedPeople who) {
    Set<String> shown = new LinkedHashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      ResponseRow row = rows.get(i);
      String status = ResponseRow.text(row.sheetRow(), layout, PersonColumn.STATUS);
      if (!row.profile().isErased()
          && !knownRows.cellHashes().containsKey(new CellKey(row.key(), PersonColumn.STATUS.mark()))
          && row.ownCheck().isPresent()
          && row.showsOwn(PersonColumn.STATUS, layout)
          && vocabulary.obeyed(status).equals(Optional.of(Status.BARRED))) {
        shown.add(who.rows().get(i).ref());
      }
    }
    return shown;
  }

  /** Somebody whose row is gone for now may still be named. */
  private boolean isAbsentPerson(String ref, Set<String> everGiven) {
    return everGiven.contains(ref)
        && !knownRows.references().contains(Reference.introduction(ref))
        && ledger.stream().noneMatch(entry -> entry.ref().equals(Reference.introduction(ref)));
  }

  /** Instead of which introductions another was asked for, as the rows' checks remember. */
  private Map<String, Set<String>> toReplace(PersonIdentities.RecognisedPeople who) {
    Map<String, Set<String>> toReplace = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String ref = who.rows().get(i).ref();
      rows.get(i)
          .ownCheck()
          .filter(check -> check.references().size() > 1)
          .ifPresent(
              check ->
                  toReplace.put(
                      ref,
                      new HashSet<>(check.references().subList(1, check.references().size()))));
    }
    return toReplace;
  }
}
