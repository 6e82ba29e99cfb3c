package org.entraide.plan.settings;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.people.reference.Reference;

/**
 * That organisers barred somebody. The settings tab and the journal both remember it.
 *
 * @param salt of this bar alone, in hexadecimal: it keys the hashes, and its line is known by it;
 *     empty in a journal of an earlier version, whose contacts are yet to be keyed
 * @param ref the person; empty once that person was erased
 * @param contacts keyed hashes of the person's contacts
 * @param rows where <i>Exclu</i> was seen last, see {@code BarringCells}, those in rows that are
 *     gone since under another name; only the journal remembers them
 */
public record Bar(String salt, String ref, State state, Set<String> contacts, Set<String> rows) {

  /** How far a bar got. */
  public enum State {
    ON,
    /** Lifted in the settings tab, while the person's row still says <i>Exclu</i>. */
    LIFTED,
    /** Lifted, and no row says <i>Exclu</i>. */
    OVER;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<State> ofWord(String word) {
      return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }
  }

  private static final int SALT_BYTES = 16;
  private static final int HEX_DIGITS = 16;
  private static final String NOTHING = "-";

  /** Before a contact as an earlier version remembered it: bound to the spreadsheet. */
  private static final String BOUND = "=";

  /** Before a cell whose row is gone. */
  private static final String GONE = "~";

  /** Among the cells: <i>Exclu</i> was said again, and its line does not show it yet. */
  private static final String AHEAD = "+";

  private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern CONTACT = Pattern.compile("=?[0-9a-f]{16}");
  private static final Pattern ROW =
      Pattern.compile("\\+|~?\\d{1,10}/[0-9a-f]{16}(?:/status)?(?:/\\d{1,5})?");

  public Bar {
    contacts = Set.copyOf(contacts);
    rows = Set.copyOf(rows);
  }

  /** A new one, without contacts. */
  public static Bar of(String ref, RandomGenerator random) {
    return new Bar(salt(random), ref, State.ON, Set.of(), Set.of());
  }

  /**
   * One of a journal of an earlier version.
   *
   * @param contacts hashes salted with the spreadsheet's id
   */
  public static Bar unsalted(String ref, Set<String> contacts) {
    Set<String> bound = contacts.stream().map(BOUND::concat).collect(Collectors.toSet());
    return new Bar("", ref, State.ON, bound, Set.of());
  }

  /** An answer's contacts, to be barred or to be looked for; the same in a copied spreadsheet. */
  public static Set<String> contacts(Profile profile) {
    return Set.copyOf(RowFingerprint.contacts("", profile));
  }

  /**
   * An answer's contacts as an earlier version remembered them, to be looked for only.
   *
   * @param salt the spreadsheet's id
   */
  public static Set<String> boundContacts(String salt, Profile profile) {
    return RowFingerprint.knownContacts(salt, profile).stream()
        .map(BOUND::concat)
        .collect(Collectors.toSet());
  }

  /** Whether it covers contacts that an earlier version remembered. */
  public boolean isBound() {
    return contacts.stream().anyMatch(contact -> contact.startsWith(BOUND));
  }

