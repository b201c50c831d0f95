package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.ContentCollector;
import io.github.lambdalayer.content.Digests;
import io.github.lambdalayer.content.JarEntries;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.Preparation;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.PublishBody;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FindingsException;
import io.github.lambdalayer.lint.LayerLint;
import io.github.lambdalayer.lint.NativeArchitectures;
import io.github.lambdalayer.lint.RepackedJars;
import io.github.lambdalayer.lint.RunnableRuntimes;
import io.github.lambdalayer.lint.StrippedJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One build: collects the content, examines it, writes the zip and the descriptor.
 *
 * @param request what is to be built
 * @param digests the digests of the files that were read so far
 */
record LayerBuild(PackageRequest request, Digests digests) {

  LayerPackager.Packaged run() throws IOException {
    EntryTime time = request.outputTimestamp().map(EntryTime::of).orElse(EntryTime.DEFAULT);
    Preparation.Prepared prepared =
        new Preparation(request.content(), request.definition().compatibleArchitectures())
            .prepare(new ContentCollector().collect(request.content()), digests);
    LayerDefinition definition = definition(prepared);
    LayerContent content = prepared.collected().contentOf(definition, digests);
    var linted = new LintedLayers(request).of(prepared, definition, content);
    // While the zip is written, but before it takes the place of another.
    try (var lint = new LintThread(() -> LayerLint.of(linted))) {
      if (content.unzippedSize() > Limits.UNZIPPED_BYTES) {
        // Nobody waits for gigabytes to be told that they are too many.
        withoutFailure(lint.findings(), List.of());
      }
      return written(prepared, definition, content, time, lint);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private LayerPackager.Packaged written(
      Preparation.Prepared prepared,
      LayerDefinition definition,
      LayerContent content,
      EntryTime time,
      LintThread lint)
      throws IOException {
    var writer =
        new LayerZipWriter(
            content,
            digests,
            time,
            size ->
                withoutFailure(
                    ZipSizes.check(definition, size), withoutFailure(lint.findings(), List.of())));
    LayerZip zip = zip(writer, definition, content, prepared.survey());
    List<Finding> findings =
        withoutFailure(
            ZipSizes.check(definition, zip.size()), withoutFailure(lint.findings(), List.of()));
    var descriptor =
        new LayerDescriptor(definition, request.projectVersion(), request.isSnapshot(), zip);
    DescriptorFile.write(request.descriptor(), descriptor);
    List<String> notes = new ArrayList<>(notes(prepared));
    if (request.compression() == Compression.AUTO
        && zip.size() < LayerArchiver.storedSize(content)) {
      notes.add(ofDeflating());
    }
    return new LayerPackager.Packaged(
        descriptor, findings, notes, prepared.collected().leftOut(), false);
  }

  private String ofDeflating() {
    return isRepacked()
        ? "The zip is deflated, for its JARs are not any more (<jars>repack</jars>); its digest can differ"
            + " between builds of the JDK."
        : "The zip is deflated, for it would be too large to be sent inline otherwise; its digest can"
            + " differ between builds of the JDK. <compression>store</compression> and a <bucket>"
            + " to publish through give the same one everywhere.";
  }

  private LayerZip zip(
      LayerZipWriter writer, LayerDefinition definition, LayerContent content, Survey survey)
      throws IOException {
    boolean isTried =
        request.compression() == Compression.AUTO
            && CompressionChoice.isWorthATry(
                definition, content, survey, LayerArchiver.storedSize(content));
    if (request.compression() == Compression.DEFLATE || isRepacked()) {
      return writer.deflate(request.zip());
    }
    Optional<LayerZip> small =
        isTried
            ? writer.deflate(request.zip(), PublishBody.of(definition).mostZipBytes())
            : Optional.empty();
    return small.isPresent() ? small.get() : writer.store(request.zip());
  }

  /** What is stored in JARs is deflated around them, where nobody says otherwise. */
  private boolean isRepacked() {
    return request.compression() == Compression.AUTO
        && request.content().jarEntries() == JarEntries.REPACK;
  }

  private LayerDefinition definition(Preparation.Prepared prepared) {
    var modules = NativeArchitectures.modules(prepared.collected().artifacts());
    return NativeArchitectures.of(prepared.survey(), modules)
        .complete(
            RunnableRuntimes.complete(
                request.definition(), prepared.survey(), request.compilerRelease()));
  }

  /** The findings as the user wants them, if none of them is to fail the build. */
  private List<Finding> withoutFailure(List<Finding> found, List<Finding> before) {
    List<Finding> all =
        Stream.concat(before.stream(), request.lint().apply(found).stream()).toList();
    if (!request.lint().failing(all).isEmpty()) {
      throw new FindingsException(
          Messages.format(
              "The layer %s is not built, for what was found in it (<failOn> is '%s'):",
              request.definition().name(), request.lint().failOn().id()),
          all,
          request.lint());
    }
    return all;
  }

  private static List<String> notes(Preparation.Prepared prepared) {
    return Stream.of(
            prepared.collected().notes().stream(),
            prepared.unixScripts().stream().map(s -> s + " gets LF for CRLF: it is a script"),
            StrippedJars.notes(prepared.jars()).stream(),
            RepackedJars.notes(prepared.repacked()).stream())
        .flatMap(lines -> lines)
        .toList();
  }
}
