package org.entraide.plan.instruction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;
import org.entraide.text.Message;
import org.entraide.text.typed.ReadLimit;

/**
 * What is asked for in one cell.
 *
 * @param words the instructions that hold, without a pause that is over
 * @param pause until when
 * @param remarks what to answer about what was not understood, or is over
 */
public record InstructionCell(Set<Instruction> words, AskedPause pause, List<Message> remarks) {

  static final Pattern SEPARATOR = Pattern.compile("[,;\\n+]|\\s/\\s");

  public InstructionCell {
    words = Set.copyOf(words);
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads a cell of Consigne/Instruction.
   *
   * @param person whose row it is in
   */
  public static InstructionCell read(
      String person, String text, SheetVocabulary vocabulary, PauseReader pauses) {
    Set<Instruction> words = EnumSet.noneOf(Instruction.class);
    AskedPause pause = AskedPause.NONE;
    List<Message> remarks = new ArrayList<>();
    for (String part : parts(text, vocabulary, pauses)) {
      Optional<Instruction> word = vocabulary.instruction(part);
      Optional<String> end = word.isPresent() ? Optional.empty() : vocabulary.pauseEnd(part);
      if (end.isPresent()) {
        PauseReader.ReadPause read = pauses.read(person, end.get(), PersonColumn.INSTRUCTION);
        pause = pause.and(read.pause());
        remarks.addAll(read.remarks());
        continue;
      }
      Optional<Instruction> slip = word.isPresent() ? Optional.empty() : vocabulary.mistyped(part);
      word.or(() -> slip).ifPresent(words::add);
      slip.ifPresent(w -> remarks.add(about("explain.instruction.guessed", part, w)));
      if (word.isEmpty() && slip.isEmpty()) {
        remarks.add(unknown(part, vocabulary));
      }
    }
    if (words.contains(Instruction.PAUSE)) {
      pause = pause.and(AskedPause.WITHOUT_END);
    } else if (pause.isAsked()) {
      words.add(Instruction.PAUSE);
    }
    return new InstructionCell(words, pause, remarks);
  }

  /**
   * Reads a status that a person typed, where that is a pause until some day.
   *
   * @return empty for any other status
   */
  public static Optional<InstructionCell> ofStatus(
      String person, String text, SheetVocabulary vocabulary, PauseReader pauses) {
    return vocabulary
        .pauseEnd(text)
        .filter(end -> vocabulary.obeyed(text).equals(Optional.of(Status.PAUSED)))
        .map(end -> pauses.read(person, end, PersonColumn.STATUS))
        .map(
            read ->
                new InstructionCell(
                    read.pause().isAsked() ? Set.of(Instruction.PAUSE) : Set.of(),
                    read.pause(),
                    read.remarks()));
  }

  /** What a cell says beside <i>Exclu</i>; all of it where it does not say that. */
  public static String withoutBar(String text, SheetVocabulary vocabulary) {
    List<String> all = List.of(SEPARATOR.split(text, -1));
    List<String> others =
        all.stream()
            .filter(
                part ->
                    vocabulary
                        .instruction(part)
                        .or(() -> vocabulary.mistyped(part))
                        .filter(Instruction.BARRED::equals)
                        .isEmpty())
            .toList();
    return others.size() == all.size()
        ? text
        : others.stream().map(String::strip).collect(Collectors.joining(", "));
  }

  /** What separators separate, but for those within a day: « Pause, until Jan 12, 2027 ». */
  private static List<String> parts(String text, SheetVocabulary vocabulary, PauseReader pauses) {
    List<String> parts = new ArrayList<>();
    for (String part : SEPARATOR.split(ReadLimit.cut(text), -1)) {
      int last = parts.size() - 1;
      if (last >= 0 && !part.isBlank() && isOfPause(parts.get(last), part, vocabulary, pauses)) {
        parts.set(last, parts.get(last) + " " + part.strip());
      } else if (!part.isBlank()) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static boolean isOfPause(
      String precedingText, String part, SheetVocabulary vocabulary, PauseReader pauses) {
    Optional<String> end = vocabulary.pauseEnd(precedingText + " " + part.strip());
    return end.isPresent()
        && vocabulary.instruction(part).isEmpty()
        && vocabulary.pauseEnd(part).isEmpty()
        && (Character.isDigit(part.strip().codePointAt(0))
            || (vocabulary.pauseEnd(precedingText).isEmpty() && pauses.isDay(end.get())));
  }

  private static Message unknown(String part, SheetVocabulary vocabulary) {
    return vocabulary
        .suggested(part)
        .map(w -> about("explain.instruction.suggested", part, w))
        .orElse(Message.of("explain.instruction.unknown"));
  }

  private static Message about(String key, String typed, Instruction word) {
    return Message.of(key)
        .with("typed", OrganiserInstructions.shortened(typed.strip()))
        .with("word", Message.of(word.wordKey()));
  }
}
