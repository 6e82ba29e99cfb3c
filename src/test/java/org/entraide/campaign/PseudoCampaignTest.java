package org.entraide.campaign;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entraide.config.CampaignSettings;
import org.entraide.config.MatchingSettings;
import org.entraide.plan.LedgerColumn;
import org.entraide.plan.Letter;
import org.entraide.plan.PersonColumn;
import org.entraide.plan.Setting;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.Row;
import org.entraide.table.Workbook;
import org.entraide.text.PseudoLanguage;
import org.entraide.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One story told twice, by English people and by people of the pseudo-language, which is English
 * with other letters: what the daemon shows must be the same but for the letters.
 */
class PseudoCampaignTest {

  private static final int ANSWERS = 7;
  private static final int SETTINGS = 741_852_002;
  private static final int DASHBOARD = 741_852_003;
  private static final String DELEGATE = "delegate@example.org";
  private static final String NAME = "First and last name";
  private static final String EMAIL = "E-mail address";
  private static final String PHONE = "Telephone";
  private static final String PLACE = "Where do you live?";
  private static final String NEEDS = "What do you need help with?";
  private static final String OFFERS = "How can you help?";
  private static final String CAPACITY = "How many people can you help?";
  private static final String RADIUS = "How far can you travel?";
  private static final String LANGUAGES = "Which languages do you speak?";
  private static final String AGE = "How old are you?";
  private static final String RISK = "Are you at risk?";
  private static final String CONSENT = "Do you agree that your answers are used?";
  private static final List<String> TITLES =
      List.of(
          "Timestamp",
          EMAIL,
          NAME,
          PHONE,
          PLACE,
          NEEDS,
          OFFERS,
          CAPACITY,
          RADIUS,
          LANGUAGES,
          AGE,
          RISK,
          CONSENT,
          "What is your favourite colour?");

  /** What people call themselves, and where they live: no words. */
  private static final Set<String> NAMES = Set.of(NAME, EMAIL, PHONE, PLACE);

  private static final List<String> PROPER =
      List.of(
          "Ana Alba",
          "Bo Bell",
          "Cy Cole",
          "Dan Dell",
          "Eve Ender",
          "Fay Fell",
          "Gil Gant",
          "Ida Iles",
          "Jo Jarr",
          "Kim Kern",
          "Lou Lint",
          "Max Mohr",
          "Ana",
          "Bo",
          "Cy",
          "Dan",
          "Eve",
          "Jo",
          "Kim",
          "Lou",
          "Max",
          "Nordstadt",
          "Fernau",
          "Association X",
          "delegate@example.org",
          "machine-1",
          "7KQ47",
          "Bx",
          "Cx",
          "Dx",
          "Ex",
          "Kern",
          "Mohr");

  private final Told english = new Told("en", UnaryOperator.identity());
  private final Told pseudo = new Told(PseudoLanguage.CODE, PseudoLanguage::moved);
  private final List<Told> both = List.of(english, pseudo);

