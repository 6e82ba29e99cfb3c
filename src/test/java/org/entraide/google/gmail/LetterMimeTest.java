package org.entraide.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.entraide.google.Offices;
import org.entraide.plan.letter.Letter;
import org.entraide.plan.letter.Letter.Recipient;
import org.entraide.text.typed.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterMimeTest {

  private static final String REF = "M-7KQ47";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoé Müller",
        "O'Brien, \"Bob\" <boss@example.org>",
        "👩‍👩‍👧 Famille Ünal",
        "=IMPORTXML(\"http://x\",\"//a\")",
        "+33 6 12 34 56 78",
        "@cmd",
        "محمد",
        "a;b:c(d)[e]\\f",
      })
  void aNameArrivesAsItWasTyped(String name) throws Exception {
    MimeMessage mail = parsed(letter(name, "Bonjour [" + REF + "]", "Texte"));

    InternetAddress to = (InternetAddress) mail.getRecipients(RecipientType.TO)[0];
    assertThat(to.getPersonal()).isEqualTo(name);
    assertThat(to.getAddress()).isEqualTo("zoe@example.org");
    assertThat(mail.getAllRecipients()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoé\r\nBcc: victim@example.org",
        "Zoé\nBcc: victim@example.org",
        "Zoé\rBcc: victim@example.org",
        "Zoé\u2028Bcc: victim@example.org",
        "Zoé\u0000\u000bBcc: victim@example.org",
        "\u202eZoé\u200f Bcc: victim@example.org",
      })
  void nothingInANameOrSubjectBecomesAHeader(String nasty) throws Exception {
    MimeMessage mail = parsed(letter(nasty, nasty + " [" + REF + "]", "Texte"));

    assertThat(Collections.list(mail.getAllHeaders()).stream().map(h -> h.getName()))
        .containsExactlyInAnyOrder(
            "From", "To", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding");
    assertThat(mail.getAllRecipients()).hasSize(1);
    InternetAddress to = (InternetAddress) mail.getRecipients(RecipientType.TO)[0];
    assertThat(to.getPersonal()).isEqualTo("Zoé Bcc: victim@example.org");
    assertThat(mail.getSubject()).isEqualTo("Zoé Bcc: victim@example.org [" + REF + "]");
  }

  @Test
  void aNameThatLooksEncodedIsNotDecoded() throws Exception {
    MimeMessage mail = parsed(letter("=?utf-8?q?Boss?=", "Bonjour", "Texte"));

    assertThat(((InternetAddress) mail.getRecipients(RecipientType.TO)[0]).getPersonal())
        .isEqualTo("= ?utf-8?q?Boss?=");
  }

  @Test
  void aVeryLongNameIsShortenedVisibly() throws Exception {
    MimeMessage mail = parsed(letter("😀é".repeat(2500), "x".repeat(5000), "Texte"));

    String name = ((InternetAddress) mail.getRecipients(RecipientType.TO)[0]).getPersonal();
    assertThat(name).startsWith("😀é😀é").endsWith("…");
    assertThat(name.codePointCount(0, name.length())).isEqualTo(80);
    assertThat(mail.getSubject()).endsWith("… [" + REF + "]").hasSizeLessThan(250);
  }

  @Test
  void shorteningDoesNotTearAFamilyApart() {
    String name = "a".repeat(77) + "👩‍👩‍👧";

    assertThat(PlainText.line(name, 80)).isEqualTo("a".repeat(77) + "…");
  }

  @Test
  void theReferenceIsInTheSubjectWhateverTheTemplateSays() throws Exception {
    assertThat(parsed(letter("Zoé", "Bonjour", "Texte")).getSubject())
        .isEqualTo("Bonjour [M-7KQ47]");
    assertThat(parsed(letter("Zoé", "[M-7KQ47] Bonjour", "Texte")).getSubject())
        .isEqualTo("[M-7KQ47] Bonjour");
  }

  @Test
  void theTextArrivesWithItsAccentsAndLines() throws Exception {
    String body = "Bonjour Zoé,\n\nÀ bientôt… 😀\n" + "longue ligne ".repeat(30) + "\n.\nFin\n";

    MimeMessage mail = parsed(letter("Zoé", "Bonjour", body));

    assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat((String) mail.getContent()).isEqualTo(body.replace("\n", "\r\n"));
  }

  @Test
  void theBytesAreAsciiInShortLinesEndedByCrlf() throws Exception {
    Letter letter = letter("Zoé 😀", "Été [" + REF + "]", "Très long ".repeat(200) + "\nfin");

    String raw = new String(LetterMime.bytes(letter), StandardCharsets.ISO_8859_1);

    assertThat(raw).matches("(?s)\\p{ASCII}*");
    assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(raw.split("\r\n", -1)).allSatisfy(line -> assertThat(line).hasSizeLessThan(999));
  }

  @Test
  void twoPeopleAreAddressedInOrder() throws Exception {
    Letter letter =
        new Letter(
            REF,
            Offices.DELEGATE,
            List.of(
                new Recipient("Ann", "ann@example.org"), new Recipient("Bob", "bob@example.org")),
            "s",
            "b");

    MimeMessage mail = parsed(letter);

    assertThat(mail.getAllRecipients())
        .extracting(a -> ((InternetAddress) a).getAddress())
        .containsExactly("ann@example.org", "bob@example.org");
    assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo(Offices.DELEGATE);
  }

  @Test
  void aDomainInAnotherScriptIsWrittenInAscii() throws Exception {
    assertThat(parsed(to("zoe@müller.example")).getAllRecipients()[0].toString())
        .contains("zoe@xn--mller-kva.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zoe",
        "zoe@",
        "@example.org",
        "zoe@localhost",
        "zoe@example.org, victim@example.org",
        "Zoé <zoe@example.org>",
        "zoe@example.org\r\nBcc: victim@example.org",
        "zoe@example.org (comment)",
        "group: zoe@example.org;",
        "zoé@example.org",
        "z oe@example.org",
        "zoe@example.org\u0000",
      })
  void whatIsNoAddressIsRefusedWithoutQuotingIt(String email) {
    assertThatThrownBy(() -> LetterMime.bytes(to(email)))
        .isInstanceOf(LetterMime.UnfitLetterException.class)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("zo", "victim"));
  }

  private static Letter to(String email) {
    return new Letter(REF, Offices.DELEGATE, List.of(new Recipient("Ann", email)), "s", "b");
  }

  private static Letter letter(String name, String subject, String body) {
    return new Letter(
        REF, Offices.DELEGATE, List.of(new Recipient(name, "zoe@example.org")), subject, body);
  }

  private static MimeMessage parsed(Letter letter)
      throws MessagingException, IOException, LetterMime.UnfitLetterException {
    MimeMessage mail =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(LetterMime.bytes(letter)));
    assertThat(mail.getContent()).isInstanceOf(String.class);
    return mail;
  }
}
