package org.entraide.sandbox.office;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.entraide.sandbox.office.auth.Accounts;
import org.entraide.sandbox.office.auth.ConsentPeople;
import org.entraide.sandbox.office.auth.ConsentService;
import org.entraide.sandbox.office.auth.TokenService;
import org.entraide.sandbox.office.faults.Faults;
import org.entraide.sandbox.office.faults.Faults.Struck;
import org.entraide.sandbox.office.forms.FormPeople;
import org.entraide.sandbox.office.forms.FormsService;
import org.entraide.sandbox.office.gmail.GmailService;
import org.entraide.sandbox.office.gmail.MailPeople;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.Delivery;
import org.entraide.sandbox.office.http.FieldMask;
import org.entraide.sandbox.office.http.HostCheck;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeService;
import org.entraide.sandbox.office.http.PartialResponse;
import org.entraide.sandbox.office.http.PeopleHandler;
import org.entraide.sandbox.office.http.RequestKinds;
import org.entraide.sandbox.office.http.RequestListener;
import org.entraide.sandbox.office.record.RequestLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front of the embedded office: takes any request, finds whose it is, checks its token and
 * answers as Google would.
 *
 * <p>One lock guards the whole world, so that {@link #handle} may be called from any thread. It
 * never waits, and reads no clock but the one it was given.
 */
public final class Office {

  /** Shows what is asked: a line a request, without anybody's name. */
  private static final Logger REQUESTS =
      LoggerFactory.getLogger("org.entraide.sandbox.office.requests");

  private static final String TOKEN = "token";
  private static final int OK = 200;

  private final InstantSource clock;
  private final Map<String, OfficeService> services;
  private final List<PeopleHandler> people;
  private final Accounts accounts;
  private final TokenService tokens;
  private final RequestLog log = new RequestLog();
  private final Faults faults;
  private @Nullable RequestListener ear;

  private Office(Builder builder) {
    this.clock = builder.clock;
    this.services = new LinkedHashMap<>(builder.services);
    this.people = new ArrayList<>(builder.people);
    this.accounts =
        builder.accounts == null ? new Accounts(clock, builder.random) : builder.accounts;
    this.tokens = new TokenService(accounts);
    this.faults = new Faults(builder.random);
    ConsentService consents = new ConsentService(accounts);
    people.add(consents);
    people.add(new ConsentPeople(accounts, consents));
    people.add(new OfficePeople(this, clock));
  }

  /**
   * Begins an office.
   *
   * @param clock the time of this world
   * @param random where tokens and other opaque names come from
   */
  public static Builder builder(InstantSource clock, RandomGenerator random) {
    return new Builder(clock, random);
  }

  /** What was asked of Google's services. */
  public RequestLog log() {
    return log;
  }

  /** What is to go wrong. */
  public Faults faults() {
    return faults;
  }

  /** Who may sign in. */
  public Accounts accounts() {
    return accounts;
  }

  /** Gives a listener every request to Google's services from now on. */
  public synchronized void hearing(RequestListener listener) {
    ear = listener;
  }

  /** Runs something on the world while no request is served. */
  public synchronized void exclusively(Runnable action) {
    action.run();
  }

  /** Answers a request, undisturbed by faults and left out of the log. */
  public synchronized OfficeResponse handle(OfficeRequest request) {
    try {
      return HostCheck.isLocal(request) ? route(request) : HostCheck.refusal();
    } catch (ApiException e) {
      return OfficeResponse.refusal(e, !request.parameter("$.xgafv").orElse("1").equals("2"));
    }
  }

  /** Answers a request with what the faults make of it, and logs it. */
  public synchronized Delivery deliver(OfficeRequest request) {
    Optional<String> kind = kind(request);
    if (kind.isEmpty()) {
      return Delivery.whole(handle(request));
    }
    Optional<Struck> struck = faults.strike(kind.get(), request);
    boolean reached = struck.map(Struck::applied).orElse(true);
    OfficeResponse answer =
        reached ? handle(request) : new OfficeResponse(0, Map.of(), new byte[0]);
    Delivery delivery =
        struck.map(s -> s.deliver(request, answer)).orElseGet(() -> Delivery.whole(answer));
    record(kind.get(), request, delivery);
    if (REQUESTS.isDebugEnabled() && kind.get().equals(TOKEN) && answer.status() == OK) {
      REQUESTS.debug(
          "scopes <{}> {}", OfficeJson.parse(answer.text()).path("scope").asText(), agent(request));
    }
    return delivery;
  }

  private static String agent(OfficeRequest request) {
    return request.header("User-Agent").orElse("");
  }

  private void record(String kind, OfficeRequest request, Delivery delivery) {
    String path = RequestKinds.template(request);
    int status = delivery.response().status();
    if (ear != null) {
      ear.answered(clock.instant(), kind, path, request, delivery);
    }
    REQUESTS.debug("{} {} {} {}", request.method(), path, status, agent(request));
    String account = bearer(request).flatMap(accounts::caller).map(Caller::account).orElse("");
    log.add(
        new RequestLog.LoggedRequest(
            clock.instant(), kind, request.method(), path, account, status));
  }

  /** The kind of a request to Google's services; empty for the people's own endpoints. */
  private Optional<String> kind(OfficeRequest request) {
    if (request.rawPath().equals("/token") || request.rawPath().equals("/revoke")) {
      return Optional.of(TOKEN);
    }
    return prefix(request).map(prefix -> RequestKinds.of(Builder.name(prefix), request));
  }

  private Optional<String> prefix(OfficeRequest request) {
    return services.keySet().stream().filter(request.rawPath()::startsWith).findFirst();
  }

  private OfficeResponse route(OfficeRequest request) {
    if (request.rawPath().equals("/token")) {
      return tokens.handle(request);
    }
    if (request.rawPath().equals("/revoke")) {
      return tokens.revoke(request);
    }
    Optional<String> prefix = prefix(request);
    if (prefix.isPresent()) {
      Caller caller =
          bearer(request).flatMap(accounts::caller).orElseThrow(ApiException::unauthenticated);
      OfficeService service = services.get(prefix.get());
      return service == null ? HostCheck.notFound() : serve(service, request, caller);
    }
    for (PeopleHandler handler : people) {
      Optional<OfficeResponse> answer = handler.handle(request);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    if (request.rawPath().startsWith("/office/")) {
      throw ApiException.notFound();
    }
    return HostCheck.notFound();
  }

  private static OfficeResponse serve(OfficeService service, OfficeRequest request, Caller caller) {
    if (!request.parameter("alt").orElse("json").matches("json|media")) {
      throw ApiException.unsupported("alt=" + request.parameter("alt").orElse(""));
    }
    Optional<FieldMask> mask = request.parameter("fields").map(FieldMask::parse);
    Optional<JsonSchema> schema = service.answerSchema(request);
    mask.ifPresent(m -> schema.ifPresent(m::check));
    OfficeResponse answer = service.handle(request, caller);
    return service.cutsAnswers()
        ? answer
        : PartialResponse.of(answer, mask, request.parameter("prettyPrint").orElse("true"));
  }

  private static Optional<String> bearer(OfficeRequest request) {
    return request
        .header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip())
        .or(() -> request.parameter("access_token"));
  }

  /** Puts an office together. */
  public static final class Builder {

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, OfficeService> services = new LinkedHashMap<>();
    private final List<PeopleHandler> people = new ArrayList<>();
    private @Nullable Accounts accounts;

    private Builder(InstantSource clock, RandomGenerator random) {
      this.clock = clock;
      this.random = random;
    }

    /** Who may sign in; nobody by default. */
    public Builder accounts(Accounts accounts) {
      this.accounts = accounts;
      return this;
    }

    /**
     * Adds a service.
     *
     * @param prefix such as {@code /v4/}
     */
    public Builder service(String prefix, OfficeService service) {
      services.put(prefix, service);
      return this;
    }

    /** The forms, with what their respondents do. */
    public Builder forms(FormsService forms) {
      people.add(new FormPeople(forms));
      return service("/v1/forms", forms);
    }

    /** The mailboxes, with what their owners do. */
    public Builder gmail(GmailService gmail) {
      people.add(new MailPeople(gmail));
      return service("/gmail/v1/", gmail).service("/upload/gmail/v1/", gmail);
    }

    /** Adds endpoints that are not Google's; the first that answers wins. */
    public Builder people(PeopleHandler handler) {
      people.add(handler);
      return this;
    }

    public Office build() {
      return new Office(this);
    }

    private static String name(String prefix) {
      if (prefix.contains("gmail")) {
        return "gmail";
      }
      return prefix.contains("forms") ? "forms" : "sheets";
    }
  }
}
