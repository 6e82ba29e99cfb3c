package org.entraide.file.secret;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;

/** A file that holds one secret, on its first line. */
public final class SecretLine {

  private static final String ROOT = "root";

  private SecretLine() {}

  /** Why a file holds no secret; the words are the end of a sentence. */
  public static final class Unfit extends Exception implements Worded {

    @Serial private static final long serialVersionUID = 1L;

    private final boolean exposed;
    private final transient Message words;

    /**
     * @param why the key of the words
     */
    Unfit(boolean exposed, String why) {
      super(Texts.english().get(why));
      this.exposed = exposed;
      this.words = Message.of(why);
    }

    @Override
    public Message words() {
      return words;
    }

    /** Whether others may read it. */
    public boolean isExposed() {
      return exposed;
    }
  }

  /**
   * Reads the secret, without spaces around it.
   *
   * @throws Unfit if it cannot be read, is empty, or others than its owner may read or write it
   */
  public static String read(Path file) throws Unfit {
    try {
      if (isOpen(file)) {
        throw new Unfit(true, "config.secret.exposed");
      }
      String secret = Files.readString(file).lines().findFirst().orElse("").strip();
      if (secret.isEmpty()) {
        throw new Unfit(false, "config.secret.empty");
      }
      return secret;
    } catch (NoSuchFileException e) {
      throw new Unfit(false, "config.secret.absent");
    } catch (IOException e) {
      throw new Unfit(false, "config.secret.unreadable"); // or is no text; the cause might quote it
    }
  }

  private static boolean isOpen(Path file) throws IOException {
    Set<PosixFilePermission> modes;
    try {
      modes = EnumSet.noneOf(PosixFilePermission.class);
      modes.addAll(Files.getPosixFilePermissions(file));
    } catch (UnsupportedOperationException noSuchModesHere) {
      return false;
    }
    if (isHandedOver(file)) {
      modes.remove(PosixFilePermission.GROUP_READ);
    }
    modes.removeAll(
        Set.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_EXECUTE));
    return !modes.isEmpty();
  }

  /**
   * What root lets a service read is root's by an entry for the service's user, as systemd makes
   * them: that shows as a group that may read.
   */
  private static boolean isHandedOver(Path file) throws IOException {
    return Files.getOwner(file).getName().equals(ROOT)
        && !ROOT.equals(System.getProperty("user.name"));
  }
}
