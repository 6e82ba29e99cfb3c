package org.entraide.plan;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.people.Category;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/** Writes the letters of one language. Pure: the same facts give the same letter. */
public final class Letters {

  /** Signs that begin a formula, behind whatever is not seen. */
  private static final Pattern FORMULA =
      Pattern.compile("[\\p{C}\\p{Z}\\s'\"]*[=+@\uFF1D\uFF0B\uFF20-]");

  private final Texts texts;
  private final Template introduction;
  private final Template followUp;

  private Letters(Texts texts, Template introduction, Template followUp) {
    this.texts = texts;
    this.introduction = introduction;
    this.followUp = followUp;
  }

  /** The letters as they come with the program. */
  public static Letters of(Texts texts) {
    return new Letters(texts, compiled(texts, "introduction"), compiled(texts, "followup"));
  }

  private static Template compiled(Texts texts, String name) {
    return Mustache.compiler()
        .escapeHTML(false)
        .emptyStringIsFalse(true)
        .compile(texts.template(name));
  }

  /**
   * One of the two people of a letter.
   *
   * @param firstName how to address them
   * @param fullName what the mail program shows
   * @param email where to write; null for nowhere
   * @param phone in international form; null for none
   * @param area the part of town or the town; empty when unknown
   */
  public record Party(
      String firstName,
      String fullName,
      @Nullable String email,
      @Nullable String phone,
      String area) {

    boolean canBeWritten() {
      return email != null;
    }

    /** Never what it holds. */
    @Override
    public String toString() {
      return "Party[…]";
    }
  }

  /**
   * All that a letter says.
   *
   * @param ref the introduction's
   * @param kilometres the cautious distance; null where only remote needs are covered or a place is
   *     unknown
   * @param controller who answers for the data; empty for none
   * @param privacyUrl where that is explained; empty for none
   */
  public record Facts(
      String ref,
      String delegate,
      Party person,
      Party helper,
      Set<Category> needs,
      @Nullable Double kilometres,
      String controller,
      String privacyUrl) {}

  /**
   * Writes an introduction.
   *
   * @return nothing when neither has an e-mail address, or when the one without has no telephone:
   *     then somebody must ring
   */
  public Optional<Letter> introduce(Facts facts) {
    Party person = facts.person();
    Party helper = facts.helper();
    List<Letter.Recipient> to = new ArrayList<>();
    for (Party party : List.of(person, helper)) {
      if (party.email() != null) {
        to.add(new Letter.Recipient(inHeader(party.fullName()), party.email()));
      }
    }
    Party absent = person.canBeWritten() ? helper : person;
    if (to.isEmpty() || (to.size() == 1 && absent.phone() == null)) {
      return Optional.empty();
    }
    String body = introduction.execute(context(facts)).strip() + "\n";
    return Optional.of(new Letter(facts.ref(), facts.delegate(), to, subject(facts), tidied(body)));
  }

  /**
   * Writes to the same two, in the thread of a letter of which nothing was heard.
   *
   * @param sent the letter
   */
  public Optional<Letter> followUp(Facts facts, Letter.Thread sent) {
    return introduce(facts)
        .map(
            letter ->
                new Letter(
                    facts.ref(),
                    facts.delegate(),
                    letter.to(),
                    texts.format(Message.of("letter.followup").with("subject", sent.subject())),
                    tidied(followUp.execute(context(facts)).strip() + "\n"),
                    letter.replyTo(),
                    Optional.of(sent)));
  }

  private Map<String, Object> context(Facts facts) {
    Map<String, Object> context = new HashMap<>();
    boolean areas = !facts.person().area().isEmpty() && !facts.helper().area().isEmpty();
    Party person = facts.person();
    Party helper = facts.helper();
    boolean both = person.canBeWritten() && helper.canBeWritten();
    Party absent = person.canBeWritten() ? helper : person;
    context.put("first", (person.canBeWritten() ? person : helper).firstName());
    context.put("second", both ? helper.firstName() : "");
    context.put("absent", both ? "" : absent.firstName());
    context.put("phone", both ? "" : String.valueOf(absent.phone()));
    context.put("person", facts.person().firstName());
    context.put("helper", facts.helper().firstName());
    context.put("personArea", facts.person().area());
    context.put("helperArea", facts.helper().area());
    context.put("needs", texts.format(needs(facts.needs())));
    boolean remote = facts.needs().stream().allMatch(Category::remote);
    context.put("remote", remote);
    context.put("near", !remote && facts.kilometres() != null && areas);
    context.put("km", facts.kilometres() == null ? "" : rounded(facts.kilometres()));
    context.put("controller", facts.controller());
    context.put("privacy", facts.privacyUrl());
    context.put("footer", !facts.controller().isEmpty() || !facts.privacyUrl().isEmpty());
    return context;
  }

  private String rounded(double kilometres) {
    return texts.format(
        Message.of("letter.km").with("km", kilometres < 1 ? 1 : Math.round(kilometres)));
  }

  private String subject(Facts facts) {
    String person = inHeader(facts.person().firstName());
    String helper = inHeader(facts.helper().firstName());
    if (person.isEmpty() || helper.isEmpty()) {
      return texts.format(Message.of("letter.subject.nameless").with("ref", facts.ref()));
    }
    return texts.format(
        Message.of("letter.subject")
            .with("person", person)
            .with("helper", helper)
            .with("ref", facts.ref()));
  }

  /**
   * A name as headers may show it. Headers are exported into spreadsheets as much as cells are:
   * what would be a formula there is left out; the letter itself says it.
   *
   * @return empty for a name that does not begin like one
   */
  private static String inHeader(String name) {
    boolean formula = FORMULA.matcher(name).lookingAt();
    return formula ? "" : name;
  }

  /** The needs of a set as a list in the language, in the order of the categories. */
  static Message needs(Set<Category> needs) {
    List<Message> words =
        needs.stream().sorted().map(c -> Message.of(Vocabulary.categoryKey(c))).toList();
    return Message.of("letter.needs").with("needs", words);
  }

  /** No more than one empty line in a row, whatever parts a letter leaves out. */
  private static String tidied(String body) {
    return body.replaceAll("\n{3,}", "\n\n");
  }
}
