package io.github.lambdalayer.unpack;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An archive that is unpacked. Its headers are read before any byte is written, so that all that can be
 * refused is refused first.
 */
public interface Archive extends Closeable {

  /** All entries, in the order of the archive. */
  List<ArchiveMember> members() throws IOException;

  /**
   * Writes files, each in exactly the length that its header tells.
   *
   * @param files by the index of the member, where its bytes go
   */
  void extract(Map<Integer, Path> files) throws IOException;
}
