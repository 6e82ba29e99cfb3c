package org.entraide.people.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.PersonNames;

/**
 * How the daemon's own cells name a person: first name, initial of the last name and reference, as
 * « Camille R. (9JNRN) ». Where one field holds the whole name, its first word counts as the first
 * name and its last word as the last. What looks like no first name is not shown: it could be a
 * link, or half a page.
 */
public final class ShortName {

  private static final Pattern FIRST_NAME = Pattern.compile("[\\p{L}\\p{M}'’ -]{1,20}+");
  private static final Pattern BEFORE_REFERENCE =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}'’-])[\\p{L}\\p{M}'’-]++(?: \\p{L}\\.)? \\(([0-9A-Z]{5,6})\\)");

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private ShortName() {}

  /** A person's short name by one of their answers; the reference alone if no name is usable. */
  public static String of(Profile profile, String ref) {
    String shown =
        profile.lastName().isEmpty()
            ? of(profile.name(), profile.firstName())
            : ofTwo(profile.firstName(), profile.lastName());
    return shown.isEmpty() ? ref : shown + " (" + ref + ")";
  }

  /** First name and initial alone, where a form asks for the two names apart. */
  public static String ofTwo(String first, String last) {
    String called = String.join(" ", words(first));
    return isUsable(called) ? called + initial(last.strip()) : "";
  }

  private static boolean isUsable(String first) {
    return FIRST_NAME.matcher(first).matches() && LETTER.matcher(first).find();
  }

  /**
   * First name and initial alone.
   *
   * @param name the whole
   * @param firstNameAnswer the answer to a question about the first name; empty where none was
   *     asked
   * @return empty where there is no usable first name
   */
  public static String of(String name, String firstNameAnswer) {
    // several words: the form asks for first and last name separately, so that they are no guess
    boolean apart = firstNameAnswer.indexOf(' ') > 0 && name.startsWith(firstNameAnswer + " ");
    List<String> words = words(name);
    String first = apart ? firstNameAnswer : words.isEmpty() ? "" : words.get(0);
    if (!isUsable(first)) {
      return "";
    }
    String last =
        apart
            ? name.substring(firstNameAnswer.length()).strip()
            : words.size() > 1 ? words.get(words.size() - 1) : "";
    return first + initial(last);
  }

  /**
   * Words of the daemon's with the references alone, for files that leave the sheet.
   *
   * @param profiles by reference; of others, and of a name that was changed since, the word and the
   *     initial before a reference are taken out
   */
  public static String without(String words, Map<String, Profile> profiles) {
    String bare = words;
    for (String ref : Reference.parseAll(words)) {
      Profile profile = profiles.get(ref);
      if (profile != null) {
        bare = bare.replace(of(profile, ref), ref);
      }
    }
    return BEFORE_REFERENCE.matcher(bare).replaceAll("$1");
  }

  private static String initial(String last) {
    if (last.isEmpty() || !Character.isLetter(last.codePointAt(0))) {
      return "";
    }
    return " " + Character.toString(last.codePointAt(0)).toUpperCase(Locale.ROOT) + ".";
  }

  /** The words of a name without the form of address before it. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>(List.of(name.strip().split(" +", -1)));
    words.removeIf(String::isEmpty);
    while (words.size() > 1 && PersonNames.isTitle(words.get(0))) {
      words.remove(0);
    }
    return words;
  }
}
