package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.session;

import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** A module with a layer, and the goal that describes it. */
final class TemplateBuild {

  final Path target;
  final Path templates;
  final MavenProject project = project("com.example", "app", "1.0");

  TemplateBuild(Path folder) {
    target = folder.resolve("target");
    templates = target.resolve("lambda-layer/templates");
  }

  /** A layer of a SNAPSHOT. */
  Path build(Permission... permissions) throws IOException {
    Path zip = Files.createDirectories(target).resolve("layer.zip");
    Files.writeString(zip, "zip");
    DescriptorFile.write(
        target.resolve("lambda-layer/layer.json"),
        new LayerDescriptor(
            BuiltSample.definition(permissions),
            "1.0-SNAPSHOT",
            true,
            new LayerZip(zip, Sha256.of(zip).base64(), 3, 3, 1)));
    return zip;
  }

  /** An execution that was called by hand. */
  TemplateMojo mojo() {
    return mojo("default-cli");
  }

  TemplateMojo mojo(String execution) {
    var mojo = new TemplateMojo();
    mojo.setLog(new RecordingLog());
    mojo.project = project;
    mojo.session = session(new Properties(), project);
    mojo.execution = new MojoExecution(plugin(), "template", execution);
    mojo.buildDirectory = target.toFile();
    mojo.upload = "auto";
    mojo.keyPrefix = "lambda-layers";
    return mojo;
  }

  private static Plugin plugin() {
    var plugin = new Plugin();
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    return plugin;
  }

  /** Binds the goal, and nothing else of this plugin. */
  void bind(String... executions) {
    Plugin plugin = plugin();
    for (String id : executions) {
      var execution = new PluginExecution();
      execution.setId(id);
      execution.addGoal("template");
      plugin.addExecution(execution);
    }
    var build = new Build();
    build.addPlugin(plugin);
    project.getModel().setBuild(build);
  }

  /** What stands in the folder, but for the list of it. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(templates)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> templates.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals(".written"))
          .sorted()
          .toList();
    }
  }

  void nextBuild() {
    project.setContextValue("io.github.lambdalayer.templates", null);
  }
}