  private static String salt(RandomGenerator random) {
    byte[] bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** This bar with a salt, if it has none. */
  public Bar salted(RandomGenerator random) {
    return salt.isEmpty()
        ? new Bar(salt(random), ref, state, Set.of(), rows).covering(contacts)
        : this;
  }

  public Bar in(State next) {
    return new Bar(salt, ref, next, contacts, rows);
  }

  public Bar called(String now) {
    return new Bar(salt, now, state, contacts, rows);
  }

  Bar seenIn(Set<String> those) {
    return new Bar(salt, ref, state, contacts, those);
  }

  /**
   * This bar, seen in those cells. What was seen in rows that are gone is kept: it may come back
   * with its row.
   *
   * @param isThere whether the row of a cell is there
   */
  public Bar seenIn(Set<String> those, Predicate<String> isThere) {
    Set<String> all = new HashSet<>(those);
    if (isAhead()) {
      all.add(AHEAD);
    }
    rows.stream()
        .filter(cell -> !cell.equals(AHEAD))
        .map(cell -> cell.startsWith(GONE) ? cell.substring(GONE.length()) : cell)
        .filter(isThere.negate())
        .map(GONE::concat)
        .forEach(all::add);
    return seenIn(all);
  }

  /** Whether it is known that <i>Exclu</i> was said again after its line was written. */
  public boolean isAhead() {
    return rows.contains(AHEAD);
  }

  /** This bar, and whether its line says less than is known. */
  public Bar ahead(boolean ahead) {
    Set<String> cells = new HashSet<>(rows);
    cells.remove(AHEAD);
    if (ahead) {
      cells.add(AHEAD);
    }
    return seenIn(cells);
  }

  /** Whether <i>Exclu</i> was seen in a cell before its row went. */
  public boolean wasSeenBeforeItWent(String cell) {
    return rows.contains(GONE + cell);
  }

  /** This bar once its person was erased: the contacts stay barred. */
  public Bar nameless() {
    return new Bar(salt, "", state, contacts, Set.of());
  }

  /** What two places remember of one bar: this one's word counts where they differ. */
  Bar and(Bar other) {
    Set<String> both = new HashSet<>(contacts);
    both.addAll(other.contacts);
    return new Bar(salt, ref.isEmpty() ? other.ref : ref, state, both, rows);
  }

  /** This bar with more of {@link #contacts(Profile)}. */
  public Bar covering(Set<String> more) {
    Set<String> all = new HashSet<>(contacts);
    more.stream().map(keyed()).forEach(all::add);
    return new Bar(salt, ref, state, all, rows);
  }

  /** Tells which of {@link #contacts(Profile)} it covers; made once for many. */
  public Predicate<String> covered() {
    UnaryOperator<String> keyed = keyed();
    return contact -> contacts.contains(keyed.apply(contact));
  }

  private UnaryOperator<String> keyed() {
    HashFunction hash = Hashing.hmacSha256(HexFormat.of().parseHex(salt));
    return contact ->
        (contact.startsWith(BOUND) ? BOUND : "")
            + hash.hashString(contact, StandardCharsets.UTF_8).toString().substring(0, HEX_DIGITS);
  }

  // ---- in words

  /** What the hidden cell of its line says. */
  String check() {
    return salt + " " + words();
  }

  /** What the journal remembers under the salt. */
  public String note() {
    return words() + " " + list(rows);
  }

  private String words() {
    return state.word() + " " + (ref.isEmpty() ? NOTHING : ref) + " " + list(contacts);
  }

  private static String list(Set<String> words) {
    return words.isEmpty() ? NOTHING : String.join(",", new TreeSet<>(words));
  }

  /** Reads {@link #check}; empty where somebody typed there. */
  static Optional<Bar> ofCheck(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? Optional.empty()
        : parse(text.substring(0, space), text.substring(space + 1) + " " + NOTHING);
  }

  /**
   * Reads {@link #note}.
   *
   * @param salt what it was remembered under
   * @return empty for anything else
   */
  public static Optional<Bar> ofNote(String salt, String words) {
    return parse(salt, words);
  }

  private static Optional<Bar> parse(String salt, String text) {
    String[] words = text.split(" ", -1);
    if (words.length != 4 || !SALT.matcher(salt).matches()) {
      return Optional.empty();
    }
    String ref = words[1].equals(NOTHING) ? "" : words[1];
    Optional<Set<String>> contacts = set(words[2], CONTACT.asMatchPredicate());
    Optional<Set<String>> rows = set(words[3], ROW.asMatchPredicate());
    return ref.isEmpty() || Reference.isValid(ref)
        ? State.ofWord(words[0])
            .filter(state -> contacts.isPresent() && rows.isPresent())
            .map(state -> new Bar(salt, ref, state, contacts.get(), rows.get()))
        : Optional.empty();
  }

  private static Optional<Set<String>> set(String list, Predicate<String> isOne) {
    Set<String> set = list.equals(NOTHING) ? Set.of() : Set.copyOf(List.of(list.split(",", -1)));
    return set.stream().allMatch(isOne) ? Optional.of(set) : Optional.empty();
  }
}
