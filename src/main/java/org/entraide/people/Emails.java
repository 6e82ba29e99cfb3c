package org.entraide.people;

import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.text.Message;

/** E-mail addresses as people type them. */
final class Emails {

  /** ASCII only: hardly any mail system takes other letters here, and a letter must arrive. */
  private static final String LOCAL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}";

  private static final String DOMAIN = "[\\p{L}\\p{Nd}.-]{1,253}";

  /** Neither side may touch another at sign: {@code jean@@x} holds no address. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\p{L}\\p{Nd}.@+_-])(" + LOCAL + ")@(" + DOMAIN + ")(?!@)");

  private static final Pattern SPACED_AT = Pattern.compile("(?<!\\s)\\s*+@\\s*+");
  private static final Pattern SPACED_DOT =
      Pattern.compile("(?<=@\\S{1,200})\\s*\\.\\s*(?=\\p{L})");
  private static final Pattern LABEL =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", Pattern.CASE_INSENSITIVE);
  private static final Pattern LETTERS_AROUND = Pattern.compile("\\p{L}{2,}");
  private static final Pattern AROUND = Pattern.compile("(?i)mailto:|[<>()\\[\\]\"«»]");
  private static final int MAX = 254;
  private static final int MAX_CELL = 1000;

  private Emails() {}

  /** The first valid address, its domain in lower case; a problem where something is odd. */
  static Answer<String> read(String cell) {
    String text = Fold.line(cell);
    if (text.isEmpty()) {
      return Answer.none();
    }
    if (text.length() > MAX_CELL) {
      return Answer.problem("people.email.invalid");
    }
    String bare = AROUND.matcher(text).replaceAll(" ");
    Set<String> found = find(bare);
    if (found.isEmpty()) {
      bare = SPACED_DOT.matcher(SPACED_AT.matcher(bare).replaceAll("@")).replaceAll(".");
      found = find(bare);
    }
    if (found.isEmpty()) {
      return Answer.problem("people.email.invalid");
    }
    String first = found.iterator().next();
    if (found.size() > 1) {
      return Answer.of(first, Message.of("people.email.several"));
    }
    return isAlone(text, bare)
        ? Answer.of(first)
        : Answer.of(first, Message.of("people.email.amid-text"));
  }

  /** Whether words that may belong to the address stand before it: « jean dupont@… ». */
  private static boolean isAlone(String text, String bare) {
    boolean marked = text.contains("<") || text.contains("(") || text.contains("[");
    String rest = ADDRESS.matcher(bare).replaceAll(" ");
    return marked || !LETTERS_AROUND.matcher(rest).find();
  }

  private static Set<String> find(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher m = ADDRESS.matcher(text);
    while (m.find()) {
      valid(m.group(1), m.group(2)).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<String> valid(String local, String typedDomain) {
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      return Optional.empty();
    }
    String domain = typedDomain.replaceAll("(?<![.-])[.-]++$", "").toLowerCase(Locale.ROOT);
    try {
      domain = IDN.toASCII(domain);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no name that DNS could hold
    }
    String[] labels = domain.split("\\.", -1);
    String last = labels[labels.length - 1];
    boolean ok =
        labels.length > 1 && last.length() > 1 && !last.chars().allMatch(Character::isDigit);
    for (String label : labels) {
      ok = ok && LABEL.matcher(label).matches();
    }
    String address = local + "@" + domain;
    return ok && address.length() <= MAX ? Optional.of(address) : Optional.empty();
  }
}
