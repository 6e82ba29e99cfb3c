package org.entraide.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.entraide.campaign.setup.FormSetup;
import org.entraide.file.secret.OwnerOnly;

/** The ids of the forms that {@code init} made, a small file each in the state directory. */
final class MadeFormFiles implements FormSetup.MadeForms {

  private final Path directory;

  /**
   * @param state the state directory; made when the first form is
   */
  MadeFormFiles(Path state) {
    this.directory = state.resolve("forms");
  }

  @Override
  public Optional<String> of(String campaign) {
    Path file = file(campaign);
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).strip()).filter(id -> !id.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remember(String campaign, String formId) {
    Path file = file(campaign);
    try {
      OwnerOnly.directory(directory);
      Path fresh = Files.createTempFile(directory, "form", ".new", OwnerOnly.file(directory));
      Files.writeString(fresh, formId + "\n");
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String campaign) {
    return directory.resolve(URLEncoder.encode(campaign, StandardCharsets.UTF_8));
  }
}
