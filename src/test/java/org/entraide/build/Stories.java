package org.entraide.build;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Of a class whose cases are many of one kind and take long together: stories, histories, faults.
 * The fast loop, {@code mvn -Pfast test}, runs only a few of them, all others run all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("stories")
@ExtendWith(FewStories.class)
public @interface Stories {

  /** How many cases the fast loop runs: the first ones that begin. */
  int few() default 1;
}
