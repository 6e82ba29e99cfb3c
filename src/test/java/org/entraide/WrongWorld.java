package org.entraide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * One thing that is wrong with an installation, and what has to be said of it.
 *
 * @param name a sentence
 * @param premises makes the wrong world
 * @param words of the command, {@code --config} apart
 * @param place how some line of the message begins, DIR for the directory
 * @param cause what that line has after the place
 * @param fix what comes after the cause, in that line or below
 */
@NullMarked
record WrongWorld(
    String name,
    Premises premises,
    List<String> words,
    String place,
    String cause,
    String fix,
    int exitCode) {

  /** Eight lines that are right, so that what a case adds begins on line 9. */
  static final String RIGHT =
      """
      [google]
      credentials = "credentials.json"
      [state]
      directory = "state"
      [campaigns.londres]
      spreadsheet = "1Sheet"
      delegate = "delegue@example.org"
      country = "GB"
      """;

  /** Makes a world in an empty directory. */
  @FunctionalInterface
  interface Premises {
    void make(Path directory) throws IOException;
  }

  @Override
  public String toString() {
    return name;
  }

  /** With another command than {@code status}. */
  WrongWorld when(String... other) {
    return new WrongWorld(name, premises, List.of(other), place, cause, fix, exitCode);
  }

  /** With another exit code than that of a wrong configuration. */
  WrongWorld ending(int other) {
    return new WrongWorld(name, premises, words, place, cause, fix, other);
  }

  /** Told at another place than where it ends. */
  WrongWorld placed(String other, String otherCause) {
    return new WrongWorld(name, premises, words, other, otherCause, fix, exitCode);
  }

  /** Lines after right ones; the last of them is wrong. */
  static WrongWorld added(String name, String lines, String key, String cause, String fix) {
    int line = 8 + lines.split("\n", -1).length;
    return saying(
        name, RIGHT + lines + "\n", "DIR/entraide.toml:" + line + ": " + key + ": ", cause, fix);
  }

  /** Lines after right ones; the last of them is no TOML. */
  static WrongWorld garbled(String name, String lines, String cause, String fix) {
    int line = 8 + lines.split("\n", -1).length;
    return saying(name, RIGHT + lines + "\n", "DIR/entraide.toml:" + line + ":", cause, fix);
  }

  /** A whole text. */
  static WrongWorld saying(String name, String text, String place, String cause, String fix) {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8), place, cause, fix);
  }

  /** A text in some encoding. */
  static WrongWorld encoded(
      String name, String text, Charset charset, String place, String cause, String fix) {
    return bytes(name, text.getBytes(charset), place, cause, fix);
  }

  private static WrongWorld bytes(
      String name, byte[] text, String place, String cause, String fix) {
    byte[] copy = Arrays.copyOf(text, text.length);
    return new WrongWorld(
        name,
        directory -> Files.write(directory.resolve("entraide.toml"), copy),
        List.of("status"),
        place,
        cause,
        fix,
        78);
  }

  /** A right configuration, and something else that is wrong. */
  static WrongWorld beside(String name, Premises premises, String place, String cause, String fix) {
    return new WrongWorld(
        name,
        directory -> {
          Files.writeString(directory.resolve("entraide.toml"), RIGHT);
          premises.make(directory);
        },
        List.of("run", "--once"),
        place,
        cause,
        fix,
        78);
  }

  /** Credentials of the wrong sort. */
  static WrongWorld credentials(String name, String json, String cause, String fix) {
    return beside(
        name,
        directory -> Files.writeString(directory.resolve("credentials.json"), json),
        "entraide: DIR/credentials.json: ",
        cause,
        fix);
  }

  /** The command line in a directory where the world is made. */
  String[] commandLine(Path directory) {
    try {
      premises.make(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> line = new ArrayList<>();
    for (String word : words) {
      line.add(word.replace("DIR", directory.toString()));
    }
    if (!words.contains("--config")) {
      line.add("--config");
      line.add(directory.resolve("entraide.toml").toString());
    }
    return line.toArray(String[]::new);
  }
}
