package org.entraide.campaign.decide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TaskKind;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/** The tasks of what the dashboard says is wrong, each in one or two short sentences. Pure. */
final class TroubleTasks {

  /** By what the dashboard says, what is to be done; any other message is its own task. */
  private static final Map<String, String> FIX =
      Map.ofEntries(
          Map.entry("dashboard.wrong.suspended", "todo.fix.suspended"),
          Map.entry("dashboard.wrong.sign_in", "todo.fix.sign_in"),
          Map.entry("dashboard.wrong.merged", "todo.fix.merged"),
          Map.entry("dashboard.wrong.typed_explanation", "todo.fix.typed_explanation"),
          Map.entry("dashboard.wrong.unstable", "todo.fix.unstable"),
          Map.entry("dashboard.wrong.too_many", "todo.fix.too_many"),
          Map.entry("dashboard.wrong.refused", "todo.fix.refused"),
          Map.entry("dashboard.wrong.lost", "todo.fix.lost"),
          Map.entry("dashboard.wrong.fault", "todo.fix.fault"),
          Map.entry("plan.tab.newer", "todo.fix.tab_newer"),
          Map.entry("people.questions.missing", "todo.fix.question"),
          Map.entry("form.linked-elsewhere", "todo.fix.form_elsewhere"),
          Map.entry("form.lost", "todo.fix.form_lost"),
          Map.entry("form.no-column", "todo.fix.no_column"));

  /** The same of what waits for somebody's word. */
  private static final Map<String, String> CONFIRM =
      Map.of(
          "dashboard.wrong.deletions", "todo.confirm.deletions",
          "dashboard.wrong.confused", "todo.confirm.confused",
          "dashboard.wrong.emptied", "todo.confirm.emptied",
          "dashboard.wrong.nowhere", "todo.confirm.nowhere",
          "dashboard.wrong.leaving", "todo.confirm.leaving");

  /** Each letter of these has a task; and what passes by itself is nobody's. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "dashboard.wrong.former_delegate",
          "dashboard.wrong.to_warn",
          "dashboard.wrong.away",
          "dashboard.wrong.throttled");

  private TroubleTasks() {}

  /**
   * @param wrong as the dashboard says it
   * @param mayName by reference, whether tasks may name somebody
   */
  static List<Task> of(List<Message> wrong, Predicate<String> mayName) {
    List<Task> tasks = new ArrayList<>();
    for (Message message : wrong) {
      if (CONFIRM.containsKey(message.key())) {
        tasks.add(task(TaskKind.CONFIRM, message, CONFIRM.get(message.key()), mayName));
      } else if (!ELSEWHERE.contains(message.key())) {
        tasks.add(
            task(TaskKind.FIX, message, FIX.getOrDefault(message.key(), message.key()), mayName));
      }
    }
    return tasks;
  }

  private static Task task(TaskKind kind, Message message, String key, Predicate<String> mayName) {
    List<Task.Contact> who =
        message.args().get("refs") instanceof Collection<?> refs
            ? refs.stream()
                .filter(PersonReference.class::isInstance)
                .map(Object::toString)
                .filter(mayName)
                .map(ref -> new Task.Contact(ref, null))
                .toList()
            : List.of();
    return new Task(
        kind,
        who,
        new Message(key, message.args()),
        null,
        message.args().get("mailbox") instanceof String mailbox ? mailbox : "",
        who.size() == 1 ? new Task.Target.Answer(who.get(0).ref()) : new Task.Target.Nothing());
  }
}
