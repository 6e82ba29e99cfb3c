package org.entraide.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite's locks hold on a disk of this machine alone. */
class JournalPlaceTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nfs",
        "nfs4",
        "NFS4",
        "cifs",
        "smb3",
        "smbfs",
        "fuse.sshfs",
        "9p",
        "afs",
        "ceph",
        "glusterfs",
        "fuse.glusterfs"
      })
  void aDirectoryOnAnotherMachineIsWarnedOf(String type) {
    Texts english = Texts.english();

    assertThat(JournalPlace.onNetwork(directory, path -> type))
        .hasValueSatisfying(
            place -> {
              assertThat(english.format(place.cause()))
                  .startsWith(directory + " lies on a network file system (" + type + ")");
              assertThat(english.format(place.fix())).contains("local disk", "jdbc:postgresql://");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ext4", "xfs", "btrfs", "zfs", "overlay", "tmpfs", "apfs", "fuse.mergerfs", ""})
  void aDiskOfThisMachineIsGood(String type) {
    assertThat(JournalPlace.onNetwork(directory, path -> type)).isEmpty();
  }

  @Test
  void aDirectoryThatIsStillToBeMadeIsLookedForWhereItWillBe() {
    List<Path> asked = new ArrayList<>();

    JournalPlace.onNetwork(
        directory.resolve("state/deep"),
        path -> {
          asked.add(path);
          return "ext4";
        });

    assertThat(asked).containsExactly(directory.toAbsolutePath());
  }

  @Test
  void whereNobodyCanTellNothingIsSaid() {
    assertThat(
            JournalPlace.onNetwork(
                directory,
                path -> {
                  throw new IOException("gone");
                }))
        .isEmpty();
  }

  @Test
  void thisMachineNamesTheTypeOfItsFileSystem() throws IOException {
    assertThat(JournalPlace.Types.OF_THIS_MACHINE.of(directory)).isNotBlank();
  }
}
