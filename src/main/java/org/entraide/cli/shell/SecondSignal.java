package org.entraide.cli.shell;

import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the process at once when it is asked to end for the second time. The JVM alone lets a second
 * signal wait until what the first one began is done.
 */
public final class SecondSignal {

  private static final Set<String> SIGNALS = Set.of("TERM", "INT");

  /** What a shell adds to a signal's number, and the JVM too. */
  private static final int BY_SIGNAL = 128;

  private static final AtomicBoolean LISTENING = new AtomicBoolean();
  private static final AtomicBoolean SIGNALLED = new AtomicBoolean();

  private SecondSignal() {}

  /** From now on. The first signal does what it always did. */
  public static void endsAtOnce() {
    if (LISTENING.getAndSet(true)) {
      return;
    }
    for (String name : SIGNALS) {
      try {
        listen(name);
      } catch (ReflectiveOperationException e) {
        // another JVM, or one with -Xrs: the first signal still counts
      }
    }
  }

  /** By reflection, since the compiler may not know of a class that is no part of Java SE. */
  private static void listen(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object it = signal.getConstructor(String.class).newInstance(name);
    int number = (Integer) signal.getMethod("getNumber").invoke(it);
    Object ownHandler =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) ->
                method.getDeclaringClass() == Object.class
                    ? method.invoke(number, arguments)
                    : endOrHalt(BY_SIGNAL + number));
    signal.getMethod("handle", signal, handler).invoke(null, it, ownHandler);
  }

  /** The JVM calls this in a new thread for each signal. */
  private static Object endOrHalt(int exitCode) {
    if (SIGNALLED.getAndSet(true)) {
      Runtime.getRuntime().halt(exitCode); // safe: what is journalled is on the disk
    }
    Runtime.getRuntime().exit(exitCode);
    return exitCode;
  }
}
