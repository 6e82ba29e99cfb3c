package org.entraide.google;

import com.google.api.client.googleapis.services.GoogleClientRequestInitializer;
import com.google.api.services.forms.v1.Forms;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.sheets.v4.Sheets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.entraide.campaign.port.FormMaker;
import org.entraide.campaign.port.FormSource;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.SheetAppearance;
import org.entraide.campaign.port.Table;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.google.auth.GoogleIdentities;
import org.entraide.google.forms.FormsMaker;
import org.entraide.google.forms.FormsSource;
import org.entraide.google.gmail.GmailCalls;
import org.entraide.google.gmail.GmailMailbox;
import org.entraide.google.quota.Quotas;
import org.entraide.google.quota.SheetsQuota;
import org.entraide.google.sheets.SheetsTable;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.AllowedCalls;
import org.entraide.google.wire.Attempts;
import org.entraide.google.wire.AuthorizedRequests;
import org.entraide.google.wire.CountedWire;
import org.entraide.google.wire.GoogleFailures;
import org.entraide.google.wire.GuardedTransport;
import org.entraide.google.wire.HttpWire;
import org.entraide.google.wire.LongTextJson;
import org.entraide.google.wire.RetryTimes;
import org.entraide.google.wire.Scopes;
import org.entraide.google.wire.Traffic;
import org.entraide.google.wire.Wire;
import org.entraide.livecheck.Trials;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.Sleeper;

/**
 * Google's services, or another server with their protocol at the configured endpoint, as the ports
 * of a campaign. Keep one: its parts keep their access tokens.
 */
public final class GoogleServices {

  private static final String APPLICATION = "Entraide";

  /** Google indents its answers unless asked not to, and a large one is mostly spaces then. */
  private static final GoogleClientRequestInitializer COMPACT =
      request -> request.set("prettyPrint", false);

  private final AllowedCalls.Roots roots;
  private final GuardedTransport transport;
  private final Attempts attempts;
  private final GoogleIdentities identities;
  private final AccessTokens documentTokens;
  private final Quotas quotas;
  private final SheetsQuota sheetsQuota;

  private GoogleServices(
      GoogleAccess access,
      Wire wire,
      Quotas quotas,
      InstantSource clock,
      Sleeper sleeper,
      RandomGenerator random)
      throws CredentialProblem {
    this.roots = access.roots();
    this.quotas = quotas;
    this.identities = GoogleIdentities.open(access, wire, clock);
    this.sheetsQuota = quotas.sheets(identities.account(), identities.project());
    this.transport =
        new GuardedTransport(AllowedCalls.of(roots, identities.tokenEndpoints()), wire);
    GoogleFailures failures =
        new GoogleFailures(new RetryTimes(clock, random), identities.advice());
    this.attempts = new Attempts(clock, sleeper, random, failures);
    this.documentTokens = identities.documents(transport);
  }

  private GoogleServices(GoogleServices those, Runnable leave) {
    this.roots = those.roots;
    this.transport = those.transport.asking(leave);
    this.attempts = those.attempts.with(leave);
    this.identities = those.identities;
    this.documentTokens = those.documentTokens;
    this.quotas = those.quotas;
    this.sheetsQuota = those.sheetsQuota;
  }

  /**
   * The same, with the same tokens and quotas, for a campaign that may be taken away.
   *
   * @param leave asked before each request, and again once there is a connection for it, which may
   *     take long; throws where the request must not be sent
   */
  public GoogleServices under(Runnable leave) {
    return new GoogleServices(this, leave);
  }

  /**
   * Opens the credentials, asking nobody yet; calls go over real HTTP.
   *
   * @param clock for retry times
   * @param sleeper for the pauses between attempts
   * @param random for their lengths
   * @throws CredentialProblem if the credentials' file does not do
   */
  public static GoogleServices overHttp(
      GoogleAccess access, InstantSource clock, Sleeper sleeper, RandomGenerator random)
      throws CredentialProblem {
    return overHttp(access, clock, sleeper, random, Traffic.UNWATCHED, new Quotas(clock));
  }

  /**
   * The same, watched.
   *
   * @param traffic is called for every request
   * @param quotas of the process
   * @throws CredentialProblem if the credentials' file does not do
   */
  public static GoogleServices overHttp(
      GoogleAccess access,
      InstantSource clock,
      Sleeper sleeper,
      RandomGenerator random,
      Traffic traffic,
      Quotas quotas)
      throws CredentialProblem {
    return new GoogleServices(
        access, new CountedWire(wire(quotas), traffic), quotas, clock, sleeper, random);
  }

  /** Who shares what Google gives shares the campaigns, too. */
  public static HttpWire wire(Quotas quotas) {
    return quotas.areShared() ? HttpWire.ofAGroup() : new HttpWire();
  }

  /** Like {@link #overHttp}, over another wire: for tests that have the office in their process. */
  public static GoogleServices over(
      Wire wire, GoogleAccess access, InstantSource clock, Sleeper sleeper, RandomGenerator random)
      throws CredentialProblem {
    return new GoogleServices(access, wire, new Quotas(clock), clock, sleeper, random);
  }

