package org.entraide.google;

import com.google.api.client.googleapis.services.GoogleClientRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.forms.v1.Forms;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.sheets.v4.Sheets;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.entraide.campaign.FormMaker;
import org.entraide.campaign.FormSource;
import org.entraide.campaign.Mailbox;
import org.entraide.campaign.Sleeper;
import org.entraide.campaign.Table;
import org.jspecify.annotations.Nullable;

/**
 * Google's services, or whatever speaks their protocol at the configured endpoint, as the ports of
 * a campaign. Keep one: its parts keep their access tokens.
 */
public final class GoogleServices {

  private static final String APPLICATION = "Entraide";

  /** Google indents its answers unless told otherwise, and a large one is mostly spaces then. */
  private static final GoogleClientRequestInitializer COMPACT =
      request -> request.set("prettyPrint", false);

  private final AllowedCalls.Roots roots;
  private final ServiceAccountCredentials account;
  private final HttpTransport transport;
  private final TokenFailures tokenFailures;
  private final Attempts attempts;
  private final AccessTokens documentTokens;

  private GoogleServices(
      GoogleAccess access, Wire wire, InstantSource clock, Sleeper sleeper, RandomGenerator random)
      throws CredentialProblem {
    this.roots = access.roots();
    this.account = CredentialFile.open(access.credentials());
    this.transport =
        new GuardedTransport(AllowedCalls.of(roots, account.getTokenServerUri()), wire);
    Advice advice = new Advice(account.getClientEmail(), String.valueOf(account.getClientId()));
    this.tokenFailures = new TokenFailures(advice);
    GoogleFailures failures = new GoogleFailures(new RetryTimes(clock, random), advice);
    this.attempts = new Attempts(clock, sleeper, random, failures);
    this.documentTokens = tokens(Scopes.DOCUMENTS, null);
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
    return over(new HttpWire(), access, clock, sleeper, random);
  }

  /** Like {@link #overHttp}, over another wire: for tests that have the office in their process. */
  public static GoogleServices over(
      Wire wire, GoogleAccess access, InstantSource clock, Sleeper sleeper, RandomGenerator random)
      throws CredentialProblem {
    return new GoogleServices(access, wire, clock, sleeper, random);
  }

  /** The service account's address, with which sheets and forms are shared. */
  public String account() {
    return account.getClientEmail();
  }

  /**
   * A campaign's spreadsheet.
   *
   * @param spreadsheetId the part of its address between {@code /d/} and {@code /edit}
   */
  public Table table(String spreadsheetId) {
    Sheets sheets =
        new Sheets.Builder(
                transport, GsonFactory.getDefaultInstance(), new SignedIn(documentTokens))
            .setRootUrl(roots.sheets())
            .setGoogleClientRequestInitializer(COMPACT)
            .setApplicationName(APPLICATION)
            .build();
    return new SheetsTable(sheets, spreadsheetId, attempts, documentTokens);
  }

  /**
   * A delegate's mailbox, reached as the delegate (domain-wide delegation).
   *
   * @param delegate the delegate's address
   */
  public Mailbox mailbox(String delegate) {
    AccessTokens tokens = tokens(Scopes.MAILBOX, delegate);
    Gmail gmail =
        new Gmail.Builder(transport, GsonFactory.getDefaultInstance(), new SignedIn(tokens))
            .setRootUrl(roots.gmail())
            .setGoogleClientRequestInitializer(COMPACT)
            .setApplicationName(APPLICATION)
            .build();
    return new GmailMailbox(new GmailCalls(gmail, attempts, tokens), delegate);
  }

  /**
   * A campaign's form.
   *
   * @param formId the part of its editing address between {@code /d/} and {@code /edit}
   */
  public FormSource form(String formId) {
    return new FormsSource(forms(documentTokens), formId, attempts, documentTokens);
  }

  /** Makes forms and adds questions to them, as the account of sheets and forms. */
  public FormMaker formMaker() {
    return formMaker(tokens(Scopes.FORM_MAKING, null), false);
  }

  /**
   * The same with tokens that somebody else got.
   *
   * @param person whether they are a person's, who can own a form
   */
  FormMaker formMaker(AccessTokens making, boolean person) {
    return new FormsMaker(forms(making), attempts, making, person);
  }

  private Forms forms(AccessTokens with) {
    return new Forms.Builder(transport, GsonFactory.getDefaultInstance(), new SignedIn(with))
        .setRootUrl(roots.forms())
        .setGoogleClientRequestInitializer(COMPACT)
        .setApplicationName(APPLICATION)
        .build();
  }

  private AccessTokens tokens(List<String> scopes, @Nullable String subject) {
    ServiceAccountCredentials.Builder builder = account.toBuilder();
    builder.setScopes(scopes);
    if (subject != null) {
      builder.setServiceAccountUser(subject);
    }
    builder.setHttpTransportFactory(() -> transport);
    // It would sleep 1, 2 and 4 seconds by itself; Attempts does that, with the daemon's sleeper.
    builder.setDefaultRetriesEnabled(false);
    return new GoogleTokens(builder.build(), tokenFailures);
  }
}
