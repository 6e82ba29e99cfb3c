package org.entraide.place.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.PositiveIntOutputs;
import org.apache.lucene.util.fst.Util;

/** Writes what {@link GazetteerSegment} reads. */
public final class SegmentWriter {

  private static final List<FeatureKind> KINDS = List.of(FeatureKind.values());

  private final List<Feature> features = new ArrayList<>();
  private final SortedMap<String, TreeSet<Integer>> names = new TreeMap<>();
  private final SortedMap<String, Integer> codes = new TreeMap<>();

  /** Adds a feature; ids are 0, 1, 2 and so on, the most important first. */
  public void add(Feature feature) {
    if (feature.id() != features.size()) {
      throw new IllegalArgumentException("Feature %d comes too early.".formatted(feature.id()));
    }
    features.add(feature);
  }

  /** Lets a feature be found by a normalized name. */
  public void name(String name, int id) {
    names.computeIfAbsent(name, key -> new TreeSet<>()).add(id);
  }

  /** Lets a feature be found by a country and a code; the first one counts. */
  public void code(String key, int id) {
    codes.putIfAbsent(key, id);
  }

  /** Returns the bytes of the file. */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped =
            new GZIPOutputStream(bytes) {
              {
                def.setLevel(Deflater.BEST_COMPRESSION);
              }
            };
        OutputStreamDataOutput out = new OutputStreamDataOutput(zipped)) {
      out.writeString(GazetteerSegment.MAGIC);
      columns(out);
      names(out);
      fst(out, new TreeMap<>(codes));
    }
    return bytes.toByteArray();
  }

  private void columns(DataOutput out) throws IOException {
    List<String> countries = features.stream().map(Feature::country).distinct().sorted().toList();
    List<String> admins = features.stream().map(Feature::admin1).distinct().sorted().toList();
    Map<String, Integer> adminAt = new TreeMap<>();
    admins.forEach(admin -> adminAt.put(admin, adminAt.size()));
    out.writeVInt(features.size());
    strings(out, countries);
    strings(out, admins);
    for (Feature f : features) {
      out.writeByte((byte) KINDS.indexOf(f.kind()));
    }
    for (Feature f : features) {
      out.writeByte((byte) countries.indexOf(f.country()));
    }
    for (Feature f : features) {
      out.writeVInt(adminAt.getOrDefault(f.admin1(), 0));
    }
    for (Feature f : features) {
      out.writeVInt(Math.toIntExact(f.population()));
    }
    for (Feature f : features) {
      out.writeInt((int) Math.round(f.point().latitude() * FeatureColumns.DEGREE));
    }
    for (Feature f : features) {
      out.writeInt((int) Math.round(f.point().longitude() * FeatureColumns.DEGREE));
    }
    for (Feature f : features) {
      out.writeVInt((int) Math.round(f.uncertaintyKm() * FeatureColumns.KM));
    }
    parents(out);
    display(out);
  }

  private void parents(DataOutput out) throws IOException {
    List<Feature> children =
        features.stream().filter(f -> f.parent() != Feature.NO_PARENT).toList();
    out.writeVInt(children.size());
    int before = 0;
    for (Feature child : children) {
      out.writeVInt(child.id() - before);
      before = child.id();
    }
    for (Feature child : children) {
      out.writeVInt(child.parent());
    }
  }

  private void display(DataOutput out) throws IOException {
    List<byte[]> names = features.stream().map(SegmentWriter::display).toList();
    for (byte[] name : names) {
      out.writeVInt(name.length);
    }
    for (byte[] name : names) {
      out.writeBytes(name, name.length);
    }
  }

  private static byte[] display(Feature f) {
    String fr = f.nameFr().equals(f.name()) ? "" : f.nameFr();
    String en = f.nameEn().equals(f.name()) ? "" : f.nameEn();
    return (f.name() + FeatureColumns.NAME_END + fr + FeatureColumns.NAME_END + en)
        .getBytes(StandardCharsets.UTF_8);
  }

  private void names(DataOutput out) throws IOException {
    SortedMap<String, Integer> at = new TreeMap<>();
    ByteArrayOutputStream postings = new ByteArrayOutputStream();
    for (Map.Entry<String, TreeSet<Integer>> name : names.entrySet()) {
      at.put(name.getKey(), postings.size());
      posting(postings, name.getValue());
    }
    fst(out, at);
    out.writeVInt(postings.size());
    out.writeBytes(postings.toByteArray(), postings.size());
  }

  private static void posting(ByteArrayOutputStream postings, SortedSet<Integer> ids)
      throws IOException {
    byte[] one = new byte[5];
    int before = 0;
    for (int id : ids) {
      ByteArrayDataOutput step = new ByteArrayDataOutput(one);
      step.writeVInt((id - before) << 1 | (id == ids.last() ? 0 : 1));
      postings.write(one, 0, step.getPosition());
      before = id;
    }
  }

  private static void fst(DataOutput out, SortedMap<String, Integer> keys) throws IOException {
    FSTCompiler<Long> compiler =
        new FSTCompiler.Builder<>(FST.INPUT_TYPE.BYTE1, PositiveIntOutputs.getSingleton()).build();
    IntsRefBuilder scratch = new IntsRefBuilder();
    for (Map.Entry<String, Integer> key : keys.entrySet()) {
      compiler.add(Util.toIntsRef(new BytesRef(key.getKey()), scratch), (long) key.getValue());
    }
    FST.FSTMetadata<Long> metadata = compiler.compile();
    FST<Long> fst = FST.fromFSTReader(metadata, compiler.getFSTReader());
    fst.save(out, out);
  }

  private static void strings(DataOutput out, List<String> strings) throws IOException {
    out.writeVInt(strings.size());
    for (String string : strings) {
      out.writeString(string);
    }
  }
}
