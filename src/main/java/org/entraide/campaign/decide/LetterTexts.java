package org.entraide.campaign.decide;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.config.CampaignSettings;
import org.entraide.people.profile.Profile;
import org.entraide.place.Place;
import org.entraide.place.Precision;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.letter.EmergencyNumbers;
import org.entraide.plan.letter.Letter;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.letter.LetterPhone;
import org.entraide.plan.letter.Sender;
import org.jspecify.annotations.Nullable;

/**
 * What the letters of introductions say, and to whom they go.
 *
 * @param participants who there is
 */
record LetterTexts(CampaignSettings settings, LetterComposer letters, Participants participants) {

  /** A place that is known more finely than this is not named in letters. */
  private static final double DOORSTEP_KM = 0.5;

  /** Whom the draft is about to be addressed to. */
  Correspondence addressed(Introduction i) {
    return i.correspondence().between(email(i.person()), email(i.helper()));
  }

  private String email(String ref) {
    return participants.find(ref).map(it -> it.person().profile().email()).orElse("");
  }

  boolean canBeWritten(Introduction i) {
    Optional<LocatedPerson> person = participants.find(i.person());
    Optional<LocatedPerson> helper = participants.find(i.helper());
    return person.isPresent()
        && helper.isPresent()
        && LetterComposer.canBeWritten(party(person.get()), party(helper.get()));
  }

  /**
   * The letter of an introduction; nothing when nobody can be written to, or a row is gone.
   *
   * @param all among which may be one of the same two the other way round
   */
  Optional<Letter> introduce(Introduction i, Collection<Introduction> all) {
    return facts(i, mutual(i, all)).flatMap(letters::introduce);
  }

  /**
   * Whether the two may be written to once more: both take part, and the delegate wrote to both.
   * Who took one of them out has their own reason, and does not want that address shown.
   */
  boolean mayFollowUp(Introduction i) {
    return participants.areThere(i)
        && !participants.hasWithdrawn(i)
        && !i.has(IntroductionFlag.WITHOUT_PERSON)
        && !i.has(IntroductionFlag.WITHOUT_HELPER);
  }

  /**
   * The follow-up of a letter that was sent; nothing where somebody is gone, or where the letter
   * did not go to both for all that is known after the loss of the journal.
   */
  Optional<Letter> followUp(Introduction i, Letter.Thread sent) {
    return facts(i, false)
        .filter(facts -> mayFollowUp(i) && wentToBoth(i, sent))
        .flatMap(facts -> letters.followUp(facts, sent));
  }

  private boolean wentToBoth(Introduction i, Letter.Thread sent) {
    return !i.correspondence().isUnaddressed()
        || Stream.of(email(i.person()), email(i.helper()))
            .filter(email -> !email.isEmpty())
            .allMatch(email -> sent.recipients().contains(email.toLowerCase(Locale.ROOT)));
  }

  /** Whether the two are introduced the other way round as well, in a separate letter. */
  private boolean mutual(Introduction i, Collection<Introduction> all) {
    String person = participants.interpretation().nowCalled(i.person());
    String helper = participants.interpretation().nowCalled(i.helper());
    return all.stream()
        .filter(other -> other.state().holdsCapacity())
        .anyMatch(
            other ->
                participants.interpretation().nowCalled(other.person()).equals(helper)
                    && participants.interpretation().nowCalled(other.helper()).equals(person));
  }

  /** Nothing where a row is gone for now: the introduction waits. */
  private Optional<LetterComposer.Facts> facts(Introduction i, boolean mutual) {
    return participants
        .find(i.person())
        .flatMap(
            person ->
                participants
                    .find(i.helper())
                    .map(
                        helper ->
                            new LetterComposer.Facts(
                                i.ref(),
                                Sender.of(settings, i.mailbox()),
                                party(person),
                                party(helper),
                                i.needs(),
                                atMostKm(person, helper),
                                mutual,
                                emergency(person))));
  }

  /** The two live no farther apart than that; null where a place is unknown. */
  private static @Nullable Double atMostKm(LocatedPerson one, LocatedPerson other) {
    return one.place()
        .flatMap(
            onesPlace ->
                other
                    .place()
                    .map(
                        othersPlace ->
                            onesPlace.point().kmTo(othersPlace.point())
                                + onesPlace.uncertaintyKm()
                                + othersPlace.uncertaintyKm()))
        .orElse(null);
  }

  /** The number for where the person who needs help lives; the campaign's where that is unknown. */
  private String emergency(LocatedPerson person) {
    String country =
        person.place().map(Place::country).filter(it -> !it.isEmpty()).orElse(settings.country());
    return settings.letterhead().emergency().or(() -> EmergencyNumbers.of(country)).orElse("");
  }

  static LetterComposer.Party party(LocatedPerson located) {
    Profile profile = located.person().profile();
    String first = profile.firstName().isEmpty() ? profile.name() : profile.firstName();
    Optional<Place> area = located.place().filter(LetterTexts::isArea);
    return new LetterComposer.Party(
        first,
        profile.name(),
        profile.email(),
        LetterPhone.of(profile, located.place()).map(LetterPhone::e164).orElse(null),
        area.map(Place::name).orElse(""),
        area.map(Place::uncertaintyKm).orElse(0.0));
  }

  /** Typed coordinates are somebody's door, and so is a postcode of a few houses. */
  private static boolean isArea(Place place) {
    return place.precision() != Precision.ADDRESS && place.uncertaintyKm() >= DOORSTEP_KM;
  }
}
