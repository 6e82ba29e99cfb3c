package org.entraide.sandbox.office.gmail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Gmail's own composer, as it writes a message anew: the usual headers stay, others are lost, and
 * the text is what the person typed.
 */
final class Composer {

  private static final List<String> KEPT =
      List.of("Message-ID", "From", "To", "Cc", "Bcc", "Reply-To", "In-Reply-To", "References");

  private Composer() {}

  /** What a person changed; what is empty stays. */
  record Edit(Optional<String> to, Optional<String> subject, Optional<String> text) {}

  /** The draft that the composer saves. */
  static byte[] edit(byte[] raw, Edit edit, Instant now) {
    MimeText old = MimeText.read(raw);
    MimeMessage written = new Unstamped();
    try {
      MimeMessage source = MimeText.parse(raw);
      for (String name : KEPT) {
        String[] values = source.getHeader(name);
        if (values != null && values.length > 0) {
          written.setHeader(name, values[0]);
        }
      }
      if (edit.to().isPresent()) {
        written.setRecipients(MimeMessage.RecipientType.TO, encoded(edit.to().get()));
      }
      written.setSubject(edit.subject().orElseGet(() -> old.headerOr("Subject")), "UTF-8");
      written.setSentDate(Date.from(now));
      written.setText(edit.text().orElseGet(old::text), "UTF-8");
      written.saveChanges();
      return bytes(written);
    } catch (MessagingException e) {
      throw MimeText.unreadable(e);
    }
  }

  /**
   * The message as it leaves: everything as it was, but under Gmail's own Message-ID and today's
   * date.
   */
  static byte[] sent(byte[] raw, String messageId, Instant now) {
    MimeMessage message = MimeText.parse(raw);
    try {
      message.setHeader("Message-ID", messageId);
      message.setSentDate(Date.from(now));
      return bytes(message);
    } catch (MessagingException e) {
      throw MimeText.unreadable(e);
    }
  }

  /** Addresses as they were typed, their names as a header can carry them. */
  private static InternetAddress[] encoded(String typed) throws MessagingException {
    InternetAddress[] addresses = InternetAddress.parse(typed);
    for (InternetAddress address : addresses) {
      if (address.getPersonal() != null) {
        try {
          address.setPersonal(address.getPersonal(), "UTF-8");
        } catch (UnsupportedEncodingException e) {
          throw new IllegalStateException("Every Java has UTF-8.", e);
        }
      }
    }
    return addresses;
  }

  private static byte[] bytes(MimeMessage message) throws MessagingException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      message.writeTo(out);
    } catch (IOException e) {
      throw MimeText.unreadable(e);
    }
    return out.toByteArray();
  }

  /** Leaves the Message-ID as it was set. */
  private static final class Unstamped extends MimeMessage {
    private Unstamped() {
      super(MimeText.session());
    }

    @Override
    protected void updateMessageID() {}
  }
}
