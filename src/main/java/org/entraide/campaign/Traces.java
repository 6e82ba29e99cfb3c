package org.entraide.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.entraide.form.Response;
import org.entraide.people.Erased;
import org.entraide.people.Fingerprint;
import org.entraide.plan.Interpretation;
import org.entraide.plan.Introduction;
import org.entraide.plan.ResponseRow;

/**
 * Where a campaign knows somebody. Pure.
 *
 * @param people every reference that the person has or had
 * @param contents fingerprints of their answers
 * @param rows those of their rows that are there
 * @param responses ids of what they sent by the form
 * @param introductions all in which they have a part
 */
record Traces(
    Set<String> people,
    Set<String> contents,
    List<ResponseRow> rows,
    Set<String> responses,
    List<Introduction> introductions) {

  /** Contents alone: who somebody is by contact and name is marked. */
  private static final Pattern CONTENTS = Pattern.compile("[0-9a-f]{16}");

  Traces {
    people = Set.copyOf(people);
    contents = Set.copyOf(contents);
    rows = List.copyOf(rows);
    responses = Set.copyOf(responses);
    introductions = List.copyOf(introductions);
  }

  /** Of somebody by a reference that they have or had; what was erased has none. */
  static Traces of(Scene scene, String reference) {
    Set<String> people = new HashSet<>();
    people.add(reference);
    Map<String, String> aliases = new HashMap<>(Notes.aliases(scene.memory().notes()));
    aliases.putAll(scene.rows().aliases());
    people.add(aliases.getOrDefault(reference, reference));
    aliases.forEach(
        (former, now) -> {
          if (people.contains(now)) {
            people.add(former);
          }
        });
    return of(scene, people, row -> false);
  }

  /**
   * Of those whose rows say by themselves that they were erased, and of whom the journal knows
   * nothing of the kind: it was lost, or is an older one. All together, since afterwards it knows.
   */
  static Traces forgotten(Scene scene) {
    Set<String> people = new HashSet<>();
    Set<String> contents = new HashSet<>();
    for (int i = 0; i < scene.rows().rows().size(); i++) {
      ResponseRow row = scene.rows().rows().get(i);
      if (saysErased(row, scene)) {
        contents.add(row.fingerprint());
        people.add(scene.rows().assigned().get(i).ref());
        String known = scene.memory().referenceByFingerprint().get(row.fingerprint());
        if (known != null) {
          people.addAll(of(scene, known).people());
        }
      }
    }
    return of(scene, people, row -> contents.contains(row.fingerprint()));
  }

  /** A check that stands beside other contents, or other words than were written, says nothing. */
  private static boolean saysErased(ResponseRow row, Scene scene) {
    Erased erased = scene.memory().erased();
    return !row.profile().erased()
        && row.showsOwnStatus(scene.layout())
        && row.checked()
            .filter(Erased::isHash)
            .filter(hash -> !erased.hashes().contains(hash))
            .filter(
                hash -> erased.hashes().isEmpty() || hash.equals(erased.answer(row.fingerprint())))
            .isPresent();
  }

  private static Traces of(Scene scene, Set<String> people, Predicate<ResponseRow> also) {
    Set<String> contents = new HashSet<>();
    scene
        .memory()
        .referenceByFingerprint()
        .forEach(
            (fingerprint, ref) -> {
              if (people.contains(ref) && CONTENTS.matcher(fingerprint).matches()) {
                contents.add(fingerprint);
              }
            });
    List<ResponseRow> rows = new ArrayList<>();
    Set<String> responses = new HashSet<>();
    Interpretation interpretation = scene.rows();
    for (int i = 0; i < interpretation.rows().size(); i++) {
      ResponseRow row = interpretation.rows().get(i);
      boolean theirs = people.contains(interpretation.assigned().get(i).ref()) || also.test(row);
      if (theirs && !row.profile().erased()) {
        rows.add(row);
        contents.add(row.fingerprint());
        scene
            .form()
            .witness()
            .flatMap(witness -> witness.response(row.row()))
            .map(Response::responseId)
            .ifPresent(responses::add);
      }
    }
    Map<String, Introduction> introductions = new HashMap<>(scene.memory().introductions());
    introductions.putAll(scene.seen().introductions());
    return new Traces(
        people,
        contents,
        rows,
        responses,
        introductions.values().stream()
            .filter(i -> people.contains(i.person()) || people.contains(i.helper()))
            .toList());
  }

  /** Whether nothing at all is known. */
  boolean isNobody() {
    return contents.isEmpty() && introductions.isEmpty();
  }

  /**
   * What is to be forgotten, and what is left of it: also by what an answer would be known if
   * somebody cleared the address in its row, which must not make another person of it.
   *
   * @param salt of fingerprints
   */
  Erasure erasure(Erased before, String salt, RandomGenerator random) {
    Erased key = before.begun(random);
    Map<String, String> left = new HashMap<>();
    contents.forEach(fingerprint -> left.put(fingerprint, key.answer(fingerprint)));
    Set<String> hashes = new HashSet<>(left.values());
    people.forEach(ref -> hashes.add(key.reference(ref)));
    introductions.forEach(i -> hashes.add(key.reference(i.ref())));
    responses.forEach(id -> hashes.add(key.response(id)));
    rows.forEach(
        row ->
            Fingerprint.withoutFirstContact(salt, row.profile())
                .ifPresent(fingerprint -> hashes.add(key.answer(fingerprint))));
    return new Erasure(
        people,
        Set.copyOf(introductions.stream().map(Introduction::ref).toList()),
        left,
        key.and(hashes));
  }
}
