package org.entraide.doctor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** What a finding says, in any language: what there is, and what to do about it. */
public sealed interface FindingWords {

  /**
   * In one language.
   *
   * @param cause what there is, or what is wrong
   * @param fix what to do, as sentences; empty where there is nothing to do
   */
  record FindingText(String cause, String fix) {

    /** Both in one line. */
    public String text() {
      return fix.isEmpty() ? cause : cause + ". " + fix;
    }
  }

  /** Puts it into words. */
  FindingText in(Texts texts);

  /** All is well: there is nothing to do. */
  record Good(Message what) implements FindingWords {
    @Override
    public FindingText in(Texts texts) {
      return new FindingText(texts.format(what), "");
    }
  }

  /** The cause and the cure, a message each. */
  record CauseAndFix(Message cause, Message fix) implements FindingWords {
    @Override
    public FindingText in(Texts texts) {
      return new FindingText(withoutStop(texts.format(cause)), texts.format(fix));
    }
  }

  /**
   * A message whose first sentence says what is wrong, and whose other sentences say what to do:
   * failures are worded so, in each language.
   */
  record Whole(Message message) implements FindingWords {

    /** Where the first sentence ends and the advice begins. */
    private static final Pattern FIRST_SENTENCE =
        Pattern.compile("^(.*?)\\. (?=\\p{Lu})(.*)", Pattern.DOTALL);

    @Override
    public FindingText in(Texts texts) {
      String text = texts.format(message);
      Matcher sentences = FIRST_SENTENCE.matcher(text);
      return sentences.matches()
          ? new FindingText(withoutStop(sentences.group(1)), sentences.group(2))
          : new FindingText(withoutStop(text), "");
    }
  }

  /**
   * A refusal for want of one permission alone.
   *
   * @param scope that Google did not grant, as an address
   */
  record Lacking(FindingWords refused, String scope) implements FindingWords {
    @Override
    public FindingText in(Texts texts) {
      FindingText findingText = refused.in(texts);
      Message more =
          Message.of("doctor.mailbox.lacking")
              .with("cause", findingText.cause())
              .with("scope", scope);
      return new FindingText(texts.format(more), findingText.fix());
    }
  }

  /**
   * Advice that leaves open whom it is about, with the place of their address in the configuration.
   *
   * @param place a message that takes the advice as {@code fix}
   */
  record Addressed(FindingWords open, Message place) implements FindingWords {

    /** What the advice says instead where the place is not known. */
    private static final Pattern WHOSE = Pattern.compile(" \\([^()]*auth status[^()]*\\)");

    @Override
    public FindingText in(Texts texts) {
      FindingText findingText = open.in(texts);
      String fix = withoutStop(WHOSE.matcher(findingText.fix()).replaceAll(""));
      return new FindingText(findingText.cause(), texts.format(place.with("fix", fix)));
    }

    static boolean isWhose(String fix) {
      return WHOSE.matcher(fix).find();
    }
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
