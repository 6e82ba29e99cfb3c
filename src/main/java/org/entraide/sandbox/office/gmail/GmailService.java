package org.entraide.sandbox.office.gmail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeService;
import org.jspecify.annotations.Nullable;

/** Gmail v1, as far as a daemon uses it. It sends nothing, and remembers whether it was asked. */
public final class GmailService implements OfficeService {

  private static final Set<String> WORDS =
      Set.of("send", "import", "batchDelete", "batchModify", "trash", "untrash", "modify");

  private final Map<String, OfficeMailbox> mailboxes = new LinkedHashMap<>();
  private final ResumableUploads uploads = new ResumableUploads();
  private boolean sendAttempted;

  /** Opens a mailbox. */
  public GmailService add(OfficeMailbox mailbox) {
    mailboxes.put(mailbox.email(), mailbox);
    return this;
  }

  /** The mailbox of a person. */
  public Optional<OfficeMailbox> mailbox(String email) {
    return Optional.ofNullable(mailboxes.get(email));
  }

  /** Every mailbox, in the order opened. */
  public List<OfficeMailbox> mailboxes() {
    return List.copyOf(mailboxes.values());
  }

  /** Whether anybody ever asked the API to send something. */
  public boolean sendAttempted() {
    return sendAttempted;
  }

  @Override
  public Optional<JsonSchema> answerSchema(OfficeRequest request) {
    return GmailSchemas.answer(operation(resource(request)).key(request.method()));
  }

  @Override
  public OfficeResponse handle(OfficeRequest request, Caller caller) {
    List<String> resource = resource(request);
    Operation operation = operation(resource);
    String key = operation.key(request.method());
    if (key.endsWith("/send")) {
      sendAttempted = true;
      throw noSending();
    }
    GmailScopes.require(caller, key, request);
    OfficeMailbox mailbox = open(resource.isEmpty() ? "" : resource.get(0), caller);
    GmailCall call = new GmailCall(request, caller, mailbox, operation.id());
    Optional<OfficeResponse> begun = uploads.intercept(call, key);
    return begun.orElseGet(() -> dispatch(key, call));
  }

  private OfficeResponse dispatch(String key, GmailCall call) {
    return switch (key) {
      case "POST drafts" -> DraftMethods.create(call);
      case "GET drafts" -> DraftMethods.list(call);
      case "GET drafts/*" -> DraftMethods.get(call);
      case "PUT drafts/*" -> DraftMethods.update(call);
      case "DELETE drafts/*" -> DraftMethods.delete(call);
      case "GET messages" -> MessageMethods.list(call);
      case "GET messages/*" -> MessageMethods.get(call);
      case "POST messages/*/trash" -> MessageMethods.relabel(call, Set.of("TRASH"), Set.of());
      case "POST messages/*/untrash" -> MessageMethods.relabel(call, Set.of(), Set.of("TRASH"));
      case "POST messages/*/modify" -> MessageMethods.modify(call);
      case "GET threads/*" -> MessageMethods.thread(call);
      case "GET profile" -> MailboxMethods.profile(call);
      case "GET labels" -> MailboxMethods.labels(call);
      case "GET history" -> MailboxMethods.history(call);
      default -> throw ApiException.unsupported("Gmail " + key);
    };
  }

  /** What a path names below the user, and the identifier in it. */
  private record Operation(String name, String id) {
    String key(String method) {
      return method + " " + name;
    }
  }

  private static Operation operation(List<String> resource) {
    List<String> below = resource.subList(Math.min(1, resource.size()), resource.size());
    String name =
        IntStream.range(0, below.size())
            .mapToObj(i -> i == 0 || WORDS.contains(below.get(i)) ? below.get(i) : "*")
            .collect(Collectors.joining("/"));
    return new Operation(name, below.size() > 1 ? below.get(1) : "");
  }

  /** The segments after {@code users}. */
  private static List<String> resource(OfficeRequest request) {
    List<String> path = request.segments();
    int users = path.indexOf("users");
    return users < 0 ? List.of() : path.subList(users + 1, path.size());
  }

  private OfficeMailbox open(String user, Caller caller) {
    if (!user.equals("me") && !user.equalsIgnoreCase(caller.account())) {
      throw new ApiException(
          403,
          "PERMISSION_DENIED",
          "Delegation denied for " + caller.account(),
          "forbidden",
          "global",
          List.of());
    }
    @Nullable OfficeMailbox mailbox = mailboxes.get(caller.account());
    if (mailbox == null) {
      // a service account by itself
      throw ApiException.precondition();
    }
    return mailbox;
  }

  private static ApiException noSending() {
    return new ApiException(
        403,
        "PERMISSION_DENIED",
        "The embedded office sends nothing: people send drafts by hand.",
        "forbidden",
        "global",
        List.of());
  }
}
