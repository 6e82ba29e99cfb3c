package org.entraide.place.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;

/** One file of the gazetteer: features, their names, their codes. */
final class GazetteerSegment {

  static final String MAGIC = "entraide gazetteer 1";

  private final FeatureColumns columns;
  private final NameFst names;
  private final byte[] postings;
  private final NameFst codes;
  private final int base;

  private GazetteerSegment(SegmentInput in, int base) throws IOException {
    if (!in.readString().equals(MAGIC)) {
      throw new IOException("This is no gazetteer of this version.");
    }
    this.base = base;
    columns = FeatureColumns.read(in);
    names = NameFst.read(in);
    postings = in.bytes(in.readVInt());
    codes = NameFst.read(in);
  }

  /**
   * Reads a file beside this class.
   *
   * @param base the id of its first feature
   * @throws IllegalStateException if it is missing, which is a fault of the build
   */
  static GazetteerSegment load(String file, int base) {
    try (InputStream in = GazetteerSegment.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The gazetteer's file " + file + " is not in the jar.");
      }
      return new GazetteerSegment(new SegmentInput(new GZIPInputStream(in, 1 << 14)), base);
    } catch (IOException e) {
      throw new UncheckedIOException("The gazetteer's file " + file + " cannot be read.", e);
    }
  }

  int base() {
    return base;
  }

  int size() {
    return columns.size();
  }

  FeatureColumns columns() {
    return columns;
  }

  /** Parents in a file are features of the first one, whose ids begin at 0. */
  Feature feature(int id) {
    return columns.feature(id - base, base, 0);
  }

  /** Passes on the ids of all features of that name, the most important first. */
  void exact(String name, IntConsumer eachId) {
    long at = names.get(name);
    if (at >= 0) {
      posted((int) at, eachId);
    }
  }

  /** The ids, less the base, of all features with a name that it accepts. */
  BitSet near(CharacterRunAutomaton automaton) {
    BitSet ids = new BitSet();
    names.near(automaton, at -> posted((int) at, id -> ids.set(id - base)));
    return ids;
  }

  /** The id of a code's feature, or -1. */
  int code(String key) {
    long id = codes.get(key);
    return id < 0 ? -1 : (int) id + base;
  }

  /** A posting is a step from the id before, times two, plus one if another follows. */
  private void posted(int at, IntConsumer eachId) {
    int position = at;
    int id = base;
    boolean more;
    do {
      int value = 0;
      int shift = 0;
      byte read;
      do {
        read = postings[position++];
        value |= (read & 0x7f) << shift;
        shift += 7;
      } while (read < 0);
      id += value >>> 1;
      more = (value & 1) != 0;
      eachId.accept(id);
    } while (more);
  }
}
