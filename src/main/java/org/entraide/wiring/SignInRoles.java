package org.entraide.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.DelegateSettings;
import org.entraide.google.auth.OauthClient;
import org.entraide.google.wire.Scopes;
import org.entraide.text.Message;

/** Who has to sign in, or may, as the configuration says, and what for. */
public final class SignInRoles {

  private final Configuration configuration;

  public SignInRoles(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Everybody with a part in the configuration, in its order. */
  public List<String> people() {
    Set<String> people = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<String> inOrder = new ArrayList<>();
    Stream.concat(
            configuration.google().account().filter(this::readsDocuments).stream(),
            configuration.campaigns().stream().flatMap(SignInRoles::delegates))
        .forEach(
            person -> {
              if (people.add(person)) {
                inOrder.add(person);
              }
            });
    return inOrder;
  }

  private static Stream<String> delegates(CampaignSettings campaign) {
    return Stream.concat(
        Stream.of(campaign.delegate()), campaign.delegates().stream().map(DelegateSettings::email));
  }

  /**
   * Whether this person's sign-in reads sheets and forms: nobody's where a service account does.
   */
  boolean readsDocuments(String person) {
    return configuration.google().account().filter(person::equalsIgnoreCase).isPresent()
        && configuration.campaigns().stream()
            .anyMatch(campaign -> OauthClient.isIn(campaign.credentials()));
  }

  /** The campaigns whose drafts this person gets. */
  public List<CampaignSettings> delegateOf(String person) {
    return configuration.campaigns().stream()
        .filter(campaign -> delegates(campaign).anyMatch(person::equalsIgnoreCase))
        .toList();
  }

  /** What a person's part needs, and no more. */
  public Set<String> scopes(String person) {
    Set<String> scopes = new LinkedHashSet<>();
    if (readsDocuments(person)) {
      scopes.addAll(Scopes.DOCUMENTS);
    }
    if (!delegateOf(person).isEmpty()) {
      scopes.addAll(Scopes.MAILBOX);
    }
    return scopes;
  }

  /** A person's part in words. */
  public List<Message> parts(String person) {
    List<Message> parts = new ArrayList<>();
    if (readsDocuments(person)) {
      parts.add(Message.of("cli.auth.part.documents"));
    }
    delegateOf(person)
        .forEach(
            campaign ->
                parts.add(Message.of("cli.auth.part.drafts").with("campaign", campaign.name())));
    return parts;
  }

  /** Whether a person can be reached without their sign-in: as a delegate of a service account. */
  public boolean reachedWithout(String person) {
    return !readsDocuments(person)
        && delegateOf(person).stream().noneMatch(c -> OauthClient.isIn(c.credentials()));
  }

  /** The files of the OAuth clients that a person can sign in with; one, if all is well. */
  public Set<Path> clients(String person) {
    if (configuration.google().oauthClient().isPresent()) {
      return Set.of(configuration.google().oauthClient().get());
    }
    List<CampaignSettings> own = delegateOf(person);
    Set<Path> clients = new LinkedHashSet<>();
    for (CampaignSettings campaign : own.isEmpty() ? configuration.campaigns() : own) {
      if (OauthClient.isIn(campaign.credentials())) {
        clients.add(campaign.credentials());
      }
    }
    return clients;
  }
}
