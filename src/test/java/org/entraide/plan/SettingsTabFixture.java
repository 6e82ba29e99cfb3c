package org.entraide.plan;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.config.HoldBack;
import org.entraide.match.model.Policy;
import org.entraide.people.word.GroupName;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.settings.GroupLimitLines;
import org.entraide.plan.settings.KeptGroups;
import org.entraide.plan.settings.KeptSettings;
import org.entraide.plan.settings.OrganiserSettings;
import org.entraide.plan.settings.Setting;
import org.entraide.plan.settings.SettingsTab;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/** A tab of settings as organisers leave it. */
public abstract class SettingsTabFixture {

  public static final Texts FRENCH = Folk.LANGUAGES.get(0);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final SettingsTab.Configured CONFIGURED =
      new SettingsTab.Configured(5, 3, HoldBack.of(Duration.ofHours(1)), Policy.STABLE, 100, false);
  private static final SheetLayout LAYOUT = layout();

  private static SheetLayout layout() {
    List<Cell> header =
        List.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins").stream()
            .map(Cell::text)
            .toList();
    Tab tab = new Tab(1, "A", true, 1000, 26, List.of(new Row(0, header)), Map.of());
    try {
      return SheetLayout.of(
              new Workbook("book", "E", "fr_FR", ZoneOffset.UTC, List.of(tab)),
              Optional.empty(),
              Map.of(),
              Folk.LANGUAGES)
          .prepared();
    } catch (SheetLayout.Unusable e) {
      throw new IllegalStateException(e);
    }
  }

  /** A tab in memory, with the hands that edit it. */
  public static final class Sheet {
    public final List<List<Cell>> rows = new ArrayList<>();
    public Texts texts = FRENCH;
    public KeptSettings kept = KeptSettings.NOTHING;

    /** Of the groups that rows name. */
    public List<GroupName> names = List.of();

    public Sheet() {
      rows.add(texts(List.of("Réglage", "Valeur", "Compris", "Sens", "Contrôle")));
    }

    /** As it is once the daemon filled it. */
    public static Sheet filled() {
      Sheet sheet = new Sheet();
      sheet.cycle();
      return sheet;
    }

    public static List<Cell> texts(List<String> texts) {
      return new ArrayList<>(texts.stream().map(Cell::text).toList());
    }

    SettingsTab read() {
      KeptSettings whole = kept.with(new KeptGroups(kept.groups().limits(), Optional.of(names)));
      return read(whole);
    }

    /** As it is read before rows are. */
    public SettingsTab withoutNames() {
      return read(kept.with(KeptGroups.ofJournal(kept.groups().limits())));
    }

    public GroupLimitLines groups() {
      return read().groups(names);
    }

    private SettingsTab read(KeptSettings kept) {
      List<Row> read = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        read.add(new Row(i, rows.get(i)));
      }
      return SettingsTab.readRows(LAYOUT, read, CONFIGURED, Folk.LANGUAGES, kept);
    }

    /** What the daemon would write. */
    public List<Change> changes() {
      return read().changes(texts, LONDON);
    }

    public OrganiserSettings settings() {
      return read().settings();
    }

    /** One cycle of the daemon, with its journal. */
    public OrganiserSettings cycle() {
      OrganiserSettings settings = settings();
      List<Change> changes = changes();
      kept = read().keep().with(groups().keep());
      write(changes);
      return settings;
    }

    void write(List<Change> changes) {
      for (Change change : changes) {
        if (change instanceof Change.SetCell cell) {
          rows.get(cell.row()).set(cell.column(), Cell.text(cell.text()));
        } else {
          ((Change.AppendRows) change).rows().forEach(row -> rows.add(texts(row)));
        }
      }
    }

    public int row(Setting setting) {
      for (int i = 1; i < rows.size(); i++) {
        if (rows.get(i).get(0).text().equals(FRENCH.get(setting.labelKey()))) {
          return i;
        }
      }
      throw new IllegalArgumentException("No row is labelled so.");
    }

    public Sheet type(Setting setting, Cell cell) {
      rows.get(row(setting)).set(1, cell);
      return this;
    }

    public Sheet type(Setting setting, String text) {
      return type(setting, Cell.text(text));
    }

    public String understood(Setting setting) {
      return rows.get(row(setting)).get(2).text();
    }

    public String check(Setting setting) {
      return rows.get(row(setting)).get(4).text();
    }
  }
}
