package org.entraide.sandbox.office.gmail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeScopes;

/**
 * How a message is shown.
 *
 * @param format {@code minimal}, {@code metadata}, {@code full} or {@code raw}
 * @param headers with {@code metadata}, the names asked for in lower case; none for all
 * @param withSnippet whether the first words of the text may be shown
 */
record MessageView(String format, Set<String> headers, boolean withSnippet) {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder();

  /**
   * Reads what is asked for.
   *
   * @throws ApiException 403 when the token's metadata scope does not allow it; 400 for an unknown
   *     format
   */
  static MessageView of(OfficeRequest request, Caller caller) {
    String format = request.parameter("format").orElse("full").toLowerCase(Locale.ROOT);
    if (!Set.of("minimal", "metadata", "full", "raw").contains(format)) {
      throw ApiException.invalid("Invalid value at 'format'");
    }
    boolean metadataOnly = caller.scopes().contains(OfficeScopes.GMAIL_METADATA);
    if (metadataOnly && Set.of("full", "raw").contains(format)) {
      throw new ApiException(
          403,
          "PERMISSION_DENIED",
          "Metadata scope doesn't allow format " + format.toUpperCase(Locale.ROOT),
          "forbidden",
          "global",
          List.of());
    }
    Set<String> names =
        request.parameters("metadataHeaders").stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new MessageView(format, names, !metadataOnly);
  }

  /** Id and thread, as listings show a message. */
  static ObjectNode brief(MailMessage message) {
    return OfficeJson.object().put("id", message.id()).put("threadId", message.threadId());
  }

  /** Id, thread and labels, as changes show a message. */
  static ObjectNode labelled(MailMessage message) {
    ObjectNode json = brief(message);
    ArrayNode labels = json.putArray("labelIds");
    message.labels().forEach(labels::add);
    return json;
  }

  ObjectNode show(MailMessage message) {
    MimeText mime = message.read();
    ObjectNode json = labelled(message);
    if (withSnippet) {
      json.put("snippet", mime.snippet());
    }
    json.put("historyId", Long.toString(message.historyId()))
        .put("internalDate", Long.toString(message.date().toEpochMilli()))
        .put("sizeEstimate", message.raw().length);
    switch (format) {
      case "raw" -> json.put("raw", BASE64.encodeToString(message.raw()));
      case "metadata" -> json.set("payload", metadata(mime));
      case "full" -> json.set("payload", part(mime.root(), ""));
      default -> {
        // minimal: no more than the above
      }
    }
    return json;
  }

  private ObjectNode metadata(MimeText mime) {
    ObjectNode payload = OfficeJson.object().put("mimeType", mimeType(mime.root()));
    ArrayNode list = payload.putArray("headers");
    mime.headers().stream()
        .filter(f -> headers.isEmpty() || headers.contains(f.name().toLowerCase(Locale.ROOT)))
        .forEach(f -> list.addObject().put("name", f.name()).put("value", f.value()));
    return payload;
  }

  private static ObjectNode part(Part part, String partId) {
    ObjectNode json =
        OfficeJson.object()
            .put("partId", partId)
            .put("mimeType", mimeType(part))
            .put("filename", filename(part));
    ArrayNode list = json.putArray("headers");
    MimeText.headers(part)
        .forEach(f -> list.addObject().put("name", f.name()).put("value", f.value()));
    List<Part> parts = MimeText.parts(part);
    if (parts.isEmpty()) {
      byte[] content = content(part);
      json.putObject("body")
          .put("size", content.length)
          .put("data", BASE64.encodeToString(content));
      return json;
    }
    json.putObject("body").put("size", 0);
    ArrayNode children = json.putArray("parts");
    for (int i = 0; i < parts.size(); i++) {
      children.add(part(parts.get(i), partId.isEmpty() ? "" + i : partId + "." + i));
    }
    return json;
  }

  private static String mimeType(Part part) {
    try {
      return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
    } catch (MessagingException e) {
      throw MimeText.unreadable(e);
    }
  }

  private static String filename(Part part) {
    try {
      String name = part.getFileName();
      return name == null ? "" : name;
    } catch (MessagingException e) {
      throw MimeText.unreadable(e);
    }
  }

  /** The part's bytes, its transfer encoding undone. */
  private static byte[] content(Part part) {
    try {
      return part.getInputStream().readAllBytes();
    } catch (MessagingException | IOException e) {
      throw MimeText.unreadable(e);
    }
  }
}
