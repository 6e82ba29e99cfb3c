package org.entraide.delegates;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;
import org.entraide.campaign.port.Journal;

/** A journal into which a dead process writes nothing. */
public final class MortalJournal {

  private MortalJournal() {}

  public static Journal of(Journal journal, BooleanSupplier dead) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, args) -> {
              if (dead.getAsBoolean()) {
                throw new Strike.Death();
              }
              try {
                return method.invoke(journal, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
