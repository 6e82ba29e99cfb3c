package org.entraide.docs;

import com.ibm.icu.text.MessagePattern;
import com.sun.source.tree.CompilationUnitTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.text.Texts;

/** The tables of everything that the program can say, as Markdown. */
final class Messages {

  /**
   * One table.
   *
   * @param sources which classes' messages stand in it
   * @param follows what follows where the place that says it does not tell
   */
  private record Section(String title, String introduction, Pattern sources, String follows) {
    private Section(String title, String introduction, String sources, String follows) {
      this(title, introduction, Pattern.compile(sources), follows);
    }
  }

  /** The first that fits a class has its messages. */
  private static final List<Section> SECTIONS =
      List.of(
          new Section(
              "The configuration",
              "`FILE:LINE: KEY: …`, everything that is wrong at once. Mend the lines, then start"
                  + " again; a running daemon goes on with what it read at its start.",
              "config\\..*",
              "ends with 78"),
          new Section(
              "What the doctor finds",
              "One line each, with the cause and the fix; the worst of them decides the exit code.",
              "doctor\\..*|action\\.DoctorAction|wiring\\.GeocoderAdvice",
              "a finding"),
          new Section(
              "Signing in, keys and tokens",
              "*Signing in to Google failed: …*, or the name of the file and then what is wrong"
                  + " with it. One delegate's sign-in stops that delegate's drafts only.",
              "google\\.(signin\\..*|auth\\..*|wire\\.Token.*|wire\\.SignIn.*"
                  + "|wire\\.Authorized.*)|file\\.SecretLine|cli\\.AuthCommand|action\\.AuthAction"
                  + "|(action|wiring)\\.SignIn.*",
              "that sign-in rests until it is mended; 77"),
          new Section(
              "Google's services",
              "Each begins with what was being done (*Reading the spreadsheet*, *Leaving a draft in"
                  + " the delegate's mailbox* …), then *failed:* and the reason, then what to do."
                  + " [wire-faults.md](../docs/wire-faults.md) shows what each costs.",
              "google\\..*",
              "part of a message: why, or what to do"),
          new Section(
              "The state directory",
              "The name of the file, the cause, and what to do. Nothing was lost that the sheet and"
                  + " the mailbox do not have: see [administration.md](../docs/administration.md).",
              "journal\\..*",
              "ends with 1"),
          new Section(
              "The daemon",
              "In the log, and in `bin/entraide status`; each line names its campaign.",
              "alert\\..*|campaign\\..*|resilience\\..*|group\\..*|plan\\..*|metrics\\..*|service\\..*|run\\.(?!Campaign).*"
                  + "|wiring\\.(Installation|IgnoredSettings)|match\\..*",
              "the log only; it goes on"),
          new Section(
              "Files that are read",
              "`FILE:LINE:COLUMN: …`. A row that is wrong is left out and stops nothing else; the"
                  + " command then ends with 3. A file that is wrong as a whole ends it with 2.",
              "file\\..*|matchfile\\..*|placefile\\..*|place\\.postcode\\..*",
              "the row is left out (3), or the file is refused (2)"),
          new Section(
              "Geocoders",
              "In the log and from `bin/entraide doctor`. While one does not answer, places are"
                  + " found offline.",
              "place\\..*",
              "asked again later"),
          new Section(
              "Commands",
              "On standard error, after *entraide:*. What a command prints when all is well stands"
                  + " here, too.",
              "(cli|action|run|wiring)\\..*|[A-Z]\\w+",
              "the command goes on, or ends with 1 or 2"));

  /** Ordinary output, not a message about anything. */
  private static final Pattern NO_MESSAGES =
      Pattern.compile(
          "sandbox\\..*|cli\\.(status\\.(MatchingLine|StatusLine|GroupLines)|shell\\.ProgressBar|ExplainedPlace)"
              + "|action\\.LetterPreview|plan\\.(letter\\.LetterCases|settings\\.(SettingWords|DeletionConfirmation)|write\\.ColumnShiftHit)"
              + "|google\\.signin\\.(ConsentBoxes|ClosingPage)|metrics\\.\\w*Metrics"
              + "|people\\..*|place\\.(?!online|postcode).*|place\\.online\\.(query\\.CountryCodes|QuestionHash)"
              + "|place\\.index\\..*|match\\.(policy\\.Coverage|core\\.PairCertificate)|text\\..*|table\\..*"
              + "|form\\..*|livecheck\\..*|.*package-info");

