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

import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entraide.people.word.Category;

/**
 * The questionnaire of a sample campaign, in its language.
 *
 * @param language {@code fr} or {@code en}
 * @param titles of the questions; the key is what they ask
 * @param choices what people tick for a category, in the form's order
 * @param years behind the age of those who write more than a number
 */
public record SampleForm(
    String language,
    Map<SampleField, String> titles,
    Map<Category, String> choices,
    Choice vulnerable,
    String agreed,
    String years) {

  /** The two options of a question. */
  record Choice(String yes, String no) {}

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

  public static final SampleForm FRENCH =
      new SampleForm(
          "fr",
          titles(
              FIRST_NAME,
              LAST_NAME,
              PHONE,
              PLACE,
              NEEDS,
              OFFERS,
              CAPACITY,
              RADIUS,
              LANGUAGES,
              VULNERABLE,
              AGE,
              NOTES,
              CONSENT),
          french(),
          new Choice("Oui", "Non"),
          "J'accepte",
          " ans");

  public static final SampleForm ENGLISH =
      new SampleForm(
          "en",
          titles(
              "First name",
              "Surname",
              "Phone number",
              "Where do you live? (area or postcode)",
              "What do you need help with?",
              "What can you offer?",
              "How many people can you help?",
              "How far can you travel (km)?",
              "Languages spoken",
              "Are you, or is anyone in your household, vulnerable?",
              "Your age",
              "Anything else?",
              "I agree that the group keeps my answers and puts me in touch with other people"),
          english(),
          new Choice("Yes", "No"),
          "I agree",
          " years old");

  public SampleForm {
    titles = Collections.unmodifiableMap(new EnumMap<>(titles));
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
  }

  /** The option that people tick for a category. */
  public String choice(Category category) {
    return Objects.requireNonNull(choices.get(category));
  }

  String title(SampleField field) {
    return Objects.requireNonNull(titles.get(field));
  }

  /** The questions in order. Timestamp and e-mail address are the sheet's own. */
  public List<SampleQuestion> questions() {
    return List.of(
        text(SampleField.FIRST_NAME, true),
        text(SampleField.LAST_NAME, true),
        text(SampleField.PHONE, false),
        text(SampleField.PLACE, false),
        SampleQuestion.checkboxes(title(SampleField.NEEDS), List.copyOf(choices.values())),
        SampleQuestion.checkboxes(title(SampleField.OFFERS), offered()),
        text(SampleField.CAPACITY, false),
        text(SampleField.RADIUS, false),
        text(SampleField.LANGUAGES, false),
        SampleQuestion.radio(
            title(SampleField.VULNERABLE), List.of(vulnerable.yes(), vulnerable.no())),
        text(SampleField.AGE, false),
        SampleQuestion.paragraph(title(SampleField.NOTES)),
        SampleQuestion.checkboxes(title(SampleField.CONSENT), List.of(agreed)));
  }

  private SampleQuestion text(SampleField field, boolean required) {
    return SampleQuestion.text(title(field), required);
  }

  /** Nobody offers money through a form. */
  private List<String> offered() {
    return choices.keySet().stream().filter(c -> c != FINANCIAL).map(this::choice).toList();
  }

  private static Map<SampleField, String> titles(String... inOrder) {
    Map<SampleField, String> titles = new EnumMap<>(SampleField.class);
    Iterator<String> next = List.of(inOrder).iterator();
    for (SampleField field : SampleField.values()) {
      titles.put(field, next.next());
    }
    return titles;
  }

  private static Map<Category, String> french() {
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

  private static Map<Category, String> english() {
    Map<Category, String> choices = new LinkedHashMap<>();
    choices.put(SHOPPING, "Shopping");
    choices.put(MEDICINES, "Collecting medicines");
    choices.put(CHILDCARE, "Childcare");
    choices.put(BILLS, "Paying bills");
    choices.put(RETURN_HOME, "Getting home");
    choices.put(CONVERSATION, "A chat, company");
    choices.put(MORAL_SUPPORT, "Moral support");
    choices.put(ADMIN, "Paperwork");
    choices.put(PETS, "Pets");
    choices.put(TRANSPORT, "Transport");
    choices.put(HOUSING, "Somewhere to stay");
    choices.put(FINANCIAL, "Financial help");
    choices.put(OTHER, "Other");
    return choices;
  }
}
