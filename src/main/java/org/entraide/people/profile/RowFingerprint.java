package org.entraide.people.profile;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.PersonNames;
import org.jspecify.annotations.Nullable;

/**
 * Short hashes by which a row is known again: 16 hexadecimal digits of SHA-256, salted with the
 * spreadsheet's id. 64 bits: among 50,000 rows two agree by chance once in ten billion campaigns.
 * They hide a contact from a glance, not from somebody who can guess it.
 */
public final class RowFingerprint {

  private static final int HEX_DIGITS = 16;
  private static final String PERSON = "@";
  private static final String ADDRESS = "=";
  private static final String NAME = "~";
  private static final String NUMBER = "#";
  private static final String TOGETHER = "&";

  private RowFingerprint() {}

  /**
   * Whose answer this is and when it was given: the contact and the time, which no organiser has a
   * reason to touch; without a time, the contact and the name. The contact is the one that earlier
   * versions read, so that what they wrote is known for ever.
   *
   * @param salt the spreadsheet's id
   */
  public static String of(String salt, Profile profile) {
    return of(salt, contact(profile), profile);
  }

  /** Whether a fingerprint is of who somebody is, such as a contact, and not of an answer. */
  public static boolean isOfPerson(String fingerprint) {
    return !fingerprint.isEmpty() && !Character.isLetterOrDigit(fingerprint.charAt(0));
  }

  private static String of(String salt, String contact, Profile profile) {
    Instant timestamp = profile.timestamp();
    // a couple that somebody typed by hand has one contact and no time
    String when =
        timestamp == null
            ? "-" + PersonNames.key(profile.name()).joined()
            : Long.toString(timestamp.toEpochMilli());
    return hash(List.of("answer", salt, contact, when));
  }

  /**
   * The fingerprint of an answer that has its contact and its time in common with somebody else's.
   *
   * @param fingerprint of {@link #of}
   */
  public static String withName(String fingerprint, Profile profile) {
    return hash(List.of("named", fingerprint, PersonNames.key(profile.name()).joined()));
  }

  /**
   * What {@link #of} would be if the contact that it goes by were taken out of the answer.
   *
   * @param salt the spreadsheet's id
   * @return empty where there is no other contact
   */
  public static Optional<String> withoutFirstContact(String salt, Profile profile) {
    return Optional.ofNullable(profile.formerContact().phone())
        .filter(phone -> profile.formerContact().email() != null)
        .map(phone -> of(salt, phone, profile));
  }

  /**
   * Hashes of every contact of an answer, by which somebody is known again under another name.
   *
   * @param salt the spreadsheet's id
   */
  public static List<String> contacts(String salt, Profile profile) {
    return contacts(salt, profile.email(), profile.phone());
  }

  /**
   * Hashes of every contact of an answer, and of what earlier versions read as its contacts. To
   * look for somebody among hashes that were kept, never to be kept: a number of another country
   * may be somebody else's.
   *
   * @param salt the spreadsheet's id
   */
  public static List<String> knownContacts(String salt, Profile profile) {
    Profile.FormerContact former = profile.formerContact();
    return with(contacts(salt, profile), salt, profile, former.email(), former.phone());
  }

  /** Some contacts, and those former ones that are not among them. */
  private static List<String> with(
      List<String> contacts,
      String salt,
      Profile profile,
      @Nullable String formerEmail,
      @Nullable String formerPhone) {
    String email = Objects.equals(formerEmail, profile.email()) ? null : formerEmail;
    String phone = Objects.equals(formerPhone, profile.phone()) ? null : formerPhone;
    if (email == null && phone == null) {
      return contacts; // of nearly everybody
    }
    Set<String> all = new LinkedHashSet<>(contacts);
    all.addAll(contacts(salt, email, phone));
    return List.copyOf(all);
  }

  private static List<String> contacts(
      String salt, @Nullable String email, @Nullable String phone) {
    List<String> contacts = new ArrayList<>();
    if (email != null) {
      contacts.add(hash(List.of("contact", salt, email.toLowerCase(Locale.ROOT))));
    }
    if (phone != null) {
      contacts.add(hash(List.of("contact", salt, phone)));
    }
    return contacts;
  }

  /**
   * How a letter's address is remembered, as {@link Addressee#address} has it.
   *
   * @param salt the spreadsheet's id
   */
  public static String address(String salt, String email) {
    return ADDRESS + hash(List.of("contact", salt, email.toLowerCase(Locale.ROOT)));
  }

  /**
   * Who somebody is by contact and name, whenever they answered: for an answer that was edited, or
   * given again after its row was deleted. Marked so that it is never taken for a fingerprint.
   *
   * @param salt the spreadsheet's id
   * @return one for each contact; none without a name
   */
  public static List<String> personHashes(String salt, Profile profile) {
    return personHashes(profile, contacts(salt, profile));
  }

