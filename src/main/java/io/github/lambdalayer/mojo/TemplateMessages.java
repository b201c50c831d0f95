package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.output.TemplateFolder;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Tells what has become of the templates. */
final class TemplateMessages {

  private final Log log;

  TemplateMessages(Log log) {
    this.log = log;
  }

  void tell(TemplateFolder.Outcome outcome) {
    outcome.written().forEach(file -> log.info("Template: " + file));
    outcome
        .removed()
        .forEach(file -> log.info("Removed, for this build does not write it: " + file));
    warn(
        outcome.left(),
        "%s is of an earlier build, and this one does not write it; somebody has changed it, or linked"
            + " its folder, so it stays. Move it elsewhere if it is to be kept, else remove it.");
    warn(
        outcome.overwritten(),
        "%s was not as an earlier build had left it, and was written over. Keep what is yours in a file"
            + " with another name.");
    outcome
        .contested()
        .forEach(
            (file, other) ->
                log.warn(
                    Messages.format(
                        "%s was written by the execution '%s' too, with another text, and is replaced by this"
                            + " one. Give them different <templateFormats>.",
                        file, other)));
  }

  private void warn(List<Path> files, String message) {
    files.forEach(file -> log.warn(Messages.format(message, file)));
  }
}
