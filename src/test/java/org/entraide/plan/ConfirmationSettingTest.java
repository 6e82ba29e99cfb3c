package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.entraide.plan.settings.DeletionConfirmation;
import org.entraide.plan.settings.OrganiserSettings.Confirmation;
import org.entraide.plan.settings.Setting;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;

/** The setting by which organisers confirm deletions. */
class ConfirmationSettingTest extends SettingsTabFixture {

  // ---- the confirmation

  private static final Instant USED_AT = Instant.parse("2020-07-26T12:05:00Z");

  private static void use(Sheet sheet, int people) {
    sheet.kept = sheet.kept.with(new DeletionConfirmation.Used(USED_AT, people));
    sheet.write(sheet.changes());
  }

  @Test
  void aConfirmationCountsOnce() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    assertThat(sheet.cycle().confirmsDeletions()).isTrue();
    assertThat(sheet.settings().confirmsDeletions()).isTrue();

    use(sheet, 12);

    assertThat(sheet.cycle().confirmsDeletions()).isFalse();
    assertThat(sheet.settings().confirmation()).isEqualTo(Confirmation.USED);
    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS))
        .contains("26 juillet 2020", "13:05", "12 changements");
    assertThat(sheet.changes()).isEmpty();
  }

  @Test
  void aUseThatTheTabDoesNotShowYetCountsAndIsForgottenOnceItDoes() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    sheet.kept = sheet.kept.with(new DeletionConfirmation.Used(USED_AT, 12));

    assertThat(sheet.cycle().confirmation()).isEqualTo(Confirmation.USED);
    assertThat(sheet.kept.used()).isPresent();
    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS)).contains("12 changements");
    sheet.cycle();
    assertThat(sheet.kept.used()).isEmpty();
  }

  @Test
  void aUseIsForgottenWhenTheConfirmationIsCleared() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    sheet.kept = sheet.kept.with(new DeletionConfirmation.Used(USED_AT, 12));
    sheet.type(Setting.CONFIRM_DELETIONS, "").cycle();

    assertThat(sheet.kept.used()).isEmpty();
    assertThat(sheet.type(Setting.CONFIRM_DELETIONS, "oui").cycle().confirmsDeletions()).isTrue();
  }

  @Test
  void aConfirmationOfNothingSaysSo() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    use(sheet, 0);

    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS)).startsWith("Rien à confirmer");
    assertThat(sheet.settings().confirmsDeletions()).isFalse();
  }

  @Test
  void onceClearedItMayBeGivenAgain() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    use(sheet, 1);
    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS)).contains("1 changement.");
    sheet.type(Setting.CONFIRM_DELETIONS, "");
    sheet.cycle();

    assertThat(sheet.type(Setting.CONFIRM_DELETIONS, "oui").cycle().confirmsDeletions()).isTrue();
  }

  @Test
  void whereTheHiddenColumnIsLostAnOldYesCountsForNothing() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    use(sheet, 12);
    sheet.cycle();
    sheet.rows.subList(1, sheet.rows.size()).forEach(row -> row.set(4, Cell.EMPTY));

    assertThat(sheet.cycle().confirmsDeletions()).isFalse();
    assertThat(sheet.cycle().confirmsDeletions()).isFalse();
    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS)).contains("videz la cellule");
    sheet.type(Setting.CONFIRM_DELETIONS, "non").cycle();
    assertThat(sheet.type(Setting.CONFIRM_DELETIONS, "oui").cycle().confirmsDeletions()).isTrue();
  }

  @Test
  void anUnclearConfirmationIsNone() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    sheet.type(Setting.CONFIRM_DELETIONS, "oui mais pas Zoé");

    assertThat(sheet.cycle().confirmsDeletions()).isFalse();
    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS)).startsWith("Pas compris");
  }
}
