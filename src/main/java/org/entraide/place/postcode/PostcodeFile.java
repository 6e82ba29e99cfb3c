package org.entraide.place.postcode;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.entraide.place.GeoPoint;
import org.entraide.place.PostcodeLookup.Hit;
import org.entraide.text.Message;

/**
 * The postcodes of one country, in a file that is mapped into memory and searched there. Immutable,
 * safe for several threads; a file that takes its place leaves it as it is.
 */
public final class PostcodeFile {

  private static final int BUFFER = 1 << 16;

  private final FileHeader header;
  private final MappedByteBuffer body;
  private final int keyBytes;
  private final long unit;
  private final int spots;

  private PostcodeFile(FileHeader header, MappedByteBuffer body) {
    this.header = header;
    this.body = body;
    keyBytes = header.keyBytes();
    unit = header.unit();
    spots = header.count() * keyBytes;
  }

  /**
   * Opens a file and checks every byte of it.
   *
   * @throws PostcodeFileProblem if it is damaged or of another version
   * @throws IOException if it cannot be read
   */
  public static PostcodeFile open(Path file) throws IOException, PostcodeFileProblem {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer prefix = read(file, channel, 0, FileHeader.PREFIX_BYTES);
      byte[] magic = new byte[FileHeader.MAGIC.length];
      prefix.get(magic);
      if (!Arrays.equals(magic, FileHeader.MAGIC)) {
        throw new PostcodeFileProblem(file, Message.of("postcode.problem.foreign"));
      }
      int version = prefix.getInt();
      if (version != FileHeader.VERSION) {
        throw new PostcodeFileProblem(
            file,
            Message.of("postcode.problem.version")
                .with("version", String.valueOf(version))
                .with("known", String.valueOf(FileHeader.VERSION)));
      }
      int length = prefix.getInt();
      if (length < FileHeader.PREFIX_BYTES || length > FileHeader.MOST_BYTES) {
        throw damaged(file);
      }
      verify(file, channel); // before anything in it is believed
      FileHeader header = header(file, channel, length);
      if (header.count() < 0
          || header.longest() > PostcodeKey.MOST_LETTERS
          || channel.size() != length + header.bodyBytes()) {
        throw damaged(file);
      }
      return new PostcodeFile(
          header, channel.map(FileChannel.MapMode.READ_ONLY, length, header.bodyBytes()));
    }
  }

  private static FileHeader header(Path file, FileChannel channel, int length)
      throws IOException, PostcodeFileProblem {
    int fields = length - FileHeader.PREFIX_BYTES;
    try {
      return FileHeader.read(read(file, channel, FileHeader.PREFIX_BYTES, fields).array());
    } catch (EOFException | java.io.UTFDataFormatException e) {
      throw damaged(file);
    }
  }

  private static ByteBuffer read(Path file, FileChannel channel, long at, int length)
      throws IOException, PostcodeFileProblem {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw damaged(file);
      }
    }
    return buffer.flip();
  }

  /** By reading, not through the mapping: pages that nobody asks for stay out of the process. */
  private static void verify(Path file, FileChannel channel)
      throws IOException, PostcodeFileProblem {
    long end = channel.size() - FileHeader.CHECKSUM_BYTES;
    if (end < FileHeader.PREFIX_BYTES) {
      throw damaged(file);
    }
    CRC32C checksum = new CRC32C();
    for (long at = 0; at < end; at += BUFFER) {
      checksum.update(read(file, channel, at, (int) Math.min(BUFFER, end - at)));
    }
    if (read(file, channel, end, FileHeader.CHECKSUM_BYTES).getLong() != checksum.getValue()) {
      throw damaged(file);
    }
  }

  private static PostcodeFileProblem damaged(Path file) {
    return new PostcodeFileProblem(file, Message.of("postcode.problem.damaged"));
  }

  public String country() {
    return header.country();
  }

  /** The usual name of what it was made from. */
  public String source() {
    return header.source();
  }

  public String attribution() {
    return header.attribution();
  }

  public Instant imported() {
    return header.imported();
  }

  /** How many codes it has. */
  public int count() {
    return header.count();
  }

  /** Letters and digits of its longest code. */
  public int longest() {
    return header.longest();
  }

  /**
   * Looks a code up.
   *
   * @param code with or without its spaces, in any case
   */
  public Optional<Hit> find(String code) {
    long whole = PostcodeKey.of(code);
    if (whole == PostcodeKey.NONE || whole % unit != 0) {
      return Optional.empty();
    }
    long key = whole / unit;
    int low = 0;
    int high = header.count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long middleKey = key(middle);
      if (middleKey == key) {
        return Optional.of(hit(body.getLong(spots + middle * FileHeader.SPOT_BYTES)));
      }
      if (middleKey < key) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  private long key(int row) {
    int at = row * keyBytes;
    long key = body.getInt(at) & 0xFFFFFFFFL;
    for (int i = Integer.BYTES; i < keyBytes; i++) {
      key = (key << Byte.SIZE) | (body.get(at + i) & 0xFF);
    }
    return key;
  }

  private static Hit hit(long spot) {
    GeoPoint point = Spot.point(spot);
    return new Hit(point, Spot.uncertaintyKm(spot));
  }
}