  /** Texts of the sheet that tell what is wrong or what happened; columns' notes do not. */
  private static final List<String> SHEET =
      List.of("dashboard.wrong.", "campaign.", "explain.", "ledger.explain.", "reason.", "people.");

  /** Texts that commands show, also in logs in English. */
  private static final List<String> COMMANDS =
      List.of("google.", "config.", "journal.", "cli.", "doctor.", "setup.");

  private Messages() {}

  /** Everything that the program can say to who runs it, in the order of the classes. */
  static Set<Said> said() throws IOException {
    Set<Said> said = new LinkedHashSet<>();
    Predicate<String> noMessages = NO_MESSAGES.asMatchPredicate();
    for (CompilationUnitTree unit : Sources.parsed(noMessages.negate())) {
      String source = Sources.name(Path.of(unit.getSourceFile().getName()));
      new SaidScanner(source, said::add).scan(unit, null);
    }
    return said;
  }

  /** The tables, one after the other. */
  static String tables() throws IOException {
    List<Said> left = new ArrayList<>(said());
    StringBuilder page = new StringBuilder();
    for (Section section : SECTIONS) {
      Predicate<String> within = section.sources().asMatchPredicate();
      Set<String> rows = new LinkedHashSet<>();
      left.stream().filter(s -> within.test(s.source())).forEach(s -> rows.add(row(s, section)));
      left.removeIf(s -> within.test(s.source()));
      page.append(head(section.title(), section.introduction(), "it says | what follows"));
      rows.forEach(page::append);
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("No table has the messages of " + left);
    }
    page.append(
        words(
            "What commands say in both languages",
            "Parts and whole sentences: *google.* where Google is asked, *config.* after the"
                + " file, the line and the key, *journal.* after the file or the database.",
            COMMANDS));
    return page.append(
            words(
                "What stands in the sheet",
                "On the dashboard, beside answers and in the ledger, for organisers, in the"
                    + " campaign's language. Each says what happened, or what is missing and what"
                    + " to do.",
                SHEET))
        .toString();
  }

  private static String head(String title, String introduction, String columns) {
    return "\n## %s\n\n%s\n\n| %s |\n|---|---|\n".formatted(title, wrapped(introduction), columns);
  }

  private static String row(Said said, Section section) {
    String follows = said.follows().isEmpty() ? section.follows() : said.follows();
    return "| %s | %s |\n".formatted(cell(said.text()), follows);
  }

  private static String words(String title, String introduction, List<String> keys) {
    Texts english = Texts.of("en");
    Texts french = Texts.of("fr");
    String rows =
        english.keys().stream()
            .filter(key -> keys.stream().anyMatch(key::startsWith))
            .sorted()
            .filter(key -> plain(english.pattern(key)).split("\\s+").length >= 4)
            .map(
                key ->
                    "| %s | %s |\n"
                        .formatted(
                            cell(plain(english.pattern(key))), cell(plain(french.pattern(key)))))
            .distinct()
            .collect(Collectors.joining());
    return head(title, introduction, "English | français") + rows;
  }

  /** An ICU pattern with its last variant ("other") and … for what is put in. */
  static String plain(String icu) {
    MessagePattern pattern = new MessagePattern(icu);
    return message(icu, pattern, 0).replaceAll("\\s+", " ").strip();
  }

  private static String message(String icu, MessagePattern pattern, int start) {
    StringBuilder words = new StringBuilder();
    int at = pattern.getPart(start).getLimit();
    int limit = pattern.getLimitPartIndex(start);
    for (int i = start + 1; i <= limit; i++) {
      MessagePattern.Part part = pattern.getPart(i);
      words.append(icu, at, part.getIndex());
      at = part.getLimit();
      if (part.getType() == MessagePattern.Part.Type.ARG_START) {
        int end = pattern.getLimitPartIndex(i);
        words.append(argument(icu, pattern, i, end));
        at = pattern.getPart(end).getLimit();
        i = end;
      } else if (part.getType() == MessagePattern.Part.Type.REPLACE_NUMBER) {
        words.append('…');
      }
    }
    return words.toString();
  }

  private static String argument(String icu, MessagePattern pattern, int start, int end) {
    String chosen = "…";
    for (int i = start + 1; i < end; i++) {
      if (pattern.getPart(i).getType() == MessagePattern.Part.Type.MSG_START) {
        chosen = message(icu, pattern, i);
        i = pattern.getLimitPartIndex(i);
      }
    }
    return chosen;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }

  private static String wrapped(String text) {
    return text.replaceAll("(.{60,145}) (?=.{30})", "$1\n");
  }
}
