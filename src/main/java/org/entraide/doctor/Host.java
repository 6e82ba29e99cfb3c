package org.entraide.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The machine on which everything runs, as far as an examination looks at it. */
public interface Host {

  /**
   * The room that is left for this user.
   *
   * @param path a file or directory that exists
   * @return in bytes
   */
  long usableBytes(Path path) throws IOException;

  /**
   * The type of a file system.
   *
   * @param path a file or directory that exists
   * @return in the operating system's word, such as {@code ext4} or {@code nfs4}
   */
  String fileSystem(Path path) throws IOException;

  /**
   * Java's and the system's own account of themselves, by the keys of {@link System#getProperty}.
   */
  String property(String key);

  /** Variables of the environment. */
  Map<String, String> environment();

  /**
   * What systemd says of a unit, as {@code systemctl show} prints it.
   *
   * @param name such as {@code entraide.service}
   * @return empty where systemd does not run this machine, or cannot be asked
   */
  Optional<String> unit(String name);

  /** Why nothing could be served at an address of this machine; empty where something could. */
  Optional<String> obstacle(String host, int port);
}
