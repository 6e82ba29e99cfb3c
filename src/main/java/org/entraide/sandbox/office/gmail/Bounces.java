package org.entraide.sandbox.office.gmail;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What Gmail's mail system writes when a letter could not be delivered, or not yet. */
final class Bounces {

  private Bounces() {}

  /**
   * A notice (RFC 3464), in the shape in which Gmail was seen to write it.
   *
   * @param sender who sent the letter
   * @param sent the letter
   * @param address that does not take mail; empty where the notice names none
   * @param delay whether the delivery is only late
   */
  static byte[] notice(String sender, MimeText sent, Optional<String> address, boolean delay) {
    String id = sent.headerOr("Message-ID");
    StringBuilder mail = new StringBuilder();
    line(mail, "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>");
    line(mail, "To: " + sender);
    line(mail, "Subject: Delivery Status Notification (" + (delay ? "Delay" : "Failure") + ")");
    line(mail, "Auto-Submitted: auto-replied");
    if (!delay) {
      address.ifPresent(failed -> line(mail, "X-Failed-Recipients: " + failed));
    }
    if (!id.isEmpty()) {
      line(mail, "In-Reply-To: " + id);
      line(mail, "References: " + id);
    }
    line(mail, "MIME-Version: 1.0");
    line(mail, "Content-Type: text/plain; charset=UTF-8");
    line(mail, "");
    line(mail, delay ? "The delivery is delayed." : "The address was not found.");
    return mail.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder mail, String text) {
    mail.append(text).append("\r\n");
  }
}
