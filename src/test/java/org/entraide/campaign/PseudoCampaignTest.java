package org.entraide.campaign;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.settings.Setting;
import org.junit.jupiter.api.Test;

/**
 * One story told twice, by English people and by people of the pseudo-language, which is English
 * with other letters: what the daemon shows must be the same but for the letters.
 */
class PseudoCampaignTest extends PseudoCampaignFixture {

  @Test
  void peopleAreUnderstoodMatchedAndWrittenToInThePseudoLanguage() {
    assertSame();
    assertThat(english.shown("Ana Alba", PersonColumn.STATUS)).isEqualTo("Draft ready");
    assertThat(english.shown("Eve Ender", PersonColumn.STATUS)).isEqualTo("Draft ready");
    assertThat(english.shown("Fay Fell", PersonColumn.STATUS)).isEqualTo("Incomplete");
    assertThat(english.shown("Gil Gant", PersonColumn.STATUS)).isEqualTo("Place unclear");
    assertThat(english.shown("Ida Iles", PersonColumn.STATUS)).isEqualTo("Waiting");
    assertThat(english.mailbox.letters()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void whatOrganisersTypeInThePseudoLanguageIsObeyed() {
    for (PseudoWorld one : both) {
      one.type("Ida Iles", PersonColumn.INSTRUCTION, "Priority");
      one.type("Dan Dell", PersonColumn.INSTRUCTION, "on hold");
      one.type("Cy Cole", PersonColumn.INSTRUCTION, "Pauze");
      one.type("Gil Gant", PersonColumn.STATUS, "Signposted");
      one.type("Fay Fell", PersonColumn.STATUS, "withdrawn");
      one.type("Bo Bell", PersonColumn.CHECKED, "checked");
      one.type("Lou Lint", PersonColumn.INSTRUCTION, "whatever");
      one.typeReference("Jo Jarr", "Duplicate ", "7KQ47");
      one.typeReference("Max Mohr", "Duplicate ", one.shown("Eve Ender", PersonColumn.REF));
      one.settle();
    }
    assertSame();
    assertThat(english.shown("Dan Dell", PersonColumn.STATUS)).isEqualTo("Paused");
    assertThat(english.shown("Ida Iles", PersonColumn.EXPLANATION)).contains("Priority: goes");
    assertThat(english.shown("Cy Cole", PersonColumn.EXPLANATION)).contains("taken as “Pause”");
    assertThat(english.shown("Gil Gant", PersonColumn.EXPLANATION)).contains("Signposted by");
    assertThat(english.shown("Fay Fell", PersonColumn.EXPLANATION)).contains("Withdrawn at");
    assertThat(english.shown("Bo Bell", PersonColumn.EXPLANATION)).contains("Checked helper");
    assertThat(english.shown("Jo Jarr", PersonColumn.EXPLANATION))
        .contains("this reference does not exist");
    assertThat(english.shown("Eve Ender", PersonColumn.EXPLANATION)).contains("another reference");
    assertThat(english.shown("Max Mohr", PersonColumn.EXPLANATION)).startsWith("Same person as ");
  }

  @Test
  void outcomesThatAreNotedInThePseudoLanguageAreFollowed() {
    for (PseudoWorld one : both) {
      one.mailbox.waiting().forEach(one.mailbox::send);
      one.settle();
      one.outcome(1, "Done");
      one.outcome(2, "no answer");
      one.outcome(3, "Accepted");
      one.settle();
    }
    assertSame();
    assertThat(english.states()).contains("Done", "No answer", "Accepted");
  }

  @Test
  void settingsThatAreTypedInThePseudoLanguageAreUnderstood() {
    for (PseudoWorld one : both) {
      one.set(Setting.MAX_KM, "3 miles");
      one.set(Setting.CAPACITY, "4 people");
      one.set(Setting.HOLD_BACK, "one day and a half");
      one.set(Setting.POLICY, "best fit");
      one.set(Setting.MAX_WAITING_DRAFTS, "1 draft");
      one.settle();
    }
    assertSame();
    for (PseudoWorld one : both) {
      one.set(Setting.HOLD_BACK, "a day 2 hours");
      one.set(Setting.SUSPEND, "yes");
      one.settle();
    }
    assertSame();
    assertThat(english.everything()).contains("1 day", "An organiser has suspended everything");
    for (PseudoWorld one : both) {
      one.set(Setting.SUSPEND, "no");
      one.settle();
    }
    assertSame();
  }

  @Test
  void aMailboxThatWasEmptiedIsToldInThePseudoLanguage() {
    for (PseudoWorld one : both) {
      for (int i = 1; i <= 4; i++) {
        String letter = String.valueOf((char) ('A' + i));
        one.answer(
            "Kim Kern",
            NEEDS,
            "Paperwork",
            EMAIL,
            "k" + i + "@example.org",
            NAME,
            letter + "x Kern");
        one.answer(
            "Max Mohr",
            OFFERS,
            "Paperwork",
            EMAIL,
            "m" + i + "@example.org",
            NAME,
            letter + "x Mohr");
      }
      one.settle();
      one.mailbox.waiting().forEach(one.mailbox::discard);
      one.settle();
    }
    assertSame();
    assertThat(english.everything()).contains("If the mailbox was emptied on purpose");
  }

  /** Nothing of the sheet is the English one's: the comparison compares something. */
  @Test
  void theTwoHaveNoSentenceInCommon() {
    Set<String> sentences =
        english.everything().lines().filter(l -> l.matches("\\d+ \\w+ \\w+ .*")).collect(toSet());

    assertThat(sentences).hasSizeGreaterThan(20);
    assertThat(pseudo.everything().lines()).doesNotContainAnyElementsOf(sentences);
  }

  @Test
  void whatHelpsToFillTheSheetIsInThePseudoLanguage() {
    assertThat(english.looks).hasSizeGreaterThan(50);
    assertThat(pseudo.looks.stream().map(PseudoCampaignTest::withoutAnd))
        .containsExactlyElementsOf(english.looks.stream().map(this::expected).toList());
  }
}
