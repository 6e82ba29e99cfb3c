package org.entraide.plan.layout;

import com.google.common.base.CharMatcher;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.Category;
import org.entraide.people.word.CategoryWords;
import org.entraide.people.word.PauseWords;
import org.entraide.people.word.ReadCategories;
import org.entraide.people.word.ShortHashes;
import org.entraide.people.word.WordComparison;
import org.entraide.place.PlaceWords;
import org.entraide.plan.introduction.Introduction;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.typed.NearestWord;
import org.entraide.text.typed.ReadLimit;

/**
 * The words that people and the daemon write in the sheet, understood in every language it speaks,
 * whatever their case, accents and spaces.
 */
public final class SheetVocabulary {

  private static final CategoryWords USUAL = new CategoryWords(Map.of());

  /** The statuses that are obeyed when a person types them. */
  private static final Map<Status, Instruction> OBEYED =
      Map.of(
          Status.PAUSED, Instruction.PAUSE,
          Status.WITHDRAWN, Instruction.WITHDRAW,
          Status.SIGNPOSTED, Instruction.SIGNPOSTED,
          Status.BARRED, Instruction.BARRED);

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final CharMatcher LETTER = CharMatcher.forPredicate(Character::isLetter);
  private static final CharMatcher AROUND_WORDS =
      CharMatcher.forPredicate(Character::isLetterOrDigit).negate();

  /** Behind a reference, in parentheses or not, and the comma that is before a distance. */
  private static final String AFTER_REFERENCE = "(?<=[\\p{L}\\p{Nd})])[\\s\\p{Z},(]{1,3}";

  /** Shorter words have too many neighbours to be guessed at. */
  private static final int SHORTEST_GUESSED = 4;

  private final Map<String, Instruction> instructions = new HashMap<>();
  private final Map<String, Status> statuses = new HashMap<>();
  private final Set<String> statusWords = new HashSet<>();
  private final Map<String, Introduction.State> states = new HashMap<>();
  private final Map<String, Introduction.State> statesByHash = new HashMap<>();
  private final Map<String, Category> categories = new HashMap<>();
  private final Set<String> ticks = new HashSet<>();
  private final Set<String> refusals = new HashSet<>();
  private final OutcomeWords outcomes;
  private final PauseWords pauses;
  private final List<Pattern> places;
  private final Pattern distances;

  /**
   * @param languages all that are spoken; where one word means two things, the earlier one wins
   */
  public SheetVocabulary(List<Texts> languages) {
    outcomes = new OutcomeWords(languages);
    pauses = new PauseWords(languages);
    places = languages.stream().map(PlaceWords::anyDescribed).toList();
    distances = distances(languages);
    for (Texts texts : languages) {
      for (Instruction value : Instruction.values()) {
        instructions.putIfAbsent(WordComparison.fold(texts.get(value.wordKey())), value);
        for (String other : texts.get(value.wordKey() + ".also").split(",", -1)) {
          if (!other.isBlank()) {
            instructions.putIfAbsent(WordComparison.fold(other), value);
          }
        }
      }
      for (String tick : texts.get("column.checked.also").split(",", -1)) {
        ticks.add(WordComparison.fold(tick));
      }
      for (String refusal : texts.get("settings.typed.no").split(",", -1)) {
        refusals.add(WordComparison.fold(refusal));
      }
      statuses(texts);
      states(texts);
      for (Category value : Category.values()) {
        categories.putIfAbsent(WordComparison.fold(texts.get(categoryKey(value))), value);
      }
    }
    // people choose from one list and type the words of the other
    OBEYED.forEach(
        (status, instruction) -> {
          for (Texts texts : languages) {
            instructions.putIfAbsent(WordComparison.fold(texts.format(status.word())), instruction);
            statuses.putIfAbsent(WordComparison.fold(texts.get(instruction.wordKey())), status);
          }
        });
  }

