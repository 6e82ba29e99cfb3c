package org.entraide.google.gmail;

import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.MessagePartHeader;
import com.google.api.services.gmail.model.Thread;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.plan.introduction.Conversation;
import org.entraide.plan.letter.Letter;
import org.jspecify.annotations.Nullable;

/** What headers and labels of messages say. Bodies are never asked for. */
final class MessageHeaders {

  /** The headers to ask for of a message that may be a letter. */
  static final List<String> OF_A_MESSAGE = List.of("Subject", "To", "Cc", "Bcc");

  /** The headers to ask for of a letter's thread. */
  static final List<String> WANTED =
      List.of(
          "Subject",
          "From",
          "To",
          "Cc",
          "Bcc",
          "Message-ID",
          "X-Failed-Recipients",
          "Auto-Submitted",
          "Precedence",
          "X-Autoreply",
          "X-Autorespond");

  /** Who writes about deliveries: Gmail's own words, and the usual ones of RFC 5321 servers. */
  private static final Pattern MAIL_SYSTEM =
      Pattern.compile("(mailer-daemon|postmaster)@.*", Pattern.CASE_INSENSITIVE);

  /** A delivery that is late has not failed. */
  private static final Pattern LATE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_])(?:delay(?:ed)?|warning)(?![\\p{L}\\p{N}_])",
          Pattern.CASE_INSENSITIVE);

  /** RFC 3834, section 5: anything but "no", which parameters or a comment may follow. */
  private static final Pattern BY_HAND =
      Pattern.compile("\\s*(no\\b.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What was used before there was a standard. */
  private static final Set<String> TO_MANY = Set.of("bulk", "junk", "list", "auto_reply");

  private static final Pattern ADDRESS = Pattern.compile("^[^\\s<>\"():;,]+@[^\\s<>\"():;,@]+");

  private static final int LONGEST_ADDRESS = 320; // RFC 3696: 64, the sign and 255

  private MessageHeaders() {}

  /** The first header of that name, in any case; empty where there is none. */
  static String of(Message message, String name) {
    if (message.getPayload() == null || message.getPayload().getHeaders() == null) {
      return "";
    }
    return message.getPayload().getHeaders().stream()
        .filter(h -> name.equalsIgnoreCase(h.getName()))
        .map(MessagePartHeader::getValue)
        .map(value -> value == null ? "" : value)
        .findFirst()
        .orElse("");
  }

  /**
   * A thread, without anything that people wrote.
   *
   * @param mailbox whose it is
   */
  static Conversation conversation(Thread thread, String mailbox) {
    List<Conversation.Mail> mails = new ArrayList<>();
    for (Message message : messages(thread)) {
      mail(message, mailbox).ifPresent(mails::add);
    }
    return new Conversation(text(thread.getId()), mails);
  }

  /**
   * The mail of a message; empty for a notice of a late delivery, which is no answer and no
   * failure.
   */
  private static Optional<Conversation.Mail> mail(Message message, String mailbox) {
    Set<String> from = addresses(of(message, "From"));
    Set<String> labels =
        message.getLabelIds() == null ? Set.of() : Set.copyOf(message.getLabelIds());
    boolean own =
        labels.contains("DRAFT")
            || labels.contains("SENT")
            || labels.contains("SCHEDULED")
            || from.contains(mailbox.toLowerCase(Locale.ROOT));
    boolean system = !own && from.stream().anyMatch(a -> MAIL_SYSTEM.matcher(a).matches());
    if (system && LATE.matcher(of(message, "Subject")).find()) {
      return Optional.empty();
    }
    return Optional.of(
        new Conversation.Mail(
            text(message.getId()),
            labels,
            own,
            recipients(message),
            system,
            addresses(of(message, "X-Failed-Recipients")),
            isAutomatic(message)));
  }

  /** Whether no person wrote it at that moment, as when a machine says that somebody is away. */
  private static boolean isAutomatic(Message message) {
    return !BY_HAND.matcher(of(message, "Auto-Submitted")).matches()
        || TO_MANY.stream().anyMatch(of(message, "Precedence").strip()::equalsIgnoreCase)
        || !of(message, "X-Autoreply").isEmpty()
        || !of(message, "X-Autorespond").isEmpty();
  }

  /** Whom a message is addressed to, in lower case and in their order. */
  static Set<String> recipients(Message message) {
    Set<String> recipients = new LinkedHashSet<>(addresses(of(message, "To")));
    recipients.addAll(addresses(of(message, "Cc")));
    recipients.addAll(addresses(of(message, "Bcc")));
    return recipients;
  }

  /** Empty where the letter is gone, or in the trash: an answer to it is seen by nobody. */
  static Optional<Letter.Thread> sentLetter(Thread thread) {
    return messages(thread).stream()
        .filter(m -> m.getLabelIds() != null && m.getLabelIds().contains("SENT"))
        .findFirst()
        .filter(m -> !m.getLabelIds().contains("TRASH"))
        .filter(m -> !of(m, "Message-ID").isEmpty())
        .map(
            m ->
                new Letter.Thread(
                    text(thread.getId()), of(m, "Message-ID"), of(m, "Subject"), recipients(m)));
  }

  private static List<Message> messages(Thread thread) {
    return thread.getMessages() == null ? List.of() : thread.getMessages();
  }

  /** The addresses of a list, in lower case; what is none is left out. */
  static Set<String> addresses(String header) {
    Set<String> addresses = new LinkedHashSet<>();
    try {
      for (InternetAddress address : InternetAddress.parseHeader(header, false)) {
        InternetAddress[] members = address.getGroup(false);
        for (InternetAddress one : members == null ? new InternetAddress[] {address} : members) {
          String text = one.getAddress();
          if (text != null && text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches()) {
            addresses.add(text.toLowerCase(Locale.ROOT));
          }
        }
      }
    } catch (AddressException e) {
      return Set.of(); // somebody else's odd header: nothing can be said of it
    }
    return addresses;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
