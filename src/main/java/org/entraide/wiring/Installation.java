package org.entraide.wiring;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.port.FormMaker;
import org.entraide.campaign.port.FormSource;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.SheetAppearance;
import org.entraide.campaign.port.Table;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.ProgramVersion;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.GeocoderSettings;
import org.entraide.config.LetterSettings;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.google.auth.TokenStore;
import org.entraide.google.quota.Quotas;
import org.entraide.google.wire.Traffic;
import org.entraide.journal.server.ServerJournal;
import org.entraide.place.Geocoder;
import org.entraide.place.MemoryPlaceCache;
import org.entraide.place.PlaceCache;
import org.entraide.place.PostcodeFiles;
import org.entraide.place.PostcodeLookup;
import org.entraide.place.embedded.EmbeddedGeocoder;
import org.entraide.place.online.OnlineGeocoders;
import org.entraide.place.postcode.PostcodeDirectory;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.resilience.Sleeper;
import org.entraide.resilience.Stop;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/** The parts of one installation, put together as its configuration says. */
public final class Installation {

  private final Configuration configuration;
  private final Traffic traffic;
  private final Stop stop;
  private final Sleeper sleeper;
  private final PostcodeDirectory postcodes;
  private Quotas quotas = new Quotas(SystemEdge.clock());
  private @Nullable TokenStore tokens;
  private final Map<Path, GoogleServices> services = new HashMap<>();
  private final List<Texts> texts = Texts.languages().stream().map(Texts::of).toList();

  public Installation(Configuration configuration) {
    this(configuration, Traffic.UNWATCHED, new Stop(), SystemEdge.sleeper());
  }

  /**
   * Of a process that ends on a signal.
   *
   * @param traffic is called for every request to Google
   */
  public Installation(Configuration configuration, Traffic traffic, Stop stop) {
    this(configuration, traffic, stop, stop.sleeper());
  }

  /**
   * Of a command that ends by itself.
   *
   * @param traffic is called for every request to Google
   * @param sleeper for the pauses between attempts
   */
  public Installation(Configuration configuration, Traffic traffic, Sleeper sleeper) {
    this(configuration, traffic, new Stop(), sleeper);
  }

  private Installation(Configuration configuration, Traffic traffic, Stop stop, Sleeper sleeper) {
    this.configuration = configuration;
    this.traffic = traffic;
    this.stop = stop;
    this.sleeper = sleeper;
    this.postcodes = new PostcodeDirectory(configuration.state().directory());
  }

  public Configuration configuration() {
    return configuration;
  }

  /** Where its journal is. */
  public Journals journals() {
    return new Journals(configuration);
  }

  public List<Texts> texts() {
    return texts;
  }

  /** The geocoder of a command that has no journal. */
  public Geocoder geocoder() {
    return geocoder(new MemoryPlaceCache());
  }

  /**
   * The geocoder. Make one for a process: it keeps the pace that a service asks for.
   *
   * @param cache for what a service answers; the embedded one needs none
   */
  public Geocoder geocoder(PlaceCache cache) {
    Geocoder embedded = embedded(postcodes());
    GeocoderSettings settings = configuration.geocoder();
    if (settings.provider() == GeocoderSettings.Provider.EMBEDDED) {
      return embedded; // and nothing that could reach a network is made
    }
    OnlineGeocoders geocoders =
        new OnlineGeocoders(
            SystemEdge.clock(), sleeper::sleep, SystemEdge.random(), ProgramVersion.userAgent());
    return geocoders.open(
        new OnlineGeocoders.Wanted(settings.provider().key(), settings.url(), settings.precise()),
        embedded,
        cache);
  }

  /**
   * The geocoder that needs no network.
   *
   * @param postcodes what was imported
   */
  public static EmbeddedGeocoder embedded(PostcodeLookup postcodes) {
    return new EmbeddedGeocoder(postcodes);
  }

  /** The imported postcode files. */
  public PostcodeDirectory postcodes() {
    return postcodes;
  }

  /**
   * Google for one campaign.
   *
   * @throws UserError if its credentials do not do
   */
  public GoogleServices google(CampaignSettings campaign) {
    return services.computeIfAbsent(campaign.credentials(), this::open);
  }

  /**
   * Google by a file of credentials.
   *
   * @throws UserError if it does not do
   */
  public GoogleServices google(Path credentials) {
    return services.computeIfAbsent(credentials, this::open);
  }

  /**
   * Has sign-ins and quotas shared with all processes that have the same journal open: before
   * Google is asked for anything.
   *
   * @param journal of the process, closed by the caller that opened it
   * @throws UserError if the key of the tokens does not do
   */
  public void share(ServerJournal journal) {
    if (!services.isEmpty()) {
      throw new IllegalStateException("Others would not know what was asked of Google already.");
    }
    quotas = new Quotas(SystemEdge.clock(), Optional.of(journal.budget()));
    tokens = SignInPlace.of(configuration, journal::tokens);
  }