  /**
   * The hashes of {@link #personHashes}, then those that earlier versions remembered. To look for
   * somebody, as with {@link #knownContacts}. A person with an address was remembered by it; a
   * number that was read as another country's is not tried, since it may be a namesake's.
   */
  private static List<String> knownPersonHashes(
      String salt, Profile profile, List<String> contacts, PersonNames.NameKey name) {
    Profile.FormerContact former = profile.formerContact();
    String phone = profile.email() == null ? former.phone() : null;
    return personHashes(with(contacts, salt, profile, former.email(), phone), name);
  }

  private static List<String> personHashes(Profile profile, List<String> contacts) {
    return personHashes(contacts, PersonNames.key(profile.name()));
  }

  private static List<String> personHashes(List<String> contacts, PersonNames.NameKey name) {
    if (name.equals(PersonNames.NameKey.NONE)) {
      return List.of();
    }
    List<String> personHashes = new ArrayList<>(contacts.size());
    for (String contact : contacts) {
      personHashes.add(PERSON + hash(List.of("person", contact, name.joined())));
    }
    return personHashes;
  }

  /**
   * All by which an answer's person is known, each hash made once.
   *
   * @param personHashes of {@link #personHashes}
   * @param knownPersonHashes these, and what earlier versions remembered
   * @param addressee to whom a letter about them goes
   * @param number of {@link #number}
   */
  public record Marks(
      List<String> personHashes,
      List<String> knownPersonHashes,
      Addressee addressee,
      Optional<String> number) {
    public Marks {
      personHashes = List.copyOf(personHashes);
      knownPersonHashes = List.copyOf(knownPersonHashes);
    }

    /** {@link #personHashes} of the answer without its number. */
    public List<String> byAddress() {
      return number.isEmpty() || personHashes.isEmpty()
          ? personHashes
          : personHashes.subList(0, personHashes.size() - 1);
    }

    /** {@link #personHashes} of the answer without its address. */
    public List<String> byNumber() {
      return number.isEmpty() || personHashes.isEmpty()
          ? List.of()
          : personHashes.subList(personHashes.size() - 1, personHashes.size());
    }
  }

  /**
   * The marks of an answer.
   *
   * @param salt the spreadsheet's id
   */
  public static Marks marks(String salt, Profile profile) {
    PersonNames.NameKey name = PersonNames.key(profile.name());
    List<String> contacts = contacts(salt, profile);
    List<String> known = knownPersonHashes(salt, profile, contacts, name);
    boolean isSomebody = !known.isEmpty() && !contacts.isEmpty();
    return new Marks(
        known.subList(0, Math.min(contacts.size(), known.size())),
        known,
        isSomebody ? addressee(salt, contacts.get(0), name, known.get(0)) : Addressee.NOBODY,
        profile.phone() == null
            ? Optional.empty()
            : Optional.of(NUMBER + contacts.get(contacts.size() - 1)));
  }

  /**
   * How it is remembered that somebody was seen with a contact that is another person's.
   *
   * @param person one of {@link #personHashes}
   */
  public static String together(String person) {
    return TOGETHER + person;
  }

  /**
   * Where letters to somebody go, and what somebody is called, each by itself: so that an address
   * that came beside another's name is noticed. Marked so that neither is ever taken for anything
   * else.
   *
   * @param address hash of the contact that letters go to
   * @param name hash of the name
   * @param both the two together, as in {@link #personHashes}; all are empty where either is
   *     missing
   */
  public record Addressee(String address, String name, String both) {
    /** An answer without an address or without a name. */
    public static final Addressee NOBODY = new Addressee("", "", "");

    public boolean isSomebody() {
      return !both.isEmpty();
    }

    /** The two together where the address is another person's. */
    public String together() {
      return RowFingerprint.together(both);
    }

    /** The address and the name; nothing of nobody. */
    public List<String> parts() {
      return isSomebody() ? List.of(address, name) : List.of();
    }
  }

  private static Addressee addressee(
      String salt, String contact, PersonNames.NameKey name, String both) {
    return new Addressee(
        ADDRESS + contact, NAME + hash(List.of("name", salt, name.joined())), both);
  }

  /**
   * How it is remembered whose a telephone number is, also of those to whom letters go elsewhere.
   * Marked so that it is never taken for anything else.
   *
   * @param salt the spreadsheet's id
   */
  public static Optional<String> number(String salt, Profile profile) {
    return Optional.ofNullable(profile.phone())
        .map(phone -> NUMBER + hash(List.of("contact", salt, phone)));
  }

  private static String contact(Profile profile) {
    String email = profile.formerContact().email();
    if (email != null) {
      return email.toLowerCase(Locale.ROOT);
    }
    String phone = profile.formerContact().phone();
    return phone != null ? phone : profile.rawContact();
  }

  private static String hash(List<String> parts) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      hasher.putString(bytes.length + ":", StandardCharsets.UTF_8); // no two lists agree
      hasher.putBytes(bytes);
    }
    return hasher.hash().toString().substring(0, HEX_DIGITS);
  }
}
