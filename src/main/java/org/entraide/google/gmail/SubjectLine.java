package org.entraide.google.gmail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is kept of a mail's subject, which is somebody's private matter otherwise.
 *
 * @param references the introductions and questions that it names in brackets, such as {@code
 *     M-7KQ47} and {@code Q-7KQ47-2}
 * @param isReply whether it answers or forwards another mail
 */
record SubjectLine(List<String> references, boolean isReply) {

  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\[(M-[0-9A-Z]{2,12}|Q-[0-9A-Z]{2,12}(?:-[0-9]{1,4})?)\\]", Pattern.CASE_INSENSITIVE);
  private static final Pattern REPLY =
      Pattern.compile("^\\s*(re|ré|tr|fw|fwd|rv|aw|wg)\\s*:.*", Pattern.CASE_INSENSITIVE);

  SubjectLine {
    references = List.copyOf(references);
  }

  /** Reads a subject, as written or in encoded words (RFC 2047). */
  static SubjectLine parse(String header) {
    String subject = decoded(header).replaceAll("\\s+", " ");
    return new SubjectLine(
        REFERENCE
            .matcher(subject)
            .results()
            .map((MatchResult m) -> m.group(1).toUpperCase(Locale.ROOT))
            .distinct()
            .toList(),
        REPLY.matcher(subject).matches());
  }

  private static String decoded(String header) {
    try {
      return MimeUtility.decodeText(header);
    } catch (UnsupportedEncodingException e) {
      // Somebody else's mail in an unknown charset: not one of ours.
      return header;
    }
  }
}
