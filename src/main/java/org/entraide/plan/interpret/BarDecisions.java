package org.entraide.plan.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.ShortName;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.Status;
import org.entraide.plan.settings.Bar;
import org.entraide.plan.settings.BarredLines;
import org.entraide.plan.settings.Bars;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/**
 * Who is barred: everybody whose row says <i>Exclu</i>, and everybody who shares a contact with
 * somebody whom a bar names, until an organiser says <i>Distinct</i> of them. Pure but for the
 * salts drawn.
 *
 * @param lines of the settings tab, with what the journal remembers
 * @param aliases what people are called now
 * @param instructions by reference; those of people whom a bar covers are changed
 */
record BarDecisions(
    BarredLines lines,
    ErasedPeople erased,
    Map<String, String> aliases,
    Map<String, OrganiserInstructions> instructions,
    Rows rows,
    RandomGenerator random) {

  /** So many bars are lifted at once by clearing, also where no row says <i>Exclu</i> any more. */
  private static final int FEW = 3;

  /**
   * The answers.
   *
   * @param who whose the rows are
   * @param cells those that say <i>Exclu</i> themselves
   * @param confused people whose name is beside another's address
   * @param stray contacts that are beside people whose they are not
   * @param salt of fingerprints
   * @param readable whether the columns in which <i>Exclu</i> is said are there
   * @param shown people beside whom a daemon whose journal is gone wrote that they are barred, in
   *     the order of their rows
   */
  record Rows(
      List<PersonIdentities.RowOwner> who,
      List<ResponseRow> answers,
      BarringCells cells,
      Set<String> confused,
      MisplacedContacts stray,
      String salt,
      boolean readable,
      Set<String> shown) {

    /** Of each person; nothing is read of answers that were erased. */
    private Map<String, Set<String>> contacts(Function<Profile, Set<String>> of) {
      Map<String, Set<String>> contacts = new TreeMap<>();
      for (int i = 0; i < answers.size(); i++) {
        Profile profile = answers.get(i).profile();
        if (!profile.isErased()) {
          contacts
              .computeIfAbsent(who.get(i).ref(), ref -> new HashSet<>())
              .addAll(of.apply(stray.own(i, profile)));
        }
      }
      return contacts;
    }

    /** The addresses that are beside people whose they are not: letters would go there. */
    private Map<String, Set<String>> strayAddresses() {
      Map<String, Set<String>> contacts = new TreeMap<>();
      for (int i : stray.addresses()) {
        contacts
            .computeIfAbsent(who.get(i).ref(), ref -> new HashSet<>())
            .addAll(Bar.contacts(answers.get(i).profile().withoutPhone()));
      }
      return contacts;
    }

    /** The cells that do not say <i>Exclu</i>; none where that is not known. */
    private Set<String> clear() {
      return readable ? cells.clear() : Set.of();
    }

    /** How to name the people of whom there is an answer that counts. */
    private Map<String, String> names(Set<String> refs) {
      Map<String, String> names = new HashMap<>();
      for (int i = 0; i < answers.size(); i++) {
        String ref = who.get(i).ref();
        if (refs.contains(ref) && who.get(i).counts()) {
          Profile profile = answers.get(i).profile();
          names.put(ref, SheetNames.isShown(profile) ? ShortName.of(profile, ref) : ref);
        }
      }
      return names;
    }
  }

  /** Works it out. */
  Bars bars() {
    Set<String> own = new TreeSet<>();
    instructions.forEach(
        (ref, order) -> {
          if (order.status().equals(Optional.of(Status.BARRED))) {
            own.add(ref);
          }
        });
    if (lines.isEmpty() && own.isEmpty() && rows.shown().isEmpty()) {
      return Bars.NONE;
    }
    Map<String, Set<String>> contacts = rows.contacts(Bar::contacts);
    List<Bar> bars = remembered(own);
    bars.addAll(added(bars, own, contacts));
    rows.shown().forEach(ref -> restore(ref, bars, contacts.getOrDefault(ref, Set.of())));
    bars.replaceAll(bar -> grown(bar, own, contacts));
    bars.sort(Comparator.comparing(Bar::ref).thenComparing(Bar::salt));
    boolean bound = bars.stream().anyMatch(Bar::isBound);
    cover(bars, own, bound ? rows.contacts(this::contacts) : contacts);
    Set<String> refs = new HashSet<>();
    bars.forEach(bar -> refs.add(bar.ref()));
    return new Bars(bars, rows.names(refs));
  }

  private Set<String> contacts(Profile profile) {
    Set<String> contacts = new HashSet<>(Bar.contacts(profile));
    contacts.addAll(Bar.boundContacts(rows.salt(), profile));
    return contacts;
  }

  // ---- which bars there are

  private List<Bar> remembered(Set<String> own) {
    List<BarredLines.BarLine> currentLines = new ArrayList<>();
    lines.lines().forEach(line -> currentLines.add(current(line)));
    Set<String> clear = rows.clear();
    long cleared = currentLines.stream().filter(l -> isCleared(l.bar(), own, clear)).count();
    // a column that was emptied is no decision
    boolean believed =
        cleared <= FEW || currentLines.stream().anyMatch(l -> own.contains(l.bar().ref()));
    List<Bar> bars = new ArrayList<>();
    for (BarredLines.BarLine line : currentLines) {
      boolean over = believed && isCleared(line.bar(), own, clear);
      Bar bar = line.bar().in(next(line, own.contains(line.bar().ref()), over));
      if (line.typed().isNoAsBefore() && !line.bar().isAhead() && onlyCameBack(line.bar())) {
        bar = bar.in(Bar.State.LIFTED);
      }
      bar = bar.ahead(bar.state() == Bar.State.ON && line.typed().isNoAsBefore());
      if (line.hasLine() || bar.state() == Bar.State.ON) {
        bars.add(bar);
      }
    }
    return bars;
  }

  /** Under what the person is called now, if there still is anybody to call. */
  private BarredLines.BarLine current(BarredLines.BarLine line) {
    Bar bar = line.bar().salted(random);
    String ref = aliases.getOrDefault(bar.ref(), bar.ref());
    boolean forgotten =
        !ref.isEmpty() && (erased.hasReference(ref) || erased.hasReference(bar.ref()));
    return new BarredLines.BarLine(
        forgotten ? bar.nameless() : bar.called(ref), line.typed(), line.hasLine());
  }

  /**
   * Whether a cell that said <i>Exclu</i> the last time is there and says it no longer.
   *
   * @param clear the cells that do not say it
   */
  private boolean isCleared(Bar bar, Set<String> own, Set<String> clear) {
    return bar.state() == Bar.State.ON
        && !own.contains(bar.ref())
        && bar.rows().stream().anyMatch(clear::contains);
  }

  private static Bar.State next(BarredLines.BarLine line, boolean own, boolean cleared) {
    Bar.State lifted = own ? Bar.State.LIFTED : Bar.State.OVER;
    return switch (line.typed()) {
      case BAR -> Bar.State.ON;
      case LIFT -> lifted;
      case NO_AS_BEFORE, LIFTED_AS_BEFORE -> {
        if (line.bar().isAhead() && !cleared) {
          yield Bar.State.ON;
        }
        yield own ? again(line) : Bar.State.OVER;
      }
      case NOTHING ->
          switch (line.bar().state()) {
            case ON -> cleared ? Bar.State.OVER : Bar.State.ON;
            case LIFTED -> own && !line.hasLine() ? Bar.State.ON : lifted;
            case OVER -> own ? Bar.State.ON : Bar.State.OVER;
          };
    };
  }

  /** Whether all that says <i>Exclu</i> did so already before its row went, and came back. */
  private boolean onlyCameBack(Bar bar) {
    Set<String> saying = saying(bar.ref());
    return !saying.isEmpty() && saying.stream().allMatch(bar::wasSeenBeforeItWent);
  }

  /** The cells in somebody's rows that say <i>Exclu</i>. */
  private Set<String> saying(String ref) {
    Set<String> saying = new HashSet<>();
    for (int i = 0; i < rows.answers().size(); i++) {
      if (rows.who().get(i).ref().equals(ref)) {
        saying.addAll(rows.cells().saying(rows.answers().get(i).fingerprint()));
      }
    }
    return saying;
  }

  /**
   * Said again in the row after it was lifted: barred again. It is not said again where the line
   * shows that it was lifted while the row said so, and the journal is an older one: one that saw
   * it said again is ahead of the line.
   */
  private static Bar.State again(BarredLines.BarLine line) {
    Bar.State lastState = line.bar().state();
    boolean older =
        lastState == Bar.State.ON && line.typed() == BarredLines.TypedWord.LIFTED_AS_BEFORE;
    return (lastState == Bar.State.LIFTED && line.hasLine()) || older
        ? Bar.State.LIFTED
        : Bar.State.ON;
  }

  /** Bars of people whom none names yet; beside another's address they cover nothing so far. */
  private List<Bar> added(List<Bar> bars, Set<String> own, Map<String, Set<String>> contacts) {
    Set<String> named = new HashSet<>();
    bars.forEach(bar -> named.add(bar.ref()));
    Set<String> wanted = new TreeSet<>(own);
    lines.asked().forEach(ref -> wanted.add(aliases.getOrDefault(ref, ref)));
    wanted.removeAll(named);
    List<Bar> added = new ArrayList<>();
    for (String ref : wanted) {
      Set<String> contactsOfPerson = contacts.get(ref);
      if (contactsOfPerson != null) {
        added.add(
            Bar.of(ref, random)
                .covering(rows.confused().contains(ref) ? Set.of() : contactsOfPerson));
      }
    }
    return added;
  }

  /**
   * A bar whose line was deleted, and whose journal was lost before it was put back: only the row
   * still says so. Where a bar, lifted or not, names a contact of theirs, it decides.
   */
  private void restore(String ref, List<Bar> bars, Set<String> contacts) {
    boolean alreadyDecided =
        bars.stream()
            .anyMatch(bar -> bar.ref().equals(ref) || contacts.stream().anyMatch(bar.covered()));
    if (!alreadyDecided && !contacts.isEmpty()) {
      bars.add(Bar.of(ref, random).covering(contacts));
    }
  }

  /**
   * With contacts that came since, where the person's own row says <i>Exclu</i>; not with those of
   * somebody else that a sort of some columns brought there.
   */
  private Bar grown(Bar bar, Set<String> own, Map<String, Set<String>> contacts) {
    Set<String> contactsOfPerson = contacts.get(bar.ref());
    if (contactsOfPerson == null || !own.contains(bar.ref())) {
      return bar.seenIn(Set.of(), rows.cells()::hasRowOf);
    }
    Bar seen = bar.seenIn(saying(bar.ref()), rows.cells()::hasRowOf);
    return rows.confused().contains(bar.ref()) ? seen : seen.covering(contactsOfPerson);
  }

  // ---- whom they cover

  private record Covering(Bar bar, Predicate<String> covered) {}

  private void cover(List<Bar> bars, Set<String> own, Map<String, Set<String>> contacts) {
    List<Covering> on =
        bars.stream()
            .filter(bar -> bar.state() == Bar.State.ON)
            .map(bar -> new Covering(bar, bar.covered()))
            .toList();
    for (Bar bar : bars) {
      if (bar.state() == Bar.State.LIFTED) {
        instructions.computeIfPresent(
            bar.ref(), (ref, order) -> order.remarking(Message.of("explain.barred.lifted")));
      }
    }
    contacts.forEach(
        (ref, contactsOfPerson) -> {
          OrganiserInstructions order = instructions.getOrDefault(ref, OrganiserInstructions.NONE);
          if (!own.contains(ref) && !order.words().contains(Instruction.DISTINCT)) {
            on.stream()
                .filter(
                    it ->
                        it.bar().ref().equals(ref)
                            || contactsOfPerson.stream().anyMatch(it.covered()))
                .map(Covering::bar)
                .min(Comparator.comparing(bar -> !bar.ref().equals(ref)))
                .ifPresent(bar -> instructions.put(ref, order.barred().remarking(why(bar, ref))));
          }
        });
    rows.strayAddresses().forEach((ref, addresses) -> hold(ref, addresses, on));
  }

  /** Nobody is barred by a slip, nor does a letter go to the address of somebody barred. */
  private void hold(String ref, Set<String> addresses, List<Covering> on) {
    OrganiserInstructions order = instructions.getOrDefault(ref, OrganiserInstructions.NONE);
    if (!order.words().contains(Instruction.DISTINCT)) {
      on.stream()
          .filter(it -> addresses.stream().anyMatch(it.covered()))
          .map(Covering::bar)
          .filter(bar -> !bar.ref().equals(ref))
          .findFirst()
          .ifPresent(bar -> instructions.put(ref, order.paused().remarking(astray(bar))));
    }
  }

  private static Message astray(Bar bar) {
    return bar.ref().isEmpty()
        ? Message.of("explain.barred.erased")
        : Message.of("explain.barred.astray").with("ref", new PersonReference(bar.ref()));
  }

  private static Message why(Bar bar, String ref) {
    if (bar.ref().isEmpty()) {
      return Message.of("explain.barred.erased");
    }
    return bar.ref().equals(ref)
        ? Message.of("explain.barred.kept")
        : Message.of("explain.barred.before").with("ref", new PersonReference(bar.ref()));
  }
}
