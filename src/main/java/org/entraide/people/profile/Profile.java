package org.entraide.people.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entraide.people.word.Ages;
import org.entraide.people.word.Category;
import org.entraide.people.word.Consent;
import org.entraide.people.word.Dialling;
import org.entraide.place.PlaceQuery;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * What one row says about a person. Free remarks are read by people only and are not kept.
 *
 * @param timestamp when it was answered; null for a row typed by hand or an unreadable time
 * @param name on one line, at most 80 characters, as typed; empty when missing
 * @param firstName for letters: as asked, else the likely one of the name's words; may be empty
 * @param email its domain in lower case; null when missing or invalid
 * @param phone E.164; null when missing or not understood
 * @param rawContact the cells of e-mail and telephone folded, to recognise a row by
 * @param place their answer about where they live
 * @param capacity how many people they will help; null when not said; 0 is 0
 * @param radiusKm how far they will go; null for no limit
 * @param languages ISO 639-1; empty when not said
 * @param vulnerable whether someone in the household is; false where health answers are not read
 * @param age in years; null when not said
 * @param problems what is missing or odd and what to do about it, in the order of the questions
 * @param ageUnclear whether an age is there that is not understood
 * @param formerContact the contacts as earlier versions read them, by which rows are known
 * @param dialling how the telephone number was read
 * @param lastName where a form asks for it apart from the first name; empty elsewhere
 */
public record Profile(
    @Nullable Instant timestamp,
    String name,
    String firstName,
    @Nullable String email,
    @Nullable String phone,
    String rawContact,
    PlaceQuery place,
    Set<Category> needs,
    Set<Category> offers,
    @Nullable Integer capacity,
    @Nullable Double radiusKm,
    Set<String> languages,
    boolean vulnerable,
    @Nullable Integer age,
    Consent consent,
    List<Message> problems,
    boolean ageUnclear,
    FormerContact formerContact,
    Dialling dialling,
    String lastName) {

  /** The profile of an erased answer, of which nothing is read. */
  public static final Profile ERASED =
      new Profile(
          null,
          "",
          "",
          null,
          null,
          "",
          PlaceQuery.ofText("", ""),
          Set.of(),
          Set.of(),
          null,
          null,
          Set.of(),
          false,
          null,
          Consent.ERASED,
          List.of());

  private static final int ADULT = 18;

  /**
   * The contacts as earlier versions read them: numbers in the campaign's country with any country
   * answered, addresses with any text before them. What was written then is identified by these,
   * and so they identify a row for ever. They need no column but those that are read again before
   * each write.
   */
  public record FormerContact(@Nullable String email, @Nullable String phone) {
    @Override
    public String toString() {
      return "FormerContact[…]";
    }
  }

  /** An answer whose contacts earlier versions read alike. */
  public Profile(
      @Nullable Instant timestamp,
      String name,
      String firstName,
      @Nullable String email,
      @Nullable String phone,
      String rawContact,
      PlaceQuery place,
      Set<Category> needs,
      Set<Category> offers,
      @Nullable Integer capacity,
      @Nullable Double radiusKm,
      Set<String> languages,
      boolean vulnerable,
      @Nullable Integer age,
      Consent consent,
      List<Message> problems) {
    this(
        timestamp,
        name,
        firstName,
        email,
        phone,
        rawContact,
        place,
        needs,
        offers,
        capacity,
        radiusKm,
        languages,
        vulnerable,
        age,
        consent,
        problems,
        false,
        new FormerContact(email, phone),
        Dialling.NONE,
        "");
  }

  public Profile {
    needs = Set.copyOf(needs);
    offers = Set.copyOf(offers);
    languages = Set.copyOf(languages);
    problems = List.copyOf(problems);
  }

  /** What makes this person Incomplet, each with what to do; empty for a complete person. */
  public List<Message> completeness() {
    if (isErased()) {
      return List.of(Message.of("people.erased"));
    }
    List<Message> lacking = new ArrayList<>();
    if (consent == Consent.NO) {
      lacking.add(Message.of("people.consent.refused"));
    } else if (!consent.isGiven()) {
      lacking.add(Message.of("people.consent.missing"));
    }
    if (name.isEmpty()) {
      lacking.add(Message.of("people.name.missing"));
    }
    if (!isReachable()) {
      lacking.add(Message.of("people.contact.missing"));
    }
    if (needs.isEmpty() && offers.isEmpty()) {
      lacking.add(Message.of("people.wishes.missing"));
    }
    if (ageUnclear) {
      lacking.add(Message.of(Ages.UNCLEAR));
    }
    return List.copyOf(lacking);
  }

  /** Whether nothing of {@link #completeness} is lacking. */
  public boolean isComplete() {
    return completeness().isEmpty();
  }

  /** Whether it represents an answer that was erased. */
  public boolean isErased() {
    return consent == Consent.ERASED;
  }

  /** Whether there is an e-mail address or a telephone number to use. */
  public boolean isReachable() {
    return email != null || phone != null;
  }

  /** Whether the person is known to be under eighteen: never matched, and {@code people.minor}. */
  public boolean isMinor() {
    return age != null && age < ADULT;
  }

  /** This profile with another e-mail address. */
  public Profile withEmail(@Nullable String other) {
    return reachedBy(other, phone, formerContact);
  }

  /** This profile without a telephone number, and without the one that earlier versions read. */
  public Profile withoutPhone() {
    return reachedBy(email, null, new FormerContact(formerContact.email(), null));
  }

  /** This profile without an e-mail address, and without the one that earlier versions read. */
  public Profile withoutEmail() {
    return reachedBy(null, phone, new FormerContact(null, formerContact.phone()));
  }

  private Profile reachedBy(
      @Nullable String address, @Nullable String number, FormerContact former) {
    return new Profile(
        timestamp,
        name,
        firstName,
        address,
        number,
        rawContact,
        place,
        needs,
        offers,
        capacity,
        radiusKm,
        languages,
        vulnerable,
        age,
        consent,
        problems,
        ageUnclear,
        former,
        dialling,
        lastName);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Profile[…]";
  }
}
