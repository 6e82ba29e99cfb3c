package org.entraide.text.typed;

import com.google.common.net.InternetDomainName;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What mail programs and people take for a link or an e-mail address among words that should be a
 * name: anybody can answer a form, and a delegate's letter must not carry their link.
 */
public final class Links {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]++");

  /** Marks of format, which hide a link from a search and not from a mail program. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cn}\\p{Co}]++");

  /** What browsers take for a full stop in a domain (RFC 3490, 3.1), after NFKC. */
  private static final Pattern FULL_STOP = Pattern.compile("[\u3002\u2024]");

  private static final Pattern SCHEME =
      Pattern.compile(
          "://|(?<![a-z0-9])(?:javascript|vbscript|data|mailto|tel|sms|callto|skype|whatsapp|tg"
              + "|file|ftp|https?|intent|blob|about):\\S");

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]@[^@\\s.]++\\.[^@\\s]");

  /** Words with full stops between them, and what may follow a host. */
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}_-])" // or each letter of a long word begins another search
              + "([\\p{L}\\p{M}\\p{Nd}_-]++(?:\\.[\\p{L}\\p{M}\\p{Nd}_-]++)++)([/?#]|:\\d)?");

  /** « J.Martin »: an initial and a name, although some domains end so. */
  private static final Pattern INITIAL_AND_NAME = Pattern.compile("\\p{Lu}\\.\\p{Lu}\\p{L}{3,}+");

  private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

  /** Kept out of the public list (RFC 2606, RFC 6762), and taken for domains all the same. */
  private static final Set<String> RESERVED =
      Set.of("example", "test", "invalid", "localhost", "local", "lan", "internal", "home");

  /** Past the signs that fold to no others of which links consist. */
  private static final int LATIN_END = 0x250;

  private Links() {}

  /** Whether any of these words looks like a link or an e-mail address. */
  public static boolean isIn(String words) {
    return !isBare(words) && isAmong(words);
  }

  /** Whether it is of Latin letters and has none of the signs without which there is no link. */
  private static boolean isBare(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c >= LATIN_END || c == '.' || c == ':' || c == '@') {
        return false;
      }
    }
    return true;
  }

  /** Whether any word looks like a link or an e-mail address; looks at each of them. */
  static boolean isAmong(String words) {
    return BLANKS.splitAsStream(plain(words)).anyMatch(Links::isLink);
  }

  /** The words without those that look like a link or an e-mail address; empty if none is left. */
  public static String without(String words) {
    if (!isIn(words)) {
      return words;
    }
    return Arrays.stream(BLANKS.split(words))
        .filter(word -> !isIn(word))
        .collect(Collectors.joining(" "))
        .strip();
  }

  private static String plain(String words) {
    String seen = UNSEEN.matcher(words).replaceAll("");
    return FULL_STOP.matcher(Normalizer.normalize(seen, Normalizer.Form.NFKC)).replaceAll(".");
  }

  private static boolean isLink(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.contains("www.") || SCHEME.matcher(lower).find() || ADDRESS.matcher(word).find()) {
      return true;
    }
    Matcher dotted = DOTTED.matcher(word);
    while (dotted.find()) {
      boolean goesOn = dotted.group(2) != null;
      if (isHost(dotted.group(1), goesOn)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param goesOn whether a path or a port follows
   */
  private static boolean isHost(String dotted, boolean goesOn) {
    if (goesOn || NUMBERS.matcher(dotted).matches()) {
      return true;
    }
    String last = dotted.substring(dotted.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !INITIAL_AND_NAME.matcher(dotted).matches()
        && (RESERVED.contains(last) || hasPublicSuffix(dotted));
  }

  private static boolean hasPublicSuffix(String dotted) {
    return InternetDomainName.isValid(dotted)
        && InternetDomainName.from(dotted).hasRegistrySuffix();
  }
}