  private void statuses(Texts texts) {
    for (Status value : Status.values()) {
      withFormer(texts, value.word().key())
          .forEach(
              word -> {
                statusWords.add(word);
                statuses.putIfAbsent(WordComparison.fold(word), value);
              });
    }
  }

  private void states(Texts texts) {
    for (Introduction.State value : Introduction.State.values()) {
      for (String word : withFormer(texts, stateKey(value))) {
        states.putIfAbsent(WordComparison.fold(word), value);
        statesByHash.putIfAbsent(ShortHashes.of(word), value);
      }
    }
  }

  /** The words of a key, and what earlier versions wrote for them. */
  static List<String> withFormer(Texts texts, String key) {
    return Stream.concat(Stream.of(texts.get(key)), texts.former(key).stream()).toList();
  }

  public static String stateKey(Introduction.State state) {
    return "state." + state.name().toLowerCase(Locale.ROOT);
  }

  public static String categoryKey(Category category) {
    return "category." + category.key();
  }

  public Optional<Instruction> instruction(String word) {
    return Optional.ofNullable(instructions.get(WordComparison.fold(word)));
  }

  /**
   * The instruction that somebody surely meant: one slip away, and no other as near.
   *
   * @return empty also for words that are understood as they are
   */
  public Optional<Instruction> mistyped(String word) {
    return near(WordComparison.fold(word), instructions, 1);
  }

  /** The instruction that somebody may have meant, to ask about. */
  public Optional<Instruction> suggested(String word) {
    String folded = WordComparison.fold(word);
    return near(folded, instructions, Math.max(2, folded.length() / 4));
  }

  private static <T> Optional<T> near(String folded, Map<String, T> words, int slips) {
    if (folded.length() < SHORTEST_GUESSED) {
      return Optional.empty();
    }
    Set<T> meanings = new HashSet<>();
    words.forEach(
        (word, meaning) -> {
          boolean alike = Math.abs(word.length() - folded.length()) <= slips;
          if (alike
              && word.length() >= SHORTEST_GUESSED
              && NearestWord.distance(folded, word) <= slips) {
            meanings.add(meaning);
          }
        });
    return meanings.size() == 1 ? Optional.of(meanings.iterator().next()) : Optional.empty();
  }

  /**
   * What follows a word for a pause and says until when: of « Pause jusqu’au 12/01/2027 » {@code
   * 12/01/2027}. It may be no day that there is.
   *
   * @return empty for any other text, a pause without an end among them
   */
  public Optional<String> pauseEnd(String text) {
    return pauses
        .end(text, words -> isPause(instruction(words)))
        .or(() -> pauses.end(text, words -> isPause(mistyped(words))));
  }

  private static boolean isPause(Optional<Instruction> instruction) {
    return instruction.equals(Optional.of(Instruction.PAUSE));
  }

  /**
   * What a person means who types a status: one of En pause, also until a day, Retiré, Orienté
   * ailleurs, Terminé, Exclu, or Doublon with a reference. Other words of ours mean nothing when
   * they are typed.
   */
  public Optional<Status> obeyed(String typed) {
    if (duplicateOf(typed).isPresent()) {
      return Optional.of(Status.DUPLICATE);
    }
    String folded = WordComparison.fold(typed);
    Optional<Status> status =
        Optional.ofNullable(statuses.get(folded))
            .or(() -> near(folded, statuses, 1))
            .or(() -> pauseEnd(typed).map(day -> Status.PAUSED));
    return status.filter(s -> s == Status.DONE || OBEYED.containsKey(s));
  }

  /** Whether that is a status, letter by letter as the daemon writes it, or did once. */
  public boolean isStatus(String text) {
    return statusWords.contains(text);
  }

  /** Whether that is a place as the daemon describes it: « Londres (ville, à 12 km près) ». */
  public boolean isPlace(String text) {
    return places.stream().anyMatch(place -> place.matcher(text).matches());
  }

