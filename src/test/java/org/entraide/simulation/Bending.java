package org.entraide.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A port that is as the real one but for what it does in some of its methods. */
final class Bending {

  private Bending() {}

  /** Calls the real port. */
  interface Real {
    @Nullable Object call(@Nullable Object... args) throws Throwable;
  }

  /** What happens instead. */
  interface Instead {
    @Nullable Object call(String method, Object[] args, Real real) throws Throwable;
  }

  static <T> T of(Class<T> port, T real, Instead instead) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, args) ->
                method.getName().equals("snapshot") // which is read() for whoever bends that
                    ? InvocationHandler.invokeDefault(proxy, method, args)
                    : instead.call(
                        method.getName(),
                        args == null ? new Object[0] : args,
                        others -> invoke(method, real, others))));
  }

  private static @Nullable Object invoke(Method method, Object real, @Nullable Object[] args)
      throws Throwable {
    try {
      return method.invoke(real, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
