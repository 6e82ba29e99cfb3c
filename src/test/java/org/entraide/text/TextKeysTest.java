package org.entraide.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.campaign.port.DashboardProblem;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.Policy;
import org.entraide.match.model.RefusedPin;
import org.entraide.people.identity.IdentityEvidence;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.word.Category;
import org.entraide.place.Located;
import org.entraide.place.PostcodeAdvice;
import org.entraide.place.Precision;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.Status;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.plan.settings.Setting;
import org.entraide.plan.todo.TaskKind;
import org.entraide.setup.SetupStep;
import org.junit.jupiter.api.Test;

/** The keys that the code asks for are those that have words. */
class TextKeysTest extends TextsFixture {

  /** A key written out in the code: {@code "people.age.unclear"}. */
  private static final Pattern LITERAL = Pattern.compile("\"([a-z_]+(?:\\.[a-z_-]+)+)\"");

  /** A key that is asked for by name. */
  private static final Pattern ASKED =
      Pattern.compile("(?:Message\\s*\\.of|texts\\s*\\.get|\\.problem)\\(\\s*\"([^\"]+)\"\\s*\\)");

  /** The keys that the code puts together. */
  private static Set<String> families() {
    Set<String> keys = new TreeSet<>();
    add(keys, "status.", Status.values(), Status::key);
    add(keys, "state.", Introduction.State.values(), TextKeysTest::lower);
    add(keys, "instruction.", Instruction.values(), TextKeysTest::lower);
    add(keys, "instruction.", Instruction.values(), word -> lower(word) + ".also");
    for (String end : List.of("draft", "letter", "withdrawn")) {
      keys.add("ledger.explain.gone." + end);
      keys.add("ledger.explain.left." + end);
      keys.add("ledger.explain.minor." + end);
    }
    List.of(
            "scheduled",
            "withdrawn.draft",
            "withdrawn.scheduled",
            "withdrawn.twice",
            "refused",
            "unaddressed",
            "others",
            "other_refused",
            "ring",
            "unfit",
            "unfit.discarded",
            "copied",
            "answered",
            "followed_up",
            "followed_up.needless",
            "drafted.unchecked",
            "left.changed",
            "left.scheduled",
            "outcome.cleared",
            "outcome.unknown",
            "withdrawn.for.need_closed",
            "withdrawn.for.no_place",
            "withdrawn.for.unchecked")
        .forEach(seen -> keys.add("ledger.explain." + seen));
    for (String why : List.of("half", "needs", "nobody", "several", "self", "barred", "already")) {
      keys.add("ledger.byhand." + why);
    }
    keys.addAll(Set.of("ledger.explain.byhand", "ledger.explain.byhand.withdrawn"));
    for (String outcome : List.of("accepted", "declined", "no_answer", "done")) {
      keys.add("outcome." + outcome + ".also");
    }
    for (String state :
        List.of("preparing", "drafted", "sent", "bounced", "accepted", "proposed")) {
      keys.add("explain.several." + state);
    }
    keys.add("explain.proposed.pace");
    for (String end : List.of("agreed", "byhand", "left", "withdrawn")) {
      keys.add("task.ring.warn." + end);
    }
    for (String view :
        List.of("available", "to_complete", "to_locate", "to_signpost", "waiting_long")) {
      keys.add("todo.view." + view);
    }
    add(keys, "category.", Category.values(), Category::key);
    add(
        keys,
        "letter.need.",
        Stream.of(Category.values()).filter(c -> !c.byHand()).toArray(Category[]::new),
        Category::key);
    add(keys, "reason.", OpenNeedReason.values(), OpenNeedReason::key);
    add(keys, "explain.pin.", RefusedPin.RefusalReason.values(), TextKeysTest::lower);
    add(keys, "people.field.", Field.values(), Field::key);
    add(keys, "people.evidence.", IdentityEvidence.values(), e -> lower(e).replace('_', '-'));
    add(keys, "people.essential.", Questionnaire.Essential.values(), TextKeysTest::lower);
    add(keys, "place.described.", Precision.values(), Precision::key);
    add(keys, "postcode.codes.", PostcodeAdvice.Country.values(), TextKeysTest::lower);
    add(keys, "postcode.file.", PostcodeAdvice.Country.values(), TextKeysTest::lower);
    add(keys, "place.offline.", Located.Offline.values(), Located.Offline::key);
    add(keys, "journal.advice.", JournalProblem.Kind.values(), TextKeysTest::lower);
    add(keys, "why.precision.", Precision.values(), Precision::key);
    Set<OpenNeedReason> counted =
        EnumSet.complementOf(EnumSet.of(OpenNeedReason.BY_HAND, OpenNeedReason.NOBODY_OFFERS));
    counted.forEach(reason -> keys.add("why.numbers." + reason.key()));
    Stream.of(PersonColumn.values()).forEach(c -> keys.add(c.titleKey()));
    Stream.of(LedgerColumn.values()).forEach(c -> keys.add(c.titleKey()));
    Stream.of(SettingsColumn.values()).forEach(c -> keys.add(c.titleKey()));
    Stream.of(TodoColumn.values()).forEach(c -> keys.add(c.titleKey()));
    Stream.of(TaskKind.values()).forEach(kind -> keys.add(kind.wordKey()));
    add(keys, "note.", PersonColumn.values(), PersonColumn::titleKey);
    add(keys, "note.", LedgerColumn.values(), LedgerColumn::titleKey);
    add(keys, "note.", SettingsColumn.values(), SettingsColumn::titleKey);
    add(keys, "note.", TodoColumn.values(), TodoColumn::titleKey);
    add(keys, "settings.label.", Setting.values(), Setting::key);
    add(keys, "settings.meaning.", Setting.values(), Setting::key);
    add(keys, "settings.asked.", Setting.values(), Setting::key);
    add(keys, "settings.policy.", Policy.values(), TextKeysTest::lower);
    for (String chart : List.of("need", "area", "week")) {
      add(keys, "chart.", new String[] {"title", "labels", "values"}, word -> chart + "." + word);
    }
    for (Introduction.State state : Introduction.State.values()) {
      keys.add("ledger.explain." + lower(state));
    }
    keys.addAll(
        Set.of("ledger.explain.lost", "ledger.explain.missing", "ledger.explain.many_missing"));
    keys.addAll(Set.of("ledger.explain.withdrawn.sent", "ledger.explain.withdrawn.agreed"));
    keys.addAll(Set.of("explain.paused", "explain.withdrawn"));
    keys.addAll(Set.of("explain.signposted", "explain.barred"));
    addQuestionnaire(keys);
    addSetup(keys);
    for (String dealing :
        List.of("preparing", "draft_ready", "sent", "byhand", "accepted", "proposed")) {
      keys.add("explain." + dealing + ".person");
      keys.add("explain." + dealing + ".helper");
    }
    for (String wait : List.of("queue", "no_mail", "mailbox")) {
      keys.add("explain.proposed." + wait);
    }
    return keys;
  }

