package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.people.word.Category.ADMIN;
import static org.entraide.people.word.Category.BILLS;
import static org.entraide.people.word.Category.CHILDCARE;
import static org.entraide.people.word.Category.FINANCIAL;
import static org.entraide.people.word.Category.MEDICINES;
import static org.entraide.people.word.Category.PETS;
import static org.entraide.people.word.Category.SHOPPING;
import static org.entraide.people.word.Category.TRANSPORT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.entraide.Main;
import org.entraide.cli.shell.Console;
import org.entraide.journal.sqlite.DaemonLock;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.people.word.Category;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code explain}, as typed, against an office and beside a daemon. */
@Tag("long")
@NullMarked
class ExplainTest {

  /** What somebody who waits is told, in both languages. */
  private record Told(String english, String french) {}

  private static final Map<OpenNeedReason, Told> TOLD =
      Map.of(
          OpenNeedReason.BY_HAND,
          new Told(
              "To do: signpost the person (financial help)",
              "À faire\u202f: orientez la personne (aide financière)"),
          OpenNeedReason.NOBODY_OFFERS,
          new Told(
              "(pets): nobody offers this yet",
              "(animaux)\u202f: personne ne propose encore cette aide"),
          OpenNeedReason.TRIED,
          new Told(
              "For medicines, one helper who was already introduced",
              "Pour médicaments, un bénévole déjà présenté"),
          OpenNeedReason.NOT_CHECKED,
          new Told(
              "For childcare, one helper not marked “Checked”",
              "Pour garde d’enfants, un bénévole sans «\u202fVérifié\u202f»"),
          OpenNeedReason.LANGUAGE,
          new Told(
              "For paperwork, one helper without a common language",
              "Pour démarches administratives, un bénévole sans langue commune"),
          OpenNeedReason.PLACE_UNKNOWN,
          new Told(
              "For shopping, one helper whose distance is not known",
              "Pour courses, un bénévole dont la distance n’est pas connue"),
          OpenNeedReason.TOO_FAR,
          new Told(
              "For transport, helpers too far away: 1; the nearest is at 17.",
              "Pour transport, bénévoles trop loin\u202f: 1\u202f; le plus proche est à 17,"),
          OpenNeedReason.FULL,
          new Told(
              "For bills, one possible helper without a free place, 1 of them",
              "Pour factures, un bénévole possible sans place, dont 1"));

  @TempDir Path directory;

  private record Ended(int exitCode, String out, String err) {}

