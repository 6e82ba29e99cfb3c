package org.entraide.campaign.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.Table;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.prepare.AppearanceRepair;
import org.entraide.plan.prepare.FormerWords;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** Adds the columns, tabs and marks that a sheet lacks. */
final class MissingPartsWriter {

  private final Table table;
  private final EffectJournal journalled;
  private final Texts texts;
  private final List<Texts> languages;

  /**
   * @param texts the words of the sheet
   * @param languages all that are spoken
   */
  MissingPartsWriter(Table table, EffectJournal journalled, Texts texts, List<Texts> languages) {
    this.table = table;
    this.journalled = journalled;
    this.texts = texts;
    this.languages = languages;
  }

  /**
   * Adds what is missing, without formats and charts where these are refused: one chart too many
   * must not stop the campaign.
   *
   * @param along what is written in the same request
   */
  void write(SheetEffect.Prepare effect, List<Change> along) throws RemoteFailure {
    List<Change> needed = with(effect.needed(), along);
    String count = String.valueOf(needed.size());
    try {
      write(count, with(looks(effect), along));
    } catch (RemoteFailure e) {
      if (e.kind() != RemoteFailure.Kind.REJECTED) {
        throw e;
      }
      if (!needed.isEmpty()) {
        prepareBare(count, needed);
      }
    }
  }

  /** With what an earlier version made, in the words of today: for one read, once. */
  private List<Change> looks(SheetEffect.Prepare effect) throws RemoteFailure {
    if (effect.former().isEmpty()) {
      return effect.all();
    }
    SheetLayout layout = effect.former().get();
    Decorations decorations = table.decorations(AppearanceRepair.tabs(layout));
    return with(
        effect.all(), FormerWords.looks(layout, decorations.with(effect.all()), texts, languages));
  }

  private static List<Change> with(List<Change> changes, List<Change> along) {
    return Stream.concat(changes.stream(), along.stream()).toList();
  }

  /** A tab that is added twice is refused: two daemons may prepare a sheet in the same second. */
  private void prepareBare(String count, List<Change> needed) throws RemoteFailure {
    try {
      write(count, needed);
    } catch (RemoteFailure e) {
      if (e.kind() == RemoteFailure.Kind.REJECTED && isThereByNow(needed)) {
        throw RemoteFailure.of(RemoteFailure.Kind.CONFLICT, Message.of("campaign.same_tabs"));
      }
      throw e;
    }
  }

  private boolean isThereByNow(List<Change> needed) throws RemoteFailure {
    Set<Integer> tabs = new HashSet<>();
    table.read().tabs().forEach(tab -> tabs.add(tab.sheetId()));
    return needed.stream()
        .anyMatch(change -> change instanceof Change.AddTab tab && tabs.contains(tab.sheetId()));
  }

  private void write(String count, List<Change> changes) throws RemoteFailure {
    journalled.run("prepare", count, () -> table.write(changes, Map.of()));
  }
}
