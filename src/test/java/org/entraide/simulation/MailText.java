package org.entraide.simulation;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.gmail.MailMessage;

/** What a message says, as whoever opens it reads it. */
final class MailText {

  private static final Pattern REFERENCE =
      Pattern.compile("\\[(M-[0-9A-Z]+|Q-[0-9A-Z]+(?:-[0-9]+)?)]");
  private static final Session SESSION = Session.getInstance(new Properties());

  private MailText() {}

  /** All that a message shows. */
  static String of(MailMessage message) {
    try {
      MimeMessage mail = mail(message);
      Address[] to = mail.getRecipients(Message.RecipientType.TO);
      return Arrays.toString(to) + mail.getSubject() + mail.getContent();
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  static MimeMessage mail(MailMessage message) throws MessagingException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(message.raw()));
  }

  /** The introduction or question that a message's subject names. */
  static String reference(MailMessage message) {
    try {
      Matcher matcher = REFERENCE.matcher(mail(message).getSubject());
      return matcher.find() ? matcher.group(1) : "none";
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
