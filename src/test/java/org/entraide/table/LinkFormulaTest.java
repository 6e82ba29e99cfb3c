package org.entraide.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFormulaTest {

  private static LinkFormula toRow(String title, int column, String reference, String label) {
    return LinkFormula.toRow(12, title, column, reference, label);
  }

  @Test
  void aLinkToARowFindsItByItsReference() {
    LinkFormula link = toRow("Réponses au formulaire 1", 28, "7KQ47", "Ligne 7KQ47");

    assertThat(link.text())
        .isEqualTo(
            "=HYPERLINK(\"#gid=12&range=AC\"&MATCH(\"7KQ47\";"
                + "'Réponses au formulaire 1'!$AC:$AC;0);\"Ligne 7KQ47\")");
    assertThat(link.label()).isEqualTo("Ligne 7KQ47");
  }

  @ParameterizedTest
  @CsvSource({"0, A", "25, Z", "26, AA", "701, ZZ", "702, AAA", "18277, ZZZ"})
  void columnsAreNamedAsTheSheetNamesThem(int column, String letters) {
    assertThat(toRow("T", column, "7KQ47", "Ligne").text())
        .contains("range=" + letters + "\"", "'T'!$" + letters + ":$" + letters + ";");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7KQ47", "M-7KQ47", "Q-7KQ47-2", "A0B1C2"})
  void everyKindOfReferenceCanBeLedTo(String reference) {
    assertThat(toRow("T", 0, reference, "Ligne").text()).contains("(\"" + reference + "\";");
    assertThat(LinkFormula.toLetter("d@example.org", reference, "Lettre").text())
        .contains("#search/" + reference + "\";");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7KQ4", "7kq47", "7KQ47\")", "7KQ47;1", "Camille", "7KQ47\n", "M-7KQ47-", "*"})
  void whatIsNoReferenceIsRefused(String reference) {
    assertThatThrownBy(() -> toRow("T", 0, reference, "Ligne"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LinkFormula.toLetter("d@example.org", reference, "Lettre"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a\"&IMPORTXML(\"http://x\")&\"", "a;b", "=A1", "a(b)", "a\nb", "a!b", "a,b"})
  void whatIsNoLabelIsRefused(String label) {
    assertThatThrownBy(() -> toRow("T", 0, "7KQ47", label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("This cannot be a link's label.");
    assertThatThrownBy(() -> LinkFormula.toUrl("https://example.org", label))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyTitleOfATabStaysWithinItsQuotes() {
    String title = "l'onglet'!A:A;0))&IMPORTXML(\"http://x\";\"y";

    assertThat(toRow(title, 0, "7KQ47", "Ligne").text())
        .isEqualTo(
            "=HYPERLINK(\"#gid=12&range=A\"&MATCH(\"7KQ47\";"
                + "'l''onglet''!A:A;0))&IMPORTXML(\"http://x\";\"y'!$A:$A;0);\"Ligne\")");
  }

  @Test
  void withoutATabOrAColumnThereIsNoLink() {
    assertThatThrownBy(() -> toRow(" ", 0, "7KQ47", "Ligne"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> toRow("T", -1, "7KQ47", "Ligne"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> toRow("T", 18_278, "7KQ47", "Ligne"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LinkFormula.toRow(-1, "T", 0, "7KQ47", "Ligne"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "delegue@example.org, delegue@example.org",
    "a+b@example.org, a%2Bb@example.org",
    "'x\";IMPORTXML(\"y\")@example.org', x%22%3BIMPORTXML%28%22y%22%29@example.org",
    "é&c@example.org, %C3%A9%26c@example.org"
  })
  void aMailboxIsEscaped(String account, String escaped) {
    assertThat(LinkFormula.toLetter(account, "M-7KQ47", "Brouillon M-7KQ47").text())
        .isEqualTo(
            "=HYPERLINK(\"https://mail.google.com/mail/?authuser="
                + escaped
                + "#search/M-7KQ47\";\"Brouillon M-7KQ47\")");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org",
        "javascript:x",
        "https://x\"&A1",
        "https://x y",
        "https://x/)"
      })
  void whatIsNoSafeAddressIsRefused(String url) {
    assertThatThrownBy(() -> LinkFormula.toUrl(url, "Page"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("This cannot be a link's address.");
  }

  @Test
  void aCellThatShowsTheLabelOrAnErrorIsLeftAsItIs() {
    LinkFormula link = toRow("T", 0, "7KQ47", "Ligne 7KQ47");

    assertThat(link.isShownBy(Cell.text("Ligne 7KQ47"))).isTrue();
    assertThat(link.isShownBy(new Cell(Cell.Kind.ERROR, "#N/A", 0))).isTrue();
    assertThat(link.isShownBy(Cell.EMPTY)).isFalse();
    assertThat(link.isShownBy(Cell.text("Ligne 9JNRN"))).isFalse();
  }

  @Test
  void aTabThatWasDeletedLeavesAnotherErrorThanARowThatIsGone() {
    assertThat(LinkFormula.isLost(new Cell(Cell.Kind.ERROR, "#REF!", 0))).isTrue();
    assertThat(LinkFormula.isLost(new Cell(Cell.Kind.ERROR, "#N/A", 0))).isFalse();
    assertThat(LinkFormula.isLost(Cell.text("#REF!"))).isFalse();
  }

  @Test
  void linksOfTheSamePartsAreEqual() {
    LinkFormula link = toRow("T", 0, "7KQ47", "Ligne");

    assertThat(link).isEqualTo(toRow("T", 0, "7KQ47", "Ligne")).hasSameHashCodeAs(link);
    assertThat(link).isNotEqualTo(toRow("T", 1, "7KQ47", "Ligne")).hasToString("Ligne");
  }
}
