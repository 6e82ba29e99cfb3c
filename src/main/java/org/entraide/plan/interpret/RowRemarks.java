package org.entraide.plan.interpret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.entraide.text.typed.ReadLimit;

/**
 * What a row has to say of the texts that people typed into it and that have no effect.
 *
 * @param remembered who is who, as known before
 * @param refs everybody who has a row
 */
record RowRemarks(
    SheetVocabulary vocabulary,
    CellAuthorship authorship,
    PersonIdentities.KnownPeople remembered,
    Set<String> refs) {

  /** More titles would make the sentence too long for its cell. */
  private static final int MOST_COLUMNS = 2;

  List<Message> of(ResponseRow row, PersonIdentities.RowOwner assigned) {
    List<Message> remarks = new ArrayList<>();
    about("explain.stray", authorship.strays(row)).ifPresent(remarks::add);
    about("explain.away", authorship.away(row)).ifPresent(remarks::add);
    for (PersonColumn column : List.of(PersonColumn.STATUS, PersonColumn.PLACE)) {
      authorship
          .typed(row, column)
          .filter(ReadLimit::isExceededBy)
          .ifPresent(typed -> remarks.add(OrganiserInstructions.tooLong(column)));
    }
    authorship
        .typed(row, PersonColumn.STATUS)
        .filter(vocabulary::saysDuplicate)
        .flatMap(typed -> duplicate(vocabulary.duplicateOf(typed), row, assigned))
        .ifPresent(remarks::add);
    return remarks;
  }

  /** One sentence about all these columns, if there are any. */
  private static Optional<Message> about(String key, Collection<PersonColumn> columns) {
    List<Message> titles = columns.stream().map(it -> Message.of(it.titleKey())).toList();
    return titles.isEmpty()
        ? Optional.empty()
        : Optional.of(Message.of(key).with("column", Message.firstOf(titles, MOST_COLUMNS)));
  }

  /** What is wrong with a duplicate of another answer, if anything. */
  private Optional<Message> duplicate(
      Optional<String> original, ResponseRow row, PersonIdentities.RowOwner assigned) {
    if (original.isEmpty()) {
      return assigned.counts()
          ? Optional.of(Message.of("explain.duplicate.which"))
          : Optional.empty();
    }
    if (isOwn(original.get(), row)) {
      return Optional.of(Message.of("explain.duplicate.oneself"));
    }
    return isKnown(original.get())
        ? Optional.empty()
        : Optional.of(
            Message.of("explain.duplicate.unknown")
                .with("ref", new PersonReference(original.get())));
  }

  private boolean isOwn(String ref, ResponseRow row) {
    return ref.equals(remembered.byFingerprint().get(row.fingerprint()));
  }

  private boolean isKnown(String ref) {
    return refs.contains(ref) || remembered.byFingerprint().containsValue(ref);
  }
}
