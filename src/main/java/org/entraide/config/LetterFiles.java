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
          directory
              + (Files.exists(directory)
                  ? " is no directory; name the one with the templates in it"
                  : " does not exist; make it, or leave the line out for the built-in letters"));
    }
    return files.own;
  }

  private List<Path> list(Path directory) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      section.wrong("directory", directory + " may not be read by this user");
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
      wrong(file, 0, unknown(fileName));
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

  private String unknown(String fileName) {
    return "no letter is called so"
        + NearestWord.of(fileName, names.keySet())
            .map(near -> "; did you mean \"" + near + "\"?")
            .orElseGet(
                () ->
                    "; valid here: "
                        + String.join(", ", names.keySet().stream().sorted().toList()));
  }

  private Optional<String> text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        return refused(file, 0, "is a directory; write a file of that name");
      }
      if (Files.size(file) > LARGEST) {
        return refused(file, 0, "is larger than any letter");
      }
      byte[] bytes = Files.readAllBytes(file);
      return utf8(file, bytes);
    } catch (IOException e) {
      return refused(file, 0, "may not be read by this user");
    }
  }

  private Optional<String> utf8(Path file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String plain = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
      return plain.isBlank()
          ? refused(file, 0, "is empty; delete it for the built-in text")
          : Optional.of(plain);
    } catch (CharacterCodingException e) {
      String readable = new String(bytes, StandardCharsets.UTF_8);
      long line = readable.substring(0, readable.indexOf('\uFFFD') + 1).lines().count();
      return refused(file, (int) line, "is not in UTF-8; save the file as UTF-8");
    }
  }

  private Optional<String> refused(Path file, int line, String cause) {
    wrong(file, line, cause);
    return Optional.empty();
  }

  private void wrong(Path file, int line, String cause) {
    section.wrong(new Problem(file, line, 0, "", cause));
  }
}
