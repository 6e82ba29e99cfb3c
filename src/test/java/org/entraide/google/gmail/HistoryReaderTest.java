package org.entraide.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.model.ListHistoryResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Mailbox.MessageIds;
import org.junit.jupiter.api.Test;

class HistoryReaderTest {

  @Test
  void whereNothingHappenedOnlyThePositionMoves() throws Exception {
    Mailbox.Changes changes = read("{\"historyId\":\"12\"}");

    assertThat(changes).isEqualTo(changes("12"));
  }

  @Test
  void aPositionThatIsNotToldStaysWhereItWas() throws Exception {
    assertThat(read("{}").position()).isEqualTo("10");
  }

  @Test
  void aNewDraftIsADraftAndTouchesNothing() throws Exception {
    Mailbox.Changes changes = read(record(added("m1", "\"DRAFT\"")));

    assertThat(changes.drafted()).containsExactly(new MessageIds("m1", "tm1"));
    assertThat(changes.messages()).isEmpty();
    assertThat(changes.threads()).isEmpty();
  }

  @Test
  void anEditedDraftTouchesItsThread() throws Exception {
    Mailbox.Changes changes =
        read(record(deleted("m1", "\"DRAFT\"")), record(added("m2", "\"DRAFT\"")));

    assertThat(changes.messages()).containsExactly("m1");
    assertThat(changes.threads()).containsExactly("tm1");
    assertThat(changes.drafted()).containsExactly(new MessageIds("m2", "tm2"));
  }

  @Test
  void whatIsSentIsSentByItsLabelsOrWhenTheyChange() throws Exception {
    assertThat(read(record(added("m1", "\"SENT\""))).sent())
        .containsExactly(new MessageIds("m1", "tm1"));
    assertThat(
            read(record(
                    "\"labelsAdded\":[{\"labelIds\":[\"SENT\"],\"message\":"
                        + message("m1")
                        + "}]"))
                .sent())
        .containsExactly(new MessageIds("m1", "tm1"));
  }

  @Test
  void anAnswerThatComesTouchesItsThreadAndIsNotSent() throws Exception {
    Mailbox.Changes changes = read(record(added("m9", "\"INBOX\",\"UNREAD\"")));

    assertThat(changes.sent()).isEmpty();
    assertThat(changes.threads()).containsExactly("tm9");
  }

  @Test
  void aMessageWhoseLabelsAreNotToldTouchesItsThread() throws Exception {
    assertThat(read(record("\"messagesAdded\":[{\"message\":" + message("m1") + "}]")).threads())
        .containsExactly("tm1");
  }

  @Test
  void labelsThatComeAndGoTouch() throws Exception {
    for (String kind : List.of("labelsAdded", "labelsRemoved")) {
      String entry = "\"%s\":[{\"labelIds\":[\"TRASH\"],\"message\":%s}]";
      assertThat(read(record(entry.formatted(kind, message("m1")))).messages())
          .containsExactly("m1");
    }
  }

  @Test
  void aRecordThatDoesNotTellWhatHappenedTouches() throws Exception {
    assertThat(read(record("\"messages\":[" + message("m1") + "]")).threads())
        .containsExactly("tm1");
  }

  @Test
  void anEmptyPageInBetweenIsNoEndAndWhatComesMeanwhileIsToldAgain() throws Exception {
    Mailbox.Changes changes =
        read(
            "{\"historyId\":\"12\",\"nextPageToken\":\"p\"}",
            record(added("m1", "\"SENT\"")),
            "{\"historyId\":\"14\"}");

    assertThat(changes.position()).isEqualTo("12");
    assertThat(changes.sent()).hasSize(1);
  }

  @Test
  void whatHasNoNameIsPassedOver() throws Exception {
    assertThat(read(record("\"messagesAdded\":[{},{\"message\":{}}]")).sent()).isEmpty();
  }

  private static Mailbox.Changes changes(String position) {
    return new Mailbox.Changes(
        position, java.util.Set.of(), java.util.Set.of(), List.of(), List.of());
  }

  private static Mailbox.Changes read(String... pages) throws IOException {
    List<ListHistoryResponse> parsed = new ArrayList<>();
    for (String page : pages) {
      parsed.add(GsonFactory.getDefaultInstance().fromString(page, ListHistoryResponse.class));
    }
    return HistoryReader.read("10", parsed);
  }

  private static String record(String entry) {
    return "{\"historyId\":\"13\",\"history\":[{\"id\":\"11\"," + entry + "}]}";
  }

  private static String added(String id, String labels) {
    return "\"messagesAdded\":[{\"message\":%s}]".formatted(message(id, labels));
  }

  private static String deleted(String id, String labels) {
    return "\"messagesDeleted\":[{\"message\":%s}]".formatted(message(id, labels));
  }

  private static String message(String id) {
    return "{\"id\":\"%s\",\"threadId\":\"t%s\"}".formatted(id, id);
  }

  private static String message(String id, String labels) {
    return "{\"id\":\"%s\",\"threadId\":\"t%s\",\"labelIds\":[%s]}".formatted(id, id, labels);
  }
}
