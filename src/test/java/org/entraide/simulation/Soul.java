package org.entraide.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.testkit.Human;
import org.jspecify.annotations.Nullable;

/** Somebody who answered, and what became of them as far as it cannot be seen in the sheet. */
final class Soul {

  /** What only helpers are introduced for whom the organisers know. */
  static final String CHILDCARE = "Garde d’enfants";

  /** Some of them could be references, too. */
  private static final List<String> FIRST_NAMES =
      List.of("Camille", "Fanny", "Alain", "Jean-Pierre", "Kenza", "Zoé", "Élodie");

  /** How a number begins that has the right length, and that nobody has. */
  private static final String ODD_NUMBER = "+447700901";

  /** A time shorter than the ten minutes that a row may be gone. */
  private static final Duration SOON = Duration.ofMinutes(9);

  private final Human human;
  private final String name;
  private final Contact contact;
  private boolean everLeft;
  private @Nullable Instant goneAt;
  private boolean gone;
  private String ref = "";
  private final Set<String> called = new HashSet<>();
  private boolean unnamed;
  private boolean edited;
  private boolean forgotten;

  /** Whether their row lacks what it takes to be introduced: a contact, or their consent. */
  boolean isIncomplete;

  /** Whether a row of theirs was typed without any contact. */
  boolean hadNoContact;

  /** How often they answered the form, or changed an answer. */
  int answered;

  /** What they answer so that nobody can use it, by question, until it is put right. */
  final Map<String, String> odd = new HashMap<>();

  /** Whether their answers are such that nobody can say whether they should be helped. */
  boolean isStrange;

  /** Whose row was copied to make theirs. */
  @Nullable Soul original;

  /** Whether words of another time, or another person, came beside them with a whole row. */
  boolean isOld;

  /** Whether organisers ever took back that they know them. */
  boolean wasUnticked;

  /** Whether they were ever barred, or somebody was who shares a contact with them. */
  boolean wasBarred;

  /**
   * How somebody is reached.
   *
   * @param country as answered; empty where the campaign's is meant
   * @param national telephone number as people of that country write it
   * @param international the same as all the world writes it
   */
  record Contact(String email, String national, String country, String international) {

    /** As the daemon may not confuse it with another: the same person has it, or a household. */
    boolean isShared(Contact other) {
      return (!email.isEmpty() && email.equals(other.email))
          || international.equals(other.international);
    }
  }

  /**
   * @param name as answered; namesakes have one
   */
  Soul(Human human, String name) {
    this(human, name, contact(human));
  }

  Soul(Human human, String name, Contact contact) {
    this.human = human;
    this.name =
        name.replaceFirst("^Camille ", FIRST_NAMES.get(human.number() % FIRST_NAMES.size()) + " ");
    this.contact = contact;
  }

  /** How a human being is reached who shares nothing with anybody. */
  static Contact contact(Human human) {
    String phone = human.answers().getOrDefault(Human.PHONE, "");
    return new Contact(human.address(), phone, "", "+44" + phone.replace(" ", "").substring(1));
  }

  /** Somebody without an address, whose number is of the right length and nobody’s. */
  static Soul withOddNumber(Human like) {
    Human human =
        new Human(
            like.number(),
            like.needs(),
            like.offers(),
            like.capacity(),
            like.place(),
            like.consents(),
            false);
    String number = human.telephone().replaceFirst("900", "901");
    return new Soul(
        human,
        human.answers().getOrDefault(Human.NAME, ""),
        new Contact("", number, "", "+44" + number.replace(" ", "").substring(1)));
  }

  boolean hasOddNumber() {
    return contact.international().startsWith(ODD_NUMBER);
  }

  Contact contact() {
    return contact;
  }

  boolean sharesContact(Soul other) {
    return contact.isShared(other.contact);
  }

