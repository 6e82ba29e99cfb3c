package org.entraide.plan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entraide.match.model.Assignment;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/**
 * One sentence about all introductions of somebody who has several: how many, and of each that is
 * not over its state and the other person.
 *
 * @param introductions in the order in which they are named
 */
record SeveralIntroductions(
    String ref, List<Introduction> introductions, List<Proposal> proposals) {

  /** The others are counted: more than these are read in the ledger. */
  private static final int MOST_NAMED = 20;

  Message message() {
    List<Message> named = new ArrayList<>();
    int ended = 0;
    for (Introduction i : introductions) {
      switch (i.state()) {
        case PREPARING, DRAFTED, SENT, BOUNCED, ACCEPTED -> named.add(item(i));
        case DONE -> ended++;
        case DECLINED, NO_ANSWER, DISCARDED, WITHDRAWN -> {} // the row says nothing of these
      }
    }
    for (Proposal p : proposals) {
      named.add(item("proposed", "", p.assignment()));
    }
    int count = named.size() + ended;
    List<Message> items = new ArrayList<>(named.subList(0, Math.min(MOST_NAMED, named.size())));
    if (named.size() > MOST_NAMED) {
      items.add(Message.of("explain.others").with("count", named.size() - MOST_NAMED));
    }
    if (ended > 0) {
      items.add(Message.of("explain.several.done").with("count", ended));
    }
    return Message.of("explain.several").with("count", count).with("items", joined(items));
  }

  private Message item(Introduction i) {
    String other = i.person().equals(ref) ? i.helper() : i.person();
    return item(i.state().name().toLowerCase(Locale.ROOT), i.ref(), other);
  }

  private Message item(String state, String introduction, Assignment a) {
    return item(state, introduction, a.person().equals(ref) ? a.helper() : a.person());
  }

  private static Message item(String state, String introduction, String other) {
    return Message.of("explain.several." + state)
        .with("ref", introduction)
        .with("other", new PersonReference(other));
  }

  /** Each item has its own comma, so that a list in the language's way would mislead. */
  private static Message joined(List<Message> items) {
    Message rest = items.get(items.size() - 1);
    for (int i = items.size() - 2; i >= 0; i--) {
      rest = Message.of("explain.several.and").with("first", items.get(i)).with("rest", rest);
    }
    return rest;
  }
}