  /** Whom sheets and forms are shared with: a service account's address, or a person's. */
  public String account() {
    return identities.account();
  }

  /** The Google Cloud project to which the credentials belong; the account where none is named. */
  public String project() {
    return identities.project();
  }

  /**
   * Which permissions the administrator of a delegate's Workspace has not granted the service
   * account: a request for several is refused as a whole, and does not say for which.
   *
   * @param delegate the delegate's address
   * @return scopes as whole names; none where a person's own sign-in is used
   * @throws RemoteFailure if that is not known
   */
  public List<String> notDelegated(String delegate) throws RemoteFailure {
    List<String> refused = new ArrayList<>();
    if (!identities.isPerson()) {
      for (String scope : Scopes.MAILBOX) {
        try {
          identities.delegation(delegate, List.of(scope), transport).token();
        } catch (RemoteFailure e) {
          if (e.kind() != RemoteFailure.Kind.SIGN_IN) {
            throw e;
          }
          refused.add(scope);
        }
      }
    }
    return refused;
  }

  /**
   * Checks that the service account may act for a delegate.
   *
   * @throws RemoteFailure SIGN_IN where it may not, with what to do
   */
  public void checkDelegation(String delegate) throws RemoteFailure {
    identities.delegation(delegate, Scopes.MAILBOX, transport).token();
  }

  /** Whether sheets and forms are reached as a person who signed in. */
  public boolean isPerson() {
    return identities.isPerson();
  }

  /**
   * A campaign's spreadsheet.
   *
   * @param spreadsheetId the part of its address between {@code /d/} and {@code /edit}
   */
  public Table table(String spreadsheetId) {
    counts(spreadsheetId);
    return sheet(spreadsheetId);
  }

  /** A spreadsheet is asked for again and again, here or by another daemon in the same name. */
  public void counts(String spreadsheetId) {
    sheetsQuota.shares(spreadsheetId);
  }

  /**
   * How a campaign's spreadsheet looks.
   *
   * @param spreadsheetId as for {@link #table}
   */
  public SheetAppearance appearance(String spreadsheetId) {
    return sheet(spreadsheetId);
  }

  /**
   * What the rehearsal tries on a scratch sheet.
   *
   * @param spreadsheetId as for {@link #table}
   */
  public Trials trials(String spreadsheetId) {
    return sheet(spreadsheetId).trials();
  }

  private SheetsTable sheet(String spreadsheetId) {
    Sheets sheets =
        new Sheets.Builder(transport, new LongTextJson(), new AuthorizedRequests(documentTokens))
            .setRootUrl(roots.sheets())
            .setGoogleClientRequestInitializer(COMPACT)
            .setApplicationName(APPLICATION)
            .build();
    return new SheetsTable(sheets, spreadsheetId, attempts, documentTokens, sheetsQuota);
  }

  /**
   * A delegate's mailbox, reached as the delegate: by their own sign-in, else by domain-wide
   * delegation.
   *
   * @param delegate the delegate's address
   */
  public Mailbox mailbox(String delegate) {
    AccessTokens tokens = identities.mailbox(delegate, transport);
    Gmail gmail =
        new Gmail.Builder(transport, new LongTextJson(), new AuthorizedRequests(tokens))
            .setRootUrl(roots.gmail())
            .setGoogleClientRequestInitializer(COMPACT)
            .setApplicationName(APPLICATION)
            .build();
    return new GmailMailbox(
        new GmailCalls(gmail, attempts, tokens, quotas.mailbox(delegate)), delegate);
  }

  /**
   * A campaign's form.
   *
   * @param formId the part of its editing address between {@code /d/} and {@code /edit}
   */
  public FormSource form(String formId) {
    return new FormsSource(forms(documentTokens), formId, attempts, documentTokens);
  }

  /**
   * Makes forms and adds questions to them.
   *
   * @param person who signed in for that; empty for the account of sheets and forms
   * @throws CredentialProblem if there is no OAuth client to sign in with
   */
  public FormMaker formMaker(Optional<String> person) throws CredentialProblem {
    AccessTokens making =
        person.isPresent()
            ? identities.person(person.get(), Scopes.CREATE_FORMS)
            : identities.making(transport);
    return formMaker(making, person.isPresent() || identities.isPerson());
  }

  /**
   * What makes forms with tokens that the caller got.
   *
   * @param person whether they are a person's, who can own a form
   */
  public FormMaker formMaker(AccessTokens making, boolean person) {
    return new FormsMaker(forms(making), attempts, making, person);
  }

  private Forms forms(AccessTokens with) {
    return new Forms.Builder(transport, new LongTextJson(), new AuthorizedRequests(with))
        .setRootUrl(roots.forms())
        .setGoogleClientRequestInitializer(COMPACT)
        .setApplicationName(APPLICATION)
        .build();
  }
}
