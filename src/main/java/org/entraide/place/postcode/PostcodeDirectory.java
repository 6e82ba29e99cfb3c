package org.entraide.place.postcode;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.entraide.place.PostcodeFiles;
import org.entraide.place.PostcodeLookup;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The imported postcode files of one state directory. A file that is put there, replaced or taken
 * away while the program runs is noticed at the next question, by its time and its length. One that
 * cannot be used is as good as absent, and logged once.
 */
public final class PostcodeDirectory implements PostcodeLookup, PostcodeFiles {

  static final String SUFFIX = ".bin";

  private static final Logger log = LoggerFactory.getLogger(PostcodeDirectory.class);

  private static final Message FINE = Message.plain("");

  private final Path directory;
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  /** A file as it was when it was opened. */
  private record Open(long modified, long length, @Nullable PostcodeFile file, Message problem) {
    boolean isStill(long nowModified, long nowLength) {
      return modified == nowModified && length == nowLength;
    }
  }

  /**
   * A file and whether it can be used.
   *
   * @param file empty if it cannot
   * @param problem why not, else empty
   */
  public record State(String country, Optional<PostcodeFile> file, Message problem) {}

  /**
   * @param stateDirectory need not be there
   */
  public PostcodeDirectory(Path stateDirectory) {
    directory = within(stateDirectory);
  }

  /** Where the files are in a state directory. */
  public static Path within(Path stateDirectory) {
    return stateDirectory.resolve("postcodes");
  }

  @Override
  public Optional<Hit> find(String country, String code) {
    if (!isCountry(country)) {
      return Optional.empty();
    }
    PostcodeFile file = current(country).file();
    return file == null ? Optional.empty() : file.find(code);
  }

  private static boolean isCountry(String country) {
    return country.length() == 2 && isCapital(country.charAt(0)) && isCapital(country.charAt(1));
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private Open current(String country) {
    Path path = directory.resolve(country + SUFFIX);
    long modified = path.toFile().lastModified();
    long length = path.toFile().length();
    Open cached = open.get(country);
    if (cached != null && cached.isStill(modified, length)) {
      return cached;
    }
    return Objects.requireNonNull(
        open.compute(
            country,
            (name, other) ->
                other != null && other.isStill(modified, length)
                    ? other
                    : opened(country, path, modified, length)));
  }

  private static Open opened(String country, Path path, long modified, long length) {
    if (modified == 0 && length == 0) {
      return new Open(0, 0, null, FINE);
    }
    try {
      PostcodeFile file = PostcodeFile.open(path);
      if (file.country().equals(country)) {
        return new Open(modified, length, file, FINE);
      }
      return refused(
          modified,
          length,
          Message.of("postcode.problem.country")
              .with("file", path.toString())
              .with("country", file.country()));
    } catch (PostcodeFileProblem e) {
      return refused(modified, length, e.words());
    } catch (IOException e) {
      return refused(
          modified,
          length,
          Message.of("postcode.problem.unreadable")
              .with("file", path.toString())
              .with("why", e.getClass().getSimpleName()));
    }
  }

  private static Open refused(long modified, long length, Message problem) {
    log.warn("{}", Texts.english().format(problem));
    return new Open(modified, length, null, problem);
  }

  /** Every file that is there, by country. */
  public List<State> states() {
    List<State> states = new ArrayList<>();
    for (String country : new TreeSet<>(countries())) {
      Open it = current(country);
      states.add(new State(country, Optional.ofNullable(it.file()), it.problem()));
    }
    return states;
  }

  @Override
  public boolean hasCodesOf(String country, int letters) {
    if (!isCountry(country)) {
      return false;
    }
    PostcodeFile file = current(country).file();
    return file != null && file.longest() >= letters;
  }

  @Override
  public Set<String> edition() {
    Set<String> edition = new TreeSet<>();
    for (String country : countries()) {
      Open it = current(country);
      edition.add(country + " " + it.modified() + " " + it.length());
    }
    return edition;
  }

  private List<String> countries() {
    List<String> countries = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return countries;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "??" + SUFFIX)) {
      for (Path file : files) {
        String country = file.getFileName().toString().substring(0, 2);
        if (isCountry(country)) {
          countries.add(country);
        }
      }
    } catch (IOException e) {
      log.warn("{}: it cannot be listed: {}", directory, e.getClass().getSimpleName());
    }
    return countries;
  }
}
