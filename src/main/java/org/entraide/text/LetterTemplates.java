package org.entraide.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.Map;

/** The templates of one language: the program's, but for those that somebody replaced. */
public final class LetterTemplates {

  private final Map<LetterTemplate, String> texts = new EnumMap<>(LetterTemplate.class);

  /**
   * @param words of the language
   * @param own templates that replace the program's; they name nothing but what {@link
   *     LetterTemplate} lists, and the only part of theirs is the advice
   */
  public LetterTemplates(Texts words, Map<LetterTemplate, String> own) {
    for (LetterTemplate template : LetterTemplate.values()) {
      texts.put(template, own.getOrDefault(template, words.template(template)));
    }
  }

  /** Makes one ready for use; plain text: nothing is escaped. */
  public Template compiled(LetterTemplate template) {
    return Mustache.compiler()
        .escapeHTML(false)
        .emptyStringIsFalse(true)
        .withLoader(part -> new StringReader(text(LetterTemplate.ADVICE)))
        .compile(text(template));
  }

  private String text(LetterTemplate template) {
    return texts.getOrDefault(template, "");
  }
}
