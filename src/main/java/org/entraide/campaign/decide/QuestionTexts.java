package org.entraide.campaign.decide;

import java.util.Optional;
import java.util.Set;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.Lack;
import org.entraide.plan.introduce.QuestionRule;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.letter.Sender;

/**
 * What the letters of questions say, and to whom they go.
 *
 * @param form where people answer again; empty while that is not known
 */
record QuestionTexts(
    CampaignSettings settings, LetterComposer letters, Participants participants, String form) {

  static QuestionTexts of(Situation situation, LetterComposer letters) {
    return new QuestionTexts(
        situation.observation().settings(),
        letters,
        Participants.of(situation),
        situation.observation().formAddress());
  }

  /** Whether a letter can say where to answer. */
  boolean canBeWritten() {
    return !form.isEmpty();
  }

  /** The letter; nothing where there is nothing to ask, nobody to write to, or a row is gone. */
  Optional<Letter> ask(Introduction question, QuestionRule rule) {
    return participants
        .find(question.person())
        .filter(located -> canBeWritten())
        .flatMap(located -> ask(question, located, rule.lacks(located)));
  }

  private Optional<Letter> ask(Introduction question, LocatedPerson located, Set<Lack> lacks) {
    return lacks.isEmpty()
        ? Optional.empty()
        : letters.ask(
            new LetterComposer.Question(
                question.ref(),
                Sender.of(settings, question.mailbox()),
                LetterTexts.party(located),
                lacks.stream().map(Lack::key).toList(),
                form));
  }
}
