package org.entraide.sandbox.office.gmail;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.entraide.sandbox.office.http.ApiException;

/** The content of a message of RFC 5322, decoded. */
final class MimeText {

  private static final int SNIPPET = 200;
  private static final Session SESSION = Session.getInstance(new Properties());

  private final MimeMessage message;

  private MimeText(MimeMessage message) {
    this.message = message;
  }

  /** A header, unfolded and decoded. */
  record Field(String name, String value) {}

  /**
   * Reads a message.
   *
   * @throws ApiException 400 for bytes that no mail program can read
   */
  static MimeText read(byte[] raw) {
    return new MimeText(parse(raw));
  }

  static MimeMessage parse(byte[] raw) {
    try {
      return new MimeMessage(session(), new ByteArrayInputStream(raw));
    } catch (MessagingException e) {
      throw ApiException.invalid("Invalid MIME message");
    }
  }

  /** One for all: each looks for its providers in every jar there is. */
  static Session session() {
    return SESSION;
  }

  Part root() {
    return message;
  }

  /** Every header of the message, in order. */
  List<Field> headers() {
    return headers(message);
  }

  static List<Field> headers(Part part) {
    try {
      List<Field> fields = new ArrayList<>();
      for (Header header : Collections.list(part.getAllHeaders())) {
        fields.add(new Field(header.getName(), decode(header.getValue())));
      }
      return fields;
    } catch (MessagingException e) {
      throw unreadable(e);
    }
  }

  private static String decode(String value) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(value));
    } catch (UnsupportedEncodingException e) {
      return value; // an unknown character set: shown as it came, as mail programs do
    }
  }

  /** The first header of a name, or nothing. */
  Optional<String> header(String name) {
    try {
      return Optional.ofNullable(message.getHeader(name)).map(values -> decode(values[0]));
    } catch (MessagingException e) {
      throw unreadable(e);
    }
  }

  /** A header's value or an empty text. */
  String headerOr(String name) {
    return header(name).orElse("");
  }

  /** The plain text of the message: its first plain part, else its HTML without tags. */
  String text() {
    return text(message, "text/plain")
        .or(() -> text(message, "text/html").map(html -> html.replaceAll("<[^<>]*+>", " ")))
        .orElse("");
  }

  private static Optional<String> text(Part part, String type) {
    try {
      if (part.isMimeType(type)) {
        return Optional.of(String.valueOf(part.getContent()));
      }
      for (Part child : parts(part)) {
        Optional<String> childText = text(child, type);
        if (childText.isPresent()) {
          return childText;
        }
      }
      return Optional.empty();
    } catch (MessagingException | IOException e) {
      throw unreadable(e);
    }
  }

  /** The parts of a multipart, none of anything else. */
  static List<Part> parts(Part part) {
    try {
      List<Part> parts = new ArrayList<>();
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
        for (int i = 0; i < multipart.getCount(); i++) {
          BodyPart child = multipart.getBodyPart(i);
          parts.add(child);
        }
      }
      return parts;
    } catch (MessagingException | IOException e) {
      throw unreadable(e);
    }
  }

  /** The first words, escaped for HTML as Gmail does. */
  String snippet() {
    String words = text().replaceAll("\\s+", " ").strip();
    String cut = words.codePointCount(0, words.length()) <= SNIPPET ? words : shorten(words);
    return cut.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String shorten(String words) {
    return words.substring(0, words.offsetByCodePoints(0, SNIPPET)).strip();
  }

  static ApiException unreadable(Exception cause) {
    ApiException refusal = ApiException.invalid("Invalid MIME message");
    refusal.initCause(cause instanceof IOException io ? new UncheckedIOException(io) : cause);
    return refusal;
  }
}
