package org.entraide.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.text.LetterTemplate;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** Reads the administrator's own templates, {@code introduction.fr.mustache} and so on. */
final class LetterFiles {

  private static final String SUFFIX = ".mustache";

  /** In bytes; a letter has two thousand. */
  private static final long LARGEST = 64 * 1024;

  private record Name(LetterTemplate template, String language) {
    String file() {
      return template.key() + "." + language + SUFFIX;
    }
  }

  private final Section section;
  private final Map<String, Map<LetterTemplate, String>> own = new HashMap<>();
  private final Map<String, Name> names = new HashMap<>();

  private LetterFiles(Section section) {
    this.section = section;
    for (String language : Texts.languages()) {
      for (LetterTemplate template : LetterTemplate.values()) {
        Name name = new Name(template, language);
        names.put(name.file(), name);
      }
    }
  }

  /**
   * Reads all files of a directory.
   *
   * @param section is given what is wrong in them, and with the directory
   * @return the templates that are there, by language
   */
  static Map<String, Map<LetterTemplate, String>> read(Path directory, Section section) {
    LetterFiles files = new LetterFiles(section);
    if (Files.isDirectory(directory)) {
      files.list(directory).forEach(files::add);
    } else {
      section.wrong(
          "directory",
          Message.of(
                  Files.exists(directory) ? "config.letters.no_directory" : "config.letters.absent")
              .with("directory", directory.toString()));
    }
    return files.own;
  }

  private List<Path> list(Path directory) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      section.wrong(
          "directory", Message.of("config.letters.denied").with("directory", directory.toString()));
    }
    files.sort(null);
    return files;
  }

  private void add(Path file) {
    String fileName = String.valueOf(file.getFileName());
    if (fileName.startsWith(".") || fileName.endsWith("~")) {
      return; // an editor's or a version control's own
    }
    Name name = names.get(fileName);
    if (name == null) {
      Message unknown = Message.of("config.letters.unknown");
      wrong(file, 0, MeantWord.meant(unknown, fileName, names.keySet().stream().sorted().toList()));
      return;
    }
    text(file)
        .ifPresent(
            text -> {
              TemplateCheck.of(file, name.template(), text).forEach(section::wrong);
              own.computeIfAbsent(name.language(), l -> new EnumMap<>(LetterTemplate.class))
                  .put(name.template(), text);
            });
  }

  private Optional<String> text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        return refused(file, 0, "config.letters.is_directory");
      }
      if (Files.size(file) > LARGEST) {
        return refused(file, 0, "config.letters.large");
      }
      byte[] bytes = Files.readAllBytes(file);
      return utf8(file, bytes);
    } catch (IOException e) {
      return refused(file, 0, "config.file.denied");
    }
  }

  private Optional<String> utf8(Path file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String plain = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
      return plain.isBlank() ? refused(file, 0, "config.letters.empty") : Optional.of(plain);
    } catch (CharacterCodingException e) {
      String readable = new String(bytes, StandardCharsets.UTF_8);
      long line = readable.substring(0, readable.indexOf('\uFFFD') + 1).lines().count();
      return refused(file, (int) line, "config.file.utf");
    }
  }

  /**
   * @param cause the key of its words
   */
  private Optional<String> refused(Path file, int line, String cause) {
    wrong(file, line, Message.of(cause));
    return Optional.empty();
  }

  private void wrong(Path file, int line, Message cause) {
    section.wrong(new Problem(file, line, 0, "", cause));
  }
}
