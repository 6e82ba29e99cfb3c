package org.entraide.plan.introduction;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.entraide.people.word.ShortHashes;

/**
 * What is known of an introduction's letter beside its names in Gmail. Addresses are kept as
 * hashes: enough to know whether a delegate took one out.
 *
 * @param marks what was seen
 * @param person hash of the address of the person who needs, as the draft was addressed; empty for
 *     none, or where only the ledger knows of it
 * @param helper the same of the helper
 */
public record Correspondence(Set<IntroductionFlag> marks, String person, String helper) {

  /** Of a letter that nothing is known of. */
  public static final Correspondence NONE = new Correspondence(Set.of(), "", "");

  private static final Set<IntroductionFlag> ADDRESSED =
      EnumSet.of(
          IntroductionFlag.WITHOUT_PERSON,
          IntroductionFlag.WITHOUT_HELPER,
          IntroductionFlag.TO_OTHERS);

  public Correspondence {
    marks = marks.isEmpty() ? Set.of() : Set.copyOf(marks);
  }

  /** The hash by which an address is known. */
  public static String hash(String address) {
    return ShortHashes.of(address.strip().toLowerCase(Locale.ROOT));
  }

  public boolean has(IntroductionFlag flag) {
    return marks.contains(flag);
  }

  public Correspondence with(IntroductionFlag flag) {
    return has(flag) ? this : changed(set -> set.add(flag));
  }

  public Correspondence without(IntroductionFlag flag) {
    return has(flag) ? changed(set -> set.remove(flag)) : this;
  }

  /** A draft between two addresses, either of which may be empty. */
  public Correspondence between(String personAddress, String helperAddress) {
    return new Correspondence(marks, hash(personAddress), hash(helperAddress));
  }

  private static Set<String> hashes(Collection<String> addresses) {
    return addresses.stream().map(Correspondence::hash).collect(Collectors.toSet());
  }

  /** Whether nobody knows whom it was written to, as after the loss of the journal. */
  public boolean isUnaddressed() {
    return person.isEmpty() && helper.isEmpty();
  }

  /** Whether addresses are those of both whom the letter was written to, and maybe of others. */
  public boolean reachesBoth(Collection<String> addresses) {
    Set<String> hashes = hashes(addresses);
    return !person.isEmpty()
        && !helper.isEmpty()
        && hashes.contains(person)
        && hashes.contains(helper);
  }

  /** Whether an address is one of the two, or nobody knows whom it was written to. */
  public boolean mayReach(Collection<String> addresses) {
    Set<String> hashes = hashes(addresses);
    return isUnaddressed() || hashes.contains(person) || hashes.contains(helper);
  }

  /** Whom the letter is addressed to now, as far as that differs from whom it was written to. */
  public Correspondence addressedTo(Collection<String> recipients) {
    if (isUnaddressed()) {
      return this;
    }
    Set<String> hashes = hashes(recipients);
    return changed(
        set -> {
          set.removeAll(ADDRESSED);
          if (!person.isEmpty() && !hashes.contains(person)) {
            set.add(IntroductionFlag.WITHOUT_PERSON);
          }
          if (!helper.isEmpty() && !hashes.contains(helper)) {
            set.add(IntroductionFlag.WITHOUT_HELPER);
          }
          if (hashes.stream().anyMatch(h -> !h.equals(person) && !h.equals(helper))) {
            set.add(IntroductionFlag.TO_OTHERS);
          }
        });
  }

  /**
   * Addresses that do not take mail, as far as the mail system says which.
   *
   * @param addresses as the mail system named them; empty where it named none
   * @param recipients whom the letter went to
   */
  public Correspondence refused(Collection<String> addresses, Collection<String> recipients) {
    Set<String> hashes = hashes(addresses);
    boolean first = !person.isEmpty() && hashes.contains(person);
    boolean second = !helper.isEmpty() && hashes.contains(helper);
    boolean others = !first && !second && isOfOthers(hashes, recipients);
    return changed(
        set -> {
          if (first) {
            set.add(IntroductionFlag.PERSON_REFUSED);
          }
          if (second) {
            set.add(IntroductionFlag.HELPER_REFUSED);
          }
          boolean alreadyRefused =
              set.contains(IntroductionFlag.PERSON_REFUSED)
                  || set.contains(IntroductionFlag.HELPER_REFUSED);
          if (alreadyRefused) {
            set.remove(IntroductionFlag.ONE_REFUSED);
          } else if (others) {
            set.add(IntroductionFlag.OTHER_REFUSED);
          } else {
            set.add(IntroductionFlag.ONE_REFUSED);
          }
        });
  }

  /**
   * Whether all that is refused was added by the delegate. An address that the letter did not go to
   * is where mail for one of the two is passed on to.
   */
  private boolean isOfOthers(Set<String> refused, Collection<String> recipients) {
    return !isUnaddressed() && !refused.isEmpty() && hashes(recipients).containsAll(refused);
  }

  /** Whether the letter did not reach one of the two. */
  public boolean isRefused() {
    return has(IntroductionFlag.PERSON_REFUSED)
        || has(IntroductionFlag.HELPER_REFUSED)
        || has(IntroductionFlag.ONE_REFUSED);
  }

  private Correspondence changed(Consumer<Set<IntroductionFlag>> change) {
    Set<IntroductionFlag> next = EnumSet.noneOf(IntroductionFlag.class);
    next.addAll(marks);
    change.accept(next);
    return next.equals(marks) ? this : new Correspondence(next, person, helper);
  }
}
