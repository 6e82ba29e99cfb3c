package org.entraide.place.postcode;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.entraide.file.secret.OwnerOnly;

/** Writes a postcode file: it is there whole, or the one before it still is. */
final class PostcodeWriter {

  private static final int BUFFER = 1 << 16;

  private PostcodeWriter() {}

  /**
   * @param directory made, with its parents, for the owner alone
   * @param table sorted
   */
  static void write(Path directory, FileHeader header, CountryTable table) throws IOException {
    OwnerOnly.directory(directory);
    Path target = directory.resolve(header.country() + PostcodeDirectory.SUFFIX);
    Path beside =
        directory.resolve(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    Files.deleteIfExists(beside);
    try {
      writeTo(beside, header, table);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void writeTo(Path file, FileHeader header, CountryTable table) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.file(file))) {
      CheckedOutputStream checked =
          new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32C());
      DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
      out.write(header.bytes());
      for (int row = 0; row < table.size(); row++) {
        long key = table.key(row) / header.unit();
        for (int shift = (header.keyBytes() - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
          out.writeByte((int) (key >>> shift));
        }
      }
      for (int row = 0; row < table.size(); row++) {
        out.writeLong(table.spot(row));
      }
      out.flush();
      out.writeLong(checked.getChecksum().getValue());
      out.flush();
      channel.force(true);
    }
  }
}
