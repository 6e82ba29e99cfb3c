package org.entraide.google.auth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entraide.file.secret.OwnerOnly;
import org.entraide.google.wire.TokenName;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of people who signed in: one file each in {@code tokens} in the state directory (mode
 * 0700, files 0600), replaced as a whole and never written in place, so that the daemon and {@code
 * * auth} may use it at once. A file's name is a hash of the address, so that messages can name the
 * file without naming the person. {@link TokenFormat} is what is in it.
 */
public final class FileTokens implements TokenStore {

  private static final String ENDING = ".json";
  private static final String UNFINISHED = ".tmp";
  private static final Message SIGN_IN = Message.of("google.fix.sign_in");

  /** File locks are between processes; this one is between the threads of this process. */
  private static final Object THREADS = new Object();

  private final Path state;
  private final Path directory;

  /**
   * @param state the state directory, which need not exist yet
   */
  public FileTokens(Path state) {
    this.state = state;
    this.directory = state.resolve("tokens");
  }

  /** What distinguishes versions of a file. */
  private record Version(FileTime modified, long size, @Nullable Object key) {}

  @FunctionalInterface
  private interface Writing {
    boolean run() throws IOException;
  }

  /** Where a person's token is, whether or not there is one. */
  public Path file(String account) {
    return directory.resolve(name(account));
  }

  @Override
  public String place(String account) {
    return file(account).toString();
  }

  private static String name(String account) {
    return TokenName.of(account) + ENDING;
  }

  @Override
  public Optional<Stamp> stamp(String account) {
    try {
      BasicFileAttributes a = Files.readAttributes(file(account), BasicFileAttributes.class);
      return Optional.of(new Stamp(new Version(a.lastModifiedTime(), a.size(), a.fileKey())));
    } catch (IOException e) {
      return Optional
          .empty(); // the daemon's user may not look, or nothing is there: nobody's token
    }
  }

  @Override
  public Optional<Stamp> recent(String account) {
    return stamp(account);
  }

  @Override
  public Optional<Message> blocked() {
    boolean hidden = !Files.isExecutable(state) && !Files.notExists(state);
    boolean exists = Files.exists(directory) || hidden;
    boolean open = Files.isDirectory(directory) && Files.isExecutable(directory);
    return exists && !open
        ? Optional.of(Message.of("google.token.hidden").with("directory", directory.toString()))
        : Optional.empty();
  }

  @Override
  public Optional<PersonToken> read(String account) throws TokenProblem {
    Path file = file(account);
    try {
      PersonToken token = TokenFormat.read(Files.readAllBytes(file));
      if (!name(token.account()).equals(name(account))) {
        throw new TokenProblem(file.toString(), Message.of("google.token.somebody"), SIGN_IN);
      }
      return Optional.of(token);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (TokenFormat.Unreadable e) {
      throw new TokenProblem(file.toString(), e.why(), SIGN_IN);
    } catch (IOException e) {
      throw new TokenProblem(
          file.toString(), Message.of("google.file.unreadable"), Message.of("google.fix.give"));
    }
  }

  @Override
  public List<StoredToken> all() throws IOException {
    List<StoredToken> entries = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + ENDING)) {
        for (Path file : files) {
          entries.add(entry(file));
        }
      }
    }
    entries.sort(Comparator.comparing(StoredToken::place));
    return entries;
  }

  private StoredToken entry(Path file) {
    try {
      PersonToken token = TokenFormat.read(Files.readAllBytes(file));
      if (name(token.account()).equals(file.getFileName().toString())) {
        return new StoredToken(file.toString(), Optional.of(token), Optional.empty());
      }
      return broken(file, Message.of("google.token.name"));
    } catch (TokenFormat.Unreadable e) {
      return broken(file, e.why());
    } catch (IOException e) {
      return broken(file, Message.of("google.file.unreadable"));
    }
  }

  private static StoredToken broken(Path file, Message why) {
    return new StoredToken(
        file.toString(), Optional.empty(), Optional.of(TokenProblem.of(file.toString(), why)));
  }

  @Override
  public void write(PersonToken token) throws IOException {
    alone(
        () -> {
          replace(token);
          return true;
        });
  }

  @Override
  public boolean write(PersonToken token, Stamp seen) throws IOException {
    return alone(
        () -> {
          boolean unchanged = stamp(token.account()).filter(seen::equals).isPresent();
          if (unchanged) {
            replace(token);
          }
          return unchanged;
        });
  }

  @Override
  public boolean remove(String account) throws IOException {
    return alone(() -> Files.deleteIfExists(file(account)));
  }

  private boolean alone(Writing writing) throws IOException {
    synchronized (THREADS) {
      OwnerOnly.directory(state);
      OwnerOnly.directory(directory);
      OwnerOnly.handOver(directory, state);
      Path lock = directory.resolve("lock");
      if (!Files.exists(lock)) {
        createIfMissing(lock);
      }
      try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        return held.isValid() && writing.run();
      }
    }
  }

  private void createIfMissing(Path lock) throws IOException {
    try {
      Files.createFile(lock, OwnerOnly.file(lock));
      OwnerOnly.handOver(lock, state);
    } catch (java.nio.file.FileAlreadyExistsException e) {
      // another process was quicker
    }
  }

  private void replace(PersonToken token) throws IOException {
    removeUnfinished();
    Path unfinished = Files.createTempFile(directory, "", UNFINISHED, OwnerOnly.file(directory));
    try {
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(TokenFormat.write(token));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      OwnerOnly.handOver(unfinished, state);
      Files.move(
          unfinished,
          file(token.account()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** What a crash left. */
  private void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }
}