  /** What {@code setup} asks. */
  private static void addSetup(Set<String> keys) {
    for (SetupStep step : SetupStep.values()) {
      if (step.kind() != SetupStep.Kind.UNASKED) {
        Stream.of("label", "look", "more")
            .forEach(what -> keys.add("setup." + what + "." + step.key()));
      }
      boolean written =
          step != SetupStep.CAMPAIGN && step != SetupStep.PATH && step != SetupStep.COMMENTS;
      if (written && step.kind() != SetupStep.Kind.CLICKS) {
        keys.add("setup.file." + step.key());
      }
    }
    keys.add("setup.file.directory");
  }

  /** The form that {@code init} makes. */
  private static void addQuestionnaire(Set<String> keys) {
    for (Field field : Field.values()) {
      String key = "form.ask." + field.key();
      Stream.of(key, key + ".help").filter(FRENCH.keys()::contains).forEach(keys::add);
    }
    for (String section : List.of("needs", "offers", "consent")) {
      keys.add("form.section." + section);
      keys.add("form.section." + section + ".help");
    }
    IntStream.rangeClosed(1, 6).forEach(n -> keys.add("form.language." + n));
    EnumSet<Category> needs = EnumSet.complementOf(EnumSet.of(Category.OTHER));
    needs.forEach(c -> keys.add("form.need." + c.key()));
    needs.removeIf(Category::byHand);
    needs.forEach(c -> keys.add("form.choice." + c.key()));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void everyKeyThatTheCodeAsksForHasWords() {
    Set<String> askedKeys = new TreeSet<>(matches(ASKED, code()));
    askedKeys.addAll(families());

    assertThat(askedKeys).hasSizeGreaterThan(100);
    assertThat(FRENCH.keys()).containsAll(askedKeys);
  }

  @Test
  void everyKeyIsUsed() {
    Set<String> unused = new TreeSet<>(FRENCH.keys());
    unused.removeAll(matches(LITERAL, code()));
    unused.removeAll(matches(ASKED, code()));
    unused.removeAll(families());
    unused.removeIf(
        key -> key.matches("place\\.(country|in)\\.[a-z]{2}")); // those of the gazetteer
    unused.removeIf(key -> key.matches("place\\.ask\\.homonyms\\.[23]")); // as many as there are

    assertThat(unused).isEmpty();
  }

  /** A key in a method that nobody calls is as good as unused. */
  @Test
  void everySentenceAboutWhatIsWrongIsSaidSomewhere() {
    String code = code();

    for (Method method : DashboardProblem.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        assertThat(code)
            .containsPattern("\\bDashboardProblem\\s*(\\.|::)\\s*" + method.getName() + "\\b");
      }
    }
  }
}
