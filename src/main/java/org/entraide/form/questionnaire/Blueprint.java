package org.entraide.form.questionnaire;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.form.questionnaire.QuestionnairePart.Kind;
import org.entraide.people.word.Category;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * The questionnaire of a new campaign. Every title and every choice is one that the daemon
 * understands.
 *
 * @param title of the form
 * @param description below it
 * @param pieces from the top
 */
public record Blueprint(String title, String description, List<QuestionnairePart> pieces) {

  private static final int MOST_PEOPLE = 10;
  private static final List<Integer> KILOMETRES = List.of(1, 2, 5, 10, 20);
  private static final List<Integer> LANGUAGES = List.of(1, 2, 3, 4, 5, 6);
  private static final List<Integer> AGES = List.of(18, 30, 50, 65, 75);

  public Blueprint {
    pieces = List.copyOf(pieces);
  }

  /**
   * Makes a questionnaire.
   *
   * @param texts of the campaign's language
   * @param campaign its name, for the title
   * @param controller who answers for the data and how to reach them
   * @param privacy the page that says what happens to the answers
   */
  public static Blueprint of(
      Texts texts, String campaign, Optional<String> controller, Optional<String> privacy) {
    Writer writer = new Writer(texts);
    List<QuestionnairePart> pieces = new ArrayList<>(writer.aboutYou());
    pieces.addAll(writer.needs());
    pieces.addAll(writer.offers());
    pieces.addAll(writer.rest(controller, privacy));
    return new Blueprint(
        texts.format(Message.of("form.title").with("campaign", campaign)),
        texts.get("form.description"),
        pieces);
  }

  /** This questionnaire under another title; unchanged where none is given. */
  public Blueprint titled(Optional<String> other) {
    return new Blueprint(other.orElse(title), description, pieces);
  }

  private record Writer(Texts texts) {

    List<QuestionnairePart> aboutYou() {
      return List.of(
          line("name").asRequired(),
          line("email"),
          line("phone"),
          line("address"),
          line("city"),
          line("postcode"),
          line("country"),
          QuestionnairePart.choice(
                  Kind.BOXES,
                  title("languages"),
                  help("languages"),
                  LANGUAGES.stream().map(n -> texts.get("form.language." + n)).toList())
              .withOther());
    }

    List<QuestionnairePart> needs() {
      Set<Category> needs = EnumSet.complementOf(EnumSet.of(Category.OTHER));
      return List.of(
          section("needs"),
          QuestionnairePart.choice(
                  Kind.BOXES, title("needs"), help("needs"), categories("form.need.", needs))
              .withOther(),
          QuestionnairePart.choice(
              Kind.RADIO,
              title("vulnerable"),
              help("vulnerable"),
              List.of(texts.get("form.yes"), texts.get("form.no"), texts.get("form.rather-not"))),
          QuestionnairePart.choice(Kind.DROP_DOWN, title("age"), help("age"), ages()));
    }

    List<QuestionnairePart> offers() {
      Set<Category> offered = EnumSet.allOf(Category.class);
      offered.removeIf(Category::byHand);
      List<String> people =
          IntStream.rangeClosed(1, MOST_PEOPLE).mapToObj(Integer::toString).toList();
      List<String> distances = new ArrayList<>();
      KILOMETRES.forEach(
          km -> distances.add(texts.format(Message.of("form.kilometres").with("km", km))));
      distances.add(texts.get("form.any-distance"));
      return List.of(
          section("offers"),
          QuestionnairePart.choice(
                  Kind.BOXES, title("offers"), help("offers"), categories("form.choice.", offered))
              .withOther(),
          QuestionnairePart.choice(Kind.DROP_DOWN, title("capacity"), help("capacity"), people),
          QuestionnairePart.choice(
              Kind.DROP_DOWN, title("radius_km"), help("radius_km"), distances));
    }

    List<QuestionnairePart> rest(Optional<String> controller, Optional<String> privacy) {
      String wording =
          texts.format(
              Message.of("form.consent.wording")
                  .with("known", controller.isPresent() ? "yes" : "no")
                  .with("controller", controller.orElse(""))
                  .with("linked", privacy.isPresent() ? "yes" : "no")
                  .with("privacy", privacy.orElse("")));
      return List.of(
          section("consent"),
          QuestionnairePart.text(Kind.PARAGRAPH, title("notes"), help("notes")),
          QuestionnairePart.choice(
                  Kind.BOXES, title("consent"), wording, List.of(texts.get("form.consent.agreed")))
              .asRequired());
    }

    private QuestionnairePart section(String name) {
      return QuestionnairePart.section(
          texts.get("form.section." + name), texts.get("form.section." + name + ".help"));
    }

    private QuestionnairePart line(String field) {
      return QuestionnairePart.text(Kind.LINE, title(field), help(field));
    }

    private String title(String field) {
      return texts.get("form.ask." + field);
    }

    private String help(String field) {
      String key = "form.ask." + field + ".help";
      return texts.keys().contains(key) ? texts.get(key) : "";
    }

    /** Who asks and who offers read the same category in their own words. */
    private List<String> categories(String prefix, Set<Category> which) {
      return which.stream().map(c -> texts.get(prefix + c.key())).toList();
    }

    private List<String> ages() {
      List<String> bands = new ArrayList<>();
      bands.add(texts.format(Message.of("form.age.below").with("years", AGES.get(0))));
      for (int i = 0; i + 1 < AGES.size(); i++) {
        bands.add(
            texts.format(
                Message.of("form.age.band")
                    .with("from", AGES.get(i))
                    .with("to", AGES.get(i + 1) - 1)));
      }
      bands.add(
          texts.format(Message.of("form.age.above").with("years", AGES.get(AGES.size() - 1))));
      return bands;
    }
  }
}
