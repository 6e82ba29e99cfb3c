package org.entraide.plan.letter;

import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.people.word.Category;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.text.LetterTemplate;
import org.entraide.text.LetterTemplates;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/** Writes the letters of one language. Pure: the same facts give the same letter. */
public final class LetterComposer {

  /** Signs that begin a formula, behind whatever is not seen. */
  private static final Pattern FORMULA =
      Pattern.compile("^[\\p{C}\\p{Z}\\s'\"]*+[=+@\uFF1D\uFF0B\uFF20-]");

  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]\\s]+");

  /** What people read to the end; the foot is not counted. */
  private static final int LONGEST = 1_200;

  private static final String FOOT = "\n--\n";

  private final Texts texts;
  private final Template introduction;
  private final Template followUp;
  private final Template question;
  private final Optional<String> replyTo;

  private LetterComposer(
      Texts texts,
      Template introduction,
      Template followUp,
      Template question,
      Optional<String> replyTo) {
    this.texts = texts;
    this.introduction = introduction;
    this.followUp = followUp;
    this.question = question;
    this.replyTo = replyTo;
  }

  /** The letters as they come with the program. */
  public static LetterComposer of(Texts texts) {
    return of(texts, Map.of(), Optional.empty());
  }

  /**
   * Letters of which some are the administrator's own.
   *
   * @param own templates that replace the program's; they name nothing but what {@link
   *     LetterTemplate} lists, and the only part of theirs is the advice
   * @param replyTo where answers go; empty for the delegate
   */
  public static LetterComposer of(
      Texts texts, Map<LetterTemplate, String> own, Optional<String> replyTo) {
    LetterTemplates templates = new LetterTemplates(texts, own);
    return new LetterComposer(
        texts,
        templates.compiled(LetterTemplate.INTRODUCTION),
        templates.compiled(LetterTemplate.FOLLOWUP),
        templates.compiled(LetterTemplate.QUESTION),
        replyTo);
  }

  /**
   * One of the two people of a letter.
   *
   * @param firstName how to address them
   * @param fullName what the mail program shows
   * @param email where to write; null for nowhere
   * @param phone in international form; null for none
   * @param area the part of town or the town; empty when unknown
   * @param uncertaintyKm how far from there they may be, in kilometres; 0 when unknown
   */
  public record Party(
      String firstName,
      String fullName,
      @Nullable String email,
      @Nullable String phone,
      String area,
      double uncertaintyKm) {

    boolean canBeWritten() {
      return email != null;
    }

    /** Whether one address reaches both. */
    boolean sharesAddressWith(Party other) {
      return email != null && other.email != null && email.equalsIgnoreCase(other.email);
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
   * @param atMostKm they live no farther apart than that: the distance and both uncertainties; null
   *     where a place is unknown
   * @param mutual whether they are introduced the other way round as well, in another letter
   * @param emergency the number to call in an emergency; empty where none is known
   */
  public record Facts(
      String ref,
      Sender sender,
      Party person,
      Party helper,
      Set<Category> needs,
      @Nullable Double atMostKm,
      boolean mutual,
      String emergency) {}

  /**
   * All that a question says.
   *
   * @param ref the question's
   * @param person who is asked
   * @param lacks what the answer lacks, as keys: name, place, wishes, phone, age
   * @param form where to answer again
   */
  public record Question(String ref, Sender sender, Party person, List<String> lacks, String form) {
    public Question {
      lacks = List.copyOf(lacks);
    }
  }

  /**
   * Writes to a person whose answer lacks something.
   *
   * @return nothing where they have no e-mail address
   */
  public Optional<Letter> ask(Question toAsk) {
    return Optional.ofNullable(toAsk.person().email())
        .map(
            email ->
                new Letter(
                    toAsk.ref(),
                    toAsk.sender().mailbox(),
                    List.of(new Letter.Recipient(inHeader(toAsk.person().fullName()), email)),
                    texts.format(
                        Message.of("letter.question")
                            .with("campaign", title(toAsk.sender()))
                            .with("ref", toAsk.ref())),
                    tidied(question.execute(LetterContext.values(texts, toAsk))),
                    replyTo,
                    Optional.empty()));
  }

  /**
   * Writes an introduction.
   *
   * @return nothing when neither has an e-mail address, or when the one without has no telephone:
   *     then somebody must ring
   */
  public Optional<Letter> introduce(Facts facts) {
    return canBeWritten(facts.person(), facts.helper())
        ? Optional.of(
            new Letter(
                facts.ref(),
                facts.sender().mailbox(),
                recipients(facts),
                subject(facts),
                body(introduction, facts),
                replyTo,
                Optional.empty()))
        : Optional.empty();
  }

  /** Whether there is somebody to write to, who can reach the other. */
  public static boolean canBeWritten(Party person, Party helper) {
    return (person.canBeWritten() && (helper.canBeWritten() || helper.phone() != null))
        || (helper.canBeWritten() && person.phone() != null);
  }

  private List<Letter.Recipient> recipients(Facts facts) {
    List<Letter.Recipient> to = new ArrayList<>();
    for (Party party : List.of(facts.person(), facts.helper())) {
      if (party.email() != null) {
        to.add(new Letter.Recipient(inHeader(party.fullName()), party.email()));
      }
    }
    return facts.person().sharesAddressWith(facts.helper())
        ? List.of(new Letter.Recipient(both(to.get(0).name(), to.get(1).name()), to.get(0).email()))
        : to;
  }

  /** Two who share an address: it is written to once. */
  private String both(String one, String other) {
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return one.isEmpty() ? other : one;
    }
    return texts.format(Message.of("letter.both").with("person", one).with("helper", other));
  }

  /**
   * Writes to the same two, in the thread of a letter of which nothing was heard.
   *
   * @param sent the letter
   */
  public Optional<Letter> followUp(Facts facts, Letter.Thread sent) {
    return canBeWritten(facts.person(), facts.helper())
        ? Optional.of(
            new Letter(
                facts.ref(),
                facts.sender().mailbox(),
                recipients(facts),
                texts.format(Message.of("letter.followup").with("subject", sent.subject())),
                body(followUp, facts),
                replyTo,
                Optional.of(sent)))
        : Optional.empty();
  }

  /** Fuller than that only where nothing more can be left out, as of a campaign's own template. */
  private String body(Template template, Facts facts) {
    String body = "";
    for (LetterContext.Room room : LetterContext.Room.values()) {
      String filled = template.execute(new LetterContext(texts, facts, room).values());
      body = tidied(LetterContext.sentences(filled, texts));
      if (length(body) <= LONGEST) {
        return body;
      }
    }
    return body;
  }

  private static int length(String body) {
    int foot = body.indexOf(FOOT);
    return foot < 0 ? body.length() : foot;
  }

  private String subject(Facts facts) {
    String person = inSubject(facts.person().firstName());
    String helper = inSubject(facts.helper().firstName());
    if (person.isEmpty() || helper.isEmpty()) {
      return texts.format(
          Message.of("letter.subject.nameless")
              .with("campaign", title(facts.sender()))
              .with("ref", facts.ref()));
    }
    return texts.format(
        Message.of("letter.subject")
            .with("campaign", title(facts.sender()))
            .with("person", person)
            .with("helper", helper)
            .with("ref", facts.ref()));
  }

  /** The campaign, at the beginning of a subject. */
  private String title(Sender sender) {
    String title = inSubject(sender.campaign());
    String word = texts.get("letter.campaign");
    return title.isEmpty()
        ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
        : title;
  }

  /**
   * A name as headers may show it, without what looks like a link. Headers are exported into
   * spreadsheets as much as cells are: what would be a formula there is left out; the letter itself
   * says it.
   *
   * @return empty for a name that does not begin like one
   */
  private static String inHeader(String name) {
    boolean formula = FORMULA.matcher(name).lookingAt();
    return formula ? "" : LetterContext.withoutLinks(name);
  }

  /** Without brackets: what is in brackets in a subject names an introduction. */
  private static String inSubject(String name) {
    return inHeader(BRACKETS.matcher(name).replaceAll(" ").strip());
  }

  /** The needs of a set as a list in the language, in the order of the categories. */
  public static Message needs(Set<Category> needs) {
    List<Message> words =
        needs.stream().sorted().map(c -> Message.of(SheetVocabulary.categoryKey(c))).toList();
    return Message.of("letter.needs").with("needs", words);
  }

  /**
   * No blanks at the end of a line or before a comma, no two empty lines in a row, whatever is left
   * out.
   */
  private static String tidied(String body) {
    return body.strip().replaceAll("(?<![ \t])[ \t]++(?=[\n,])", "").replaceAll("\n{3,}", "\n\n")
        + "\n";
  }
}
