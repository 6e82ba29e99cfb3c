package org.entraide.match;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.match.core.Preferences;
import org.jspecify.annotations.NullMarked;

/**
 * Random markets of a kind on which others have measured: as many residents as hospitals, each with
 * one place, ties on both sides.
 */
@NullMarked
sealed interface MarketFamily {

  /** How many markets of each family are looked at: those of seeds 1 to this. */
  int MARKETS = 10;

  /** Nine families of a hundred, two of a thousand. */
  static List<MarketFamily> all() {
    Stream<MarketFamily> small =
        Stream.of(80, 90, 95)
            .flatMap(gone -> Stream.of(20, 50, 80).map(tied -> new GentProsser(100, gone, tied)));
    Stream<MarketFamily> large = Stream.of(75, 95).map(tied -> new ShortLists(1000, 5, tied));
    return Stream.concat(small, large).toList();
  }

  /** Returns the market of a seed, always the same. */
  Preferences market(long seed);

  /**
   * Complete random lists, of which each pair is taken out on both sides with a probability; should
   * a list be empty then, all is drawn anew. Then each entry of a list but the first is tied to the
   * one before it with another probability.
   *
   * <p>I. Gent and P. Prosser, "An empirical study of the stable marriage problem with ties and
   * incomplete lists", ECAI 2002, 141-145.
   *
   * @param gone per cent of pairs
   * @param tied per cent of entries
   */
  record GentProsser(int size, int gone, int tied) implements MarketFamily {

    @Override
    public Preferences market(long seed) {
      Random random = new Random(seed);
      while (true) {
        int[][] mine = orders(random);
        int[][] theirs = orders(random);
        boolean[][] stays = new boolean[size][size];
        for (boolean[] row : stays) {
          for (int h = 0; h < size; h++) {
            row[h] = random.nextInt(100) >= gone;
          }
        }
        int[][] residents = lists(mine, (r, h) -> stays[r][h]);
        int[][] hospitals = lists(theirs, (h, r) -> stays[r][h]);
        if (Stream.of(residents, hospitals).flatMap(Arrays::stream).allMatch(it -> it.length > 0)) {
          return tie(residents, hospitals, tied, random);
        }
      }
    }

    private int[][] orders(Random random) {
      int[][] orders = new int[size][];
      Arrays.setAll(orders, i -> shuffled(IntStream.range(0, size).toArray(), random));
      return orders;
    }

    private interface Keeps {
      boolean keeps(int one, int other);
    }

    private static int[][] lists(int[][] orders, Keeps pairs) {
      int[][] lists = new int[orders.length][];
      Arrays.setAll(
          lists, i -> Arrays.stream(orders[i]).filter(it -> pairs.keeps(i, it)).toArray());
      return lists;
    }

    @Override
    public String toString() {
      return "n=%d p1=.%d p2=.%d".formatted(size, gone, tied);
    }
  }

  /**
   * Each resident lists so many random hospitals; hospitals list, in random order, whoever lists
   * them. Ties as above.
   */
  record ShortLists(int size, int length, int tied) implements MarketFamily {

    @Override
    public Preferences market(long seed) {
      Random random = new Random(seed);
      int[] all = IntStream.range(0, size).toArray();
      int[][] residents = new int[size][];
      Arrays.setAll(residents, r -> Arrays.copyOf(shuffled(all, random), length));
      int[][] hospitals = new int[size][];
      for (int h = 0; h < size; h++) {
        int hospital = h;
        int[] those =
            IntStream.range(0, size)
                .filter(r -> Arrays.stream(residents[r]).anyMatch(it -> it == hospital))
                .toArray();
        hospitals[h] = shuffled(those, random);
      }
      return tie(residents, hospitals, tied, random);
    }

    @Override
    public String toString() {
      return "n=%d L=%d t=.%d".formatted(size, length, tied);
    }
  }

  /** Shuffles in place: every order is equally likely. */
  private static int[] shuffled(int[] items, Random random) {
    for (int i = items.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
    return items;
  }

  private static Preferences tie(int[][] residents, int[][] hospitals, int tied, Random random) {
    int[][] mine = ranks(residents, hospitals.length, tied, random);
    int[][] theirs = ranks(hospitals, residents.length, tied, random);
    int pairs = Arrays.stream(residents).mapToInt(it -> it.length).sum();
    int[][] column = new int[4][pairs];
    int pair = 0;
    for (int r = 0; r < residents.length; r++) {
      for (int h : residents[r]) {
        column[0][pair] = r;
        column[1][pair] = h;
        column[2][pair] = mine[r][h];
        column[3][pair++] = theirs[h][r];
      }
    }
    int[] one = new int[hospitals.length];
    Arrays.fill(one, 1);
    return Preferences.ofPairs(residents.length, column[0], column[1], column[2], column[3], one);
  }

  private static int[][] ranks(int[][] lists, int others, int tied, Random random) {
    int[][] ranks = new int[lists.length][others];
    for (int i = 0; i < lists.length; i++) {
      int rank = 0;
      for (int at = 0; at < lists[i].length; at++) {
        rank += at > 0 && random.nextInt(100) >= tied ? 1 : 0;
        ranks[i][lists[i][at]] = rank;
      }
    }
    return ranks;
  }

  /** Returns a few letters that name a market: another market has others. */
  static String hash(Preferences market) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int[] part :
          List.of(market.start, market.hospital, market.residentRank, market.hospitalRank)) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * part.length);
        bytes.asIntBuffer().put(part);
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
