package org.entraide.plan.handmade;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.identity.Person;
import org.entraide.people.profile.Profile;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.Emails;
import org.entraide.people.word.Phones;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.table.Cell;
import org.entraide.text.typed.ReadLimit;

/** Whom organisers mean by a reference, an e-mail address or a telephone number. Pure. */
final class HandMadePeople {

  /** What a cell says. */
  enum NamedKind {
    /** Nothing at all. */
    EMPTY,
    /** Words that point to nobody: a name, or people's note. */
    WORDS,
    PERSON,
    /** Somebody whose row is gone for now. */
    MISSING,
    /** A reference, an address or a number that is nobody's. */
    NOBODY,
    /** An address or a number of several people. */
    SEVERAL
  }

  /**
   * Whom a cell names.
   *
   * @param ref of a {@link NamedKind#PERSON}; empty otherwise
   */
  record NamedPerson(NamedKind kind, String ref) {
    private static NamedPerson of(NamedKind kind) {
      return new NamedPerson(kind, "");
    }

    boolean isPerson() {
      return kind == NamedKind.PERSON;
    }
  }

  private final Interpretation interpretation;
  private final Set<String> missing;
  private final String country;
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, Set<String>> byContact = new HashMap<>();

  /**
   * @param missing people whose row is gone and who do not count as withdrawn yet
   * @param country of the campaign: where a number without a country code is
   */
  HandMadePeople(Interpretation interpretation, Set<String> missing, String country) {
    this.interpretation = interpretation;
    this.missing = missing;
    this.country = country;
    for (Person person : interpretation.people()) {
      Profile profile = person.profile();
      if (!profile.isErased()) {
        people.put(person.ref(), person);
        Optional.ofNullable(profile.email()).ifPresent(it -> reached(address(it), person));
        Optional.ofNullable(profile.phone()).ifPresent(it -> reached(it, person));
      }
    }
  }

  private void reached(String contact, Person person) {
    byContact.computeIfAbsent(contact, c -> new HashSet<>()).add(person.ref());
  }

  private static String address(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  /** Somebody whose row is there. */
  Optional<Person> find(String ref) {
    return Optional.ofNullable(people.get(ref));
  }

  /**
   * Reads a cell: a reference in parentheses or alone first, then an address, then a number. A
   * first name may look like a reference, before an address ({@code alain.durand@…}) or in
   * parentheses: one that is nobody's counts only where there is nothing else.
   */
  NamedPerson in(Cell cell) {
    String text = ReadLimit.cut(cell.text()).strip();
    if (text.isEmpty()) {
      return NamedPerson.of(NamedKind.EMPTY);
    }
    boolean isOneWord = !text.contains(" ") && !text.contains("@");
    Optional<NamedPerson> byReference =
        Reference.inParentheses(text)
            .or(() -> isOneWord ? Reference.parse(text) : Optional.empty())
            .map(this::named);
    if (byReference.filter(it -> it.kind() != NamedKind.NOBODY).isPresent()) {
      return byReference.get();
    }
    Optional<String> email = Emails.read(text).value();
    if (email.isPresent()) {
      return reachedBy(address(email.get()));
    }
    Cell cut = cell.kind() == Cell.Kind.NUMBER ? cell : Cell.text(text);
    Optional<String> phone = Phones.read(cut, country).value();
    return phone
        .map(this::reachedBy)
        .orElseGet(() -> byReference.orElseGet(() -> amongWords(text)));
  }

  private NamedPerson named(String ref) {
    String now = interpretation.nowCalled(ref);
    if (people.containsKey(now)) {
      return new NamedPerson(NamedKind.PERSON, now);
    }
    return NamedPerson.of(
        missing.contains(now) || missing.contains(ref) ? NamedKind.MISSING : NamedKind.NOBODY);
  }

  private NamedPerson reachedBy(String contact) {
    Set<String> refs = byContact.getOrDefault(contact, Set.of());
    return switch (refs.size()) {
      case 0 -> NamedPerson.of(NamedKind.NOBODY);
      case 1 -> new NamedPerson(NamedKind.PERSON, refs.iterator().next());
      default -> NamedPerson.of(NamedKind.SEVERAL);
    };
  }

  /** A word may look like a reference by chance: only somebody's counts. */
  private NamedPerson amongWords(String text) {
    List<NamedPerson> namedPeople =
        Reference.parseAll(text).stream()
            .map(this::named)
            .filter(it -> it.kind() != NamedKind.NOBODY)
            .distinct()
            .toList();
    return namedPeople.size() == 1 ? namedPeople.get(0) : NamedPerson.of(NamedKind.WORDS);
  }
}
