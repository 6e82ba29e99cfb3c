package org.entraide.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No sentence is glued together in code, where another language could not turn it round.
 *
 * <p>How it tells: a string with a letter and a space that is beside a {@code +} whose other side
 * is no string, or before {@code .formatted(}. What a statement makes an exception of is for
 * whoever repairs the program, and so is what is listed here.
 */
class GluedTextTest {

  private static final Path MAIN = Path.of("src/main/java/org/entraide");
  private static final List<String> PACKAGES =
      List.of("plan", "people", "form", "place", "campaign");

  private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)\\*/|(?<![:\"])//[^\n]*");
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
  private static final Pattern WORDS = Pattern.compile("\\p{L}[,.:;]? | \\p{L}");
  private static final Pattern EXCEPTION =
      Pattern.compile("new \\w*(?:Exception|Error|Problem)\\(|RemoteFailure\\s*\\.of\\(");

  /** By file, what is for administrators, who read English, or for no person at all. */
  private static final Map<String, Set<String>> EXCEPTIONS =
      new TreeMap<>(
          Map.ofEntries(
              // what never leaves a debugger
              Map.entry("plan/write/ColumnShiftHit.java", Set.of(" rows]")),
              // titles of cases, for the administrator
              Map.entry(
                  "plan/letter/LetterCases.java",
                  Set.of(
                      ", follow-up",
                      "follow-up ",
                      "introduction ",
                      "name not written: ",
                      "need: ",
                      "question: ")),
              // what a pass did, or would do: the log and --dry-run
              Map.entry(
                  "campaign/model/MailEffect.java",
                  Set.of(
                      "draft ",
                      " for ",
                      "draft a follow-up of ",
                      "delete the follow-up of ",
                      "delete the draft of ",
                      "delete the second draft of ")),
              Map.entry(
                  "campaign/model/JournalEffect.java",
                  Set.of("erase ", "remember ", " introductions")),
              Map.entry(
                  "campaign/model/SheetEffect.java",
                  Set.of(
                      "prepare ",
                      " columns or tabs",
                      "put back ",
                      " cells",
                      "ledger ",
                      "write ",
                      "forget ",
                      " rows of the ledger")),
              Map.entry("campaign/apply/CarryOverWriter.java", Set.of(" rows")),
              Map.entry("campaign/apply/SheetWriter.java", Set.of(" rows")),
              // files that an administrator asks for
              Map.entry("campaign/rights/Extract.java", Set.of("hashes of contacts: ", "note: ")),
              // lines of entraide.toml
              Map.entry(
                  "campaign/setup/FormSetup.java", Set.of("form = \\\"", "spreadsheet = \\\"")),
              // remembered in a hidden cell
              Map.entry("plan/settings/DeletionConfirmation.java", Set.of("used ")),
              // keys of maps, and what a debugger shows
              Map.entry("people/profile/RowAnswers.java", Set.of("column ", "grid ")),
              Map.entry("people/profile/FormAnswers.java", Set.of(" texts, ", " lists]")),
              // what doctor says of services and files
              Map.entry("place/online/ServiceCalls.java", Set.of("HTTP ")),
              Map.entry(
                  "place/postcode/Recognition.java",
                  Set.of("it has %d columns between tabs: %s", "its first row is ")),
              Map.entry("place/postcode/Rows.java", Set.of("%d cells where %d are needed"))));

  @Test
  void noTextForPeopleIsGluedTogetherInCode() throws IOException {
    Map<String, Set<String>> glued = new TreeMap<>();
    for (String name : PACKAGES) {
      try (Stream<Path> files = Files.walk(MAIN.resolve(name))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          Set<String> texts = glued(read(file));
          if (!texts.isEmpty()) {
            glued.put(MAIN.relativize(file).toString(), texts);
          }
        }
      }
    }

    assertThat(glued).isEqualTo(EXCEPTIONS);
  }

  @Test
  void gluedTextsAreFound() {
    assertThat(glued("x = \"To \" + name;")).containsExactly("To ");
    assertThat(glued("x = name +\n    \" was sent\";")).containsExactly(" was sent");
    assertThat(glued("x = \"%s and %s\".formatted(a, b);")).containsExactly("%s and %s");
    assertThat(glued("x = \"a long \" + \"text\" + end;")).isEmpty();
    assertThat(glued("x = \"a long \" + \"text of\" + end;")).containsExactly("text of");
    assertThat(glued("x = \"key.\" + name; // \"a word \" + x\ny = \"to \" + x;"))
        .containsExactly("to ");
    assertThat(glued("throw new IllegalStateException(\"No \" + name);")).isEmpty();
  }

  private static Set<String> glued(String source) {
    String code = COMMENT.matcher(source).replaceAll("");
    Set<String> texts = new TreeSet<>();
    Matcher string = STRING.matcher(code);
    List<int[]> places = new ArrayList<>();
    while (string.find()) {
      places.add(new int[] {string.start(), string.end()});
    }
    for (int[] place : places) {
      String text = code.substring(place[0] + 1, place[1] - 1);
      boolean glued = isGlued(code, place[0], place[1]);
      if (glued
          && WORDS.matcher(text.replaceAll("%[a-z]", "%")).find()
          && !isException(code, place[0])) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static boolean isGlued(String code, int start, int end) {
    String codeBefore = code.substring(0, start).stripTrailing();
    String after = code.substring(end).stripLeading();
    boolean toWhatIsBefore =
        codeBefore.endsWith("+")
            && !codeBefore.substring(0, codeBefore.length() - 1).stripTrailing().endsWith("\"");
    boolean toWhatIsAfter =
        after.startsWith("+") && !after.substring(1).stripLeading().startsWith("\"");
    return toWhatIsBefore || toWhatIsAfter || after.startsWith(".formatted(");
  }

  /** Whether the statement makes an exception. */
  private static boolean isException(String code, int at) {
    int from =
        Math.max(
            code.lastIndexOf(';', at),
            Math.max(code.lastIndexOf('{', at), code.lastIndexOf('}', at)));
    return EXCEPTION.matcher(code.substring(from + 1, at)).find();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
