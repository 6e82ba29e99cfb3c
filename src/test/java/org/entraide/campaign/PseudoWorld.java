package org.entraide.campaign;

import static org.entraide.campaign.world.Titles.SETTINGS;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Table;
import org.entraide.campaign.world.FakeGeocoder;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.MemoryMailbox;
import org.entraide.campaign.world.MemoryTable;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Letterhead;
import org.entraide.config.MatchingSettings;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.settings.Setting;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.Row;
import org.entraide.table.Workbook;
import org.entraide.testkit.MovableClock;
import org.entraide.text.Texts;

/** The story in one language. */
final class PseudoWorld {
  final UnaryOperator<String> say;
  final Texts texts;
  final MovableClock clock = new MovableClock(Instant.parse("2020-03-26T12:00:00Z"));
  final Outage outage = new Outage();
  final MemoryTable table = new MemoryTable("sheet", ZoneId.of("Europe/London"), outage);
  final MemoryMailbox mailbox = new MemoryMailbox(PseudoCampaignFixture.DELEGATE, outage);
  final Set<String> looks = new LinkedHashSet<>();
  final Cycle cycle;
  final Set<String> references = new TreeSet<>();
  int answers;

  PseudoWorld(String language, UnaryOperator<String> say) {
    this.say = say;
    this.texts = Texts.of(language);
    table.tab(
        PseudoCampaignFixture.ANSWERS,
        "Form",
        true,
        PseudoCampaignFixture.TITLES.stream().map(say).toList());
    Ports ports =
        new Ports(
            new Watched(),
            Optional.empty(),
            address -> mailbox,
            new FakeGeocoder().with("Nordstadt", 0, 1).with("Fernau", -40, 1),
            Optional.empty(),
            new MemoryJournal(),
            clock,
            new SplittableRandom(1));
    cycle =
        new Cycle(
            settings(language),
            ports,
            InstallationIdentity.daemon("machine-1", true),
            Texts.languages().stream().map(Texts::of).toList());
  }

  static CampaignSettings settings(String language) {
    return new CampaignSettings(
        "x",
        Path.of("credentials.json"),
        "sheet",
        Optional.empty(),
        Optional.empty(),
        Locale.forLanguageTag(language),
        "GB",
        Letterhead.NONE,
        PseudoCampaignFixture.DELEGATE,
        Duration.ofSeconds(30),
        100,
        Duration.ofDays(90),
        Optional.of("Association X"),
        Optional.empty(),
        false,
        Optional.empty(),
        true,
        false,
        Map.of(),
        Map.of(),
        MatchingSettings.DEFAULTS,
        List.of());
  }

  void answer(String who, String... answered) {
    Map<String, String> texts = new HashMap<>();
    texts.put(PseudoCampaignFixture.NAME, who);
    texts.put(
        PseudoCampaignFixture.EMAIL,
        who.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
    texts.put(PseudoCampaignFixture.PLACE, "Nordstadt");
    texts.put(PseudoCampaignFixture.CONSENT, say.apply("Yes"));
    for (int i = 0; i < answered.length; i += 2) {
      boolean word = !PseudoCampaignFixture.NAMES.contains(answered[i]);
      texts.put(answered[i], word ? say.apply(answered[i + 1]) : answered[i + 1]);
    }
    LocalDateTime time = LocalDateTime.of(2020, 3, 24, 9, answers);
    answers++;
    Duration since = Duration.between(LocalDateTime.of(1899, 12, 30, 0, 0), time);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.number(since.toMillis() / 86_400_000.0, time.toString()));
    PseudoCampaignFixture.TITLES.stream()
        .skip(1)
        .forEach(t -> cells.add(Cell.text(texts.getOrDefault(t, ""))));
    table.row(PseudoCampaignFixture.ANSWERS, cells);
  }

