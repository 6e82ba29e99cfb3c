package org.entraide.campaign.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.entraide.campaign.port.Journal;

/** Kills the process at one call to the journal, before it is on the disk or right after. */
public final class DyingJournal {

  private int calls;

  /** How many calls there were. */
  public int calls() {
    return calls;
  }

  /**
   * The same journal, whose process dies at one call.
   *
   * @param at the number of the deadly call, from 0; negative for none
   * @param after whether the call is on the disk
   */
  public Journal over(Journal journal, int at, boolean after) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, args) -> {
              boolean deadly = calls == at;
              calls++;
              if (deadly && !after) {
                throw new Outage.Death();
              }
              try {
                Object answer = method.invoke(journal, args);
                if (deadly) {
                  throw new Outage.Death();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
