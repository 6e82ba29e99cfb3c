package org.entraide.simulation;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The cells of organisers that came beside somebody with a copied row, or since people moved rows
 * under a write. Nobody typed them for that person, so they count for nobody, until somebody types
 * there.
 */
final class Copied {

  /** The columns in which organisers write. */
  static final Set<String> MARKS =
      Set.of("instruction", "checked", "with", "never_with", "corrected_place", "group");

  private final Set<String> copies = new HashSet<>(); // responses
  private final Set<String> typed = new HashSet<>(); // responses
  private final SetMultimap<String, String> fresh = HashMultimap.create(); // marks by response
  private final Map<String, Set<String>> marks = new HashMap<>(); // by response

  /** Of the marks, those that stood beside the same person's own row, by response. */
  private final Map<String, Set<String>> own = new HashMap<>();

  /** By response, statuses of others that a write put there which people overtook. */
  private final Map<String, Set<String>> astray = new HashMap<>();

  /**
   * A row is copied, or another person is typed over a copy: what is beside it is nobody's.
   *
   * @param seen whether the daemon had written there, or beside its original, so that the check
   *     tells
   */
  void copies(String response, boolean seen) {
    copies.add(response);
    marks.put(response, seen ? new HashSet<>(MARKS) : new HashSet<>());
    own.remove(response);
  }

  /** A row is copied and nothing typed over: what was its person's there is theirs here, too. */
  void copiesWhole(String response, String original, boolean seen) {
    copies(response, seen);
    Set<String> ownMarks = new HashSet<>(MARKS);
    ownMarks.removeIf(mark -> isAnothers(original, mark));
    own.put(response, ownMarks);
  }

  /** Whether a row came to be as the copy of another. */
  boolean isCopy(String response) {
    return copies.contains(response);
  }

  boolean isCopied(String response, String mark) {
    return marks.getOrDefault(response, Set.of()).contains(mark);
  }

  /** Whether it came there from beside somebody else: whose row that is, it must not count. */
  boolean isAnothers(String response, String mark) {
    return isCopied(response, mark) && !own.getOrDefault(response, Set.of()).contains(mark);
  }

  /** Of texts by mark beside a response, those that came so. */
  Map<String, String> anothers(String response, Map<String, String> texts) {
    Map<String, String> others = new HashMap<>(texts);
    others.keySet().removeIf(mark -> !isAnothers(response, mark));
    return others;
  }

  /** The original went before anybody looked: the copy is the original, edited. */
  void isTakenForOriginal(String response) {
    copies.add(response);
    marks.put(response, new HashSet<>());
  }

  /** Whether anything was typed beside a copy, or emptied, since it was copied. */
  boolean wasTypedBeside(String response) {
    return typed.contains(response);
  }

  /** A person types there, or empties it. */
  void isTyped(String response, String mark) {
    typed.add(response);
    fresh.put(response, mark);
    marks.getOrDefault(response, new HashSet<>()).remove(mark);
  }

  /** The daemon looks, or its write is done. */
  void isSeen() {
    fresh.clear();
  }

  /** Whether that was typed there since the daemon last looked: a write cannot know of it. */
  boolean wasJustTyped(String response, String mark) {
    return fresh.containsEntry(response, mark);
  }

  /** That was undone; or a write that people overtook put it there. */
  void isNobodys(String response, String mark) {
    marks.computeIfAbsent(response, r -> new HashSet<>()).add(mark);
    own.getOrDefault(response, new HashSet<>()).remove(mark);
  }

  /** A write that people overtook put there what was typed as the status of another's row. */
  void comesAstray(String response, String status) {
    astray.computeIfAbsent(response, r -> new HashSet<>()).add(status);
  }

  /** Whether it came there so: nobody typed it for that person. */
  boolean isAstray(String response, String status) {
    return astray.getOrDefault(response, Set.of()).contains(status);
  }
}
