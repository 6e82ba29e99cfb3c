package org.entraide.plan.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.entraide.people.identity.PersonAssignment;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.people.identity.PersonIdentities.Sameness;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.people.reference.Reference;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.RowAlignment;
import org.entraide.plan.instruction.InstructionCell;
import org.entraide.plan.instruction.PauseReader;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;

/**
 * Who is in which row. People are known again by contact and name, by what the sheet and the
 * journal remember of rows, and by what organisers say of who somebody is. Pure.
 */
final class PersonRecognition {

  /** Who is who depends on what organisers say, and whose word counts on who is who. */
  private static final int MOST_READINGS = 3;

  /** What was said about the identity of one row. */
  record IdentityClaim(Sameness sameness, String duplicateOf) {
    static final IdentityClaim NOTHING = new IdentityClaim(Sameness.NOTHING, "");
  }

  /**
   * Who is who.
   *
   * @param who by row
   * @param authorship who wrote what, if these are the people
   * @param claims by row
   */
  record Recognised(
      PersonIdentities.RecognisedPeople who,
      CellAuthorship authorship,
      List<IdentityClaim> claims) {}

  private final SheetLayout layout;
  private final SheetVocabulary vocabulary;
  private final KnownRows knownRows;
  private final PauseReader pauses;
  private final List<ResponseRow> rows;
  private final Set<String> fingerprints; // of all rows
  private final List<List<String>> people; // by row, who it is by contact and name
  private final PersonIdentities.KnownPeople remembered;
  private final Set<String> contacted;

  /**
   * @param marks by row
   * @param remembered who is remembered, by sheet and journal
   */
  PersonRecognition(
      SheetLayout layout,
      SheetVocabulary vocabulary,
      KnownRows knownRows,
      PauseReader pauses,
      List<ResponseRow> rows,
      List<RowFingerprint.Marks> marks,
      PersonIdentities.KnownPeople remembered) {
    this.layout = layout;
    this.vocabulary = vocabulary;
    this.knownRows = knownRows;
    this.pauses = pauses;
    this.rows = rows;
    this.fingerprints = rows.stream().map(ResponseRow::fingerprint).collect(Collectors.toSet());
    this.people = marks.stream().map(it -> people(it.knownPersonHashes())).toList();
    this.remembered = remembered;
    this.contacted = remembered.contacted();
  }

  /** What may identify somebody, last another's contact beside which they once were. */
  private static List<String> people(List<String> identities) {
    List<String> people = new ArrayList<>(2 * identities.size());
    people.addAll(identities);
    identities.forEach(person -> people.add(RowFingerprint.together(person)));
    return List.copyOf(people);
  }

  /**
   * Reads until what organisers say and who is who agree.
   *
   * @param random draws references of people who are new
   */
  Recognised recognise(RandomGenerator random) {
    RowAlignment alignment =
        new RowAlignment(rows, layout, vocabulary, knownRows.cellHashes(), remembered);
    List<IdentityClaim> claims = rows.stream().map(row -> IdentityClaim.NOTHING).toList();
    PersonIdentities.RecognisedPeople who =
        PersonAssignment.assign(entries(claims), remembered, random);
    CellAuthorship authorship = alignment.authorship(who);
    List<IdentityClaim> reread = claims(authorship);
    for (int i = 1; i < MOST_READINGS && !reread.equals(claims); i++) {
      claims = reread;
      who = PersonAssignment.assign(entries(claims), remembered, random);
      authorship = alignment.authorship(who);
      reread = claims(authorship);
    }
    return new Recognised(who, authorship, claims);
  }

  private List<IdentityClaim> claims(CellAuthorship authorship) {
    List<IdentityClaim> claims = new ArrayList<>();
    for (ResponseRow row : rows) {
      if (row.profile().isErased()) {
        claims.add(IdentityClaim.NOTHING);
        continue;
      }
      String typed = authorship.organiserTexts(row).getOrDefault(PersonColumn.INSTRUCTION, "");
      Set<Instruction> words = InstructionCell.read("", typed, vocabulary, pauses).words();
      Sameness sameness =
          words.contains(Instruction.DISTINCT)
              ? Sameness.DISTINCT
              : words.contains(Instruction.SAME_PERSON) ? Sameness.SAME_PERSON : Sameness.NOTHING;
      String duplicateOf =
          authorship.typed(row, PersonColumn.STATUS).flatMap(vocabulary::duplicateOf).orElse("");
      claims.add(new IdentityClaim(sameness, duplicateOf));
    }
    return claims;
  }

  private List<PersonIdentities.IdentityRow> entries(List<IdentityClaim> claims) {
    List<PersonIdentities.IdentityRow> entries = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ResponseRow row = rows.get(i);
      entries.add(
          new PersonIdentities.IdentityRow(
              row.sheetRow().index(),
              row.saidRef(fingerprints),
              formerRef(row),
              row.profile(),
              row.fingerprint(),
              claims.get(i).sameness(),
              claims.get(i).duplicateOf(),
              people.get(i)));
    }
    return entries;
  }

  /**
   * What the answer that was edited in a row had been called: by the row's check, which still has
   * its own reference, also where an organiser called it another's and the row shows that one's.
   */
  String formerRef(ResponseRow row) {
    Optional<String> shown = Reference.parse(row.shownRef());
    return row.check()
        .filter(check -> check.fingerprint().filter(f -> !fingerprints.contains(f)).isPresent())
        .filter(check -> !remembered.byFingerprint().containsKey(row.fingerprint()))
        .flatMap(check -> check.references().stream().findFirst())
        .filter(own -> Reference.isValid(own) && !knownRows.erased().hasReference(own))
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
            : shown.equals(knownRows.aliases().get(own)) || !knownRows.references().contains(own));
  }

  /** What may identify the person of a row by contact and name. */
  List<String> identities(int row) {
    return people.get(row);
  }

  /** Whether a row has these contents. */
  boolean isPresent(String fingerprint) {
    return fingerprints.contains(fingerprint);
  }
}
