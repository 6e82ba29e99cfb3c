package org.entraide.people.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entraide.text.Message;

/** What a question asks for. */
public enum Field {
  TIMESTAMP,
  EMAIL,
  NAME,
  FIRST_NAME,
  LAST_NAME,
  PHONE,
  ADDRESS,
  CITY,
  POSTCODE,
  COUNTRY,
  NEEDS,
  OFFERS,
  CAPACITY,
  RADIUS_KM,
  LANGUAGES,
  VULNERABLE,
  AGE,
  CONSENT,
  NOTES;

  private static final Map<String, Field> BY_KEY =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Field::key, Function.identity()));

  /** The word in the configuration, such as {@code first_name}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it, with its article, as part of a sentence. */
  public Message label() {
    return Message.of("people.field." + key());
  }

  public static Optional<Field> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
