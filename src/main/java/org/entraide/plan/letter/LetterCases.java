package org.entraide.plan.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.plan.letter.LetterComposer.Facts;
import org.entraide.plan.letter.LetterComposer.Party;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of letter, with people who do not exist: what an administrator looks at after a change
 * to a template, and what the tests compare.
 */
public final class LetterCases {

  private static final String REF = "M-7KQ47";

  /** Their numbers are kept free for films (Ofcom, "Telephone numbers for drama"). */
  private static final List<Party> PEOPLE =
      List.of(
          someone("Lætitia", "Lætitia d'Ornano", "laetitia@example.org", "+447700900101"),
          someone("Óscar", "Óscar Ó Súilleabháin", "oscar@example.org", "+447700900102"),
          someone("明", "李 明", "li@example.org", "+447700900103"),
          someone("Jean-Baptiste", "Jean-Baptiste de La Salle", "jb@example.org", "+447700900104"),
          someone("Anne-Marie", "Anne-Marie L’Hôte", "anne-marie@example.org", "+447700900105"));

  /** A set of needs, in words. */
  private record Wish(String title, Set<Category> needs) {}

  private static final List<Wish> NEARBY =
      List.of(
          new Wish("one need", Set.of(Category.SHOPPING)),
          new Wish(
              "five needs",
              Set.of(
                  Category.SHOPPING,
                  Category.MEDICINES,
                  Category.CHILDCARE,
                  Category.PETS,
                  Category.TRANSPORT)),
          new Wish(
              "needs near and remote",
              Set.of(Category.MEDICINES, Category.CONVERSATION, Category.ADMIN)));

  private static final List<Wish> REMOTE =
      List.of(
          new Wish("one remote need", Set.of(Category.CONVERSATION)),
          new Wish(
              "four remote needs",
              Set.of(
                  Category.RETURN_HOME,
                  Category.CONVERSATION,
                  Category.MORAL_SUPPORT,
                  Category.ADMIN)));

  /** What is known of where the two are. */
  private enum Places {
    NEAR("near", 8.2, "South Kensington", 1.5, "Camden Town", 1.5),
    NEXT_DOOR("next door", 2.0, "SW7", 1, "SW7", 1),
    DOORS("two addresses, close by", 0.8, "", 0, "", 0),
    SMALL_TOWN("the same small town", 5.0, "Cowes", 2.5, "Cowes", 2.5),
    UNNAMED("near, places without a name", 7.2, "", 0, "Camden Town", 1.5),
    UNSURE("one place uncertain", 12.0, "Glasgow", 12, "Kelvinside", 1.5),
    BOTH_UNSURE("both places uncertain", 12.0, "Glasgow", 12, "Paisley", 4.2),
    UNKNOWN("a place unknown", null, "", 0, "Camden Town", 1.5);

    private final String title;
    private final @Nullable Double km;
    private final String personArea;
    private final double personKm;
    private final String helperArea;
    private final double helperKm;

    Places(
        String title,
        @Nullable Double km,
        String personArea,
        double personKm,
        String helperArea,
        double helperKm) {
      this.title = title;
      this.km = km;
      this.personArea = personArea;
      this.personKm = personKm;
      this.helperArea = helperArea;
      this.helperKm = helperKm;
    }
  }

  /** Who of the two has an address. */
  private enum Reach {
    BOTH("to both"),
    HELPER("to who helps, who is to ring"),
    PERSON("to who needs, who is to ring");

    private final String title;

    Reach(String title) {
      this.title = title;
    }
  }

  /**
   * One letter.
   *
   * @param title what is particular about it, in English
   * @param followUp whether it follows another that introduced the two
   */
  public record Case(String title, Facts facts, boolean followUp) {}

  /**
   * One question.
   *
   * @param title what is particular about it, in English
   */
  public record QuestionCase(String title, LetterComposer.Question question) {}

  private final Sender sender;
  private final String emergency;
  private final List<Case> cases = new ArrayList<>();

  private LetterCases(Sender sender, String emergency) {
    this.sender = sender;
    this.emergency = emergency;
  }

  /**
   * All letters of a sender.
   *
   * @param emergency the number to call; empty where none is known
   */
  public static List<Case> all(Sender sender, String emergency) {
    LetterCases all = new LetterCases(sender, emergency);
    for (Reach reach : Reach.values()) {
      for (boolean mutual : new boolean[] {false, true}) {
        all.introductions(reach, mutual);
      }
    }
    all.singleNeeds();
    all.namesakes();
    all.feet();
    for (Reach reach : Reach.values()) {
      Case first = all.letter("", reach, NEARBY.get(0), Places.NEAR, false);
      all.cases.add(new Case("follow-up " + reach.title, first.facts(), true));
    }
    all.unnamed();
    all.shared();
    return List.copyOf(all.cases);
  }

  private void introductions(Reach reach, boolean mutual) {
    String title = "introduction " + reach.title + (mutual ? ", help both ways" : "");
    for (Wish wish : NEARBY) {
      for (Places places : Places.values()) {
        cases.add(
            letter(
                "%s: %s, %s".formatted(title, wish.title, places.title),
                reach,
                wish,
                places,
                mutual));
      }
    }
    for (Wish wish : REMOTE) {
      cases.add(letter(title + ": " + wish.title, reach, wish, Places.NEAR, mutual));
    }
  }

