package org.entraide.sandbox.office.gmail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.entraide.sandbox.office.gmail.OfficeMailbox.Draft;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleCall;
import org.entraide.sandbox.office.http.PeopleHandler;

/** Plays the owner of a mailbox: {@code /office/mailboxes}. */
public final class MailPeople implements PeopleHandler {

  private static final Set<String> WORDS =
      Set.of(
          "drafts",
          "messages",
          "settings",
          "send",
          "discard",
          "undo-send",
          "restore",
          "copy",
          "elsewhere",
          "schedule",
          "due",
          "labels",
          "purge",
          "bounce",
          "forget",
          "received");

  private static final JsonSchema EDIT = JsonSchema.parse("to subject text");
  private static final JsonSchema SEND = JsonSchema.parse("mode");
  private static final JsonSchema DISCARD = JsonSchema.parse("trash");
  private static final JsonSchema SCHEDULE = JsonSchema.parse("hidden");
  private static final JsonSchema LABELS = JsonSchema.parse("add[] remove[]");
  private static final JsonSchema BOUNCE = JsonSchema.parse("address delay");
  private static final JsonSchema RECEIVED = JsonSchema.parse("raw threadId");

  private final GmailService gmail;

  /** What a page shows of a message's bytes, read once: it asks for all of them each second. */
  private final Map<byte[], ObjectNode> contents = Collections.synchronizedMap(new WeakHashMap<>());

  public MailPeople(GmailService gmail) {
    this.gmail = gmail;
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    return PeopleCall.of(request, "mailboxes", WORDS).map(this::answer);
  }

  private OfficeResponse answer(PeopleCall call) {
    return switch (call.key()) {
      case "GET mailboxes" -> list();
      case "GET mailboxes/*" -> OfficeResponse.json(200, show(mailbox(call)));
      case "PUT mailboxes/*/settings" -> settings(call);
      case "POST mailboxes/*/forget" -> {
        mailbox(call).forgetHistory();
        yield OfficeResponse.noContent();
      }
      case "POST mailboxes/*/received" -> receive(call);
      case "PUT mailboxes/*/drafts/*" -> edit(call);
      case "POST mailboxes/*/drafts/*/send" -> send(call);
      case "POST mailboxes/*/drafts/*/discard" -> discard(call);
      case "POST mailboxes/*/drafts/*/copy" ->
          OfficeResponse.json(200, show(mailbox(call).sendCopy(call.id(1))));
      case "POST mailboxes/*/drafts/*/elsewhere" ->
          OfficeResponse.json(200, show(mailbox(call).sendElsewhere(call.id(1))));
      case "POST mailboxes/*/drafts/*/schedule" -> schedule(call);
      case "POST mailboxes/*/messages/*/due" ->
          OfficeResponse.json(200, show(mailbox(call).sendScheduled(call.id(1))));
      case "PUT mailboxes/*/messages/*/labels" -> label(call);
      case "POST mailboxes/*/messages/*/bounce" -> bounce(call);
      case "POST mailboxes/*/messages/*/purge" -> {
        mailbox(call).purge(call.id(1));
        yield OfficeResponse.noContent();
      }
      case "POST mailboxes/*/messages/*/undo-send" ->
          OfficeResponse.json(200, show(mailbox(call).undoSend(call.id(1))));
      case "POST mailboxes/*/messages/*/restore" -> {
        mailbox(call).restore(call.id(1));
        yield OfficeResponse.json(200, show(mailbox(call).message(call.id(1))));
      }
      default -> throw call.unknown();
    };
  }

  private OfficeMailbox mailbox(PeopleCall call) {
    return gmail.mailbox(call.id(0)).orElseThrow(ApiException::notFound);
  }

  private OfficeResponse list() {
    ObjectNode json = OfficeJson.object();
    ArrayNode list = json.putArray("mailboxes");
    gmail.mailboxes().forEach(mailbox -> list.add(mailbox.email()));
    return OfficeResponse.json(200, json.put("sendAttempted", gmail.sendAttempted()));
  }

