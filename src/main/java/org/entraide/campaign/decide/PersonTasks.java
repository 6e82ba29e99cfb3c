package org.entraide.campaign.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.people.profile.Profile;
import org.entraide.people.word.Category;
import org.entraide.people.word.Consent;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.Status;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.letter.LetterPhone;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TaskKind;
import org.entraide.plan.write.CellPlanner.WantedRow;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of people's answers and of what organisers typed beside them. Pure.
 *
 * @param reasons by person, why needs are open
 * @param sent who had a letter
 * @param awaiting who has a letter that is still to be sent, also while they pause
 * @param questions by person, the question whose draft waits
 */
record PersonTasks(
    TaskPeople people,
    Map<String, List<OpenReason>> reasons,
    Set<String> sent,
    Set<String> awaiting,
    Map<String, Introduction> questions) {

  private static final String NOT_A_CATEGORY = "people.categories.not-understood";

  /** What an answer lacks, in a word or two. */
  private static final Map<String, String> LACKS =
      Map.of(
          "people.consent.missing", "task.lacks.consent",
          "people.name.missing", "task.lacks.name",
          "people.contact.missing", "task.lacks.contact",
          "people.wishes.missing", "task.lacks.wishes",
          "people.age.unclear", "task.lacks.age");

  private static final String NO_PLACE = "explain.place.ask";
  private static final String ODD_NUMBER = "people.phone.unusual";
  private static final String WRONG_NUMBER = "people.phone.invalid";

  /**
   * The corrections without which somebody may not be matched, or not be written to. Where Entraide
   * has a substitute, such as the usual capacity, only the row asks for them.
   */
  private static final Set<String> ANSWER_PROBLEMS =
      Set.of(
          "people.email.amid-text",
          "people.email.invalid",
          "people.phone.spoilt",
          WRONG_NUMBER,
          "people.answers.long",
          NOT_A_CATEGORY,
          "people.cell.error",
          "people.name.link");

  /** Cells of organisers that are not understood, with what their row says of it. */
  private static final Map<String, PersonColumn> NOT_UNDERSTOOD =
      Map.of(
          "explain.instruction.unknown", PersonColumn.INSTRUCTION,
          "explain.instruction.suggested", PersonColumn.INSTRUCTION,
          "explain.with.unknown", PersonColumn.WITH,
          "explain.never.unknown", PersonColumn.NEVER_WITH,
          "explain.checked.unknown", PersonColumn.CHECKED,
          "explain.group.unknown", PersonColumn.GROUP,
          "explain.group.long", PersonColumn.GROUP);

  /**
   * The tasks of remarks that name their columns: text that a sort of some columns moved, from its
   * person and to somebody else, and a day that is not understood.
   */
  private static final Map<String, String> OF_COLUMNS =
      Map.of(
          "explain.away", "task.confirm.away",
          "explain.stray", "task.confirm.stray",
          "explain.pause.unclear", "task.fix.cell");

  /** Other questions to the organisers. */
  private static final Map<String, String> ASKED =
      Map.of(
          "people.email.kept", "task.confirm.email",
          "explain.duplicate.which", "task.confirm.duplicate",
          "explain.duplicate.unknown", "task.confirm.duplicate",
          "explain.barred.astray", "task.confirm.astray");

  /** Of what organisers typed, and nobody knows when. */
  private static final Set<TaskKind> TYPED = EnumSet.of(TaskKind.FIX, TaskKind.CONFIRM);

  /** What is asked of somebody who is barred, maybe by mistake; else nothing is. */
  private static final Set<String> OF_BARRED =
      Set.of("explain.barred.astray", "explain.barred.lifted");

  List<Task> of(List<WantedRow> rows) {
    List<Task> tasks = new ArrayList<>();
    List<Set<String>> sharing = new ArrayList<>();
    int erased = 0;
    for (WantedRow row : rows) {
      LocatedPerson located = people.people().get(row.ref());
      if (located == null || row.report().status() == Status.DUPLICATE) {
        continue;
      }
      if (located.person().profile().isErased()) {
        erased++;
        continue;
      }
      tasks.addAll(askedForMore(row, located));
      corrected(row, located).ifPresent(tasks::add);
      oriented(located).ifPresent(tasks::add);
      checked(row, located).ifPresent(tasks::add);
      tasks.addAll(typed(located));
      if (people.find(located.ref()).isPresent()) {
        Optional.of(sharing(located)).filter(it -> !it.isEmpty()).ifPresent(sharing::add);
      }
    }
    tasks.addAll(sameContact(sharing));
    if (erased > 0) {
      Message delete = Message.of("task.fix.erased").with("count", erased);
      LocalDate since = people.troubles().since(delete.key());
      Task.Target target = new Task.Target.Trouble(delete.key(), since, false, "");
      tasks.add(new Task(TaskKind.FIX, List.of(), delete, since, "", target));
    }
    return tasks;
  }

  private Task task(TaskKind kind, LocatedPerson located, Message detail) {
    boolean rings = kind == TaskKind.ASK;
    Introduction question = rings ? questions.get(located.ref()) : null;
    if (question != null) {
      return new Task(
          kind,
          List.of(people.rung(located)),
          Message.of("task.ask.draft").with("ask", detail).with("ref", question.ref()),
          people.answered(located.ref()),
          question.mailbox(),
          new Task.Target.Letter(question.mailbox(), question.ref()));
    }
    Task.Contact contact = rings ? people.rung(located) : new Task.Contact(located.ref(), null);
    return onTheRow(kind, contact, detail, located);
  }

  private Task onTheRow(
      TaskKind kind, Task.Contact contact, Message detail, LocatedPerson located) {
    return new Task(
        kind,
        List.of(contact),
        detail,
        TYPED.contains(kind) ? null : people.answered(located.ref()),
        "",
        new Task.Target.Answer(located.ref()));
  }

  // ---- whom to ask, orient and check

  /** What is asked of somebody in one call: what the answer lacks, and whether the number holds. */
  private List<Task> askedForMore(WantedRow row, LocatedPerson located) {
    Status status = row.report().status();
    List<Task> tasks = new ArrayList<>();
    Profile profile = located.person().profile();
    if (status == Status.INCOMPLETE && profile.consent() != Consent.NO) {
      List<Message> lacks =
          profile.completeness().stream()
              .map(it -> Message.of(LACKS.getOrDefault(it.key(), it.key())))
              .toList();
      tasks.add(task(TaskKind.ASK, located, Message.of("task.ask.incomplete").with("what", lacks)));
    }
    boolean unplaced = status != Status.INCOMPLETE && located.mayBeMatched() && says(row, NO_PLACE);
    if (status == Status.PLACE_UNCLEAR || unplaced) {
      tasks.add(task(TaskKind.ASK, located, Message.of("task.ask.place")));
    }
    boolean number =
        (located.mayBeMatched() || awaiting.contains(located.ref()))
            && !located.instructions().ticked()
            && !sent.contains(located.ref())
            && (LetterPhone.mustBeChecked(profile, located.place()) || says(row, ODD_NUMBER));
    if (number) {
      tasks.add(task(TaskKind.ASK, located, Message.of("task.ask.phone")));
    }
    return tasks;
  }

  private static boolean says(WantedRow row, String action) {
    return row.report().actions().stream().anyMatch(it -> it.key().equals(action));
  }

  /**
   * What the row asks to correct in the answer of somebody who takes part and lacks nothing. A
   * question's draft asks for a number, and for nothing else of it.
   */
  private Optional<Task> corrected(WantedRow row, LocatedPerson located) {
    if (row.report().status() == Status.INCOMPLETE
        || located.person().profile().isMinor()
        || located.instructions().status().isPresent()) {
      return Optional.empty();
    }
    List<Message> wrong =
        row.report().actions().stream()
            .filter(it -> ANSWER_PROBLEMS.contains(it.key()))
            .filter(it -> !it.key().equals(NOT_A_CATEGORY) || !isByHand(located))
            .toList();
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    Message detail =
        Message.of("task.ask.answer").with("actions", wrong.get(0)).with("count", wrong.size() - 1);
    return Optional.of(
        wrong.stream().anyMatch(it -> it.key().equals(WRONG_NUMBER))
            ? task(TaskKind.ASK, located, detail)
            : onTheRow(TaskKind.ASK, people.rung(located), detail, located));
  }

  /** Whether organisers are asked to signpost somebody, by the words that are no category. */
  private boolean isByHand(LocatedPerson located) {
    return reasons.getOrDefault(located.ref(), List.of()).stream()
        .anyMatch(it -> it.reason() == OpenNeedReason.BY_HAND);
  }

  /** Whom nobody is matched for. */
  private Optional<Task> oriented(LocatedPerson located) {
    Profile profile = located.person().profile();
    if (profile.isMinor() && profile.isComplete() && located.instructions().status().isEmpty()) {
      return Optional.of(task(TaskKind.SIGNPOST, located, Message.of("task.signpost.minor")));
    }
    Set<Category> byHand = EnumSet.noneOf(Category.class);
    for (OpenReason reason : reasons.getOrDefault(located.ref(), List.of())) {
      if (located.mayBeMatched() && reason.reason() == OpenNeedReason.BY_HAND) {
        byHand.addAll(reason.needs());
      }
    }
    return byHand.isEmpty()
        ? Optional.empty()
        : Optional.of(
            task(
                TaskKind.SIGNPOST,
                located,
                Message.of("task.signpost").with("needs", LetterComposer.needs(byHand))));
  }

  /** What the row says of a helper who lacks nothing but the tick: it is not computed twice. */
  private Optional<Task> checked(WantedRow row, LocatedPerson located) {
    return row.report().explanation().stream()
        .filter(it -> it.key().equals("explain.waiting.tick"))
        .findFirst()
        .map(it -> task(TaskKind.CHECK, located, new Message("task.check", it.args())));
  }

  // ---- what was typed

  private List<Task> typed(LocatedPerson located) {
    List<Task> tasks = new ArrayList<>();
    Map<String, Set<Object>> columns = new LinkedHashMap<>(); // by task
    List<Message> messages =
        Stream.concat(
                located.instructions().remarks().stream(), located.person().messages().stream())
            .toList();
    boolean named = people.find(located.ref()).isPresent();
    for (Message remark : messages) {
      String key = remark.key();
      if (!named && !OF_BARRED.contains(key)) {
        continue;
      }
      if (OF_COLUMNS.containsKey(key)) {
        columns
            .computeIfAbsent(OF_COLUMNS.get(key), k -> new LinkedHashSet<>())
            .addAll(list(remark.args().get("column")));
      } else if (NOT_UNDERSTOOD.containsKey(key)) {
        columns
            .computeIfAbsent("task.fix.cell", k -> new LinkedHashSet<>())
            .add(Message.of(NOT_UNDERSTOOD.get(key).titleKey()));
      } else if (ASKED.containsKey(key)) {
        tasks.add(task(TaskKind.CONFIRM, located, new Message(ASKED.get(key), remark.args())));
      } else if (key.equals("explain.barred.lifted")) {
        tasks.add(task(TaskKind.FIX, located, Message.of("task.fix.barred_lifted")));
      }
    }
    columns.forEach(
        (key, titles) ->
            tasks.add(
                task(
                    key.equals("task.fix.cell") ? TaskKind.FIX : TaskKind.CONFIRM,
                    located,
                    Message.of(key)
                        .with("count", titles.size())
                        .with("columns", List.copyOf(titles)))));
    return tasks;
  }

  private static List<?> list(@Nullable Object one) {
    return one instanceof List<?> several ? several : Stream.ofNullable(one).toList();
  }

  /** Those who have a contact in common with somebody, and that person; empty for nobody. */
  private Set<String> sharing(LocatedPerson located) {
    Set<String> group = new TreeSet<>();
    for (Message message : located.person().messages()) {
      if (message.key().equals("people.same-contact")
          && message.args().get("refs") instanceof Collection<?> refs) {
        refs.forEach(ref -> group.add(String.valueOf(ref)));
      }
    }
    group.removeIf(ref -> people.find(ref).isEmpty());
    if (!group.isEmpty()) {
      group.add(located.ref());
    }
    return group;
  }

  /** Of all under one contact there is one task. */
  private List<Task> sameContact(List<Set<String>> sharing) {
    Set<Set<String>> groups = new LinkedHashSet<>();
    Map<String, Set<String>> byRef = new HashMap<>();
    for (Set<String> some : sharing) {
      Set<String> group = new TreeSet<>(some);
      some.stream().map(byRef::get).filter(Objects::nonNull).forEach(group::addAll);
      group.forEach(ref -> Optional.ofNullable(byRef.put(ref, group)).ifPresent(groups::remove));
      groups.add(group);
    }
    return groups.stream()
        .map(
            group -> {
              String first = group.iterator().next();
              return new Task(
                  TaskKind.CONFIRM,
                  group.stream().map(ref -> new Task.Contact(ref, null)).toList(),
                  Message.of("task.confirm.same_person"),
                  people.answered(first),
                  "",
                  new Task.Target.Answer(first));
            })
        .toList();
  }
}
