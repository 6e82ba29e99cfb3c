package org.entraide.sandbox.office.gmail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way into Gmail, whichever of the ways it took.
 *
 * @param threadId the thread asked for
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record DraftUpload(byte[] raw, @Nullable String threadId) {

  static final JsonSchema DRAFT =
      JsonSchema.parse(
          "id message{id threadId labelIds[] snippet historyId internalDate payload sizeEstimate"
              + " raw classificationLabelValues[]}");

  /** Reads a draft as JSON with {@code raw}, or as an upload of the kind that the query says. */
  static DraftUpload read(OfficeRequest request) {
    if (!request.rawPath().startsWith("/upload/")) {
      ObjectNode body = OfficeJson.body(request);
      return new DraftUpload(raw(body), thread(body));
    }
    String type = request.parameter("uploadType").orElse("");
    return switch (type) {
      case "media" -> new DraftUpload(request.body(), null);
      case "multipart" -> multipart(request);
      default -> throw ApiException.unsupported("uploads of the type '" + type + "'");
    };
  }

  /** The first part is the draft as JSON, the second the message (multipart/related). */
  private static DraftUpload multipart(OfficeRequest request) {
    String type = request.header("Content-Type").orElse("multipart/related");
    try {
      MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(request.body(), type));
      if (parts.getCount() != 2) {
        throw ApiException.invalid("Multipart upload must have two parts.");
      }
      byte[] json = bytes(parts.getBodyPart(0));
      OfficeRequest draft =
          new OfficeRequest("POST", request.rawPath(), request.query(), request.headers(), json);
      return new DraftUpload(bytes(parts.getBodyPart(1)), thread(OfficeJson.body(draft)));
    } catch (MessagingException | IOException e) {
      throw MimeText.unreadable(e);
    }
  }

  private static byte[] bytes(BodyPart part) throws MessagingException, IOException {
    return part.getInputStream().readAllBytes();
  }

  static @Nullable String thread(ObjectNode draft) {
    DRAFT.check(draft, "draft");
    return OfficeJson.text(OfficeJson.child(draft, "message"), "threadId").orElse(null);
  }

  private static byte[] raw(ObjectNode draft) {
    DRAFT.check(draft, "draft");
    Optional<String> text = OfficeJson.text(OfficeJson.child(draft, "message"), "raw");
    if (text.isEmpty()) {
      throw new ApiException(
          400,
          "INVALID_ARGUMENT",
          "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
          "invalidArgument",
          "global",
          List.of());
    }
    try {
      // both alphabets, padded or not
      String url = text.get().replace('+', '-').replace('/', '_').replaceAll("[=\\s]", "");
      return Base64.getUrlDecoder().decode(url.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid(
          "Invalid value at 'draft.message.raw' (TYPE_BYTES), Base64 decoding failed");
    }
  }
}
