package org.entraide.longrun;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.UniqueId;

/**
 * Lists the cases of a class before they run, to choose a part of them and to say how many are
 * left. A case is a method; of a method with parameters, each set of arguments is a case, counted
 * from 1.
 */
final class Cases {

  private static final String METHOD = "method";
  private static final String TEMPLATE = "test-template";
  private static final String INVOCATION = "test-template-invocation";

  private Cases() {}

  /**
   * All cases of a class, in order. Loads it.
   *
   * @throws IllegalStateException for arguments of a kind that no long test has yet
   */
  static List<String> of(Class<?> test) {
    List<String> cases = new ArrayList<>();
    Method[] methods = test.getDeclaredMethods();
    Arrays.sort(methods, Comparator.comparing(Method::getName));
    for (Method method : methods) {
      if (method.isAnnotationPresent(Test.class)) {
        cases.add(method.getName());
      } else if (method.isAnnotationPresent(ParameterizedTest.class)) {
        long many = arguments(test, method);
        for (int i = 1; i <= many; i++) {
          cases.add(method.getName() + "#" + i);
        }
      }
    }
    return cases;
  }

  private static long arguments(Class<?> test, Method method) {
    try {
      MethodSource methods = method.getAnnotation(MethodSource.class);
      if (methods != null) {
        Method source = test.getDeclaredMethod(methods.value()[0]);
        source.setAccessible(true);
        return size(source.invoke(null));
      }
      FieldSource fields = method.getAnnotation(FieldSource.class);
      if (fields != null) {
        Field source = test.getDeclaredField(fields.value()[0]);
        source.setAccessible(true);
        return size(source.get(null));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The arguments of %s cannot be read".formatted(method), e);
    }
    if (method.isAnnotationPresent(EnumSource.class)) {
      return Arrays.stream(method.getParameterTypes()[0].getFields())
          .filter(field -> field.isEnumConstant() && Modifier.isStatic(field.getModifiers()))
          .count();
    }
    throw new IllegalStateException("The arguments of %s cannot be counted".formatted(method));
  }

  private static long size(Object arguments) {
    if (arguments instanceof Collection<?> all) {
      return all.size();
    }
    if (arguments instanceof BaseStream<?, ?> all) {
      long many = 0;
      for (var iterator = all.iterator(); iterator.hasNext(); iterator.next()) {
        many++;
      }
      return many;
    }
    throw new IllegalStateException("Arguments in a %s".formatted(arguments.getClass()));
  }

  /** The case that JUnit means; empty for what is not one, such as a class. */
  static Optional<String> named(UniqueId id) {
    List<UniqueId.Segment> segments = id.getSegments();
    UniqueId.Segment last = segments.get(segments.size() - 1);
    return switch (last.getType()) {
      case METHOD -> Optional.of(name(last));
      case INVOCATION ->
          Optional.of(segments.get(segments.size() - 2))
              .filter(template -> template.getType().equals(TEMPLATE))
              .map(template -> name(template) + last.getValue());
      default -> Optional.empty();
    };
  }

  /** Without the parameters' types. */
  private static String name(UniqueId.Segment method) {
    String value = method.getValue();
    int parenthesis = value.indexOf('(');
    return parenthesis < 0 ? value : value.substring(0, parenthesis);
  }
}
