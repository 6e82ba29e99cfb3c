package org.entraide.simulation;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** Stories in which something happens besides what happens in all of them. */
enum StoryFamily {
  /** Organisers sort, edit and delete what À faire says, and that tab. */
  TODO(seed -> Story.random(seed, Mixture.TODO)),
  /** People forget half of their answer, are asked by a draft, and answer again or not. */
  QUESTIONS(seed -> Story.random(seed, Mixture.QUESTIONS), "question_drafts = true"),
  /**
   * Organisers let people pause until a day. It comes once everything is at rest: then they take
   * part as if they had never paused.
   */
  PAUSES(seed -> Story.random(seed, Mixture.PAUSES)),
  /** Organisers introduce people by hand and type that into the ledger. */
  BYHAND(seed -> Story.everyDay(seed, Mixture.BY_HAND)),
  /** The version before, whose words and columns were others, is upgraded. */
  UPGRADED(seed -> Story.random(seed, Mixture.UPGRADES)),
  /** No cell of Entraide's has a name. */
  NAMELESS(seed -> Story.random(~seed, Mixture.TODO), "names_in_sheet = false"),
  /** Organisers say in Réglages how many drafts may wait, and whether people are asked. */
  SETTINGS(seed -> Story.random(seed, Mixture.QUESTIONS, Mixture.SETTINGS)),
  /**
   * Organisers delete, change and rename filter views, tabs that they are in, and the dashboard.
   */
  VIEWS(seed -> Story.random(seed, Mixture.TODO, Mixture.VIEWS)),
  /** People are erased, and organisers delete their rows as these ask, or not. */
  ERASED(seed -> Story.everyDay(seed, Mixture.ERASURES)),
  /** Google shows a sheet as it was before the daemon's last write. */
  OLDER(seed -> Story.everyDay(seed, Mixture.OLDER_READS));

  private static final int USUAL = 1;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor, which nobody changes
  private final LongFunction<Story> stories;

  private final String keys;

  StoryFamily(LongFunction<Story> stories) {
    this(stories, "");
  }

  StoryFamily(LongFunction<Story> stories, String keys) {
    this.stories = stories;
    this.keys = keys;
  }

  /**
   * Those that are to be told: the one that {@code stories.family} names, else those of which
   * another size or another first seed is asked for, else all.
   */
  static List<StoryFamily> chosen() {
    String one = System.getProperty("stories.family", "");
    List<StoryFamily> all = List.of(values());
    List<StoryFamily> named =
        all.stream().filter(it -> one.isEmpty() ? it.isNamed() : it.word().equals(one)).toList();
    return named.isEmpty() && one.isEmpty() ? all : named;
  }

  private boolean isNamed() {
    return System.getProperty(word() + ".seeds") != null
        || System.getProperty(word() + ".first") != null;
  }

  /** Before the dot of its system properties. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many of its stories are told. */
  int size() {
    return Integer.getInteger(word() + ".seeds", USUAL);
  }

  /** The seed of the first. */
  long first() {
    return Long.getLong(word() + ".first", 1);
  }

  Story story(long seed) {
    return stories.apply(seed);
  }

  /** Further lines for the configuration of each campaign. */
  String keys() {
    return keys;
  }
}
