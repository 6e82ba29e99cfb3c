package org.entraide.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.ConfigurationReader;
import org.entraide.file.secret.OwnerOnly;
import org.entraide.setup.ConfigurationText;
import org.entraide.setup.SetupAnswers;
import org.entraide.setup.SetupStep;
import org.entraide.setup.SetupStep.ServiceKey;
import org.entraide.text.Message;

/**
 * The files of the guided start: {@code entraide.toml}, the key files beside it, and the draft,
 * which has the answers until all is well.
 */
final class SetupFiles {

  private static final String DRAFT = ".setup";
  private static final String ANSWERS = "answers";
  private static final String WRITTEN = "written";

  /** What key files are called in every page. */
  private static final Map<SetupStep, String> NAMES =
      Map.of(SetupStep.CREDENTIALS, "credentials.json", SetupStep.CLIENT, "client.json");

  private final Path file;
  private final Path draft;
  private final Set<String> written = new LinkedHashSet<>(); // hashes of what was written here

  /**
   * @param file the configuration, there or not
   */
  SetupFiles(Path file) {
    this.file = file.toAbsolutePath().normalize();
    this.draft = draftOf(this.file);
  }

  private static Path draftOf(Path file) {
    return file.resolveSibling(file.getFileName() + DRAFT);
  }

  /** Whether there is a configuration, or the beginning of one. */
  static boolean isBegun(Path file) {
    return Files.exists(file) || Files.exists(draftOf(file.toAbsolutePath()));
  }

  Path file() {
    return file;
  }

  Path draft() {
    return draft;
  }

  private Path directory() {
    return Optional.ofNullable(file.getParent()).orElse(file);
  }

  /** What an earlier run asked. */
  SetupAnswers read() throws IOException {
    if (!Files.exists(draft)) {
      return SetupAnswers.NONE;
    }
    SetupAnswers answers = SetupAnswers.NONE;
    try {
      JsonNode json = new JsonMapper().readTree(Files.readString(draft));
      for (SetupStep step : SetupStep.values()) {
        JsonNode answer = json.path(ANSWERS).path(step.key());
        answers = answer.isTextual() ? answers.with(step, answer.asText()) : answers;
      }
      json.path(WRITTEN).forEach(hash -> written.add(hash.asText()));
    } catch (JsonProcessingException e) {
      throw new UserError(
          ExitCode.USAGE, Message.of("setup.draft.broken").with("file", draft.toString()));
    }
    return answers;
  }

  /** Remembers the answers, for a run that goes on. */
  void keep(SetupAnswers answers) throws IOException {
    ObjectNode json = new JsonMapper().createObjectNode();
    ObjectNode byKey = json.putObject(ANSWERS);
    answers.values().forEach((step, value) -> byKey.put(step.key(), value));
    written.forEach(json.putArray(WRITTEN)::add);
    replace(
        draft,
        new JsonMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json)
            + "\n");
  }

  /** All is well: the configuration has everything. */
  void forgetDraft() throws IOException {
    Files.deleteIfExists(draft);
  }

  /** Whether a person wrote the configuration, or changed what was written here. */
  boolean isSomebodysOwn() throws IOException {
    return Files.exists(file) && !written.contains(hash(Files.readString(file)));
  }

  /**
   * Writes the configuration, unless a person did.
   *
   * @throws UserError if it {@link #isSomebodysOwn}
   */
  void write(SetupAnswers answers) throws IOException {
    if (isSomebodysOwn()) {
      throw new UserError(
          ExitCode.CONFIGURATION, Message.of("setup.own").with("file", file.toString()));
    }
    String text = ConfigurationText.of(answers, stateDirectory());
    written.add(hash(text)); // before it is written, so that the next run knows it in any case
    keep(answers);
    replace(file, text);
    mode(file, "rw-r--r--");
  }

  /** A package's service has its state directory elsewhere. */
  private String stateDirectory() {
    return file.equals(ConfigurationReader.INSTALLED) ? "/var/lib/entraide" : "state";
  }

  private static String hash(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  /** Whole or not there, whatever happens meanwhile. */
  private static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (Writer writer = OwnerOnly.newText(fresh)) {
      writer.write(text);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void mode(Path file, String mode) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
  }

  /** The file that is meant: beside the configuration, else from where the command was started. */
  Path meant(String typed) {
    String whole =
        typed.startsWith("~/") ? System.getProperty("user.home") + typed.substring(1) : typed;
    try {
      Path beside = directory().resolve(whole);
      Path fromWorkingDirectory = Path.of(whole).toAbsolutePath();
      return (Files.exists(beside) || !Files.exists(fromWorkingDirectory)
              ? beside
              : fromWorkingDirectory)
          .normalize();
    } catch (
        InvalidPathException e) { // no file can be called so; nor is there one called like this
      return directory().resolve(whole.replaceAll("[^ -~]", "_"));
    }
  }

  /**
   * Brings the key file that a step names beside the configuration, for its owner alone; the file
   * that was downloaded stays where it is.
   *
   * @param answers with a file that was found good
   * @return the answers with the file as it is written in the configuration
   */
  SetupAnswers bring(SetupStep step, SetupAnswers answers) throws IOException {
    Optional<String> typed = answers.get(step).filter(text -> NAMES.containsKey(step));
    return typed.isPresent()
        ? answers.with(step, bring(typed.get(), NAMES.getOrDefault(step, "")))
        : answers;
  }

  /** Whether two answers to a step name one file. */
  boolean isSame(SetupStep step, SetupAnswers one, SetupAnswers other) {
    return one.get(step).map(this::meant).equals(other.get(step).map(this::meant));
  }

  private String bring(String typed, String name) throws IOException {
    Path source = meant(typed);
    if (source.startsWith(directory())) {
      mode(source, "rw-------");
      return directory().relativize(source).toString();
    }
    Path target = directory().resolve(name);
    byte[] content = Files.readAllBytes(source);
    if (Files.exists(target)) {
      return Arrays.equals(Files.readAllBytes(target), content) ? name : source.toString();
    }
    Files.createFile(target, OwnerOnly.file(target));
    Files.write(target, content);
    return name;
  }

  /** What the service account's key says; empty texts where there is none yet. */
  ServiceKey key(SetupAnswers answers) {
    return answers
        .get(SetupStep.CREDENTIALS)
        .map(this::meant)
        .map(SetupFiles::serviceKey)
        .orElseGet(() -> new ServiceKey("", ""));
  }

  private static ServiceKey serviceKey(Path key) {
    try {
      JsonNode json = new JsonMapper().readTree(Files.readAllBytes(key));
      return new ServiceKey(
          json.path("client_email").asText(""), json.path("client_id").asText(""));
    } catch (IOException e) {
      return new ServiceKey("", ""); // what is wrong with it is said where it is used
    }
  }
}
