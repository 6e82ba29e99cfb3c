package org.entraide.campaign.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.campaign.apply.Applier;
import org.entraide.campaign.apply.MailboxWriter;
import org.entraide.campaign.decide.JournalPlanner;
import org.entraide.campaign.port.Mailbox;
import org.entraide.people.word.Category;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;
import org.entraide.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class EffectTest {

  /** What reports list of larger effects; nobody plans or performs them. */
  private static final Set<Class<?>> LISTED_ONLY =
      Set.of(
          SheetEffect.LedgerRowAppended.class,
          SheetEffect.RowWritten.class,
          SheetEffect.SettingsWritten.class,
          SheetEffect.DashboardWritten.class,
          SheetEffect.TodoWritten.class,
          JournalEffect.PersonErased.class,
          JournalEffect.DraftErased.class);

  private static final Introduction PAIR =
      Introduction.begun(
          "M-7KQ47",
          "7KQ47",
          "73E2M",
          Set.of(Category.SHOPPING),
          1.0,
          "claire@example.org",
          MovableClock.START);

  private static final Letter LETTER =
      new Letter(
          "M-7KQ47",
          "claire@example.org",
          List.of(new Letter.Recipient("Zebulon Quatremaire", "zebulon@example.org")),
          "Zebulon et Rosa [M-7KQ47]",
          "Bonjour Zebulon");

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(EffectTest::records);
  }

  @Test
  void everyEffectThatIsPlannedIsPerformed() {
    Set<String> performed =
        new ClassFileImporter()
            .importClasses(Applier.class, MailboxWriter.class).stream()
                .flatMap(c -> c.getInstanceofChecks().stream())
                .map(check -> check.getRawType())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

    assertThat(records(Effect.class).filter(it -> !LISTED_ONLY.contains(it)))
        .hasSizeGreaterThan(15)
        .allSatisfy(it -> assertThat(performed).contains(it.getName()));
  }

  @Test
  void aPlanThatIsPrintedNamesNobody() {
    Plan plan =
        Plan.of(
            new JournalEffect.RememberIntroductions(List.of(PAIR), true),
            new MailEffect.CreateDraft(PAIR, PAIR, PAIR, LETTER),
            new MailEffect.CreateFollowUp(PAIR, PAIR, PAIR, LETTER),
            new MailEffect.DeleteDraft(PAIR),
            new MailEffect.DeleteFollowUp(PAIR, PAIR, new Mailbox.Draft("r-1", "m-1", "t-1")),
            new SheetEffect.RowWritten("7KQ47"));

    assertThat(plan.toString())
        .isEqualTo(
            """
            draft M-7KQ47 for 7KQ47 with 73E2M
            draft a follow-up of M-7KQ47
            delete the draft of M-7KQ47
            delete the follow-up of M-7KQ47
            write 7KQ47\
            """);
    assertThat(plan.effects().toString()).doesNotContain("ebulon", "osa", "example.org");
  }

  @Test
  void whatIsRememberedIsNoNewsToAnybody() {
    Plan plan =
        Plan.of(
            new JournalEffect.Remember(
                new JournalUpdate.Builder().reserve(Set.of("7KQ47")).build()));

    assertThat(plan.listed()).isEmpty();
    assertThat(plan.effects()).hasSize(1);
  }

  @Test
  void ofNothingToRememberNothingIsPlanned() {
    assertThat(JournalPlanner.notes(Map.of())).isEqualTo(Plan.NOTHING);
  }
}
