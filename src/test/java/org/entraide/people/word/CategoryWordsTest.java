package org.entraide.people.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryWordsTest {

  private final CategoryWords words = new CategoryWords(Map.of());

  @ParameterizedTest(name = "{0} : {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Courses, Médicaments|shopping medicines",
        "Faire les courses;Aller à la pharmacie|shopping medicines",
        "Garde d'enfants|childcare",
        "Garder vos animaux|pets",
        "Promener le chien|pets",
        "Payer des factures|bills",
        "S’occuper de factures|bills",
        "Aide pour payer le loyer|financial",
        "Retour en France|return_home",
        "Discuter au téléphone, soutien moral|conversation moral_support",
        "Un appel de temps en temps|conversation",
        "Démarches administratives (CAF, impôts, consulat)|admin",
        "Traduction|admin",
        "Transport|transport",
        "Hébergement temporaire|housing",
        "Aide financière|financial",
        "Autre|other",
        "Grocery shopping, Picking up prescriptions|shopping medicines",
        "Dog walking|pets",
        "Emotional support|moral_support",
        "A friendly phone call|conversation",
        "Babysitting|childcare",
        "Paying bills|bills",
        "Dealing with bills|bills",
        "A lift to hospital|transport",
        "Somewhere to stay|housing",
        "Money|financial",
        "Je ne peux pas sortir faire mes courses|shopping",
        // what earlier versions' forms offered
        "Faire les courses, Aller à la pharmacie, Garder des enfants|shopping medicines childcare",
        "S’occuper de factures, Organiser un retour en France|bills return_home",
        "Avoir quelqu’un à qui parler, Soutien moral|conversation moral_support",
        "Démarches administratives, S’occuper d’un animal|admin pets",
        "Transport en voiture, Hébergement, Aide financière|transport housing financial",
        "Doing the shopping, Going to the pharmacy, Looking after children|shopping medicines"
            + " childcare",
        "Dealing with bills, Organising a return home|bills return_home",
        "Someone to talk to, Moral support|conversation moral_support",
        "Paperwork, Looking after a pet|admin pets",
        "A lift by car, Somewhere to stay, Financial help|transport housing financial"
      })
  void usualAnswersAreUnderstood(String answer, String keys) {
    Set<String> expected = Arrays.stream(keys.split(" ", -1)).collect(Collectors.toSet());
    ReadCategories read = words.needs(answer);
    assertThat(read.categories()).extracting(Category::key).hasSameElementsAs(expected);
    assertThat(read.notUnderstood()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rien",
        "Aucun",
        "non",
        "none",
        "Nothing",
        "N/A",
        "-",
        "",
        "Je n'ai besoin de rien",
        "Pas besoin d'aide",
        "No, thank you"
      })
  void nothingIsNothing(String answer) {
    assertThat(words.needs(answer)).isEqualTo(new ReadCategories(Set.of(), 0));
  }

  @Test
  void whatIsNotUnderstoodIsForTheOrganiser() {
    assertThat(words.needs("Courses, un massage, =IMPORTXML(\"x\"), 🛶"))
        .isEqualTo(new ReadCategories(Set.of(Category.SHOPPING, Category.OTHER), 3));
  }

  @Test
  void whatSomebodyCannotDoIsNotOffered() {
    assertThat(words.offers("Je ne peux pas faire les courses").categories())
        .containsExactly(Category.OTHER);
    assertThat(words.needs("Je n'ai pas besoin de courses").categories())
        .containsExactly(Category.OTHER);
  }

  @Test
  void anOptionWithCommasIsOneOption() {
    CategoryWords own =
        new CategoryWords(
            Map.of(
                Category.CONVERSATION, List.of("Un café, un thé, un sourire", "Un café"),
                Category.PETS, List.of("Un thé")));
    assertThat(own.needs("Courses, Un café, un thé, un sourire, Transport").categories())
        .containsExactlyInAnyOrder(Category.SHOPPING, Category.CONVERSATION, Category.TRANSPORT);
    assertThat(own.needs("un cafe, UN THÉ").categories())
        .containsExactlyInAnyOrder(Category.CONVERSATION, Category.PETS);
  }

  @Test
  void aCampaignsOwnWordsWinOverTheUsualOnes() {
    CategoryWords own = new CategoryWords(Map.of(Category.MORAL_SUPPORT, List.of("Courses")));
    assertThat(own.needs("Courses").categories()).containsExactly(Category.MORAL_SUPPORT);
    assertThat(own.needs("Faire les courses").categories()).containsExactly(Category.MORAL_SUPPORT);
    assertThat(own.needs("Shopping").categories()).containsExactly(Category.SHOPPING);
  }

  @Test
  void everyCategoryHasWords() {
    List<String> sections =
        WordFile.read("category-words").stream().map(WordFile.SectionLine::section).toList();
    assertThat(sections).containsAll(Arrays.stream(Category.values()).map(Category::key).toList());
  }
}
