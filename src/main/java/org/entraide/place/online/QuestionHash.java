package org.entraide.place.online;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.entraide.place.PlaceCache;
import org.entraide.place.online.query.MinimalQuery;

/** HMAC-SHA-256 of questions, with a key that the cache keeps. */
final class QuestionHash {

  private static final int KEY_BYTES = 32;

  private final HashFunction hash;

  private QuestionHash(String key) {
    this.hash = Hashing.hmacSha256(HexFormat.of().parseHex(key));
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

  String of(ServiceCalls service, MinimalQuery query) {
    String text = service.provider().name() + "\n" + service.root() + "\n" + query.canonical();
    return hash.hashString(text, StandardCharsets.UTF_8).toString();
  }
}