  /** What they answer, by question; the address apart. */
  Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>(human.answers());
    answers.put(Human.NAME, name);
    answers.put(Human.PHONE, contact.national());
    answers.put(Human.COUNTRY, contact.country());
    answers.putAll(odd);
    return answers;
  }

  /** The address as they answer it. */
  String address() {
    return odd.getOrDefault(Human.ADDRESS, contact.email());
  }

  /** Notes that they cannot be reached: what they gave as an address is none. */
  void hasNoContact(String address) {
    odd.put(Human.ADDRESS, address);
    odd.put(Human.PHONE, "");
    isIncomplete = true;
    hadNoContact = true;
  }

  /** What is right takes the place of what nobody could use; nobody agrees for somebody else. */
  void isPutRight() {
    odd.remove(Human.NEEDS);
    odd.remove(Human.OFFERS);
    odd.remove(Human.ADDRESS);
    odd.remove(Human.PHONE);
    odd.computeIfPresent(Human.AGE, (question, text) -> "44");
    isIncomplete = !human.consents();
  }

  boolean needsTick() {
    return human.needs().equals(CHILDCARE);
  }

  Human human() {
    return human;
  }

  String name() {
    return name;
  }

  String token() {
    return human.token();
  }

  boolean isHelper() {
    return !human.offers().isEmpty();
  }

  /** Notes that they were taken out, at any time. */
  void leaves() {
    everLeft = true;
  }

  boolean hasLeft(Instant now) {
    return everLeft || (goneAt != null && now.isAfter(goneAt.plus(SOON)));
  }

  /** A row of theirs was deleted: whoever is gone for long has left. */
  void goes(Instant now) {
    gone = true;
    goneAt = now;
  }

  /** Whether a row of theirs is deleted by now. */
  boolean isGone() {
    return goneAt != null;
  }

  /** Whether a row of theirs was ever deleted. */
  boolean wasEverGone() {
    return gone;
  }

  /** Whether a row of theirs was deleted before any showed how they are called. */
  boolean wentUnnamed() {
    return gone && called.isEmpty();
  }

  /** That was undone. */
  void returns(Instant now) {
    everLeft |= hasLeft(now);
    goneAt = null;
  }

  /** Their answer is edited before any row of theirs shows how they are called. */
  void changesUnnamed() {
    unnamed = true;
  }

  /**
   * Their answer is edited: until the daemon reads it, the checks of their rows tell of another.
   */
  void edits() {
    edited = true;
  }

  /** The daemon has read what they answered. */
  void isRead() {
    edited = false;
  }

  /** Whether the check of a row of theirs may not tell that it is theirs. */
  boolean isEdited() {
    return edited;
  }

  /** A row of theirs shows how they are called. */
  void isNamed(String shown) {
    ref = shown;
    called.add(shown);
    unnamed = false;
  }

  /** Whether that is what the daemon calls them; not what it wrote amiss as rows were moving. */
  boolean isCalled(String shown) {
    return !ref.isEmpty() && ref.equals(shown);
  }

  /**
   * Whether they are the copy of somebody, or of such a copy, and no row has shown yet that they
   * are another.
   */
  boolean isStillCopyOf(Soul other) {
    return original != null
        && ref.isEmpty()
        && (original == other || original.isStillCopyOf(other));
  }

  /** Whether the daemon calls them so, or did before somebody else was taken for them. */
  boolean wasCalled(String shown) {
    return called.contains(shown);
  }

  /** Whether a text names them by their reference. */
  boolean isNamedIn(String text) {
    return !ref.isEmpty() && text.contains("(" + ref + ")");
  }

  /** The journal was lost, or is an older one. */
  void isLost() {
    forgotten |= gone || unnamed;
  }

  /** Nothing that is left tells whose their row is. */
  void isForgottenNow() {
    forgotten = true;
  }

  /** Whether neither sheet nor journal may know them any more: they are somebody new. */
  boolean isForgotten() {
    return forgotten;
  }
}