  /**
   * Where people's sign-ins are kept.
   *
   * @throws UserError if the key of the tokens does not do
   */
  public TokenStore tokens() {
    TokenStore store = tokens;
    if (store == null) {
      store = SignInPlace.of(configuration);
      tokens = store;
    }
    return store;
  }

  private GoogleServices open(Path credentials) {
    try {
      return GoogleServices.overHttp(
          new GoogleAccess(
              credentials,
              configuration.google().oauthClient(),
              configuration.google().account(),
              Optional.of(tokens()),
              configuration.google().endpoint()),
          SystemEdge.clock(),
          sleeper,
          SystemEdge.random(),
          traffic,
          quotas);
    } catch (CredentialProblem e) {
      throw new UserError(ExitCode.CONFIGURATION, e.words());
    }
  }

  public Table table(CampaignSettings campaign) {
    return google(campaign).table(campaign.spreadsheet());
  }

  /** All campaigns share quotas, also those that other daemons work on. */
  public void countSpreadsheets() {
    for (CampaignSettings campaign : configuration.campaigns()) {
      try {
        google(campaign).counts(campaign.spreadsheet());
      } catch (UserError e) {
        // said where it is to be worked on
      }
    }
  }

  public SheetAppearance appearance(CampaignSettings campaign) {
    return google(campaign).appearance(campaign.spreadsheet());
  }

  public Optional<FormSource> form(CampaignSettings campaign) {
    return campaign.form().map(google(campaign)::form);
  }

  /**
   * Makes forms for a campaign.
   *
   * @param person in whose name; empty for the account of sheets and forms
   */
  public FormMaker formMaker(CampaignSettings campaign, Optional<String> person) {
    try {
      return google(campaign).formMaker(person);
    } catch (CredentialProblem e) {
      throw new UserError(ExitCode.CONFIGURATION, e.words());
    }
  }

  public Function<String, Mailbox> mailboxes(CampaignSettings campaign) {
    return mailboxes(google(campaign));
  }

  private static Function<String, Mailbox> mailboxes(GoogleServices google) {
    Map<String, Mailbox> open = new HashMap<>();
    return address -> open.computeIfAbsent(address, google::mailbox);
  }

  public CampaignRunner campaign(
      CampaignSettings settings,
      Journal journal,
      Geocoder geocoder,
      InstallationIdentity identity) {
    return campaign(settings, cycle(settings, journal, geocoder, identity), journal);
  }

  /**
   * A campaign whose lease may be lost at any moment.
   *
   * @param journal which refuses what is written after that
   * @param leave whether an effect may begin: asked immediately before each is sent
   */
  public CampaignRunner campaign(
      CampaignSettings settings,
      Journal journal,
      Geocoder geocoder,
      InstallationIdentity identity,
      BooleanSupplier leave) {
    Stop lost = new Stop().unless(leave); // on a signal, the effect under way is still finished
    GoogleServices google = google(settings).under(lost::check);
    return campaign(
        settings,
        cycle(settings, google, journal, geocoder, identity, stop.unless(leave)),
        journal);
  }

  private static CampaignRunner campaign(CampaignSettings settings, Cycle cycle, Journal journal) {
    return new CampaignRunner(settings.name(), cycle, journal, SystemEdge.clock());
  }

  /** The imported postcode files; none where a service answers that knows postcodes itself. */
  private Optional<PostcodeFiles> postcodeFiles() {
    boolean embedded = configuration.geocoder().provider() == GeocoderSettings.Provider.EMBEDDED;
    return embedded ? Optional.of(postcodes) : Optional.empty();
  }

  /** The letters of a campaign: the program's own, but for what the administrator wrote. */
  static LetterComposer letters(Configuration configuration, CampaignSettings campaign) {
    return letters(configuration, campaign.language().getLanguage());
  }

  public static LetterComposer letters(Configuration configuration, String language) {
    LetterSettings settings = configuration.letters();
    return LetterComposer.of(Texts.of(language), settings.templates(language), settings.replyTo());
  }

  public Cycle cycle(
      CampaignSettings settings,
      Journal journal,
      Geocoder geocoder,
      InstallationIdentity identity) {
    return cycle(settings, google(settings), journal, geocoder, identity, stop);
  }

  private Cycle cycle(
      CampaignSettings settings,
      GoogleServices google,
      Journal journal,
      Geocoder geocoder,
      InstallationIdentity identity,
      Stop stop) {
    Ports ports =
        new Ports(
            google.table(settings.spreadsheet()),
            settings
                .form()
                .map(google::form)
                .map(source -> new FormReader(source, SystemEdge.clock())),
            mailboxes(google),
            geocoder,
            postcodeFiles(),
            journal,
            SystemEdge.clock(),
            SystemEdge.random(),
            stop);
    return new Cycle(settings, ports, identity, texts, letters(configuration, settings));
  }
}
