package org.entraide.e2e;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.letter.Letter;
import org.entraide.resilience.RemoteFailure;
import org.jspecify.annotations.NullMarked;

/** A mailbox that takes no draft to some addresses, as Gmail does where one is none. */
@NullMarked
final class RefusingMailbox {

  private RefusingMailbox() {}

  static Mailbox of(Mailbox mailbox, Set<String> refused) {
    return (Mailbox)
        Proxy.newProxyInstance(
            Mailbox.class.getClassLoader(),
            new Class<?>[] {Mailbox.class},
            (proxy, method, args) -> {
              if (method.getName().equals("create")
                  && ((Letter) args[0])
                      .to().stream().anyMatch(to -> refused.contains(to.email()))) {
                throw RemoteFailure.of(RemoteFailure.Kind.REJECTED, "An address does not do.");
              }
              try {
                return method.invoke(mailbox, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
