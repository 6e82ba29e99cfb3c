package org.entraide.place.index;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.PositiveIntOutputs;
import org.apache.lucene.util.fst.Util;

/** ASCII keys with a number each, in a finite state transducer: a few bytes a key. */
final class NameFst {

  static final long NONE = -1;

  private final FST<Long> fst;

  private NameFst(FST<Long> fst) {
    this.fst = fst;
  }

  static NameFst read(DataInput in) throws IOException {
    return new NameFst(new FST<>(FST.readMetadata(in, PositiveIntOutputs.getSingleton()), in));
  }

  /** The number of a key, or {@link #NONE}. */
  long get(String key) {
    if (!CharMatcher.ascii().matchesAllOf(key)) {
      return NONE;
    }
    try {
      Long number = Util.get(fst, new BytesRef(key));
      return number == null ? NONE : number;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is in memory
    }
  }

  /**
   * Accepts all names within that many edits: insertions, deletions, changes and transpositions of
   * neighbours. Making it takes as long as walking along with it.
   *
   * @param edits 0 to 2, which is what the automata are made for
   */
  static CharacterRunAutomaton automaton(String key, int edits) {
    return new CharacterRunAutomaton(new LevenshteinAutomata(key, true).toAutomaton(edits));
  }

  /** Passes on the numbers of all keys that it accepts. */
  void near(CharacterRunAutomaton automaton, LongConsumer eachNumber) {
    try {
      new Walk(automaton, eachNumber).from(fst.getFirstArc(new FST.Arc<>()), 0, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is in memory
    }
  }

  /** Goes through automaton and transducer side by side, as far as both have a way on. */
  private final class Walk {

    private final CharacterRunAutomaton automaton;
    private final LongConsumer eachNumber;
    private final FST.BytesReader reader = fst.getBytesReader();

    Walk(CharacterRunAutomaton automaton, LongConsumer eachNumber) {
      this.automaton = automaton;
      this.eachNumber = eachNumber;
    }

    void from(FST.Arc<Long> arrived, int state, long sum) throws IOException {
      if (!FST.targetHasArcs(arrived)) {
        if (arrived.isFinal() && automaton.isAccept(state)) {
          eachNumber.accept(sum + arrived.nextFinalOutput());
        }
        return;
      }
      FST.Arc<Long> arc = fst.readFirstTargetArc(arrived, new FST.Arc<>(), reader);
      while (true) {
        take(arc, state, sum);
        if (arc.isLast()) {
          return;
        }
        fst.readNextArc(arc, reader);
      }
    }

    private void take(FST.Arc<Long> arc, int state, long sum) throws IOException {
      if (arc.label() == FST.END_LABEL) {
        if (automaton.isAccept(state)) {
          eachNumber.accept(sum + arc.output());
        }
        return;
      }
      int next = automaton.step(state, arc.label());
      if (next >= 0) {
        // An end may be marked on the arc itself or follow as a separate arc.
        from(new FST.Arc<Long>().copyFrom(arc), next, sum + arc.output());
      }
    }
  }
}