  /** Every kind of question. */
  public static List<QuestionCase> questions(Sender sender) {
    List<QuestionCase> cases = new ArrayList<>();
    List<List<String>> kinds =
        List.of(
            List.of("name"),
            List.of("place"),
            List.of("wishes"),
            List.of("phone"),
            List.of("age"),
            List.of("name", "place", "wishes", "phone", "age"));
    for (List<String> lacks : kinds) {
      boolean named = !lacks.contains("name");
      Party person = PEOPLE.get(cases.size() % PEOPLE.size());
      cases.add(
          new QuestionCase(
              "question: " + String.join(", ", lacks),
              new LetterComposer.Question(
                  "Q-7KQ47",
                  sender,
                  named ? person : someone("", "", String.valueOf(person.email()), ""),
                  lacks,
                  "https://docs.google.com/forms/d/e/1FAIpQLSe/viewform")));
    }
    return cases;
  }

  private void singleNeeds() {
    for (Category category : Category.values()) {
      Wish wish = new Wish("", Set.of(category));
      cases.add(letter("need: " + category.key(), Reach.BOTH, wish, Places.NEAR, false));
    }
  }

  private void namesakes() {
    Party other = someone("Lætitia", "Lætitia Bell", "l.bell@example.org", "+447700900106");
    Facts facts = letter("", Reach.BOTH, NEARBY.get(0), Places.NEAR, false).facts();
    Party one = at(PEOPLE.get(0), Places.NEAR.personArea, Places.NEAR.personKm);
    Party two = at(other, Places.NEAR.helperArea, Places.NEAR.helperKm);
    cases.add(
        new Case(
            "introduction of two of the same first name",
            facts(one, two, facts.needs(), facts.atMostKm(), false),
            false));
  }

  /** Of somebody whose name looks like an address or a link. */
  private void unnamed() {
    Party nobody =
        someone("example.org/help", "example.org/help", "name@example.org", "+447700900107");
    Wish wish = NEARBY.get(0);
    for (Reach reach : Reach.values()) {
      Case model = letter("name not written: " + reach.title, reach, wish, Places.NEAR, false);
      Facts f = model.facts();
      Party place = at(nobody, Places.NEAR.personArea, Places.NEAR.personKm);
      Party person = reach == Reach.HELPER ? withoutEmail(place) : place;
      Facts facts = facts(person, f.helper(), f.needs(), f.atMostKm(), false);
      cases.add(new Case(model.title(), facts, false));
      if (reach != Reach.BOTH) { // which then names nobody
        cases.add(new Case(model.title() + ", follow-up", facts, true));
      }
    }
  }

  /** Two at one address. */
  private void shared() {
    Case model = letter("", Reach.BOTH, NEARBY.get(0), Places.NEXT_DOOR, false);
    Facts f = model.facts();
    Party h = f.helper();
    Party helper =
        new Party(
            h.firstName(),
            h.fullName(),
            f.person().email(),
            h.phone(),
            h.area(),
            h.uncertaintyKm());
    Facts facts = facts(f.person(), helper, f.needs(), f.atMostKm(), false);
    cases.add(new Case("introduction to both at one address", facts, false));
    cases.add(new Case("follow-up to both at one address", facts, true));
  }

  private void feet() {
    Facts f = letter("", Reach.BOTH, NEARBY.get(0), Places.NEAR, false).facts();
    Sender s = sender;
    String url = "https://example.org/privacy";
    String who = "Association X, contact@example.org";
    foot("foot: controller alone", f, signed(s.campaign(), s.name(), s.role(), who, ""));
    foot("foot: privacy address alone", f, signed(s.campaign(), s.name(), s.role(), "", url));
    foot("foot: neither", f, signed(s.campaign(), s.name(), s.role(), "", ""));
    foot("foot: a delegate without a role", f, signed("Entraide X", "Ada Alba", "", who, url));
    foot("foot: neither title nor name", f, signed("", "", "", who, url));
  }

  private Sender signed(String title, String name, String role, String who, String url) {
    return new Sender(title, sender.mailbox(), name, role, who, url);
  }

  private void foot(String title, Facts f, Sender by) {
    cases.add(
        new Case(
            title,
            new Facts(REF, by, f.person(), f.helper(), f.needs(), f.atMostKm(), false, emergency),
            false));
  }

  private Case letter(String title, Reach reach, Wish wish, Places places, boolean mutual) {
    Party person = PEOPLE.get(cases.size() % PEOPLE.size());
    Party helper = PEOPLE.get((cases.size() * 2 + 1) % PEOPLE.size());
    if (helper.equals(person)) {
      helper = PEOPLE.get((cases.size() + 1) % PEOPLE.size());
    }
    Party one = at(person, places.personArea, places.personKm);
    Party two = at(helper, places.helperArea, places.helperKm);
    boolean remote = wish.needs.stream().allMatch(Category::remote);
    return new Case(
        title,
        facts(
            reach == Reach.HELPER ? withoutEmail(one) : one,
            reach == Reach.PERSON ? withoutEmail(two) : two,
            wish.needs,
            remote ? null : places.km,
            mutual),
        false);
  }

  private Facts facts(
      Party person, Party helper, Set<Category> needs, @Nullable Double km, boolean mutual) {
    return new Facts(REF, sender, person, helper, needs, km, mutual, emergency);
  }

  private static Party someone(String first, String full, String email, String phone) {
    return new Party(first, full, email, phone, "", 0);
  }

  private static Party at(Party p, String area, double km) {
    return new Party(p.firstName(), p.fullName(), p.email(), p.phone(), area, km);
  }

  private static Party withoutEmail(Party p) {
    return new Party(p.firstName(), p.fullName(), null, p.phone(), p.area(), p.uncertaintyKm());
  }
}
