package org.entraide.people.profile;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entraide.people.reference.LetterReference;

/**
 * What is left of people whom a campaign erased: keyed hashes, HMAC-SHA-256 cut to 32 hexadecimal
 * digits. Enough to know an erased answer again where it still is, and a reference that must never
 * be given again; not enough to find out whose it was, nor, without the key, to try whether it was
 * somebody's.
 *
 * @param key the campaign's, in hexadecimal; empty where nobody was ever erased
 * @param hashes of answers, references and responses of forms
 */
public record ErasedPeople(String key, Set<String> hashes) {

  /** Nobody was. */
  public static final ErasedPeople NOBODY = new ErasedPeople("", Set.of());

  private static final int KEY_BYTES = 32;

  /** Twice as many as a {@link RowFingerprint} has, which distinguishes them. */
  private static final int HEX_DIGITS = 32;

  private static final String ANSWER = "answer";
  private static final String REFERENCE = "reference";
  private static final String RESPONSE = "response";

  public ErasedPeople {
    hashes = Set.copyOf(hashes);
  }

  /** These with a new key where they have none. */
  public ErasedPeople begun(RandomGenerator random) {
    if (!key.isEmpty()) {
      return this;
    }
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return new ErasedPeople(HexFormat.of().formatHex(bytes), hashes);
  }

  /** These with more hashes. */
  public ErasedPeople and(Set<String> more) {
    Set<String> all = new HashSet<>(hashes);
    all.addAll(more);
    return new ErasedPeople(key, all);
  }

  /** Whether something is the hash of an erased answer, of this campaign's or of lost state's. */
  public static boolean isHash(String fingerprint) {
    return fingerprint.length() == HEX_DIGITS;
  }

  /** What identifies contents: their fingerprint, or the hash that is left of it. */
  public String contentsKey(String fingerprint) {
    if (hashes.isEmpty()) {
      return fingerprint;
    }
    String hash = answer(fingerprint);
    return hashes.contains(hash) ? hash : fingerprint;
  }

  /** Whether a reference, of a person or of an introduction, was an erased one's. */
  public boolean hasReference(String reference) {
    return !hashes.isEmpty() && hashes.contains(reference(reference));
  }

  /** Whether a response of the form, by its id, is an erased person's. */
  public boolean hasResponse(String id) {
    return !hashes.isEmpty() && hashes.contains(response(id));
  }

  /** What is left of an answer, by its {@link RowFingerprint}. */
  public String answer(String fingerprint) {
    return hash(ANSWER, fingerprint);
  }

  /**
   * What is left of a reference; one code is never a person's and an introduction's, and a question
   * is the person's whom it asks.
   */
  public String reference(String reference) {
    return hash(
        REFERENCE,
        LetterReference.isLetter(reference) ? LetterReference.code(reference) : reference);
  }

  /** What is left of a response of the form. */
  public String response(String id) {
    return hash(RESPONSE, id);
  }

  private String hash(String kind, String text) {
    if (key.isEmpty()) {
      throw new IllegalStateException("There is no key yet.");
    }
    return Hashing.hmacSha256(HexFormat.of().parseHex(key))
        .hashString(String.join("\n", List.of(kind, text)), StandardCharsets.UTF_8)
        .toString()
        .substring(0, HEX_DIGITS);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "ErasedPeople[" + hashes.size() + "]";
  }
}