  /** Whether that is a list of people and how far away each is, as the daemon writes it. */
  public boolean isIntroduced(String text) {
    String bare = withoutDistances(text);
    return !bare.equals(text)
        && Stream.of(bare.split(";", -1))
            .map(SheetVocabulary::lastWord)
            .allMatch(Reference::isValid);
  }

  private static String lastWord(String text) {
    String plain = AROUND_WORDS.trimFrom(text);
    return AROUND_WORDS.trimFrom(plain.substring(plain.lastIndexOf(' ') + 1));
  }

  /**
   * What is left of a list of references that was copied from the daemon's words, without how far
   * away each is: « Camille R. (9JNRN), 3,9 km ; Noé B. (7KQ47), à distance ».
   */
  public String withoutDistances(String list) {
    return distances.matcher(list).replaceAll("");
  }

  private static Pattern distances(List<Texts> languages) {
    Set<String> words = new LinkedHashSet<>();
    for (Texts texts : languages) {
      Message near = Message.of("introduced.near").with("ref", "").with("km", 1);
      String unit = NO_LETTER.matcher(texts.format(near)).replaceAll("");
      words.add("\\p{Nd}++(?:[.,]\\p{Nd}++)?[\\s\\p{Z}]?" + Pattern.quote(unit));
      Message remote = Message.of("introduced.remote").with("ref", "");
      for (String word : List.of(texts.format(remote), texts.get("ledger.remote"))) {
        String quoted = Pattern.quote(LETTER.negate().trimFrom(word));
        words.add(quoted.replace(" ", "\\E[\\s\\p{Z}]\\Q"));
      }
    }
    return Pattern.compile(
        AFTER_REFERENCE + "(?:" + String.join("|", words) + ")(?![\\p{L}\\p{M}\\p{Nd}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The reference of « Doublon 7KQ47 ». */
  public Optional<String> duplicateOf(String text) {
    String typed = ReadLimit.cut(text);
    return words(typed).anyMatch(this::isDuplicate) ? Reference.parse(typed) : Optional.empty();
  }

  /** Whether somebody typed that a row is a duplicate, and of whom, of nobody, or not. */
  public boolean saysDuplicate(String text) {
    String typed = ReadLimit.cut(text);
    return words(typed)
            .filter(word -> !word.isEmpty())
            .findFirst()
            .filter(this::isDuplicate)
            .isPresent()
        || duplicateOf(typed).isPresent();
  }

  private boolean isDuplicate(String word) {
    return statuses.get(WordComparison.fold(word)) == Status.DUPLICATE;
  }

  private static Stream<String> words(String typed) {
    return NO_LETTER.splitAsStream(typed);
  }

  /** Whether what somebody typed means a tick. */
  public boolean isTicked(String typed) {
    return ticks.contains(WordComparison.fold(typed));
  }

  /** Whether what somebody typed means an empty box. */
  public boolean isUnticked(String typed) {
    return typed.isBlank() || refusals.contains(WordComparison.fold(typed));
  }

  public Optional<Introduction.State> state(String word) {
    return Optional.ofNullable(states.get(WordComparison.fold(word)));
  }

  /** The state whose word has this hash, as a row's check has it. */
  Optional<Introduction.State> stateWritten(String hash) {
    return Optional.ofNullable(statesByHash.get(hash));
  }

  /** What an organiser noted under Suite/Outcome, where it is an outcome. */
  public Optional<Introduction.State> outcome(String typed) {
    return outcomes.read(typed);
  }

  /**
   * The categories of a list separated by commas, by our words for them or the usual ones; words
   * that are none are passed over.
   */
  public Set<Category> categories(String list) {
    EnumSet<Category> understood = EnumSet.noneOf(Category.class);
    for (String word : list.split(",", -1)) {
      Category category = categories.get(WordComparison.fold(word));
      if (category != null) {
        understood.add(category);
      } else if (!word.isBlank()) {
        ReadCategories usual = USUAL.needs(word);
        understood.addAll(usual.notUnderstood() == 0 ? usual.categories() : Set.of());
      }
    }
    return understood;
  }
}
