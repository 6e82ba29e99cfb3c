package org.entraide.place.index;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.lucene.store.DataInput;

/** Reads a stream of the gazetteer with little memory beside the result. */
final class SegmentInput extends DataInput {

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 14];
  private int position;
  private int limit;

  SegmentInput(InputStream in) {
    this.in = in;
  }

  @Override
  public byte readByte() throws IOException {
    if (position == limit) {
      fill();
    }
    return buffer[position++];
  }

  @Override
  public void readBytes(byte[] target, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (position == limit) {
        fill();
      }
      int part = Math.min(length - done, limit - position);
      System.arraycopy(buffer, position, target, offset + done, part);
      position += part;
      done += part;
    }
  }

  @Override
  public void skipBytes(long count) throws IOException {
    for (long i = 0; i < count; i++) {
      readByte();
    }
  }

  byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    readBytes(bytes, 0, count);
    return bytes;
  }

  int[] ints(int count) throws IOException {
    int[] ints = new int[count];
    for (int i = 0; i < count; i++) {
      ints[i] = readInt();
    }
    return ints;
  }

  int[] vints(int count) throws IOException {
    int[] ints = new int[count];
    for (int i = 0; i < count; i++) {
      ints[i] = readVInt();
    }
    return ints;
  }

  char[] chars(int count) throws IOException {
    char[] chars = new char[count];
    for (int i = 0; i < count; i++) {
      chars[i] = (char) readVInt();
    }
    return chars;
  }

  String[] strings() throws IOException {
    String[] strings = new String[readVInt()];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = readString();
    }
    return strings;
  }

  private void fill() throws IOException {
    position = 0;
    limit = in.read(buffer, 0, buffer.length);
    if (limit <= 0) {
      throw new EOFException("The gazetteer ends early.");
    }
  }
}
