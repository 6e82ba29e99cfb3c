package org.entraide.sandbox.sample;

import static org.entraide.people.word.Category.ADMIN;
import static org.entraide.people.word.Category.BILLS;
import static org.entraide.people.word.Category.CHILDCARE;
import static org.entraide.people.word.Category.CONVERSATION;
import static org.entraide.people.word.Category.FINANCIAL;
import static org.entraide.people.word.Category.HOUSING;
import static org.entraide.people.word.Category.MEDICINES;
import static org.entraide.people.word.Category.MORAL_SUPPORT;
import static org.entraide.people.word.Category.OTHER;
import static org.entraide.people.word.Category.PETS;
import static org.entraide.people.word.Category.RETURN_HOME;
import static org.entraide.people.word.Category.SHOPPING;
import static org.entraide.people.word.Category.TRANSPORT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entraide.people.word.Category;

/** The questionnaire of the sample campaign. */
public final class SampleForm {

  public static final String TITLE = "Entraide entre Français de Londres";
  public static final String TITLE_ABROAD = "Entraide entre Français de l'étranger";

  public static final String FIRST_NAME = "Prénom";
  public static final String LAST_NAME = "Nom";
  public static final String PHONE = "Téléphone";
  public static final String PLACE = "Où habitez-vous ? (quartier ou code postal)";
  public static final String NEEDS = "De quoi avez-vous besoin ?";
  public static final String OFFERS = "Que pouvez-vous proposer ?";
  public static final String CAPACITY = "Combien de personnes pouvez-vous aider ?";
  public static final String RADIUS = "Jusqu'à quelle distance pouvez-vous vous déplacer (km) ?";
  public static final String LANGUAGES = "Langues parlées";
  public static final String VULNERABLE =
      "Êtes-vous (ou quelqu'un du foyer) une personne fragile ?";
  public static final String AGE = "Votre âge";
  public static final String NOTES = "Un mot de plus ?";
  public static final String CONSENT =
      "J'accepte que l'association conserve mes réponses et me mette en relation avec d'autres"
          + " personnes";

  static final String YES = "Oui";
  static final String NO = "Non";
  static final String AGREED = "J'accepte";

  private static final Map<Category, String> CHOICES = choices();

  private SampleForm() {}

  /** The option that people tick for a category. */
  public static String choice(Category category) {
    return Objects.requireNonNull(CHOICES.get(category));
  }

  /** The questions in order. Timestamp and e-mail address are the sheet's own. */
  public static List<SampleQuestion> questions() {
    List<String> offers =
        CHOICES.keySet().stream().filter(c -> c != FINANCIAL).map(SampleForm::choice).toList();
    return List.of(
        SampleQuestion.text(FIRST_NAME, true),
        SampleQuestion.text(LAST_NAME, true),
        SampleQuestion.text(PHONE, false),
        SampleQuestion.text(PLACE, false),
        SampleQuestion.checkboxes(NEEDS, List.copyOf(CHOICES.values())),
        SampleQuestion.checkboxes(OFFERS, offers),
        SampleQuestion.text(CAPACITY, false),
        SampleQuestion.text(RADIUS, false),
        SampleQuestion.text(LANGUAGES, false),
        SampleQuestion.radio(VULNERABLE, List.of(YES, NO)),
        SampleQuestion.text(AGE, false),
        SampleQuestion.paragraph(NOTES),
        SampleQuestion.checkboxes(CONSENT, List.of(AGREED)));
  }

  private static Map<Category, String> choices() {
    Map<Category, String> choices = new LinkedHashMap<>();
    choices.put(SHOPPING, "Courses");
    choices.put(MEDICINES, "Médicaments");
    choices.put(CHILDCARE, "Garde d'enfants");
    choices.put(BILLS, "Paiement de factures");
    choices.put(RETURN_HOME, "Aide au retour en France");
    choices.put(CONVERSATION, "Conversation, rompre la solitude");
    choices.put(MORAL_SUPPORT, "Soutien moral");
    choices.put(ADMIN, "Aide administrative");
    choices.put(PETS, "Animaux");
    choices.put(TRANSPORT, "Transport");
    choices.put(HOUSING, "Hébergement");
    choices.put(FINANCIAL, "Aide financière");
    choices.put(OTHER, "Autre");
    return choices;
  }
}
