package org.entraide.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.word.Category;

/**
 * One campaign as configured.
 *
 * @param name as in {@code [campaigns.NAME]}
 * @param credentials the campaign's own, else those of all
 * @param spreadsheet Google's id
 * @param form Google's id of the form, when answers are to be checked against it
 * @param tab title of the tab with the answers; empty for the one linked to the form, else the
 *     first
 * @param language of statuses, explanations and letters: French or English
 * @param country ISO 3166-1 alpha-2, where an address without a country is looked for; empty for
 *     none
 * @param letterhead who writes the letters
 * @param delegate whose drafts get the introductions that none of {@code delegates} fits
 * @param poll the wanted time between looks
 * @param maxWaitingDrafts beyond which introductions stay proposed
 * @param retention after the last sign of life of a person, until they are erased
 * @param controller who answers for the data, and how to reach them
 * @param consentAssumed whether a form without a consent question may be matched
 * @param followUp silence after which a follow-up is drafted; empty for never
 * @param namesInSheet whether the daemon's cells name people beside their references
 * @param questionDrafts whether people whose answer lacks something are asked by a draft
 * @param questions field to question titles, only where the usual titles do not do
 * @param categories category to answers that mean it, only where the usual words do not do
 * @param delegates further delegates, the first that fits
 */
public record CampaignSettings(
    String name,
    Path credentials,
    String spreadsheet,
    Optional<String> form,
    Optional<String> tab,
    Locale language,
    String country,
    Letterhead letterhead,
    String delegate,
    Duration poll,
    int maxWaitingDrafts,
    Duration retention,
    Optional<String> controller,
    Optional<URI> privacyUrl,
    boolean consentAssumed,
    Optional<Duration> followUp,
    boolean namesInSheet,
    boolean questionDrafts,
    Map<String, List<String>> questions,
    Map<Category, List<String>> categories,
    MatchingSettings matching,
    List<DelegateSettings> delegates) {

  public CampaignSettings {
    questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    delegates = List.copyOf(delegates);
  }

  /** The key that names each mailbox, by address. */
  public Map<String, String> mailboxKeys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(delegate, "campaigns." + name + ".delegate");
    for (int i = 0; i < delegates.size(); i++) {
      keys.putIfAbsent(
          delegates.get(i).email(), "campaigns." + name + ".delegates[" + (i + 1) + "].email");
    }
    return keys;
  }

  /** This campaign with other values of the settings that organisers may change. */
  public CampaignSettings with(
      int waitingDrafts, boolean asksQuestions, MatchingSettings matchingInForce) {
    return new CampaignSettings(
        name,
        credentials,
        spreadsheet,
        form,
        tab,
        language,
        country,
        letterhead,
        delegate,
        poll,
        waitingDrafts,
        retention,
        controller,
        privacyUrl,
        consentAssumed,
        followUp,
        namesInSheet,
        asksQuestions,
        questions,
        categories,
        matchingInForce,
        delegates);
  }

  /** How the delegate of a mailbox signs; with nothing where they have no name. */
  public Letterhead.Signature signature(String mailbox) {
    return Stream.concat(
            Stream.of(
                new DelegateSettings(delegate, letterhead.delegate(), List.of(), Optional.empty())),
            delegates.stream())
        .filter(other -> other.email().equalsIgnoreCase(mailbox))
        .map(DelegateSettings::signature)
        .filter(Letterhead.Signature::isNamed)
        .findFirst()
        .orElse(Letterhead.Signature.NONE);
  }

  /** The address of every delegate. */
  public Set<String> mailboxes() {
    Set<String> mailboxes = new LinkedHashSet<>();
    mailboxes.add(delegate);
    delegates.forEach(other -> mailboxes.add(other.email()));
    return mailboxes;
  }
}
