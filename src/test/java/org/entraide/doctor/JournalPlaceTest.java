package org.entraide.doctor;

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
    assertThat(JournalPlace.finding(directory, path -> type))
        .hasValueSatisfying(
            finding -> {
              FindingWords.Said said = finding.words().in(Texts.english());
              assertThat(finding.grade()).isEqualTo(DoctorFinding.Grade.WARNING);
              assertThat(said.cause())
                  .startsWith(directory + " lies on")
                  .contains("(" + type + ")");
              assertThat(said.fix()).contains("local disk", "jdbc:postgresql://");
              assertThat(JournalPlace.warning(directory, path -> type)).contains(said.text());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ext4", "xfs", "btrfs", "zfs", "overlay", "tmpfs", "apfs", "fuse.mergerfs", ""})
  void aDiskOfThisMachineIsGood(String type) {
    assertThat(JournalPlace.finding(directory, path -> type)).isEmpty();
    assertThat(JournalPlace.warning(directory, path -> type)).isEmpty();
  }

  @Test
  void aDirectoryThatIsStillToBeMadeIsLookedForWhereItWillBe() {
    List<Path> asked = new ArrayList<>();

    JournalPlace.finding(
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
            JournalPlace.finding(
                directory,
                path -> {
                  throw new IOException("gone");
                }))
        .isEmpty();
  }

  @Test
  void thisMachineNamesTheTypeOfItsFileSystem() throws IOException {
    assertThat(SystemHost.typeOf(directory)).isNotBlank();
  }
}
