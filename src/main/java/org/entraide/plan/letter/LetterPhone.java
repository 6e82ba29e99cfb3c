package org.entraide.plan.letter;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.entraide.people.profile.Profile;
import org.entraide.people.word.Dialling;
import org.entraide.people.word.Phones;
import org.entraide.place.Place;

/**
 * The telephone number that a letter shows. Where no country was answered and the number has no
 * code, it is read in the country in which the place was found; who somebody is does not depend on
 * that.
 *
 * @param e164 the number
 * @param toCheck whether it is unusual or guessed, so that people look at it before they use it
 */
public record LetterPhone(String e164, boolean toCheck) {

  /**
   * The number of somebody; empty where they gave none that is understood.
   *
   * @param place where they are, if that is known
   */
  public static Optional<LetterPhone> of(Profile profile, Optional<Place> place) {
    String phone = profile.phone();
    if (phone == null) {
      return Optional.empty();
    }
    Dialling dialling = profile.dialling();
    boolean sure = dialling.answered() && !dialling.unusual();
    Optional<String> inCountryOfPlace =
        sure ? Optional.empty() : place.map(Place::country).flatMap(dialling::in);
    return Optional.of(
        inCountryOfPlace
            .filter(e164 -> !e164.equals(phone))
            .map(e164 -> new LetterPhone(e164, true))
            .orElse(new LetterPhone(phone, dialling.unusual())));
  }

  /**
   * The number as people dial it there: without its country's code where it is one of that country.
   *
   * @param country ISO 3166-1 alpha-2; empty for nowhere in particular
   */
  public String dialledIn(String country) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = util.parse(e164, null);
      boolean isOfCountry =
          Phones.knows(country) && util.getCountryCodeForRegion(country) == number.getCountryCode();
      return util.format(
          number, isOfCountry ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return e164; // as it was kept: somebody can read it
    }
  }

  /** Whether a letter that shows this person's number shows one that is to be checked. */
  public static boolean mustBeChecked(Profile profile, Optional<Place> place) {
    return profile.email() == null && of(profile, place).filter(LetterPhone::toCheck).isPresent();
  }

  /** Nothing about the person. */
  @Override
  public String toString() {
    return "LetterPhone[…]";
  }
}
