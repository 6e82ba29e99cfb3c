package org.entraide.faults;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.OfficeJson;

/** What mails say on their outside. */
final class Mails {

  private static final Pattern REFERENCE = Pattern.compile("\\[(M-[0-9A-Z]+)]");

  private static final Session SESSION = Session.getInstance(new Properties());

  private Mails() {}

  /** The introduction that a draft is about, as it is asked for. */
  static String reference(byte[] request) {
    JsonNode body = OfficeJson.parse(new String(request, StandardCharsets.UTF_8));
    byte[] raw = Base64.getUrlDecoder().decode(body.at("/message/raw").asText());
    try {
      Matcher reference = REFERENCE.matcher(mail(raw).getSubject());
      return reference.find() ? reference.group(1) : "none";
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The addresses of whom a mail is for. */
  static List<String> recipients(byte[] raw) {
    try {
      return Arrays.stream(mail(raw).getRecipients(RecipientType.TO))
          .map(a -> ((InternetAddress) a).getAddress())
          .sorted()
          .toList();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeMessage mail(byte[] raw) throws MessagingException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(raw));
  }
}