  private static Ended explain(World world, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] args = new String[words.length + 3];
    args[0] = "explain";
    System.arraycopy(words, 0, args, 1, words.length);
    args[words.length + 1] = "--config";
    args[words.length + 2] = world.directory.resolve("entraide.toml").toString();
    int code = Main.execute(new Console(new PrintWriter(out), new PrintWriter(err)), args);
    return new Ended(code, out.toString(), err.toString());
  }

  private static Reply somebody(String name) {
    return Reply.of(name, "Nomdefamille", name.toLowerCase(Locale.ROOT) + "@example.org").at("SW7");
  }

  /** One person for each reason, and whoever it takes to have it. */
  private static Map<OpenNeedReason, String> waiting(World world) {
    for (Category offered : List.of(MEDICINES, CHILDCARE, SHOPPING, TRANSPORT)) {
      world.answer(somebody("Zed" + offered.key().replace("_", "")).offers(offered));
    }
    world.answer(somebody("Zedfull").offers(BILLS).with(SampleForm.CAPACITY, "1"));
    world.answer(somebody("Zedspeaks").offers(ADMIN).with(SampleForm.LANGUAGES, "anglais"));
    world.answer(somebody("Aaafirst").needs(BILLS).with(SampleForm.VULNERABLE, "Oui"));
    Map<OpenNeedReason, Reply> asking =
        new TreeMap<>(
            Map.of(
                OpenNeedReason.BY_HAND, somebody("Yvoone").needs(FINANCIAL),
                OpenNeedReason.NOBODY_OFFERS, somebody("Yvotwo").needs(PETS),
                OpenNeedReason.TRIED, somebody("Yvothree").needs(MEDICINES),
                OpenNeedReason.NOT_CHECKED, somebody("Yvofour").needs(CHILDCARE),
                OpenNeedReason.LANGUAGE,
                    somebody("Yvofive").needs(ADMIN).with(SampleForm.LANGUAGES, "espagnol"),
                OpenNeedReason.PLACE_UNKNOWN, somebody("Yvosix").at("").needs(SHOPPING),
                OpenNeedReason.TOO_FAR, somebody("Yvoseven").at("SE18").needs(TRANSPORT),
                OpenNeedReason.FULL, somebody("Yvoeight").needs(BILLS)));
    asking.values().forEach(world::answer);
    world.settle();
    Map<OpenNeedReason, String> refs = new TreeMap<>();
    asking.forEach((reason, reply) -> refs.put(reason, world.rowOf(reply.email()).ref()));
    world.outcome(introductionOf(world, refs.get(OpenNeedReason.TRIED)), "Refusée");
    world.settle();
    return refs;
  }

  private static String introductionOf(World world, @Nullable String ref) {
    return world.ledger().onlyOf("Personne", String.valueOf(ref)).ref();
  }

  private static void assertNamesNobody(Ended ended) {
    assertThat(ended.out() + ended.err())
        .doesNotContain("Nomdefamille", "Yvo", "Zed", "Aaafirst", "@", "\tat ");
  }

  @Test
  void whoeverWaitsIsToldTheirReasonInBothLanguages() {
    try (World world = World.empty(directory)) {
      Map<OpenNeedReason, String> refs = waiting(world);
      assertThat(refs.keySet()).containsExactly(OpenNeedReason.values());

      refs.forEach(
          (reason, ref) -> {
            Ended english = explain(world, ref, "--lang", "en");
            Ended french = explain(world, ref, "--lang", "fr");
            Told explained = Objects.requireNonNull(TOLD.get(reason));
            assertThat(english.exitCode()).isZero();
            assertThat(english.out()).startsWith(ref + ": ").contains(explained.english());
            assertThat(french.exitCode()).isZero();
            assertThat(french.out()).startsWith(ref + "\u202f: ").contains(explained.french());
            assertNamesNobody(english);
            assertNamesNobody(french);
          });
    }
  }

  @Test
  void aPairIsComparedWithWhatBothCouldHaveElse() {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.answer(Town.cy());
      world.settle();
      String code = world.ledger().lines().get(0).ref();
      String ana = world.rowOf(Town.ANA).ref();
      String cy = world.rowOf(Town.CY).ref();

      Ended english = explain(world, code, "--lang", "en");
      Ended french = explain(world, code.toLowerCase(Locale.ROOT), "--lang", "fr");

      assertThat(english.exitCode()).isZero();
      assertThat(english.out())
          .startsWith("%s (Draft ready): %s helps %s; shopping.".formatted(code, cy, ana))
          .contains(
              "Possible helpers today for these needs: 2. Better for the person (more needs"
                  + " covered, then nearer): 0; as good: 0.",
              "Possible people today for this helper: 1.",
              "Distance (margin of error included): ");
      assertThat(french.exitCode()).isZero();
      assertThat(french.out())
          .startsWith(
              "%s (Brouillon prêt)\u202f: %s aide %s\u202f; courses.".formatted(code, cy, ana))
          .contains("Bénévoles possibles aujourd’hui pour ces besoins\u202f: 2.");
    }
  }

  @Test
  void aProgramIsToldTheSameSentencesAndWhatTheyCount() throws Exception {
    try (World world = World.empty(directory)) {
      Map<OpenNeedReason, String> refs = waiting(world);
      String far = Objects.requireNonNull(refs.get(OpenNeedReason.TOO_FAR));
      String tried = Objects.requireNonNull(refs.get(OpenNeedReason.TRIED));
      String code = introductionOf(world, tried);

      for (String ref : List.of(far, tried, code)) {
        JsonNode explained = json(explain(world, ref, "--json", "--lang", "en"));
        List<String> sentences = new ArrayList<>();
        explained.get("lines").forEach(line -> sentences.add(line.get("text").asText()));
        assertThat(sentences)
            .containsExactlyElementsOf(explain(world, ref, "--lang", "en").out().lines().toList());
        assertThat(explained.get("campaign").asText()).isEqualTo("londres");
        assertThat("M-" + explained.get("reference").asText()).endsWith(ref);
        assertThat(explained.get("kind").asText())
            .isEqualTo(ref.equals(code) ? "introduction" : "person");
        assertThat(explained.get("language").asText()).isEqualTo("en");
      }
      JsonNode person = json(explain(world, far, "--json"));
      assertThat(values(person, "why.person").toString())
          .isEqualTo("{\"ref\":\"%s\",\"status\":\"waiting\"}".formatted(far));
      assertThat(values(person, "why.needs").toString()).isEqualTo("{\"needs\":[\"transport\"]}");
      assertThat(values(person, "why.numbers.too_far").get("km").asDouble()).isBetween(17.0, 18.0);
      assertThat(values(person, "why.place").get("precision").asText()).isEqualTo("outcode");
      JsonNode introduction = json(explain(world, code, "--json"));
      assertThat(values(introduction, "why.introduction").get("state").asText())
          .isEqualTo("declined");
      assertThat(values(introduction, "why.introduction").get("person").asText()).isEqualTo(tried);
    }
  }

  private static JsonNode json(Ended ended) throws Exception {
    assertThat(ended.exitCode()).isZero();
    assertNamesNobody(ended);
    return new ObjectMapper().readTree(ended.out());
  }

  private static JsonNode values(JsonNode explained, String key) {
    for (JsonNode line : explained.get("lines")) {
      if (line.get("key").asText().equals(key)) {
        return line.get("values");
      }
    }
    throw new AssertionError("no " + key + " in " + explained);
  }

  @Test
  void aPersonsQuestionsAreNamedFromTheDraftToTheAnswer() {
    try (World world = World.empty(directory).configured("question_drafts = true")) {
      world.answer(somebody("Yvo"));
      world.answer(somebody("Zed"));
      world.settle();
      String yvo = world.answers().lines().get(0).ref();
      String zed = world.answers().lines().get(1).ref();
      assertAsked(
          world,
          yvo,
          "Q-%s (Draft ready): a question to this person.\nA question to this person, whose answer",
          "Q-%s (Brouillon prêt)\u202f: une question à cette personne.\n"
              + "Question à cette personne,");

      world.send("Q-" + yvo);
      world.discard("Q-" + zed);
      world.settleSlowly();
      world.settleSlowly();
      assertAsked(
          world,
          yvo,
          "Q-%s (Sent): a question to this person.\nThe question was sent; there is no answer yet.",
          "Q-%s (Envoyée)\u202f: une question à cette personne.\n"
              + "Question envoyée\u202f; pas encore");
      assertAsked(
          world,
          zed,
          "Q-%s (Discarded): a question to this person.\nDiscarded by the delegate: this question",
          "Q-%s (Écartée)\u202f: une question à cette personne.\n"
              + "Écartée par le délégué\u202f: cette");

      world.time.advance(Duration.ofMinutes(5));
      world.answer(somebody("Yvo").needs(PETS));
      world.settleSlowly();
      assertAsked(
          world,
          yvo,
          "Q-%s (Sent): a question to this person.\nThe question was sent; nothing is missing now.",
          "Q-%s (Envoyée)\u202f: une question à cette personne.\n"
              + "Question envoyée\u202f; plus rien");
    }
  }

  private static void assertAsked(World world, String ref, String english, String french) {
    for (String typed : List.of(ref, "q-" + ref.toLowerCase(Locale.ROOT))) {
      Ended inEnglish = explain(world, typed, "--lang", "en");
      Ended inFrench = explain(world, typed, "--lang", "fr");
      assertThat(inEnglish.out()).contains(english.formatted(ref));
      assertThat(inFrench.out()).contains(french.formatted(ref));
      assertNamesNobody(inEnglish);
      assertNamesNobody(inFrench);
    }
  }

  @Test
  void anUnknownReferenceIsWrongUsage() {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.settle();

      Ended unknown = explain(world, "7KQ47");
      Ended none = explain(world, "hello!");
      String ana = world.rowOf(Town.ANA).ref();
      Ended mistyped = explain(world, "M-" + ana.substring(0, 4) + (ana.endsWith("0") ? "1" : "0"));

      assertThat(unknown.exitCode()).isEqualTo(2);
      assertThat(unknown.out()).isEmpty();
      assertThat(unknown.err()).contains("no campaign knows 7KQ47").doesNotContain("\tat ");
      assertThat(none.exitCode()).isEqualTo(2);
      assertThat(none.err()).contains("\"hello!\" is no reference such as 7KQ47 or M-7KQ47");
      assertThat(mistyped.exitCode()).isEqualTo(2);
      assertThat(mistyped.err()).contains("one character seems wrong. Is %s meant?".formatted(ana));
    }
  }

  @Test
  void besideADaemonItChangesNothingAndSaysWhatTheSheetSays() {
    try (World world = World.empty(directory).configured("max_waiting_drafts = 0")) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.answer(Town.cy());
      world.settle();
      String ana = world.rowOf(Town.ANA).ref();
      Supplier<String> sheet = () -> world.wholeSheet().toString();
      String before = sheet.get();
      world.requests();

      try (DaemonLock held = DaemonLock.acquire(world.state()).orElseThrow()) {
        assertThat(held).isNotNull();
        Ended ended = explain(world, ana, "--lang", "en");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
            .contains(
                "Proposed, without a reference yet: %s helps %s; shopping."
                    .formatted(world.rowOf(Town.CY).ref(), ana));
      }
      assertThat(world.requests()).doesNotContainKeys("sheets.write", "gmail.write");
      assertThat(sheet.get()).isEqualTo(before);
      assertThat(world.cycle().quiet()).isTrue();
    }
  }
}
