package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.sandbox.office.sheets.book.Versions;
import org.entraide.testkit.Human;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The spreadsheet is restored as it was before, with the journal there and with the journal lost,
 * at each stage of an introduction's life.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class SheetRestoredTest {

  private static final Roads ROADS = new Roads();
  private static final List<String> WAITING =
      List.of(
          "A-B Brouillon prêt: drafted", "A Brouillon prêt, B Brouillon prêt", "made 1, left 1");
  private static final List<String> INTRODUCED =
      List.of("A-B Envoyée le: sent", "A Mis en relation, B Plus de place", "made 1, left 0");

  /** A second draft: what could not be known. */
  private static final List<String> AGAIN =
      List.of(
          "A-B Brouillon prêt: drafted", "A Brouillon prêt, B Brouillon prêt", "made 2, left 1");

  @AfterAll
  static void close() {
    ROADS.close();
  }

  /** Which version is restored. */
  enum Version {
    /** Nothing but answers. */
    BEFORE_THE_DAEMON,
    /** Everybody has a reference, and nobody is introduced. */
    BEFORE_THE_INTRODUCTION,
    /** The ledger says that there is a draft. */
    WITH_THE_DRAFT
  }

  /** What became of the introduction since. */
  enum Stage {
    DRAFTED(post -> {}),
    EDITED(post -> post.letter("A").rewritten("Bonjour")),
    SCHEDULED(post -> post.letter("A").scheduled(false)),
    SENT(post -> post.letter("A").sent()),
    RETITLED_AND_SENT(post -> post.letter("A").retitled("Vos courses").sent()),
    ANSWERED(post -> post.letter("A").sent().answered(post.address("B"))),
    BOUNCED(post -> post.letter("A").sent().bounces(post.address("B"))),
    TRASHED(post -> post.letter("A").trashed()),
    DELETED(post -> post.letter("A").discarded()),
    WITHDRAWN(
        post -> {
          post.letter("A").rewritten("Bonjour");
          post.settles();
          post.instructs("A", "Retirer");
        }),
    DECLINED(
        post -> {
          post.letter("A").sent();
          post.settles();
          post.outcome("A", "Refusée");
        }),
    ACCEPTED_DRAFT(post -> post.outcome("A", "Acceptée"));

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final Consumer<Post> life;

    Stage(Consumer<Post> life) {
      this.life = life;
    }
  }

  private static Post restored(Version version, Stage stage, List<Versions> kept) {
    Post post = new Post(ROADS::direct, People.PAIR.humans(), Strike.NONE);
    if (version == Version.BEFORE_THE_DAEMON) {
      kept.add(version(post));
    }
    post.delegates(false);
    post.settles();
    if (version == Version.BEFORE_THE_INTRODUCTION) {
      kept.add(version(post));
    }
    post.delegates(true);
    post.letter("A");
    if (version == Version.WITH_THE_DRAFT) {
      kept.add(version(post));
    }
    stage.life.accept(post);
    post.graceEnds();
    return post;
  }

  private static Versions version(Post post) {
    return Versions.of(post.premises().sheets().find(Premises.SPREADSHEET).orElseThrow());
  }

  static Stream<Arguments> everyStage() {
    return Stream.of(Version.values())
        .flatMap(version -> Stream.of(Stage.values()).map(stage -> Arguments.of(version, stage)));
  }

  /** What people had typed since is what it was then, as in any sheet that is restored. */
  private static List<String> endWithJournal(Stage stage, List<String> before) {
    return switch (stage) {
      case WITHDRAWN ->
          List.of("A-B Retirée: withdrawn.draft", "A En attente, B Disponible", "made 1, left 1");
      case DECLINED -> INTRODUCED;
      case ACCEPTED_DRAFT -> WAITING;
      default -> before;
    };
  }

  /** Beside that, what neither mailbox nor ledger tells is not known. */
  private static List<String> endWithoutJournal(Version version, Stage stage, List<String> before) {
    boolean inLedger = version == Version.WITH_THE_DRAFT;
    return switch (stage) {
      case WITHDRAWN, ACCEPTED_DRAFT -> WAITING;
      case DECLINED -> INTRODUCED;
      // nothing of it is in the mailbox, or nothing that names it: not promised
      case DELETED -> inLedger ? before : AGAIN;
      case RETITLED_AND_SENT ->
          inLedger
              ? List.of("A-B Écartée: discarded", "A En attente, B Disponible", "made 1, left 0")
              : AGAIN;
      case BOUNCED ->
          inLedger
              ? List.of(
                  "A-B Adresse refusée le: bounced",
                  "A Mis en relation, B Plus de place",
                  "made 1, left 0")
              : before;
      default -> before;
    };
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("everyStage")
  void withTheJournalThereNobodyIsWrittenToAgainAndTheLedgerComesBack(
      Version version, Stage stage) {
    List<Versions> kept = new ArrayList<>();
    try (Post post = restored(version, stage, kept)) {
      List<String> before = Ending.of(post);
      String ref = post.introduction("A");

      kept.get(0).restore();
      post.graceEnds();

      assertThat(Ending.of(post)).isEqualTo(endWithJournal(stage, before));
      assertThat(post.introduction("A")).isEqualTo(ref);
      post.cycle();
      assertThat(post.lastCycle()).containsExactlyInAnyOrder("read sheet", "GET history");
      assertThat(post.bugs()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("everyStage")
  void withTheJournalLostTooTheMailboxTellsWhatIsInIt(Version version, Stage stage) {
    List<Versions> kept = new ArrayList<>();
    try (Post post = restored(version, stage, kept)) {
      List<String> before = Ending.of(post);
      String ref = post.introduction("A");
      List<String> expected = endWithoutJournal(version, stage, before);

      kept.get(0).restore();
      post.forgets();
      post.graceEnds();

      assertThat(Ending.of(post)).isEqualTo(expected);
      if (!expected.equals(AGAIN)) {
        assertThat(post.introduction("A")).isEqualTo(ref);
      }
      post.cycle();
      assertThat(post.lastCycle()).containsExactlyInAnyOrder("read sheet", "GET history");
      assertThat(post.bugs()).isEmpty();
    }
  }

  /** To one alone is written where the other has no address: no header says who that is. */
  @Test
  void aLetterToOneAloneIsKnownWhereOnlyOneOtherCanBeMeant() {
    assertThat(endOfALetterToOneAlone(People.ONE_WITHOUT_MAIL.humans())).contains("made 1, left 1");

    List<Human> two = new ArrayList<>(People.ONE_WITHOUT_MAIL.humans());
    two.add(new Human(4, "Courses", "", 0, "Nord", true, false));
    assertThat(endOfALetterToOneAlone(two)).as("not promised").contains("made 2, left 2");
  }

  private static List<String> endOfALetterToOneAlone(List<Human> humans) {
    try (Post post = new Post(ROADS::direct, humans, Strike.NONE)) {
      Versions version = version(post);
      post.graceEnds();
      version.restore();
      post.forgets();
      post.graceEnds();
      return Ending.of(post);
    }
  }

  /** Several letters to the same people, and each goes to whom it was written for. */
  @Test
  void manyLettersAreTakenForWhatTheyAre() {
    try (Post post = new Post(ROADS::direct, People.SEVEN_PAIRS.humans(), Strike.NONE)) {
      Versions version = version(post);
      post.letter("A").sent();
      post.letter("C").sent();
      post.letter("E").trashed();
      post.graceEnds();
      Map<String, Integer> letters = Map.copyOf(post.wire().letters());
      List<String> before = Ending.of(post);

      version.restore();
      post.forgets();
      post.graceEnds();

      assertThat(Ending.of(post)).isEqualTo(before);
      assertThat(post.wire().letters()).isEqualTo(letters);
    }
  }

  /** Google does not write again what the form had written since: nobody takes that for a wish. */
  @Test
  void whereManyAnswersCameSinceNothingIsDoneUntilTheyAreBack() {
    try (Post post = new Post(ROADS::direct, People.PAIR.humans(), Strike.NONE)) {
      post.graceEnds();
      Versions version = version(post);
      for (int number = 10; number < 14; number++) {
        Human later = number % 2 == 0 ? People.needing(number) : People.helping(number);
        post.answers(later.address(), later.answers());
      }
      post.graceEnds();
      Versions whole = version(post);
      int drafts = post.drafts().size();
      assertThat(drafts).isEqualTo(3);

      version.restore();
      post.graceEnds();
      assertThat(post.troubles()).singleElement().asString().contains("4");
      assertThat(post.drafts()).hasSize(drafts);

      whole.restore();
      post.graceEnds();
      assertThat(post.troubles()).isEmpty();
      assertThat(post.drafts()).hasSize(drafts);
      assertThat(post.wire().letters().values()).containsOnly(1).hasSize(drafts);
    }
  }

  /** Mail that only looks like ours is nobody's introduction. */
  @Test
  void otherMailThatNamesAReferenceIsNoIntroduction() {
    try (Post post = new Post(ROADS::direct, People.PAIR.humans(), Strike.NONE)) {
      post.writes("organisatrice@example.org", "Votre avis sur [M-7KQ47] ?");
      post.writes(post.address("A") + ", " + post.address("B"), "Bonjour [M-12345]");
      post.writes(post.address("A") + ", " + post.address("B"), "Re: [M-7KQ47]");
      post.receives(post.address("A"), "[M-7KQ47]");
      post.graceEnds();

      assertThat(Ending.of(post)).isEqualTo(WAITING);
    }
  }
}
