package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Puts what a row has to say into one short cell: first what to do, then what happened, then
 * answers to what was typed. What does not fit is counted at the end, the least important first
 * left out; that typed words are kept is never left out. Several introductions of one person are
 * named beyond the limit.
 */
final class ExplanationCell {

  /** Characters (UTF-16) of the cell, without those that name several introductions. */
  static final int MOST = 200;

  /** The sentences that name several introductions. */
  static final Set<String> UNLIMITED =
      Set.of("explain.several", "explain.warn.several.others", "explain.warn.several.person");

  private final Texts texts;

  /** A sentence, its kind and its words. */
  private record WrittenSentence(String key, SentenceKind kind, String words) {

    boolean isUnlimited() {
      return UNLIMITED.contains(key);
    }

    boolean isLess() {
      return kind == SentenceKind.EVENT;
    }

    boolean isAlwaysSaid() {
      return isUnlimited() || kind == SentenceKind.KEPT;
    }
  }

  ExplanationCell(Texts texts) {
    this.texts = texts;
  }

  /**
   * @param sentences the most important first
   */
  String of(List<Message> sentences) {
    List<WrittenSentence> all = said(sentences);
    String whole = joined(all, 0);
    if (length(whole, all) <= MOST) {
      return RowReport.shortened(whole);
    }
    Set<WrittenSentence> taken = new HashSet<>();
    all.stream().filter(WrittenSentence::isAlwaysSaid).forEach(taken::add);
    Optional<WrittenSentence> first =
        all.stream().filter(it -> it.kind() == SentenceKind.ACTION).findFirst();
    // first what to do, then why nobody was found, then the answer to what somebody typed; what
    // happened comes last, since other columns show it, too
    List<WrittenSentence> byWeight =
        all.stream()
            .sorted(
                Comparator.comparing((WrittenSentence it) -> !first.equals(Optional.of(it)))
                    .thenComparing(it -> it.kind() != SentenceKind.OPEN)
                    .thenComparing(WrittenSentence::isLess))
            .toList();
    for (WrittenSentence sentence : byWeight) {
      if (taken.add(sentence)) {
        List<WrittenSentence> some = all.stream().filter(taken::contains).toList();
        if (length(joined(some, all.size() - some.size()), some) > MOST) {
          taken.remove(sentence);
        }
      }
    }
    List<WrittenSentence> some = all.stream().filter(taken::contains).toList();
    return RowReport.shortened(joined(some, all.size() - some.size()));
  }

  /** Two messages may have the same words, which are said once. */
  private List<WrittenSentence> said(List<Message> sentences) {
    Set<String> seen = new HashSet<>();
    return sentences.stream()
        .map(it -> new WrittenSentence(it.key(), SentenceKind.of(it), texts.format(it)))
        .filter(it -> seen.add(it.words()))
        .toList();
  }

  private String joined(List<WrittenSentence> sentences, int leftOut) {
    List<String> actions = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (WrittenSentence sentence : sentences) {
      (sentence.kind() == SentenceKind.ACTION ? actions : parts).add(sentence.words());
    }
    if (!actions.isEmpty()) {
      String clauses = String.join(texts.get("explain.todo.separator"), actions);
      parts.add(0, texts.format(Message.of("explain.todo").with("actions", clauses)));
    }
    if (leftOut > 0) {
      parts.add(texts.format(Message.of("explain.left_out").with("count", leftOut)));
    }
    return String.join(" ", parts);
  }

  private static int length(String cell, List<WrittenSentence> sentences) {
    return cell.length()
        - sentences.stream()
            .filter(WrittenSentence::isUnlimited)
            .mapToInt(it -> it.words().length() + 1)
            .sum();
  }
}