  private ObjectNode show(OfficeMailbox mailbox) {
    ObjectNode json =
        OfficeJson.object().put("email", mailbox.email()).put("send", mailbox.sendMode().name());
    ArrayNode drafts = json.putArray("drafts");
    mailbox.drafts().stream()
        .filter(draft -> draft.message().has("DRAFT") && !draft.message().has("TRASH"))
        .forEach(draft -> drafts.add(show(draft)));
    for (String label : List.of("SCHEDULED", "SENT", "INBOX", "TRASH")) {
      ArrayNode list = json.putArray(label.toLowerCase(Locale.ROOT));
      mailbox.messages().stream()
          .filter(message -> message.has(label))
          .forEach(message -> list.add(show(message)));
    }
    return json;
  }

  private ObjectNode show(Draft draft) {
    return show(draft.message()).put("draftId", draft.id());
  }

  private ObjectNode show(MailMessage message) {
    ObjectNode json = MessageView.labelled(message);
    json.setAll(contents.computeIfAbsent(message.raw(), MailPeople::content));
    return json.put("date", message.date().toString());
  }

  private static ObjectNode content(byte[] raw) {
    MimeText mime = MimeText.read(raw);
    ObjectNode json = OfficeJson.object();
    for (String name : List.of("From", "To", "Cc", "Subject")) {
      json.put(name.toLowerCase(Locale.ROOT), mime.headerOr(name));
    }
    return json.put("text", mime.text());
  }

  private OfficeResponse settings(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    JsonSchema.parse("send lagSeconds").check(body);
    OfficeJson.text(body, "send").map(MailPeople::mode).ifPresent(mailbox(call)::sendMode);
    if (body.has("lagSeconds")) {
      mailbox(call).lag(Duration.ofSeconds(body.path("lagSeconds").asLong()));
    }
    return OfficeResponse.json(200, show(mailbox(call)));
  }

  private static SendMode mode(String name) {
    return Arrays.stream(SendMode.values())
        .filter(mode -> mode.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> ApiException.invalid("send is one of " + List.of(SendMode.values()) + "."));
  }

  private OfficeResponse receive(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    RECEIVED.check(body);
    byte[] raw = OfficeJson.text(body, "raw").orElse("").getBytes(StandardCharsets.UTF_8);
    MailMessage message =
        mailbox(call).receive(raw, OfficeJson.text(body, "threadId").orElse(null));
    return OfficeResponse.json(200, show(message));
  }

  private OfficeResponse edit(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    EDIT.check(body);
    Draft edited =
        mailbox(call)
            .edit(
                call.id(1),
                OfficeJson.text(body, "to"),
                OfficeJson.text(body, "subject"),
                OfficeJson.text(body, "text"));
    return OfficeResponse.json(200, show(edited));
  }

  private OfficeResponse send(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    SEND.check(body);
    OfficeMailbox mailbox = mailbox(call);
    SendMode usual = mailbox.sendMode();
    OfficeJson.text(body, "mode").map(MailPeople::mode).ifPresent(mailbox::sendMode);
    try {
      return OfficeResponse.json(200, show(mailbox.send(call.id(1))));
    } finally {
      mailbox.sendMode(usual);
    }
  }

  private OfficeResponse schedule(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    SCHEDULE.check(body);
    return OfficeResponse.json(
        200, show(mailbox(call).schedule(call.id(1), body.path("hidden").asBoolean(false))));
  }

  private OfficeResponse label(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    LABELS.check(body);
    return OfficeResponse.json(
        200, show(mailbox(call).label(call.id(1), names(body, "add"), names(body, "remove"))));
  }

  private static Set<String> names(ObjectNode body, String field) {
    Set<String> names = new LinkedHashSet<>();
    body.path(field).forEach(name -> names.add(name.asText()));
    return names;
  }

  private OfficeResponse bounce(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    BOUNCE.check(body);
    OfficeMailbox mailbox = mailbox(call);
    MailMessage sent = mailbox.message(call.id(1));
    byte[] notice =
        Bounces.notice(
            mailbox.email(),
            sent.read(),
            OfficeJson.text(body, "address"),
            body.path("delay").asBoolean(false));
    return OfficeResponse.json(200, show(mailbox.receive(notice, sent.threadId())));
  }

  private OfficeResponse discard(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    DISCARD.check(body);
    mailbox(call).discard(call.id(1), body.path("trash").asBoolean(false));
    return OfficeResponse.noContent();
  }
}
