package org.entraide.journal.copy;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shows whether two tables hold the same rows, in any order: their number, and the sums of the four
 * quarters of each row's SHA-256, in 64 bits each.
 */
final class TableContent {

  private static final int QUARTERS = 4;

  private long rows;
  private final long[] sums = new long[QUARTERS];

  void add(@Nullable Object[] row) {
    rows++;
    ByteBuffer hash = ByteBuffer.wrap(hash(row)).order(ByteOrder.BIG_ENDIAN);
    for (int i = 0; i < QUARTERS; i++) {
      sums[i] += hash.getLong();
    }
  }

  private static byte[] hash(@Nullable Object[] row) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (Object value : row) {
      if (value == null) {
        hasher.putByte((byte) 0);
      } else if (value instanceof Long number) {
        hasher.putByte((byte) 1).putLong(number);
      } else if (value instanceof Double number) {
        hasher.putByte((byte) 2).putDouble(number);
      } else if (value instanceof Boolean truth) {
        hasher.putByte((byte) 3).putBoolean(truth);
      } else {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        hasher.putByte((byte) 4).putInt(text.length).putBytes(text); // nothing runs into the next
      }
    }
    return hasher.hash().asBytes();
  }

  long rows() {
    return rows;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TableContent content
        && rows == content.rows
        && Arrays.equals(sums, content.sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }
}
