package org.entraide.campaign.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TaskKind;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/** The tasks of what the dashboard says is wrong, each in one or two short sentences. Pure. */
final class TroubleTasks {

  /**
   * By the key of a message on the dashboard, the task for it; any other message is its own task.
   */
  private static final Map<String, String> FIX =
      Map.ofEntries(
          Map.entry("dashboard.wrong.suspended", "task.fix.suspended"),
          Map.entry("dashboard.wrong.sign_in", "task.fix.sign_in"),
          Map.entry("dashboard.wrong.merged", "task.fix.merged"),
          Map.entry("dashboard.wrong.typed_explanation", "task.fix.typed_explanation"),
          Map.entry("dashboard.wrong.unstable", "task.fix.unstable"),
          Map.entry("dashboard.wrong.too_many", "task.fix.too_many"),
          Map.entry("dashboard.wrong.refused", "task.fix.refused"),
          Map.entry("dashboard.wrong.lost", "task.fix.lost"),
          Map.entry("dashboard.wrong.fault", "task.fix.fault"),
          Map.entry("plan.tab.newer", "task.fix.tab_newer"),
          Map.entry("people.questions.missing", "task.fix.question"),
          Map.entry("form.linked-elsewhere", "task.fix.form_elsewhere"),
          Map.entry("form.lost", "task.fix.form_lost"),
          Map.entry("form.no-column", "task.fix.no_column"));

  /** The task for each trouble that waits for somebody's word. */
  private static final Map<String, String> CONFIRM =
      Map.of(
          "dashboard.wrong.deletions", "task.confirm.deletions",
          "dashboard.wrong.confused", "task.confirm.confused",
          "dashboard.wrong.emptied", "task.confirm.emptied",
          "dashboard.wrong.nowhere", "task.confirm.nowhere",
          "dashboard.wrong.leaving", "task.confirm.leaving");

  /** Each letter of these has a task; and what passes by itself is nobody's. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "dashboard.wrong.former_delegate",
          "dashboard.wrong.to_warn",
          "dashboard.wrong.away",
          "dashboard.wrong.throttled");

  private final Predicate<String> mayName;
  private final TroubleDays days;
  private final boolean uncounted;

  /**
   * @param mayName by reference, whether tasks may name somebody
   * @param uncounted whether they are of a pass that counts nobody
   */
  TroubleTasks(Predicate<String> mayName, TroubleDays days, boolean uncounted) {
    this.mayName = mayName;
    this.days = days;
    this.uncounted = uncounted;
  }

  /**
   * @param wrong as the dashboard says it
   */
  List<Task> of(List<Message> wrong) {
    List<Task> tasks = new ArrayList<>();
    for (Message message : wrong) {
      if (CONFIRM.containsKey(message.key())) {
        tasks.add(task(TaskKind.CONFIRM, message, CONFIRM.get(message.key())));
      } else if (!ELSEWHERE.contains(message.key())) {
        tasks.add(task(TaskKind.FIX, message, FIX.getOrDefault(message.key(), message.key())));
      }
    }
    return tasks;
  }

  private Task task(TaskKind kind, Message message, String key) {
    List<Task.Contact> contacts =
        message.args().get("refs") instanceof Collection<?> refs
            ? refs.stream()
                .filter(PersonReference.class::isInstance)
                .map(Object::toString)
                .filter(mayName)
                .map(ref -> new Task.Contact(ref, null))
                .toList()
            : List.of();
    String mailbox = message.args().get("mailbox") instanceof String it ? it : "";
    String cause = cause(message, mailbox);
    LocalDate since = days.since(cause);
    return new Task(
        kind,
        contacts,
        new Message(key, message.args()),
        since,
        mailbox,
        new Task.Target.Trouble(
            cause, since, uncounted, contacts.size() == 1 ? contacts.get(0).ref() : ""));
  }

  /** What does not change while a trouble lasts. */
  private static String cause(Message message, String mailbox) {
    String inner = message.args().get("text") instanceof Message text ? text.key() : "";
    return Stream.of(message.key(), inner, mailbox)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
