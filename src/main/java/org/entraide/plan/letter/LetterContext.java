package org.entraide.plan.letter;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.people.word.Category;
import org.entraide.plan.letter.LetterComposer.Facts;
import org.entraide.plan.letter.LetterComposer.Party;
import org.entraide.text.LetterTemplate;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.typed.Links;
import org.entraide.text.typed.PlainText;
import org.jspecify.annotations.Nullable;

/** What is put into a letter in place of the names of {@link LetterTemplate}. */
final class LetterContext {

  /** How much of what people wrote goes into a letter; the next is for one that got too long. */
  enum Room {
    /** More than any first name needs, and short enough for two of them in a letter. */
    ORDINARY(40, 60, Integer.MAX_VALUE, true),
    /** Two people can tell each other where they live. */
    WITHOUT_AREAS(40, 0, Integer.MAX_VALUE, true),
    SHORT_NAMES(20, 0, Integer.MAX_VALUE, true),
    FEW_NEEDS(20, 0, 3, true),
    /** The letter the other way round says so, too. */
    ALONE(20, 0, 2, false);

    private final int name;
    private final int area;
    private final int needs;
    private final boolean mutual;

    Room(int name, int area, int needs, boolean mutual) {
      this.name = name;
      this.area = area;
      this.needs = needs;
      this.mutual = mutual;
    }
  }

  private static final int LONGEST_PHONE = 40;
  private static final int LONGEST_FOOT = 300;

  /** A distance between places that are known less well than that says nothing. */
  private static final double VAGUE_KM = 3;

  /**
   * Two who live in one area of 2 km around its middle are no farther apart; two towns of one name
   * are.
   */
  private static final double ACROSS_KM = 4;

  /** Less than a computation of kilometres can be wrong by. */
  private static final double ROUNDING_KM = 1e-6;

  /** What is paid for in a shop. */
  private static final Set<Category> PURCHASES = Set.of(Category.SHOPPING, Category.MEDICINES);

  /** What may need the key of a home, so that "never hand over keys" would contradict it. */
  private static final Set<Category> AT_HOME = Set.of(Category.PETS, Category.HOUSING);

  /** Longer than any name: what is looked through for links before it is cut. */
  private static final int LONGEST_NAME = 200;

  private static final String UNNAMED = "letter.unnamed";
  private static final String UNNAMED_OTHER = "letter.unnamed.other";

  private final Texts texts;
  private final Facts facts;
  private final Room room;

