package org.entraide.people.word;

import java.util.Set;

/**
 * What the answer to a question about needs or offers was understood as.
 *
 * @param categories nothing for « Rien »; {@link Category#OTHER} among them where a part was not
 *     understood
 * @param notUnderstood how many parts were not understood
 */
public record ReadCategories(Set<Category> categories, int notUnderstood) {

  public ReadCategories {
    categories = Set.copyOf(categories);
  }
}
