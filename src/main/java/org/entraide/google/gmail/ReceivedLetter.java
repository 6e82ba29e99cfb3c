package org.entraide.google.gmail;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.entraide.google.gmail.LetterMime.UnfitLetterException;
import org.entraide.plan.letter.Letter;
import org.jspecify.annotations.Nullable;

/**
 * A letter as a mail program shows it: made into the bytes that Gmail is given, and read back.
 *
 * @param from the delegate
 * @param to names and addresses, separated by commas
 * @param replyTo empty where answers go to the delegate
 * @param body lines ended by a line feed
 */
public record ReceivedLetter(
    String from, String to, Optional<String> replyTo, String subject, String body) {

  /**
   * Reads a letter back.
   *
   * @return nothing when it cannot be a mail, as without a valid address
   */
  public static Optional<ReceivedLetter> of(Letter letter) {
    try {
      MimeMessage mail =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(LetterMime.bytes(letter)));
      return Optional.of(
          new ReceivedLetter(
              shown(mail.getFrom()),
              shown(mail.getRecipients(RecipientType.TO)),
              letter.replyTo().isPresent()
                  ? Optional.of(shown(mail.getReplyTo()))
                  : Optional.empty(),
              String.valueOf(mail.getSubject()),
              String.valueOf(mail.getContent()).replace("\r\n", "\n")));
    } catch (UnfitLetterException e) {
      return Optional.empty();
    } catch (MessagingException | IOException e) {
      // Nothing here leaves memory: only a bug can bring us here.
      throw new IllegalStateException("a letter could not be read: " + e.getClass().getName());
    }
  }

  private static String shown(Address @Nullable [] addresses) {
    return addresses == null
        ? ""
        : Arrays.stream(addresses)
            .map(a -> a instanceof InternetAddress mail ? mail.toUnicodeString() : a.toString())
            .collect(Collectors.joining(", "));
  }
}
