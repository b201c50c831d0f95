package io.github.lambdalayer.archive;

import static java.util.stream.Collectors.toMap;

import io.github.lambdalayer.content.ContentCollector;
import io.github.lambdalayer.content.Digests;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.content.Preparation;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.lint.NativeArchitectures;
import io.github.lambdalayer.lint.RunnableRuntimes;
import io.github.lambdalayer.lint.StrippedJars;
import io.github.lambdalayer.lint.UnzippedSize;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
            .prepare(new ContentCollector().collect(request.content()));
    UnzippedSize.refuse(prepared.collected().content());
    var natives = NativeArchitectures.of(prepared.survey(), modules(prepared.collected()));
    LayerDefinition definition =
        natives.complete(
            RunnableRuntimes.complete(
                request.definition(), prepared.survey(), request.compilerRelease()));
    LayerContent content = prepared.collected().contentOf(definition, digests);
    UnzippedSize.refuse(content);
    LayerZip zip = LayerZipWriter.write(content, time, request.zip());
    var descriptor =
        new LayerDescriptor(definition, request.projectVersion(), request.isSnapshot(), zip);
    DescriptorFile.write(request.descriptor(), descriptor);
    var warnings = new Warnings(request, descriptor).of(prepared, natives);
    return new LayerPackager.Packaged(
        descriptor, warnings, notes(prepared), prepared.collected().leftOut(), false);
  }

  private static Map<String, String> modules(ContentCollector.Collected collected) {
    return collected.artifacts().stream()
        .collect(
            toMap(
                Located::path,
                a -> a.artifact().groupId() + ":" + a.artifact().artifactId(),
                (one, other) -> one));
  }

  private static List<String> notes(Preparation.Prepared prepared) {
    return Stream.of(
            prepared.collected().notes().stream(),
            prepared.unixScripts().stream().map(s -> s + " gets LF for CRLF: it is a script"),
            StrippedJars.notes(prepared.jars()).stream())
        .flatMap(lines -> lines)
        .toList();
  }
}
