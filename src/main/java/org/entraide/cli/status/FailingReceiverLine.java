package org.entraide.cli.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.entraide.alert.FailingReceiver;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** What {@code status} says of a receiver of alerts that has not taken them for a while. */
public record FailingReceiverLine(FailingReceiver failing) {

  /** For people. */
  public Message words(Instant now, Texts texts) {
    boolean heartbeat = failing.receiver().equals("heartbeat");
    return Message.of(heartbeat ? "cli.status.failing.heartbeat" : "cli.status.failing")
        .with("receiver", failing.receiver())
        .with("since", RelativeTime.of(now, texts).of(failing.since()))
        .with("why", failing.why());
  }

  /** For a program, in English. */
  public void writeJson(ObjectNode node) {
    node.put("receiver", failing.receiver())
        .put("since", failing.since().toString())
        .put("why", Texts.english().format(failing.why()));
  }
}
