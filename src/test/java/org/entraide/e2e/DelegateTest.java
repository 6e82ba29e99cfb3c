package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.e2e.Town.ANA;
import static org.entraide.e2e.Town.BO;
import static org.entraide.e2e.Town.CY;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a delegate does with drafts, and what rows say of it. */
@Tag("long")
@NullMarked
class DelegateTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"SEND_404_NEWID", "SEND_WRAPPER_KEPT", "SEND_SAMEID_LABELSWAP"})
  void aLetterThatWasSentIsSeenInTheNextCycleHoweverGmailShowsIt(String mode) {
    try (World world = drafted()) {
      String introduction = introduction(world);
      world.send(introduction, OfficeJson.object().put("mode", mode));
      world.cycle();

      assertThat(world.ledger().lines().get(0).get("État")).isEqualTo("Envoyée");
      assertThat(world.ledger().lines().get(0).get("Envoyé le")).matches("\\d\\d/\\d\\d/\\d{4}");
      assertThat(world.rowOf(ANA).status()).isEqualTo("Mis en relation");
      assertThat(world.rowOf(BO).status()).isEqualTo("Mis en relation");
      assertThat(world.cycle().lines()).isEmpty();
    }
  }

  @Test
  void aDraftThatWasThrownAwayCountsAsDiscardedAfterTenMinutesAndAnotherIsProposed() {
    try (World world = drafted()) {
      String introduction = introduction(world);
      world.answer(Town.cy());
      world.settle();
      world.discard(introduction);
      world.settle();
      world.time.advance(Duration.ofMinutes(9));
      world.settle();
      assertThat(world.ledger().lines()).hasSize(1);
      assertThat(world.ledger().lines().get(0).get("État")).isEqualTo("Brouillon prêt");
      assertThat(world.ledger().lines().get(0).explanation()).contains("dix minutes");

      world.time.advance(Duration.ofMinutes(2));
      world.settle();

      assertThat(world.ledger().only("Réf", introduction).get("État")).isEqualTo("Écartée");
      assertThat(Town.pairs(world))
          .containsExactly(
              world.rowOf(ANA).ref() + " " + world.rowOf(BO).ref(),
              world.rowOf(ANA).ref() + " " + world.rowOf(CY).ref());
      assertThat(world.rowOf(BO).status()).isEqualTo("Disponible");
      assertThat(world.rowOf(CY).status()).isEqualTo("Brouillon prêt");
    }
  }

  @Test
  void withoutAnotherHelperADiscardedPairStaysApart() {
    try (World world = drafted()) {
      world.discard(introduction(world));
      world.settleSlowly();
      world.settleSlowly();

      assertThat(world.ledger().lines()).hasSize(1);
      assertThat(world.drafted()).isEmpty();
      assertThat(world.rowOf(ANA).status()).isEqualTo("En attente");
      assertThat(world.rowOf(ANA).explanation()).contains("déjà été présenté");
    }
  }

  @Test
  void aDraftThatComesBackFromTheTrashWasNeverDiscarded() {
    try (World world = drafted()) {
      JsonNode draft = world.draft(introduction(world));
      world.post(
          "mailboxes/%s/drafts/%s/discard"
              .formatted(SampleOffice.DELEGATE, draft.path("draftId").asText()),
          OfficeJson.object().put("trash", true));
      world.settle();
      world.time.advance(Duration.ofMinutes(5));
      world.post(
          "mailboxes/%s/messages/%s/restore"
              .formatted(SampleOffice.DELEGATE, draft.path("id").asText()),
          OfficeJson.object());
      world.settleSlowly();

      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void whatTheDelegateWroteIsTheirs() {
    try (World world = drafted()) {
      String introduction = introduction(world);
      world.edit(introduction, OfficeJson.object().put("text", "Tout autre chose."));
      List<byte[]> before = world.rawDrafts();
      world.settleSlowly();
      world.restart();
      world.settleSlowly();

      assertThat(world.rawDrafts()).hasSize(1);
      assertThat(world.rawDrafts().get(0)).isEqualTo(before.get(0));
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void aLetterWithAnotherSubjectWasSentAllTheSame() {
    try (World world = drafted()) {
      String introduction = introduction(world);
      world.edit(
          introduction,
          OfficeJson.object().put("subject", "Pour vous deux [" + introduction + "]"));
      world.send(introduction);
      world.settleSlowly();

      assertThat(world.ledger().lines().get(0).get("État")).isEqualTo("Envoyée");
      assertThat(world.ledger().lines()).hasSize(1);
    }
  }

  @Test
  void rowsOfAMailboxWhoseQuotaIsUsedUpAreWrittenOnce() {
    try (World world = World.sample(directory, 60).configured("max_waiting_drafts = 2")) {
      world.fault(Faults.Rule.next(0, "gmail.write", FaultEffect.GMAIL_DAILY));
      assertThat(world.cycle().lines()).anyMatch(effect -> effect.startsWith("write "));

      world.time.advance(Duration.ofMinutes(1));

      assertThat(world.cycle().lines()).isEmpty();
    }
  }

  /** As one that a daemon asked for, and that came when its successor had left another. */
  @Test
  void ofTwoDraftsOfOneIntroductionTheNewerGoesUnlessTheDelegateTouchedIt() {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.fault(Faults.Rule.next(1, "gmail.write", FaultEffect.UNAVAILABLE));
      world.settle();
      assertThat(world.drafted()).isEmpty();
      for (int i = 0;
          i < 6 && world.drafted().isEmpty();
          i++) { // until nobody looks for it any more
        world.time.advance(Duration.ofMinutes(5));
        world.settle();
      }
      String introduction = introduction(world);
      byte[] raw = world.rawDrafts().get(0);
      String touched = world.write(raw);
      world.edit(touched);
      world.settle();
      assertThat(world.drafted()).containsExactly(introduction, introduction);
      world.throwAway(touched);

      world.write(raw);
      world.settle();

      assertThat(world.drafted()).containsExactly(introduction);
      world.send(introduction);
      world.settle();
      assertThat(world.ledger().only("Réf", introduction).get("État")).isEqualTo("Envoyée");
    }
  }

  @Test
  void anEditedDraftCostsOneLookAndNotOneACycle() {
    try (World world = drafted()) {
      world.edit(introduction(world), OfficeJson.object().put("text", "Tout autre chose."));
      world.cycle();
      world.requests();

      assertThat(world.cycle().lines()).isEmpty();
      assertThat(world.requests()).isEqualTo(Map.of("sheets.read", 1, "gmail.read", 1));
    }
  }

  @Test
  void aDelegateIsNeverBuried() {
    try (World world = World.sample(directory, 60).configured("max_waiting_drafts = 2")) {
      world.settle();
      assertThat(world.drafted()).hasSize(2);
      assertThat(world.ledger().lines()).hasSize(2);
      assertThat(world.answers().where("Statut", "Proposé"))
          .hasSizeGreaterThan(4)
          .anyMatch(line -> line.explanation().contains("2 au plus"));

      world.send(world.drafted().get(0));
      world.settle();

      assertThat(world.drafted()).hasSize(2);
      assertThat(world.ledger().lines()).hasSize(3);
      Town.assertNothingDoubled(world);
    }
  }

  @Test
  void aMailboxThatRefusesStopsOnlyDrafts() {
    try (World world = World.empty(directory)) {
      world.office.accounts().withdrawDelegation(SampleOffice.ACCOUNT, SampleOffice.DELEGATE);
      world.answer(Town.ana());
      world.answer(Town.bo());

      CycleReport report = world.cycle();

      assertThat(report.completed()).isTrue();
      assertThat(report.troubles()).extracting(Trouble::kind).contains(Trouble.Kind.PERMISSION);
      assertThat(world.rowOf(ANA).status()).isEqualTo("Proposé");
      assertThat(world.rowOf(ANA).explanation()).contains("boîte du délégué ne répond pas");
      assertThat(world.cycle().lines()).isEmpty();

      world
          .office
          .accounts()
          .delegation(
              SampleOffice.ACCOUNT,
              SampleOffice.DELEGATE,
              Set.of(
                  "https://www.googleapis.com/auth/gmail.compose",
                  "https://www.googleapis.com/auth/gmail.metadata"));
      world.settle();
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  private World drafted() {
    World world = World.empty(directory);
    world.answer(Town.ana());
    world.answer(Town.bo());
    world.settle();
    return world;
  }

  private static String introduction(World world) {
    return world.ledger().lines().get(0).ref();
  }
}
