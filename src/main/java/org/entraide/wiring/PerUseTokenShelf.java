package org.entraide.wiring;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.group.TokenShelf;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sql.JournalProblem;

/**
 * The shelf of a command: the database is opened for each use, which are few, and so that nothing
 * need be closed at the end.
 */
record PerUseTokenShelf(DatabaseServer server) implements TokenShelf {

  @Override
  public String place() {
    return server.place();
  }

  @Override
  public Optional<SealedText> find(String name) {
    return read(shelf -> shelf.find(name), Optional.empty());
  }

  @Override
  public List<SealedText> all() {
    return read(TokenShelf::all, List.of());
  }

  private <T> T read(Function<TokenShelf, T> reading, T none) {
    try (ServerJournal journal = ServerJournal.openReadOnly(server)) {
      return reading.apply(journal.tokens());
    } catch (JournalProblem e) {
      if (e.kind() == JournalProblem.Kind.ABSENT) {
        return none;
      }
      throw e;
    }
  }

  private <T> T write(Function<TokenShelf, T> writing) {
    try (ServerJournal journal = ServerJournal.open(server)) {
      return writing.apply(journal.tokens());
    }
  }

  @Override
  public void put(String name, String text) {
    write(
        shelf -> {
          shelf.put(name, text);
          return true;
        });
  }

  @Override
  public boolean replace(SealedText seen, String text) {
    return write(shelf -> shelf.replace(seen, text));
  }

  @Override
  public boolean remove(String name) {
    return write(shelf -> shelf.remove(name));
  }
}
