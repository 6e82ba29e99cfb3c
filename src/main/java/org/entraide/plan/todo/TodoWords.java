package org.entraide.plan.todo;

import java.util.List;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.entraide.text.Texts;

/** How a task is worded, in the tab À faire / To do and on the dashboard. */
public final class TodoWords {

  private TodoWords() {}

  /** What is to be done, in a word or two. */
  public static String what(Task task, Texts texts) {
    return texts.get(task.kind().wordKey());
  }

  /**
   * Whom it is about: « Camille R. (9JNRN), 07700 900123 »; empty for nobody.
   *
   * @param texts of the sheet, which may name people
   */
  public static String who(Task task, Texts texts) {
    List<Message> contacts = task.who().stream().map(TodoWords::contact).toList();
    return contacts.isEmpty() ? "" : texts.format(Message.of("todo.people").with("list", contacts));
  }

  private static Message contact(Task.Contact contact) {
    PersonReference person = new PersonReference(contact.ref());
    String phone = contact.phone();
    return phone == null
        ? Message.of("todo.person").with("person", person)
        : Message.of("todo.person.phone").with("person", person).with("phone", phone);
  }

  /** What to do and why. */
  public static String detail(Task task, Texts texts) {
    return texts.format(task.detail());
  }
}
