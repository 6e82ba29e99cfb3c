package org.entraide.campaign.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailCursorTest {

  @Test
  void beforeTheFirstLookThereIsNoPosition() {
    assertThat(MailCursor.NEW.isNew()).isTrue();
    assertThat(MailCursor.NEW.listedAt("5").exchanged()).isFalse();
    assertThat(MailCursor.parse("").isNew()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 99, true",
    "100, 100, false",
    "100, 101, false",
    "18446744073709551614, 18446744073709551615, false",
    "18446744073709551615, 18446744073709551614, true",
    "x, 5, false"
  })
  void aHistoryThatGoesBackwardsIsAnotherMailboxs(String last, String next, boolean exchanged) {
    MailCursor cursor = new MailCursor(last, false).listedAt(next);

    assertThat(cursor).isEqualTo(new MailCursor(next, exchanged));
  }

  @Test
  void anExchangeIsRememberedUntilItIsTrusted() {
    MailCursor cursor = new MailCursor("9", false).listedAt("5").movedTo("6");

    assertThat(cursor.exchanged()).isTrue();
    assertThat(cursor.listedAt("7").exchanged()).isTrue();
    assertThat(cursor.trusted()).isEqualTo(new MailCursor("6", false));
  }

  @Test
  void whatIsRememberedIsReadAgain() {
    for (MailCursor cursor :
        new MailCursor[] {new MailCursor("12", false), new MailCursor("12", true)}) {
      assertThat(MailCursor.parse(cursor.words())).isEqualTo(cursor);
    }
  }
}
