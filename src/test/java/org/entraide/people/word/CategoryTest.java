package org.entraide.people.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
class CategoryTest {

  @ParameterizedTest
  @EnumSource
  void everyCategoryIsFoundByItsKey(Category category) {
    assertThat(Category.ofKey(category.key())).contains(category);
  }

  @Test
  void keysAreTheWordsOfTheFiles() {
    assertThat(Arrays.stream(Category.values()).map(Category::key))
        .containsExactly(
            "shopping",
            "medicines",
            "childcare",
            "bills",
            "return_home",
            "conversation",
            "moral_support",
            "admin",
            "pets",
            "transport",
            "housing",
            "financial",
            "other");
    assertThat(Category.ofKey("Shopping")).isEmpty();
  }

  @Test
  void someHelpIsGivenFromAfarAndSomeByOrganisersOnly() {
    assertThat(Arrays.stream(Category.values()).filter(Category::remote))
        .containsExactly(
            Category.RETURN_HOME, Category.CONVERSATION, Category.MORAL_SUPPORT, Category.ADMIN);
    assertThat(Arrays.stream(Category.values()).filter(Category::byHand))
        .containsExactly(Category.FINANCIAL, Category.OTHER);
  }
}
