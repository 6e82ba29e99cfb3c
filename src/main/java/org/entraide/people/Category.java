package org.entraide.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

<<<<<<< HEAD
/** A category of help, asked for or proposed. */
public enum Category {
  SHOPPING(Kind.PRESENCE),
  MEDICINES(Kind.PRESENCE),
  CHILDCARE(Kind.PRESENCE),
  BILLS(Kind.PRESENCE),
  RETURN_HOME(Kind.REMOTE),
  CONVERSATION(Kind.REMOTE),
  MORAL_SUPPORT(Kind.REMOTE),
  ADMIN(Kind.REMOTE),
  PETS(Kind.PRESENCE),
  TRANSPORT(Kind.PRESENCE),
  HOUSING(Kind.PRESENCE),
  FINANCIAL(Kind.BY_HAND),
  OTHER(Kind.BY_HAND);

  private enum Kind {
    PRESENCE,
=======
/** A kind of help that is asked for or offered. */
public enum Category {
  SHOPPING(Way.IN_PERSON),
  MEDICINES(Way.IN_PERSON),
  CHILDCARE(Way.IN_PERSON),
  BILLS(Way.IN_PERSON),
  RETURN_HOME(Way.REMOTE),
  CONVERSATION(Way.REMOTE),
  MORAL_SUPPORT(Way.REMOTE),
  ADMIN(Way.REMOTE),
  PETS(Way.IN_PERSON),
  TRANSPORT(Way.IN_PERSON),
  HOUSING(Way.IN_PERSON),
  FINANCIAL(Way.BY_HAND),
  OTHER(Way.BY_HAND);

  private enum Way {
    IN_PERSON,
>>>>>>> match
    REMOTE,
    BY_HAND
  }

  private static final Map<String, Category> BY_KEY =
      Arrays.stream(values())
<<<<<<< HEAD
          .collect(Collectors.toUnmodifiableMap(Category::key, Function.identity()));

  private final Kind kind;

  Category(Kind kind) {
    this.kind = kind;
  }

  /** The word in files and configuration, such as {@code moral_support}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether distance does not count. */
  public boolean remote() {
    return kind == Kind.REMOTE;
  }

  /** Whether it is never matched automatically: the organiser signposts. */
  public boolean byHand() {
    return kind == Kind.BY_HAND;
  }

=======
          .collect(Collectors.toUnmodifiableMap(c -> c.key, Function.identity()));

  private final Way way;
  private final String key;

  Category(Way way) {
    this.way = way;
    this.key = name().toLowerCase(Locale.ROOT);
  }

  /** Returns the word for this category in files and configuration: {@code moral_support}. */
  public String key() {
    return key;
  }

  /** Tells whether this can be given from anywhere, so that distance does not count. */
  public boolean remote() {
    return way == Way.REMOTE;
  }

  /** Tells whether only an organiser may find help for this: it is never matched automatically. */
  public boolean byHand() {
    return way == Way.BY_HAND;
  }

  /** Finds a category by its {@link #key()}, exactly as written there. */
>>>>>>> match
  public static Optional<Category> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