  @BeforeEach
  void people() {
    for (Told told : both) {
      told.answer("Ana Alba", NEEDS, "Doing the shopping");
      told.answer("Ana Alba", NEEDS, "Doing the shopping, Going to the pharmacy", AGE, "70 to 79");
      told.answer("Bo Bell", OFFERS, "Doing the shopping", CAPACITY, "two", RADIUS, "Any distance");
      told.answer("Cy Cole", OFFERS, "Going to the pharmacy", RADIUS, "3 miles");
      told.answer("Dan Dell", PLACE, "Fernau", NEEDS, "Someone to talk to", RISK, "Yes");
      told.answer("Eve Ender", OFFERS, "Someone to talk to", LANGUAGES, "English and French");
      told.answer("Fay Fell", NEEDS, "Doing the shopping", CONSENT, "No");
      told.answer("Gil Gant", PLACE, "Nirgends", NEEDS, "Doing the shopping");
      told.answer("Ida Iles", NEEDS, "Something else");
      told.answer("Jo Jarr", NEEDS, "Doing the shopping", EMAIL, "", PHONE, "07700 900123");
      told.answer("Kim Kern", NEEDS, "Moral support", AGE, "Under 18", LANGUAGES, "Flemish");
      told.answer("Lou Lint", NEEDS, "Looking after a pet", CONSENT, "maybe", CAPACITY, "loads");
      told.answer("Max Mohr", OFFERS, "I cannot go shopping", RADIUS, "20 minutes");
      told.settle();
    }
  }

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
    for (Told told : both) {
      told.type("Ida Iles", PersonColumn.INSTRUCTION, "Priority");
      told.type("Dan Dell", PersonColumn.INSTRUCTION, "on hold");
      told.type("Cy Cole", PersonColumn.INSTRUCTION, "Pauze");
      told.type("Gil Gant", PersonColumn.STATUS, "Signposted");
      told.type("Fay Fell", PersonColumn.STATUS, "withdrawn");
      told.type("Bo Bell", PersonColumn.CHECKED, "checked");
      told.type("Lou Lint", PersonColumn.INSTRUCTION, "whatever");
      told.typeReference("Jo Jarr", "Duplicate ", "7KQ47");
      told.typeReference("Max Mohr", "Duplicate ", told.shown("Eve Ender", PersonColumn.REF));
      told.settle();
    }
    assertSame();
    assertThat(english.shown("Dan Dell", PersonColumn.STATUS)).isEqualTo("Paused");
    assertThat(english.shown("Ida Iles", PersonColumn.EXPLANATION)).contains("Priority: goes");
    assertThat(english.shown("Cy Cole", PersonColumn.EXPLANATION)).contains("taken as “Pause”");
    assertThat(english.shown("Gil Gant", PersonColumn.EXPLANATION)).contains("Signposted by");
    assertThat(english.shown("Fay Fell", PersonColumn.EXPLANATION)).contains("Withdrawn at");
    assertThat(english.shown("Bo Bell", PersonColumn.EXPLANATION)).contains("Checked helper");
    assertThat(english.shown("Jo Jarr", PersonColumn.EXPLANATION))
        .contains("nobody has this reference");
    assertThat(english.shown("Eve Ender", PersonColumn.EXPLANATION)).contains("another reference");
    assertThat(english.shown("Max Mohr", PersonColumn.EXPLANATION))
        .startsWith("An organiser said that this is the same person");
  }

  @Test
  void outcomesThatAreNotedInThePseudoLanguageAreFollowed() {
    for (Told told : both) {
      told.mailbox.waiting().forEach(told.mailbox::send);
      told.settle();
      told.outcome(1, "Done");
      told.outcome(2, "no answer");
      told.outcome(3, "Accepted");
      told.settle();
    }
    assertSame();
    assertThat(english.states()).contains("Done", "No answer", "Accepted");
  }

  @Test
  void settingsThatAreTypedInThePseudoLanguageAreUnderstood() {
    for (Told told : both) {
      told.set(Setting.MAX_KM, "3 miles");
      told.set(Setting.CAPACITY, "4 people");
      told.set(Setting.HOLD_BACK, "one day and a half");
      told.set(Setting.POLICY, "best fit");
      told.set(Setting.MAX_WAITING_DRAFTS, "1 draft");
      told.settle();
    }
    assertSame();
    for (Told told : both) {
      told.set(Setting.HOLD_BACK, "a day 2 hours");
      told.set(Setting.SUSPEND, "yes");
      told.settle();
    }
    assertSame();
    assertThat(english.everything()).contains("1 day", "Everything is suspended by an organiser");
    for (Told told : both) {
      told.set(Setting.SUSPEND, "no");
      told.settle();
    }
    assertSame();
  }

  @Test
  void aMailboxThatWasEmptiedIsToldInThePseudoLanguage() {
    for (Told told : both) {
      for (int i = 1; i <= 4; i++) {
        String letter = String.valueOf((char) ('A' + i));
        told.answer(
            "Kim Kern",
            NEEDS,
            "Paperwork",
            EMAIL,
            "k" + i + "@example.org",
            NAME,
            letter + "x Kern");
        told.answer(
            "Max Mohr",
            OFFERS,
            "Paperwork",
            EMAIL,
            "m" + i + "@example.org",
            NAME,
            letter + "x Mohr");
      }
      told.settle();
      told.mailbox.waiting().forEach(told.mailbox::discard);
      told.settle();
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

  // ---- comparing

  private void assertSame() {
    assertThat(pseudo.everything().lines().map(PseudoCampaignTest::withoutAnd).toList())
        .containsExactlyElementsOf(english.everything().lines().map(this::expected).toList());
  }

  private String expected(String text) {
    String bare = text.replace(", and ", ", ").replace(" and ", ", ");
    return PseudoLanguage.movedBut(kept(), bare);
  }

  /** Lists have no word in a language that ICU does not know. */
  private static String withoutAnd(String text) {
    return text.replace(", naq ", ", ").replace(" naq ", ", ");
  }

  /** References, names and places stay as they are. */
  private Pattern kept() {
    Set<String> kept = new TreeSet<>(Collections.reverseOrder());
    kept.addAll(PROPER);
    kept.addAll(english.references);
    return Pattern.compile(
        kept.stream().map(Pattern::quote).collect(joining("|", "M-[0-9A-Z]+|\\b(?:", ")\\b")));
  }

  /** The story in one language. */
  private static final class Told {
    private final UnaryOperator<String> say;
    private final Texts texts;
    private final MovableClock clock = new MovableClock(Instant.parse("2020-03-26T12:00:00Z"));
    private final Outage outage = new Outage();
    private final MemoryTable table = new MemoryTable("sheet", ZoneId.of("Europe/London"), outage);
    private final MemoryMailbox mailbox = new MemoryMailbox(DELEGATE, outage);
    private final Set<String> looks = new LinkedHashSet<>();
    private final Cycle cycle;
    private final Set<String> references = new TreeSet<>();
    private int answers;

    Told(String language, UnaryOperator<String> say) {
      this.say = say;
      this.texts = Texts.of(language);
      table.tab(ANSWERS, "Form", true, TITLES.stream().map(say).toList());
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
              Signature.daemon("machine-1", true),
              Texts.languages().stream().map(Texts::of).toList());
    }

    private static CampaignSettings settings(String language) {
      return new CampaignSettings(
          "x",
          Path.of("credentials.json"),
          "sheet",
          Optional.empty(),
          Optional.empty(),
          Locale.forLanguageTag(language),
          "GB",
          DELEGATE,
          Duration.ofSeconds(30),
          100,
          Duration.ofDays(90),
          Optional.of("Association X"),
          Optional.empty(),
          false,
          Optional.empty(),
          Map.of(),
          Map.of(),
          MatchingSettings.DEFAULTS,
          List.of());
    }

    void answer(String who, String... answered) {
      Map<String, String> texts = new HashMap<>();
      texts.put(NAME, who);
      texts.put(EMAIL, who.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
      texts.put(PLACE, "Nordstadt");
      texts.put(CONSENT, say.apply("Yes"));
      for (int i = 0; i < answered.length; i += 2) {
        boolean word = !NAMES.contains(answered[i]);
        texts.put(answered[i], word ? say.apply(answered[i + 1]) : answered[i + 1]);
      }
      LocalDateTime time = LocalDateTime.of(2020, 3, 24, 9, answers);
      answers++;
      Duration since = Duration.between(LocalDateTime.of(1899, 12, 30, 0, 0), time);
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.number(since.toMillis() / 86_400_000.0, time.toString()));
      TITLES.stream().skip(1).forEach(t -> cells.add(Cell.text(texts.getOrDefault(t, ""))));
      table.row(ANSWERS, cells);
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
      for (int row = 1; row < table.rowCount(ANSWERS); row++) {
        references.add(table.text(ANSWERS, row, title(PersonColumn.REF)));
      }
    }

    // ---- hands

    void type(String who, PersonColumn column, String text) {
      table.type(ANSWERS, rowOf(who), title(column), say.apply(text));
    }

    /** Types a word and a reference into the status. */
    void typeReference(String who, String text, String ref) {
      table.type(ANSWERS, rowOf(who), title(PersonColumn.STATUS), say.apply(text) + ref);
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

    private String title(PersonColumn column) {
      return texts.get(column.titleKey());
    }

    private int rowOf(String who) {
      for (int row = table.rowCount(ANSWERS) - 1; row > 0; row--) {
        if (table.text(ANSWERS, row, 2).equals(who)) {
          return row;
        }
      }
      throw new IllegalArgumentException("Nobody is called so.");
    }

    String shown(String who, PersonColumn column) {
      return table.text(ANSWERS, rowOf(who), title(column));
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
      for (int row = 0; row < table.rowCount(ANSWERS); row++) {
        for (PersonColumn column : PersonColumn.values()) {
          if (column != PersonColumn.CHECK) {
            all.add(row + " " + table.text(ANSWERS, row, title(column)));
          }
        }
      }
      for (int tab : List.of(World.LEDGER, SETTINGS, DASHBOARD)) {
        int hidden = hidden(tab);
        for (int row = 0; row < table.rowCount(tab); row++) {
          for (int column = 0; column < 12; column++) {
            if (column != hidden) {
              all.add(row + " " + table.text(tab, row, column));
            }
          }
        }
      }
      for (Letter letter : mailbox.letters()) {
        all.add(letter.subject());
        all.add(letter.body());
      }
      return String.join("\n", all);
    }

    private int hidden(int tab) {
      return switch (tab) {
        case World.LEDGER -> table.column(tab, texts.get(LedgerColumn.CHECK.titleKey()));
        case SETTINGS -> table.column(tab, texts.get("settings.check"));
        default -> -1;
      };
    }

    /** The sheet, and what is told to people beside its cells. */
    private final class Watched implements Table, Appearance {
      @Override
      public Workbook read() throws RemoteFailure {
        return table.read();
      }

      @Override
      public Map<Integer, List<Row>> reread(Map<Integer, Set<Integer>> columns)
          throws RemoteFailure {
        return table.reread(columns);
      }

      @Override
      public Map<Integer, List<Row>> write(
          List<Change> changes, Map<Integer, Set<Integer>> readBack) throws RemoteFailure {
        changes.stream().flatMap(Watched::texts).forEach(looks::add);
        return table.write(changes, readBack);
      }

      @Override
      public void checkWritable() throws RemoteFailure {
        table.checkWritable();
      }

      private static Stream<String> texts(Change change) {
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
          return Stream.of(
              draw.chart().title(), draw.chart().labelAxis(), draw.chart().valueAxis());
        }
        return Stream.empty();
      }

      @Override
      public Decorations decorations(Set<Integer> sheetIds) throws RemoteFailure {
        return table.decorations(sheetIds);
      }
    }
  }
}
