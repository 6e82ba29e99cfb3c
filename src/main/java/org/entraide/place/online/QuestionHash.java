package org.entraide.place.online;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entraide.place.PlaceCache;

/** HMAC-SHA-256 of questions, with a key that the cache keeps. */
final class QuestionHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  private QuestionHash(String key) {
    this.key = new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM);
  }

  /** With the key of a cache, which is made at its first use. */
  static QuestionHash of(PlaceCache cache, RandomGenerator random) {
    return new QuestionHash(cache.placeKey().orElseGet(() -> cache.keepPlaceKey(fresh(random))));
  }

  private static String fresh(RandomGenerator random) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  String of(Service service, MinimalQuery query) {
    String text = service.provider().name() + "\n" + service.root() + "\n" + query.canonical();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
    }
  }
}
