package org.entraide.plan;

import java.util.List;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.plan.letter.Letter;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.letter.LetterComposer.Facts;
import org.entraide.plan.letter.LetterComposer.Party;
import org.entraide.plan.letter.Sender;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/** Two people, and letters to them. */
public abstract class LettersFixture {

  public static final List<String> LANGUAGES = List.of("fr", "en");
  public static final Set<Category> PRESENCE = Set.of(Category.SHOPPING, Category.MEDICINES);
  public static final Set<Category> REMOTE = Set.of(Category.CONVERSATION);

  public static Party ana(@Nullable String email, @Nullable String phone, String area) {
    return new Party("Ana", "Ana Alba", email, phone, area, 1);
  }

  public static Party bo(@Nullable String email, @Nullable String phone, String area) {
    return new Party("Bo", "Bo Bell", email, phone, area, 1);
  }

  public static Facts facts(Party person, Party helper, Set<Category> needs, @Nullable Double km) {
    return new Facts("M-7KQ47", SENDER, person, helper, needs, km, false, "999");
  }

  /** A campaign and a delegate with all that can be said of them. */
  public static final Sender SENDER =
      new Sender(
          "Entraide de Nordstadt",
          "delegue@example.org",
          "Claire Martin",
          "déléguée de Nordstadt",
          "Association X, contact@example.org",
          "https://example.org/privacy");

  /** Of whom nothing is known but the mailbox. */
  public static Sender nameless(String controller, String privacyUrl) {
    return new Sender("", "delegue@example.org", "", "", controller, privacyUrl);
  }

  public static final Letter.Thread SENT =
      new Letter.Thread("t1", "<sent@example.org>", "Entraide : Ana et Bo [M-7KQ47]", Set.of());

  public static Letter letter(String language, Facts facts) {
    return LetterComposer.of(Texts.of(language)).introduce(facts).orElseThrow();
  }

  public static Facts near() {
    return facts(ana("ana@x", null, "Nord"), bo("bo@x", null, "Sud"), PRESENCE, 2.4);
  }
}
