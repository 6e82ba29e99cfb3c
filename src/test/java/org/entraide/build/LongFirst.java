package org.entraide.build;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;

/**
 * Classes that take long are begun first, so that none of them is left alone at the end. Among
 * them, and among the others, the order is that of a hash of their names: the same everywhere, and
 * those that wait stand between those that work.
 */
public final class LongFirst implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(Comparator.comparing(LongFirst::isShort).thenComparing(LongFirst::hash));
  }

  private static boolean isShort(ClassDescriptor each) {
    return each.findRepeatableAnnotations(Tag.class).isEmpty()
        && each.findAnnotation(Stories.class).isEmpty();
  }

  private static int hash(ClassDescriptor each) {
    return each.getTestClass().getName().hashCode() * 0x9E37_79B9;
  }
}
