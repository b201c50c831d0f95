package io.github.lambdalayer.output;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerInventory;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.lint.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of {@code report} tells: its script makes the page of it. It knows no time and no
 * machine, so the same layers give the same page.
 *
 * @param layers the layers of the module, in the order of their descriptors
 * @param functions the functions of the module that {@code check} has examined
 */
record ReportDocument(List<Layer> layers, List<Function> functions) {

  /** Names of classes that are told of each overlap; the page holds the number of the others. */
  private static final int NAMED_CLASSES = 10;

  ReportDocument {
    layers = List.copyOf(layers);
    functions = List.copyOf(functions);
  }

  /**
   * A layer.
   *
   * @param name its name
   * @param description its description
   * @param license its licence, if it was given one
   * @param version the version of the project
   * @param zip the zip
   * @param runtimes the compatible runtimes
   * @param architectures the compatible architectures
   * @param permissions who may use it beside its account
   * @param files the files
   * @param jars what is in the JARs
   * @param natives the native code
   * @param overlaps classes that are in several JARs
   * @param artifacts what came from Maven
   * @param findings what {@code package} has found; absent where it did not tell
   * @param plan what {@code plan} has told; absent where it has not run
   */
  record Layer(
      String name,
      String description,
      @Nullable String license,
      String version,
      Zip zip,
      List<String> runtimes,
      List<String> architectures,
      List<String> permissions,
      List<LayerInventory.StoredFile> files,
      List<LayerInventory.Jar> jars,
      List<Native> natives,
      List<Overlap> overlaps,
      List<ContentDocument.Item> artifacts,
      @Nullable List<Finding> findings,
      @Nullable Plan plan) {}

  /**
   * A zip.
   *
   * @param file its name
   * @param size its length in bytes
   * @param unzippedSize the length of its files in bytes
   * @param limit the bytes that function and layers may have together when unzipped
   * @param sha256 its digest in base64, Lambda's {@code CodeSha256}
   * @param entries the number of its files
   */
  record Zip(String file, long size, long unzippedSize, long limit, String sha256, int entries) {

    static Zip of(LayerZip zip) {
      return new Zip(
          String.valueOf(zip.file().getFileName()),
          zip.size(),
          zip.unzippedSize(),
          Limits.UNZIPPED_BYTES,
          zip.codeSha256(),
          zip.entries());
    }
  }

  /**
   * Native code.
   *
   * @param jar the path of its JAR; empty for a file of the layer
   * @param name its path there
   * @param size its length in bytes
   * @param system the operating system
   * @param machine the machine
   * @param architecture Lambda's architecture that loads it; absent where none does
   */
  record Native(
      String jar,
      String name,
      long size,
      String system,
      String machine,
      @Nullable String architecture) {

    static Native of(LayerInventory.Native one) {
      Architecture architecture = one.code().architecture();
      return new Native(
          one.jar(),
          one.name(),
          one.size(),
          one.code().system(),
          one.code().machine(),
          architecture == null ? null : architecture.id());
    }
  }

  /**
   * Classes of a package that several JARs have.
   *
   * @param jars the paths of the JARs, the one that wins first
   * @param folder the package, with {@code /}
   * @param classes the names of some
   * @param count how many there are
   * @param different how many of them are not the same in all the JARs
   */
  record Overlap(List<String> jars, String folder, List<String> classes, int count, int different) {

    static Overlap of(LayerInventory.Overlap one) {
      return new Overlap(
          one.jars(),
          one.folder(),
          one.classes().stream().limit(NAMED_CLASSES).toList(),
          one.classes().size(),
          one.different());
    }
  }

  /**
   * Something that was found.
   *
   * @param severity {@code error}, {@code warning} or {@code note}
   * @param id the rule
   * @param title what the rule finds
   * @param path the file
   * @param origin what brought it there
   * @param message what is wrong
   * @param fix what mends it
   */
  record Finding(
      String severity,
      String id,
      String title,
      String path,
      String origin,
      String message,
      String fix) {

    static Finding of(FindingsFiles.Item item, PortablePaths paths) {
      return new Finding(
          item.severity(),
          item.id(),
          Rule.find(item.id()).map(Rule::title).orElse(item.id()),
          item.path(),
          paths.portable(item.origin()),
          paths.portable(item.message()),
          paths.portable(item.fix()));
    }
  }

  /**
   * A function of the module.
   *
   * @param name its artifactId
   * @param findings what {@code check} has found in it and its layers
   */
  record Function(String name, List<Finding> findings) {}

  /**
   * What publishing would do.
   *
   * @param outdated whether the layer has been built anew since
   * @param targets each account and region
   */
  record Plan(boolean outdated, List<PlanDocument.Target> targets) {

    static Plan of(PlanDocument.Layer layer, LayerZip zip, PortablePaths paths) {
      PlanDocument.Zip planned = layer.zip();
      return new Plan(
          planned != null && !zip.codeSha256().equals(planned.codeSha256()),
          layer.targets().stream().map(target -> target.withReason(paths::portable)).toList());
    }
  }

  /** A layer with what stands about it in the documents of other goals. */
  static Layer layer(
      LayerDescriptor descriptor,
      LayerInventory inventory,
      @Nullable List<Finding> findings,
      @Nullable Plan plan) {
    LayerDefinition definition = descriptor.definition();
    return new Layer(
        definition.name().value(),
        definition.description(),
        definition.licenseInfo(),
        descriptor.projectVersion(),
        Zip.of(descriptor.zip()),
        definition.compatibleRuntimes().stream().map(LambdaRuntime::id).toList(),
        definition.compatibleArchitectures().stream().map(Architecture::id).toList(),
        definition.permissions().stream().map(Permission::toString).toList(),
        inventory.files(),
        inventory.jars(),
        inventory.natives().stream().map(Native::of).toList(),
        inventory.overlaps().stream().map(Overlap::of).toList(),
        inventory.artifacts(),
        findings,
        plan);
  }
}
