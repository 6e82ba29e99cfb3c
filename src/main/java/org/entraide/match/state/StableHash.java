package org.entraide.match.state;

/**
 * A hash that is the same on every machine and in every run, to break ties by who people are and
 * not by the order of their rows.
 */
final class StableHash {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private StableHash() {}

  /** FNV-1a (64 bits, Fowler, Noll, Vo) over the UTF-16 code units, high byte first, then mixed. */
  static long of(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      hash = (hash ^ (unit >>> 8)) * FNV_PRIME;
      hash = (hash ^ (unit & 0xff)) * FNV_PRIME;
    }
    return mix(hash);
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014, variant 13 of Stafford). */
  private static long mix(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