  LetterContext(Texts texts, Facts facts, Room room) {
    this.texts = texts;
    this.facts = facts;
    this.room = room;
  }

  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>(whom());
    values.put("needs", needs());
    values.putAll(places());
    values.put("mutual", facts.mutual() && room.mutual);
    values.put("purchase", facts.needs().stream().anyMatch(PURCHASES::contains));
    values.put("keys", facts.needs().stream().anyMatch(AT_HOME::contains));
    values.put("emergency", emergency());
    values.putAll(sender(texts, facts.sender()));
    return values;
  }

  /** Who writes, and who answers for the data. */
  private static Map<String, Object> sender(Texts texts, Sender sender) {
    return Map.of(
        "campaign", PlainText.line(campaign(texts, sender), LONGEST_FOOT),
        "titled", !sender.campaign().isEmpty(),
        "delegate", PlainText.line(sender.name(), LONGEST_FOOT),
        "role", PlainText.line(sender.role(), LONGEST_FOOT),
        "controller", PlainText.line(sender.controller(), LONGEST_FOOT),
        "privacy", PlainText.line(sender.privacyUrl(), LONGEST_FOOT));
  }

  /** What the campaign is called, or what it is. */
  static String campaign(Texts texts, Sender sender) {
    return sender.campaign().isEmpty() ? texts.get("letter.campaign") : sender.campaign();
  }

  /** Words that follow "call". */
  private String emergency() {
    return facts.emergency().isEmpty()
        ? texts.get("letter.emergency.unknown")
        : texts.format(Message.of("letter.emergency").with("number", facts.emergency()));
  }

  /** What is put into a question. */
  static Map<String, Object> values(Texts texts, LetterComposer.Question question) {
    String first = written(question.person().firstName(), Room.ORDINARY.name);
    Map<String, Object> values = new HashMap<>();
    values.put("first", first);
    values.put("named", !first.isEmpty());
    values.put("form", PlainText.line(question.form(), LONGEST_FOOT));
    for (String lack : List.of("name", "place", "wishes", "phone", "age")) {
      String word = lack.substring(0, 1).toUpperCase(Locale.ROOT) + lack.substring(1);
      values.put("ask" + word, question.lacks().contains(lack));
    }
    values.putAll(sender(texts, question.sender()));
    return values;
  }

  private Map<String, Object> whom() {
    Party person = facts.person();
    Party helper = facts.helper();
    String personName = name(person, helper);
    String helperName = name(helper, person);
    boolean toPerson = person.canBeWritten();
    boolean both = toPerson && helper.canBeWritten();
    String first = toPerson ? personName : helperName;
    boolean named = !first.isEmpty() && !(both && helperName.isEmpty());
    String personWords = personName.isEmpty() ? texts.get(UNNAMED) : personName;
    String helperWords = helperName.isEmpty() ? unnamedHelper(personName) : helperName;
    Map<String, Object> values = new HashMap<>();
    values.put("person", personWords);
    values.put("helper", helperWords);
    values.put("named", named);
    values.put("first", named ? first : "");
    values.put("second", both && named ? helperName : "");
    values.put("absent", both ? "" : (toPerson ? helperWords : personWords));
    values.put("absentNamed", !both && !(toPerson ? helperName : personName).isEmpty());
    values.put("opener", toPerson && !both ? personWords : helperWords);
    values.put("phone", both ? "" : phone((toPerson ? helper : person).phone()));
    values.put("both", both);
    values.put("shared", person.sharesAddressWith(helper));
    values.put("toPerson", toPerson && !both);
    values.put("toHelper", !toPerson);
    return values;
  }

  private String unnamedHelper(String personName) {
    return texts.get(personName.isEmpty() ? UNNAMED_OTHER : UNNAMED);
  }

  /** Words in place of a name that is not written; a sentence may begin with them. */
  static String sentences(String body, Texts texts) {
    String capitalised = body;
    for (String key : List.of(UNNAMED, UNNAMED_OTHER)) {
      String words = texts.get(key);
      String capital = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
      capitalised =
          Pattern.compile("(^|[.!?]\\s)" + Pattern.quote(words) + "\\b", Pattern.MULTILINE)
              .matcher(capitalised)
              .replaceAll("$1" + Matcher.quoteReplacement(capital));
    }
    return capitalised;
  }

  /** The first name; the whole one where the other is called the same; empty for none to write. */
  private String name(Party party, Party other) {
    String first = written(party.firstName(), room.name);
    String whole = written(party.fullName(), room.name);
    boolean same = first.equalsIgnoreCase(written(other.firstName(), room.name));
    return same && !first.isEmpty() && !whole.isEmpty() ? whole : first;
  }

  /** In one line, and nothing to click on: anybody can answer a form. */
  private static String written(String typed, int most) {
    return PlainText.line(withoutLinks(typed), most);
  }

  /** As it is typed where nothing in it looks like a link. */
  static String withoutLinks(String typed) {
    String line = PlainText.line(typed, LONGEST_NAME);
    return Links.isIn(line) ? Links.without(line) : typed;
  }

  private static String phone(@Nullable String e164) {
    if (e164 == null) {
      return "";
    }
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      return util.format(util.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return PlainText.line(e164, LONGEST_PHONE); // as it was kept: somebody can read it
    }
  }

  /** Money and special requests are not named: the delegate knows, and the two talk about it. */
  private String needs() {
    List<Category> named = facts.needs().stream().filter(need -> !need.byHand()).sorted().toList();
    if (named.isEmpty()) {
      return texts.get("letter.needs.talk");
    }
    List<Message> words =
        named.stream()
            .limit(room.needs)
            .map(c -> Message.of("letter.need." + c.key()).with("alone", named.size() == 1))
            .toList();
    boolean more = words.size() < named.size();
    String all = more ? "letter.needs.more" : "letter.needs";
    String andTalk = more ? "letter.needs.more.and_talk" : "letter.needs.and_talk";
    String key = named.size() < facts.needs().size() ? andTalk : all;
    return texts.format(Message.of(key).with("needs", words));
  }

  private Map<String, Object> places() {
    Party person = facts.person();
    Party helper = facts.helper();
    boolean remote = facts.needs().stream().allMatch(Category::remote) && !facts.needs().isEmpty();
    Double km = remote || vague(person) || vague(helper) ? null : facts.atMostKm();
    Map<String, Object> values = new HashMap<>();
    values.put("remote", remote);
    values.put("sameArea", km != null && km <= ACROSS_KM && sameArea(person, helper));
    values.put("near", km != null);
    values.put("vague", !remote && km == null);
    values.put("areas", room.area > 0 && isPlaced(person, helper) && isPlaced(helper, person));
    values.put("personArea", area(person));
    values.put("helperArea", area(helper));
    values.put("km", km == null ? "" : kilometres(km));
    return values;
  }

  /** Whether a letter can say who lives where. */
  private boolean isPlaced(Party party, Party other) {
    return !party.area().isEmpty() && !name(party, other).isEmpty();
  }

  private boolean sameArea(Party one, Party other) {
    return room.area > 0 && !one.area().isEmpty() && one.area().equals(other.area());
  }

  private static boolean vague(Party party) {
    return party.uncertaintyKm() > VAGUE_KM;
  }

  private String area(Party party) {
    String area = room.area > 0 ? PlainText.line(party.area(), room.area) : "";
    return vague(party) && !area.isEmpty()
        ? texts.format(Message.of("letter.area.vague").with("area", area))
        : area;
  }

  private String kilometres(double km) {
    long whole = Math.max(1, Math.round(Math.ceil(km - ROUNDING_KM)));
    return texts.format(Message.of("letter.km").with("count", whole));
  }
}
