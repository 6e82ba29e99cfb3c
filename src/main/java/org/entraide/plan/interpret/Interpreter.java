package org.entraide.plan.interpret;

import java.util.ArrayList;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.people.identity.PersonAssignment;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.people.identity.PersonIdentities.Say;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.people.word.Reference;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.DoubtfulClearing;
import org.entraide.plan.authorship.RowAlignment;
import org.entraide.plan.instruction.InstructionCell;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.PauseReader;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.Instruction;
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

  /** Who is who depends on what organisers say, and whose word counts on who is who. */
  private static final int MOST_READINGS = 3;

  /** What was said about the identity of one row. */
  private record Said(Say say, String duplicateOf) {
    static final Said NOTHING = new Said(Say.NOTHING, "");
  }

  private final SheetLayout layout;
  private final SheetVocabulary vocabulary;
  private final KnownRows known;
  private final RowIdentity identity;
  private final PauseReader pauses;
  private final List<ResponseRow> rows;
  private final List<LedgerRow> ledger;
  private final Set<String> contents; // of all rows
  private final List<List<String>> people; // by row, who it is by contact and name
  private final List<RowFingerprint.Marks> marks; // by row
  private final List<RowFingerprint.Addressee> addressees; // by row
  private final PersonIdentities.Known remembered;
  private final Set<String> contacted;

  Interpreter(
      SheetLayout layout,
      SheetVocabulary vocabulary,
      KnownRows known,
      RowIdentity identity,
      PauseReader pauses,
      List<ResponseRow> rows,
      List<LedgerRow> ledger) {
    this.layout = layout;
    this.vocabulary = vocabulary;
    this.known =
        JournalOnlyPeople.known(ReplacedReferences.known(known, rows, ledger), rows, ledger);
    this.identity = identity;
    this.pauses = pauses;
    String salt = identity.salt();
    this.rows = rows;
    this.ledger = ledger;
    this.contents = rows.stream().map(ResponseRow::fingerprint).collect(Collectors.toSet());
    this.marks = rows.stream().map(row -> RowFingerprint.marks(salt, row.profile())).toList();
    this.people = marks.stream().map(it -> people(it.knownPeople())).toList();
    this.addressees = marks.stream().map(RowFingerprint.Marks::addressee).toList();
    this.remembered = SheetIdentityEvidence.remembered(this.known, rows, ledger);
    this.contacted = remembered.contacted();
  }

  /** What may identify somebody, last another's contact beside which they once were. */
  private static List<String> people(List<String> known) {
    List<String> people = new ArrayList<>(2 * known.size());
    people.addAll(known);
    known.forEach(person -> people.add(RowFingerprint.together(person)));
    return List.copyOf(people);
  }

  Interpretation read(RandomGenerator random) {
    RowAlignment alignment = new RowAlignment(rows, layout, vocabulary, known.cells(), remembered);
    List<Said> said = rows.stream().map(row -> Said.NOTHING).toList();
    PersonIdentities.Result who = PersonAssignment.assign(entries(said), remembered, random);
    CellAuthorship authorship = alignment.authorship(who);
    List<Said> heard = said(authorship);
    for (int i = 1; i < MOST_READINGS && !heard.equals(said); i++) {
      said = heard;
      who = PersonAssignment.assign(entries(said), remembered, random);
      authorship = alignment.authorship(who);
      heard = said(authorship);
    }
    return interpretation(who, authorship, said, random);
  }

  private List<Said> said(CellAuthorship authorship) {
    List<Said> said = new ArrayList<>();
    for (ResponseRow row : rows) {
      if (row.profile().erased()) {
        said.add(Said.NOTHING);
        continue;
      }
      String typed = authorship.organiserTexts(row).getOrDefault(PersonColumn.INSTRUCTION, "");
      Set<Instruction> words = InstructionCell.read("", typed, vocabulary, pauses).words();
      Say say =
          words.contains(Instruction.DISTINCT)
              ? Say.DISTINCT
              : words.contains(Instruction.SAME_PERSON) ? Say.SAME_PERSON : Say.NOTHING;
      String duplicateOf =
          authorship.typed(row, PersonColumn.STATUS).flatMap(vocabulary::duplicateOf).orElse("");
      said.add(new Said(say, duplicateOf));
    }
    return said;
  }

  private List<PersonIdentities.Entry> entries(List<Said> said) {
    List<PersonIdentities.Entry> entries = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ResponseRow row = rows.get(i);
      entries.add(
          new PersonIdentities.Entry(
              row.row().index(),
              row.saidRef(contents),
              formerRef(row),
              row.profile(),
              row.fingerprint(),
              said.get(i).say(),
              said.get(i).duplicateOf(),
              people.get(i)));
    }
    return entries;
  }

  /**
   * What the answer that was edited in a row had been called: by the row's check, which still has
   * its own reference, also where an organiser called it another's and the row shows that one's.
   */
  private String formerRef(ResponseRow row) {
    Optional<String> shown = Reference.parse(row.shownRef());
    return row.check()
        .filter(check -> check.fingerprint().filter(f -> !contents.contains(f)).isPresent())
        .filter(check -> !remembered.byFingerprint().containsKey(row.fingerprint()))
        .flatMap(check -> check.references().stream().findFirst())
        .filter(own -> Reference.isValid(own) && !known.erased().hasReference(own))
        .filter(own -> shown.filter(ref -> isShownFor(own, ref)).isPresent())
        .filter(
            own ->
                rows.stream()
                    .noneMatch(it -> !it.key().equals(row.key()) && isBesideOwner(row, it, own)))
        .orElse("");
  }

  /** Whether the check of a row is another row's, which a write put there that people overtook. */
  private static boolean isBesideOwner(ResponseRow row, ResponseRow other, String own) {
    return other.shownRef().equals(own)
        && other
            .check()
            .flatMap(RowCheck::fingerprint)
            .equals(row.check().flatMap(RowCheck::fingerprint));
  }

  /** Whether people who are or were called so show another reference; a new journal cannot say. */
  private boolean isShownFor(String own, String shown) {
    return remembered.refs().contains(shown)
        && (own.equals(shown)
            ? !contacted.contains(own) // a person with a contact is identified by it
            : shown.equals(known.aliases().get(own)) || !known.references().contains(own));
  }

  // ---- who and what

  private Interpretation interpretation(
      PersonIdentities.Result who,
      CellAuthorship authorship,
      List<Said> said,
      RandomGenerator random) {
    Map<String, String> aliases = aliases(who);
    Map<String, String> refByFingerprint = refByFingerprint(who, aliases, said);
    String salt = identity.salt();
    MisplacedContacts.Answers all =
        new MisplacedContacts.Answers(rows, who.rows(), marks, known, aliases, salt);
    MisplacedContacts stray = MisplacedContacts.of(all);
    stray.learn(all, refByFingerprint);
    Set<String> confused =
        new NameAddressMismatch(addressees, known.refByFingerprint(), aliases).people();
    BarringCells cells = new BarringCells(layout.responses().sheetId());
    Map<String, OrganiserInstructions> instructions = instructions(who, authorship, aliases, cells);
    BarDecisions.Rows answers =
        new BarDecisions.Rows(
            who.rows(),
            rows,
            cells,
            confused,
            stray,
            salt,
            layout.shows(PersonColumn.INSTRUCTION) && layout.shows(PersonColumn.STATUS),
            shownBarred(who));
    Bars bars =
        new BarDecisions(known.barred(), known.erased(), aliases, instructions, answers, random)
            .bars();
    return new Interpretation(
        rows,
        who.rows(),
        who.people(),
        instructions,
        ledger,
        List.of(),
        refByFingerprint,
        authorship,
        aliases,
        bars,
        asked(who),
        identity,
        confused);
  }

  private Map<String, String> aliases(PersonIdentities.Result who) {
    Set<String> people = new HashSet<>();
    who.people().forEach(p -> people.add(p.ref()));
    Map<String, String> aliases = new HashMap<>();
    who.people().forEach(p -> p.formerRefs().forEach(former -> aliases.put(former, p.ref())));
    // of people who are one the row of one may be gone, or all: each is to be forgotten under
    // every name
    known
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
  private Map<String, String> ledgers(PersonIdentities.Result who, Set<String> people) {
    Map<String, Set<String>> byContents = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byContents
          .computeIfAbsent(rows.get(i).fingerprint(), f -> new HashSet<>())
          .add(who.rows().get(i).ref());
    }
    Map<String, String> aliases = new HashMap<>();
    for (LedgerRow entry : ledger) {
      List<String> contents = entry.check().map(RowCheck::fingerprints).orElse(List.of());
      if (contents.size() == 2) {
        List<String> refs = List.of(entry.person(), entry.helper());
        for (int i = 0; i < 2; i++) {
          Set<String> now = byContents.getOrDefault(contents.get(i), Set.of());
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
      PersonIdentities.Result who, Map<String, String> aliases, List<Said> said) {
    Set<String> confirmed = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (said.get(i).say() == Say.SAME_PERSON || !said.get(i).duplicateOf().isEmpty()) {
        confirmed.add(who.rows().get(i).ref());
      }
    }
    Map<String, Set<String>> candidates = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String fingerprint = rows.get(i).fingerprint();
      String ref = who.rows().get(i).ref();
      String before =
          remembered
              .byFingerprint()
              .getOrDefault(fingerprint, confirmed.contains(ref) ? formerRef(rows.get(i)) : "");
      boolean former = ref.equals(aliases.get(before));
      candidates
          .computeIfAbsent(fingerprint, f -> new LinkedHashSet<>())
          .add(former ? before : ref);
    }
    Map<String, String> chosen = new HashMap<>();
    candidates.forEach(
        (fingerprint, refs) -> {
          String before = remembered.byFingerprint().getOrDefault(fingerprint, "");
          chosen.put(fingerprint, refs.contains(before) ? before : refs.iterator().next());
        });
    return chosen;
  }

  /**
   * @param cells gets those that say <i>Exclu</i>
   */
  private Map<String, OrganiserInstructions> instructions(
      PersonIdentities.Result who,
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
        new DoubtfulClearing(rows, layout, vocabulary, authorship, known.cells());
    RowOrders asked = new RowOrders(vocabulary, authorship, gone, pauses);
    Map<String, OrganiserInstructions> instructions = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      ResponseRow row = rows.get(i);
      if (row.profile().erased()) {
        continue; // this person asks for nothing any more, nor does anybody for them
      }
      OrganiserInstructions read = asked.read(row, who.rows().get(i).ref(), person, cells);
      if (isNamed(i, who.rows().get(i).ref(), aliases)) {
        row.checked()
            .filter(before -> !contents.contains(before))
            .filter(authorship.rememberedBy(row)::equals)
            .ifPresent(before -> cells.edited(before, row.fingerprint()));
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
    return Stream.concat(people.get(row).stream(), Stream.of(addressees.get(row).name()))
        .map(part -> known.refByFingerprint().getOrDefault(part, ""))
        .anyMatch(known -> ref.equals(aliases.getOrDefault(known, known)));
  }

  /**
   * Beside whom the daemon itself wrote <i>Exclu</i>, as the check shows, and the journal, which is
   * new or an older one, knows nothing of it.
   */
  private Set<String> shownBarred(PersonIdentities.Result who) {
    Set<String> shown = new LinkedHashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      ResponseRow row = rows.get(i);
      String status = ResponseRow.text(row.row(), layout, PersonColumn.STATUS);
      if (!row.profile().erased()
          && !known.cells().containsKey(new CellKey(row.key(), PersonColumn.STATUS.mark()))
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
        && !known.references().contains(Reference.introduction(ref))
        && ledger.stream().noneMatch(entry -> entry.ref().equals(Reference.introduction(ref)));
  }

  /** Instead of which introductions another was asked for, as the rows' checks remember. */
  private Map<String, Set<String>> asked(PersonIdentities.Result who) {
    Map<String, Set<String>> asked = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String ref = who.rows().get(i).ref();
      rows.get(i)
          .ownCheck()
          .filter(check -> check.references().size() > 1)
          .ifPresent(
              check ->
                  asked.put(
                      ref,
                      new HashSet<>(check.references().subList(1, check.references().size()))));
    }
    return asked;
  }
}
