package io.github.lambdalayer.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What one look at a file that is no JAR tells.
 *
 * @param kind what it is
 * @param nativeCode what it is for, if it is native code
 */
public record LooseFile(Kind kind, Optional<NativeCode> nativeCode) {

  /** What the beginning of a file says. */
  public enum Kind {
    /** It has no byte. */
    EMPTY,
    /** It begins with {@code #!}. */
    SCRIPT,
    /** It begins with {@code #!} in a line that ends in CRLF, and has more than text behind it. */
    PROGRAM_BEHIND_CRLF,
    /** It begins with {@code #!} behind a byte order mark, which Linux does not skip. */
    MARKED_SCRIPT,
    /** Native code, for whatever system. */
    NATIVE,
    /** Anything else. */
    OTHER
  }

  static LooseFile read(LayerEntry file) throws IOException {
    byte[] head;
    try (InputStream in = file.source().open()) {
      head = in.readNBytes(NativeCode.HEAD);
    }
    if (head.length == 0) {
      return new LooseFile(Kind.EMPTY, Optional.empty());
    }
    if (isShebang(head, 0)) {
      boolean isProgram = UnixLines.isCrlf(head) && !UnixLines.isNeededBy(file.source());
      return new LooseFile(isProgram ? Kind.PROGRAM_BEHIND_CRLF : Kind.SCRIPT, Optional.empty());
    }
    if (isMark(head) && isShebang(head, 3)) {
      return new LooseFile(Kind.MARKED_SCRIPT, Optional.empty());
    }
    Optional<NativeCode> code = NativeCode.of(head, file.source());
    return new LooseFile(code.isPresent() ? Kind.NATIVE : Kind.OTHER, code);
  }

  private static boolean isShebang(byte[] head, int at) {
    return head.length >= at + 2 && head[at] == '#' && head[at + 1] == '!';
  }

  private static boolean isMark(byte[] head) {
    return head.length >= 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF;
  }
}
