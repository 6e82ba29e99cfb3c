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
  record Said(String cause, String fix) {

    /** Both in one line. */
    public String text() {
      return fix.isEmpty() ? cause : cause + ". " + fix;
    }
  }

  /** Puts it into words. */
  Said in(Texts texts);

  /** All is well: there is nothing to do. */
  record Good(Message what) implements FindingWords {
    @Override
    public Said in(Texts texts) {
      return new Said(texts.format(what), "");
    }
  }

  /** The cause and the cure, a message each. */
  record CauseAndFix(Message cause, Message fix) implements FindingWords {
    @Override
    public Said in(Texts texts) {
      return new Said(withoutStop(texts.format(cause)), texts.format(fix));
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
    public Said in(Texts texts) {
      String text = texts.format(message);
      Matcher said = FIRST_SENTENCE.matcher(text);
      return said.matches()
          ? new Said(withoutStop(said.group(1)), said.group(2))
          : new Said(withoutStop(text), "");
    }
  }

  /**
   * A refusal for want of one permission alone.
   *
   * @param scope that Google did not grant, as an address
   */
  record Lacking(FindingWords refused, String scope) implements FindingWords {
    @Override
    public Said in(Texts texts) {
      Said said = refused.in(texts);
      Message more =
          Message.of("doctor.mailbox.lacking").with("cause", said.cause()).with("scope", scope);
      return new Said(texts.format(more), said.fix());
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
    public Said in(Texts texts) {
      Said said = open.in(texts);
      String fix = withoutStop(WHOSE.matcher(said.fix()).replaceAll(""));
      return new Said(said.cause(), texts.format(place.with("fix", fix)));
    }

    static boolean isWhose(String fix) {
      return WHOSE.matcher(fix).find();
    }
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
