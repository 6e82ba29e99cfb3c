package org.entraide.people.word;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    REMOTE,
    BY_HAND
  }

  private static final Map<String, Category> BY_KEY =
      Arrays.stream(values())
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

  public static Optional<Category> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
