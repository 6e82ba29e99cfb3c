package org.entraide.sandbox.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entraide.sandbox.office.OfficeFixture.mime;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.MessagePartHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.jspecify.annotations.NullMarked;

/** A mailbox, and clients of its service. */
@NullMarked
public abstract class GmailServiceFixture {

  public final OfficeFixture world = new OfficeFixture();
  public final Gmail client = world.gmailClient(world.mailToken());
  public final Gmail reader = world.gmailClient(world.mailToken(OfficeScopes.GMAIL_MODIFY));

  public Draft create(String subject, String text) throws IOException {
    Message message = new Message().encodeRaw(mime(subject, text).getBytes(UTF_8));
    return client.users().drafts().create("me", new Draft().setMessage(message)).execute();
  }

  public static String header(Message message, String name) {
    return message.getPayload().getHeaders().stream()
        .filter(header -> header.getName().equalsIgnoreCase(name))
        .map(MessagePartHeader::getValue)
        .findFirst()
        .orElse("");
  }

  public Message draft(String id) throws IOException {
    return client.users().drafts().get("me", id).setFormat("metadata").execute().getMessage();
  }

  public static int status(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    List<Integer> codes = new ArrayList<>();
    assertThatExceptionOfType(GoogleJsonResponseException.class)
        .isThrownBy(call)
        .satisfies(e -> codes.add(e.getStatusCode()));
    return codes.get(0);
  }
}
