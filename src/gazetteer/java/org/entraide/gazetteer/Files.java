package org.entraide.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads tables and JSON. */
final class Files {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Files() {}

  /** The rows of a file of tab-separated values; lines that begin with # are left out. */
  static List<List<String>> tsv(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : java.nio.file.Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(List.of(line.split("\t", -1)));
      }
    }
    return rows;
  }

  static JsonNode json(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  /** The JSON in a script, from its first bracket on. */
  static JsonNode script(Path file) throws IOException {
    String text = java.nio.file.Files.readString(file);
    String value = text.substring(text.indexOf('[')).replaceAll(",\\s*\\]", "]");
    return JSON.readTree(value.replaceAll(";\\s*$", ""));
  }
}
