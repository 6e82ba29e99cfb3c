package org.entraide.place.postcode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a postcode file begins with. After it come the keys in ascending order, {@link #keyBytes}
 * each, then the {@link Spot}s in the same order, eight bytes each, all big-endian; the last eight
 * bytes are the CRC-32C of all that is before them.
 *
 * @param country ISO 3166-1 alpha-2
 * @param source a title of {@link PostcodeSource}
 * @param attribution the text that its licence demands
 * @param imported when
 * @param count of codes
 * @param longest letters and digits of the longest code
 */
record FileHeader(
    String country, String source, String attribution, Instant imported, int count, int longest) {

  static final int VERSION = 1;

  /** Magic, version, length of the whole header. */
  static final int PREFIX_BYTES = 16;

  static final int MOST_BYTES = 1 << 13;
  static final int SPOT_BYTES = Long.BYTES;
  static final int CHECKSUM_BYTES = Long.BYTES;

  /** The line ends show whether a program took the file for a text and changed its line ends. */
  static final byte[] MAGIC = "ENTRPC\r\n".getBytes(StandardCharsets.US_ASCII);

  int keyBytes() {
    return longest <= PostcodeKey.SHORT_LETTERS ? 5 : 6;
  }

  /** How keys are divided before they are stored. */
  long unit() {
    return longest <= PostcodeKey.SHORT_LETTERS ? PostcodeKey.SHORT_UNIT : 1;
  }

  /** Bytes of everything after the header. */
  long bodyBytes() {
    return (long) count * (keyBytes() + SPOT_BYTES) + CHECKSUM_BYTES;
  }

  byte[] bytes() {
    byte[] fields = fields();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(PREFIX_BYTES + fields.length);
      out.write(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private byte[] fields() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(country);
      out.writeUTF(source);
      out.writeUTF(attribution);
      out.writeLong(imported.getEpochSecond());
      out.writeInt(count);
      out.writeByte(longest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what comes after the prefix. */
  static FileHeader read(byte[] fields) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(fields));
    return new FileHeader(
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        Instant.ofEpochSecond(in.readLong()),
        in.readInt(),
        in.readUnsignedByte());
  }
}
