package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.output.LayerTemplates;
import io.github.lambdalayer.output.ResultFiles;
import io.github.lambdalayer.output.TemplateContent;
import io.github.lambdalayer.output.TemplateFolder;
import io.github.lambdalayer.output.TemplateFormat;
import io.github.lambdalayer.output.TemplateRun;
import io.github.lambdalayer.publish.ObjectKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the parameters of {@code template} mean. */
final class TemplateSetup {

  private static final String KEY = "io.github.lambdalayer.templates";
  private static final String FILE = "file";
  private static final String STORED = "s3";
  private static final String PUBLISHED = "published";

  private final TemplateMojo mojo;
  private final PomElements pom;

  TemplateSetup(TemplateMojo mojo) {
    this.mojo = mojo;
    this.pom = new PomElements(mojo.session, mojo.execution);
  }

  /** Writes the templates of layers: all of them, or where one cannot be made, none. */
  TemplateFolder.Outcome write(List<LayerDescriptor> layers) throws IOException {
    Path folder = mojo.layerDirectory().resolve("templates");
    Set<Path> written = written();
    var run = new TemplateRun(mojo.execution.getExecutionId(), configured(), written);
    TemplateFolder.Outcome outcome =
        layers.isEmpty()
            ? new TemplateFolder(folder).write(Map.of(), run)
            : templates(folder, layers).write(run);
    written.addAll(outcome.written());
    return outcome;
  }

  private Set<String> configured() {
    return new PluginConfiguration(mojo.project, mojo.session, mojo.execution)
        .executions("template");
  }

  /** What other executions of the goal have written in this build. */
  @SuppressWarnings("unchecked")
  private Set<Path> written() {
    Set<Path> written =
        mojo.project.getContextValue(KEY) instanceof Set<?> begun
            ? (Set<Path>) begun
            : new HashSet<>();
    mojo.project.setContextValue(KEY, written);
    return written;
  }

  private LayerTemplates templates(Path folder, List<LayerDescriptor> layers) throws IOException {
    String kind = kind();
    var templates = new LayerTemplates(folder, options(kind));
    for (LayerDescriptor layer : layers) {
      layer.refusePublicSnapshot(mojo.allowPublicSnapshot);
      templates.add(layer, content(kind, layer));
    }
    return templates;
  }

  /** Tells what {@code publish} does by this configuration, and whoever deploys a template does not. */
  void warnOfOmissions() {
    if (kind().equals(PUBLISHED)) {
      return;
    }
    var left = new ArrayList<String>();
    if (Parameters.text(mojo.signingProfile) != null) {
      left.add("<signingProfile>, the zip is not signed");
    }
    if (isReference()) {
      left.add("<upload>reference</upload>, Lambda makes a copy of the zip");
    }
    if (Parameters.text(mojo.ssmParameter) != null) {
      left.add("<ssmParameter>, the ARN is not written there");
    }
    if (mojo.alignVersions) {
      left.add("<alignVersions>, each target counts for itself");
    }
    if (!left.isEmpty()) {
      mojo.getLog()
          .warn(
              "What the templates cannot do, only publish does: " + String.join("; ", left) + ".");
    }
  }

  private boolean isReference() {
    return mojo.upload.trim().equals("reference");
  }

  private String kind() {
    String bucket = Parameters.text(mojo.bucket);
    String kind =
        Objects.requireNonNullElse(
            Parameters.text(mojo.templateContent), bucket == null ? FILE : STORED);
    if (!List.of(FILE, STORED, PUBLISHED).contains(kind)) {
      throw new InvalidInputException(
          Messages.format(
              "<templateContent> is '%s': write one of %s, %s, %s.",
              kind, FILE, STORED, PUBLISHED));
    }
    if (kind.equals(STORED) && bucket == null) {
      throw new InvalidInputException(
          "<templateContent> is 's3', and <bucket> is not set: name one, for example"
              + " -DlambdaLayer.bucket=my-layers-{region}.");
    }
    return kind;
  }

  private LayerTemplates.Options options(String kind) {
    String cdkPackage = Parameters.text(mojo.cdkPackage);
    // Nobody is asked here, so all are not known, nor whether a region is newer than this plugin.
    var regions =
        new RegionChoice(
            pom.list("regions", mojo.regions),
            pom.list("excludeRegions", mojo.excludeRegions),
            true);
    return new LayerTemplates.Options(
        formats(kind),
        regions.isAll() ? List.of() : regions.named(),
        pom.list("organizationalUnits", mojo.organizationalUnits),
        cdkPackage == null ? LayerTemplates.packageOf(mojo.project.getGroupId()) : cdkPackage);
  }

  private List<TemplateFormat> formats(String kind) {
    List<TemplateFormat> formats =
        pom.list("templateFormats", mojo.templateFormats).stream()
            .map(TemplateFormat::parse)
            .distinct()
            .toList();
    if (formats.isEmpty()) {
      return allOf(kind);
    }
    if (formats.contains(TemplateFormat.STACKSETS) && !kind.equals(STORED)) {
      throw new InvalidInputException(
          Messages.format(
              "<templateFormats> has 'stacksets', and <templateContent> is '%s': stack sets make"
                  + " versions from a bucket in each region. Name it, for example"
                  + " -DlambdaLayer.bucket=my-layers-{region}, with -DlambdaLayer.templateContent=s3.",
              kind));
    }
    return formats;
  }

  private List<TemplateFormat> allOf(String kind) {
    if (!kind.equals(STORED)) {
      mojo.getLog().info("No template for StackSets: they make versions from a <bucket>.");
    }
    return Arrays.stream(TemplateFormat.values())
        .filter(format -> format != TemplateFormat.STACKSETS || kind.equals(STORED))
        .toList();
  }

  private TemplateContent content(String kind, LayerDescriptor layer) throws IOException {
    return switch (kind) {
      case FILE -> new TemplateContent.File();
      case STORED -> {
        String prefix = ObjectKeys.prefix(Parameters.keyPrefix(mojo.keyPrefix), isReference());
        yield new TemplateContent.Stored(
            Objects.requireNonNull(Parameters.text(mojo.bucket)),
            ObjectKeys.of(prefix, layer.definition().name(), layer.zip()));
      }
      default -> new TemplateContent.Published(published(layer));
    };
  }

  private List<LayerVersionArn> published(LayerDescriptor layer) throws IOException {
    var results = new ResultFiles(mojo.layerDirectory());
    LayerName name = layer.definition().name();
    List<LayerVersionArn> arns = results.arns(name, layer.zip().codeSha256());
    if (arns.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<templateContent> is 'published', and no version of the layer %s with this content is known: publish it"
                  + " first, with mvn deploy or mvn lambda-layer:publish, and keep the folder %s.",
              name, mojo.layerDirectory()));
    }
    List<String> failed = results.failed(name);
    if (!failed.isEmpty()) {
      mojo.getLog()
          .warn(
              Messages.format(
                  "The templates have no version of %s for %s, where it was not published as it was wanted: publish"
                      + " it again, and run this goal behind it.",
                  name, Messages.and(failed)));
    }
    return arns;
  }
}
