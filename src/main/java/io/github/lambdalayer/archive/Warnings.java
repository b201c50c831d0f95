package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.Preparation;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.PublishBody;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.JavaLib;
import io.github.lambdalayer.lint.NativeArchitectures;
import io.github.lambdalayer.lint.ProjectJarTimes;
import io.github.lambdalayer.lint.RunnableRuntimes;
import io.github.lambdalayer.lint.Scripts;
import io.github.lambdalayer.lint.StrippedJars;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.plexus.util.SelectorUtils;

/** What the user should know of a layer that has been built all the same. */
final class Warnings {

  private final PackageRequest request;
  private final LayerDescriptor built;
  private final List<Finding> warnings = new ArrayList<>();

  Warnings(PackageRequest request, LayerDescriptor built) {
    this.request = request;
    this.built = built;
  }

  List<Finding> of(Preparation.Prepared prepared, NativeArchitectures natives) throws IOException {
    warnings.addAll(JavaLib.check(prepared.survey().content()));
    warnings.addAll(Scripts.check(prepared.survey(), this::isNamedExecutable));
    RunnableRuntimes.check(request.definition(), prepared.survey(), request.compilerRelease())
        .ifPresent(warnings::add);
    warnings.addAll(natives.check(built.definition()));
    warnings.addAll(StrippedJars.check(prepared.jars()));
    for (LayerArtifact artifact : artifacts()) {
      if (artifact.ofBuild() && artifact.extension().equals("jar")) {
        ProjectJarTimes.check(artifact.file(), request.outputTimestamp()).ifPresent(warnings::add);
      }
    }
    unknownRuntimes();
    publicSnapshot();
    tooLargeToSend();
    return List.copyOf(warnings);
  }

  private boolean isNamedExecutable(String path) {
    return request.content().executables().stream()
        .anyMatch(pattern -> SelectorUtils.matchPath(pattern, path, "/", true));
  }

  private Set<LayerArtifact> artifacts() {
    var artifacts = new LinkedHashSet<>(request.content().artifacts());
    request.content().placed().forEach(placed -> artifacts.add(placed.artifact()));
    return artifacts;
  }

  private void unknownRuntimes() {
    for (LambdaRuntime runtime : built.definition().compatibleRuntimes()) {
      if (!runtime.isKnown()) {
        warn(
            "<compatibleRuntimes> has '%s', which this release does not know. It is passed on;"
                + " Lambda refuses it if it is misspelt.",
            runtime);
      }
    }
  }

  private void publicSnapshot() {
    if (built.isSnapshot()
        && built.definition().permissions().contains(new Permission.Everyone())) {
      warn(
          "<permissions> has <public/>, and %s is a SNAPSHOT: publish will refuse it, unless it is"
              + " told -DlambdaLayer.allowPublicSnapshot.",
          built.projectVersion());
    }
  }

  private void tooLargeToSend() {
    PublishBody body = PublishBody.of(built.definition());
    if (!body.fits(built.zip().size())) {
      warn(
          "The zip is too large to be sent to Lambda inline: the request would have %,d bytes, and"
              + " %,d are accepted. lambda-layer:publish needs a bucket in each layer's region to send"
              + " it through: set <bucket>, for example to layers-{region}, if it is not set already.",
          body.length(built.zip().size()), Limits.INLINE_BODY_BYTES);
    }
  }

  private void warn(String format, Object... arguments) {
    warnings.add(new Finding(Finding.Severity.WARNING, Messages.format(format, arguments)));
  }
}
