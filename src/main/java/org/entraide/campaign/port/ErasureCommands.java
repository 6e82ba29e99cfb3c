package org.entraide.campaign.port;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.Journal.Command;

/** The commands in the journal's queue that ask for somebody to be erased. */
public final class ErasureCommands {

  private static final String KIND = "erase";

  private ErasureCommands() {}

  /**
   * Asks for somebody to be erased.
   *
   * @return the number of the command
   */
  public static long ask(Journal journal, String campaign, String reference, Instant now) {
    return journal.enqueue(KIND, reference + " " + campaign, now);
  }

  /** Whether that is a command of this kind, for whichever campaign: it waits for that one. */
  public static boolean is(Command command) {
    return command.kind().equals(KIND);
  }

  /** Whom a campaign was asked to erase and has not yet: they take part in nothing meanwhile. */
  public static Set<String> peopleToErase(List<Command> queue, String campaign) {
    Set<String> people = new HashSet<>();
    queue.forEach(command -> reference(command, campaign).ifPresent(people::add));
    return people;
  }

  /** Whom a command asks a campaign to erase. */
  public static Optional<String> reference(Command command, String campaign) {
    String[] words = command.argument().split(" ", 2);
    return is(command) && words.length == 2 && words[1].equals(campaign)
        ? Optional.of(words[0])
        : Optional.empty();
  }
}