  void settle() {
    for (int pass = 0; pass < 4; pass++) {
      try {
        cycle.run();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      clock.advance(Duration.ofMinutes(11));
    }
    for (int row = 1; row < table.rowCount(PseudoCampaignFixture.ANSWERS); row++) {
      references.add(table.text(PseudoCampaignFixture.ANSWERS, row, title(PersonColumn.REF)));
    }
  }

  // ---- hands

  void type(String who, PersonColumn column, String text) {
    table.type(PseudoCampaignFixture.ANSWERS, rowOf(who), title(column), say.apply(text));
  }

  /** Types a word and a reference into the status. */
  void typeReference(String who, String text, String ref) {
    table.type(
        PseudoCampaignFixture.ANSWERS,
        rowOf(who),
        title(PersonColumn.STATUS),
        say.apply(text) + ref);
  }

  void outcome(int row, String text) {
    table.type(World.LEDGER, row, texts.get(LedgerColumn.OUTCOME.titleKey()), say.apply(text));
  }

  void set(Setting setting, String text) {
    for (int row = 1; row < table.rowCount(SETTINGS); row++) {
      if (table.text(SETTINGS, row, 0).equals(texts.get(setting.labelKey()))) {
        table.type(SETTINGS, row, 1, say.apply(text));
      }
    }
  }

  // ---- what is shown

  String title(PersonColumn column) {
    return texts.get(column.titleKey());
  }

  int rowOf(String who) {
    for (int row = table.rowCount(PseudoCampaignFixture.ANSWERS) - 1; row > 0; row--) {
      if (table.text(PseudoCampaignFixture.ANSWERS, row, 2).equals(who)) {
        return row;
      }
    }
    throw new IllegalArgumentException("Nobody is called so.");
  }

  String shown(String who, PersonColumn column) {
    return table.text(PseudoCampaignFixture.ANSWERS, rowOf(who), title(column));
  }

  List<String> states() {
    List<String> states = new ArrayList<>();
    for (int row = 1; row < table.rowCount(World.LEDGER); row++) {
      states.add(table.text(World.LEDGER, row, texts.get(LedgerColumn.STATE.titleKey())));
    }
    return states;
  }

  /** Every text of ours: each tab but for its hidden columns, and the letters. */
  String everything() {
    List<String> all = new ArrayList<>();
    for (int row = 0; row < table.rowCount(PseudoCampaignFixture.ANSWERS); row++) {
      for (PersonColumn column : PersonColumn.values()) {
        if (column != PersonColumn.CHECK) {
          all.add(row + " " + table.text(PseudoCampaignFixture.ANSWERS, row, title(column)));
        }
      }
    }
    for (int tab : List.of(World.LEDGER, SETTINGS, PseudoCampaignFixture.DASHBOARD)) {
      int hidden = hidden(tab);
      for (int row = 0; row < table.rowCount(tab); row++) {
        for (int column = 0; column < 12; column++) {
          if (column != hidden) {
            all.add(row + " " + table.text(tab, row, column));
          }
        }
      }
    }
    mailbox.letters().forEach(letter -> all.addAll(List.of(letter.subject(), letter.body())));
    return String.join("\n", all);
  }

  int hidden(int tab) {
    return switch (tab) {
      case World.LEDGER -> table.column(tab, texts.get(LedgerColumn.CHECK.titleKey()));
      case SETTINGS -> table.column(tab, texts.get("settings.check"));
      default -> -1;
    };
  }

  /** The sheet, and what is told to people beside its cells. */
  final class Watched implements Table {
    @Override
    public Workbook read() throws RemoteFailure {
      return table.read();
    }

    @Override
    public Map<Integer, List<Row>> reread(Map<Integer, Set<Integer>> columns) throws RemoteFailure {
      return table.reread(columns);
    }

    @Override
    public Map<Integer, List<Row>> write(List<Change> changes, Map<Integer, Set<Integer>> readBack)
        throws RemoteFailure {
      changes.stream().flatMap(Watched::texts).forEach(looks::add);
      return table.write(changes, readBack);
    }

    @Override
    public void checkWritable() throws RemoteFailure {
      table.checkWritable();
    }

    static Stream<String> texts(Change change) {
      if (change instanceof Change.AddTab tab) {
        return Stream.of(tab.title());
      } else if (change instanceof Change.Note note) {
        return Stream.of(note.text());
      } else if (change instanceof Change.Choices choices) {
        return choices.words().stream();
      } else if (change instanceof Change.TintWord word) {
        return Stream.of(word.word());
      } else if (change instanceof Change.Warn warn) {
        return Stream.of(warn.why());
      } else if (change instanceof Change.Draw draw) {
        return Stream.of(draw.chart().title(), draw.chart().labelAxis(), draw.chart().valueAxis());
      }
      return Stream.empty();
    }

    @Override
    public Decorations decorations(Set<Integer> sheetIds) throws RemoteFailure {
      return table.decorations(sheetIds);
    }
  }
}
