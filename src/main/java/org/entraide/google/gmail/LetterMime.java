package org.entraide.google.gmail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.entraide.plan.letter.Letter;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.typed.PlainText;

/**
 * A letter as a mail (RFC 5322, RFC 2047, RFC 2045): headers in ASCII, text in UTF-8, lines ended
 * by CRLF. Without {@code Date} and {@code Message-ID}: Gmail sets its own when a person sends it.
 */
final class LetterMime {

  /** The longest name: more than any needs, and less than what makes a header unreadable. */
  private static final int LONGEST_NAME = 80;

  private static final int LONGEST_SUBJECT = 200;

  /** RFC 5322 allows 998 characters a line; no mail program makes one half as long. */
  private static final int LONGEST_ID = 500;

  /** One session without settings for all letters: making one searches the class path. */
  private static final Session SESSION = Session.getInstance(new Properties());

  private LetterMime() {}

  /** The letter cannot be a mail; the message says why, without quoting it. */
  static final class UnfitLetterException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Message why;

    /**
     * @param why the key of a clause
     */
    UnfitLetterException(String why) {
      super(Texts.english().get(why));
      this.why = Message.of(why);
    }

    /**
     * @param letter the reference of its introduction
     */
    Message words(String letter) {
      return Message.of("google.letter").with("letter", letter).with("why", why);
    }
  }

  /** Writes the letter as the bytes of a mail. */
  static byte[] bytes(Letter letter) throws UnfitLetterException {
    if (letter.to().isEmpty()) {
      throw new UnfitLetterException("google.letter.nobody");
    }
    InternetAddress from = address("", letter.from());
    InternetAddress[] to = new InternetAddress[letter.to().size()];
    for (int i = 0; i < to.length; i++) {
      Letter.Recipient recipient = letter.to().get(i);
      to[i] = address(recipient.name(), recipient.email());
    }
    try {
      WithoutMessageId mail = new WithoutMessageId();
      mail.setFrom(from);
      mail.setRecipients(RecipientType.TO, to);
      Optional<String> replyTo = letter.replyTo();
      if (replyTo.isPresent()) {
        mail.setReplyTo(new InternetAddress[] {address("", replyTo.get())});
      }
      if (letter.thread().isPresent()) {
        String answered = PlainText.line(letter.thread().get().messageId(), LONGEST_ID);
        mail.setHeader("In-Reply-To", answered);
        mail.setHeader("References", answered);
      }
      mail.setSubject(subject(letter), "UTF-8");
      mail.setText(PlainText.paragraphs(letter.body()), "UTF-8");
      mail.setHeader("Content-Transfer-Encoding", "quoted-printable");
      mail.saveChanges();
      mail.removeHeader("Date");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      mail.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException | IOException e) {
      // Nothing here leaves memory: only a bug can bring us here.
      throw new IllegalStateException("a letter could not be written: " + e.getClass().getName());
    }
  }

  /** The reference is how the letter is found again: it is there with any template. */
  private static String subject(Letter letter) {
    String bracketed = "[" + letter.introduction() + "]";
    String subject = PlainText.line(letter.subject(), LONGEST_SUBJECT);
    return subject.contains(bracketed) ? subject : (subject + " " + bracketed).strip();
  }

  private static InternetAddress address(String name, String email) throws UnfitLetterException {
    try {
      String ascii = ascii(email);
      InternetAddress address = new InternetAddress(ascii, true);
      address.validate();
      // What is more than an address (a name, a comment, a group) is none.
      if (!ascii.equals(address.getAddress()) || !ascii.matches("[^@]+@[^@]+\\.[^@.]+")) {
        throw new UnfitLetterException("google.letter.address");
      }
      String shown = PlainText.line(name, LONGEST_NAME);
      if (!shown.isEmpty()) {
        address.setPersonal(shown, "UTF-8");
      }
      return address;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new UnfitLetterException("google.letter.address");
    }
  }

  /** Domains may be written in any script; before the @ only ASCII is sure to arrive. */
  private static String ascii(String email) throws UnfitLetterException {
    int at = email.lastIndexOf('@');
    try {
      String ascii =
          at < 0 ? email : email.substring(0, at + 1) + IDN.toASCII(email.substring(at + 1));
      if (!StandardCharsets.US_ASCII.newEncoder().canEncode(ascii)
          || ascii.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
        throw new UnfitLetterException("google.letter.characters");
      }
      return ascii;
    } catch (IllegalArgumentException e) {
      throw new UnfitLetterException("google.letter.address");
    }
  }

  private static final class WithoutMessageId extends MimeMessage {
    WithoutMessageId() {
      super(SESSION);
    }

    @Override
    protected void updateMessageID() {
      // One that we chose would be replaced on sending, and show strangers this machine's name.
    }
  }
}
