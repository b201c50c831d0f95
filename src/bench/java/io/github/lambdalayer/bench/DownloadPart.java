package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a user with an empty local repository downloads for this plugin. */
final class DownloadPart {

  /** The benchmark's own repository stands for every remote one. */
  private static final String SETTINGS =
      """
      <settings>
        <mirrors>
          <mirror>
            <id>bench</id>
            <mirrorOf>*</mirrorOf>
            <url>%s</url>
          </mirror>
        </mirrors>
        <profiles>
          <profile>
            <id>bench</id>
            <activation>
              <activeByDefault>true</activeByDefault>
            </activation>
            <pluginRepositories>
              <pluginRepository>
                <id>bench</id>
                <url>%s</url>
                <releases>
                  <checksumPolicy>ignore</checksumPolicy>
                </releases>
                <snapshots>
                  <enabled>true</enabled>
                  <checksumPolicy>ignore</checksumPolicy>
                </snapshots>
              </pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
      </settings>
      """;

  private final Settings settings;
  private final Targets targets;
  private final Path folder;
  private final Timer timer;

  DownloadPart(Settings settings, Targets targets) throws IOException {
    this.settings = settings;
    this.targets = targets;
    this.folder = settings.folder().resolve("download");
    this.timer = Timer.in(settings.folder().resolve("logs"));
  }

  /** The section of the page. */
  String run() throws IOException {
    Trees.delete(folder);
    Files.createDirectories(folder);
    String url = settings.repository().toUri().toString();
    Files.writeString(folder.resolve("settings.xml"), Messages.format(SETTINGS, url, url));
    String plugin = Pom.thisPlugin(settings.pluginVersion(), "", "package");
    prepare(plugin);
    Set<Path> without = downloaded("without", "");
    Set<Path> with = downloaded("with", plugin);
    with.removeAll(without);
    return page(with);
  }

  /** What the plugin needs must be in the benchmark's own repository first. */
  private void prepare(String plugin) throws IOException {
    Path project = project("prepared", plugin);
    var maven = new Maven(settings.maven(), settings.repository());
    timer.run(command("prepared", project, maven.online("package")));
  }

  private Set<Path> downloaded(String name, String plugins) throws IOException {
    Path repository = folder.resolve("repository-" + name);
    var maven = new Maven(settings.maven(), repository);
    String own = folder.resolve("settings.xml").toString();
    timer.run(command(name, project(name, plugins), maven.online("-s", own, "package")));
    var files = new HashSet<Path>();
    for (Path file : Trees.files(repository)) {
      files.add(repository.relativize(file));
    }
    return files;
  }

  private static Command command(String name, Path project, List<String> step) {
    return new Command("download-" + name, project, List.of(step), Map.of(), List.of());
  }

  private Path project(String name, String plugins) throws IOException {
    Path project = folder.resolve(name);
    Files.createDirectories(project.resolve(".mvn"));
    Files.createDirectories(project.resolve("src/main/layer"));
    Files.writeString(project.resolve("src/main/layer/content.txt"), "content\n");
    Files.writeString(
        project.resolve("pom.xml"), Pom.project("download", "pom", List.of(), plugins));
    return project;
  }

  private String page(Set<Path> files) throws IOException {
    var table = new Table("files", "number", "MB");
    double all =
        row(table, "JARs", files, name -> name.endsWith(".jar"))
            + row(table, "poms", files, name -> name.endsWith(".pom"));
    targets.reached("download", Optional.of(Ratio.of(all)));
    table.row("all", "", Messages.format("%.2f", all));
    return table.toString();
  }

  private double row(Table table, String title, Set<Path> files, Predicate<String> wanted)
      throws IOException {
    int number = 0;
    long bytes = 0;
    for (Path file : files) {
      if (wanted.test(file.toString())) {
        number++;
        bytes += Files.size(folder.resolve("repository-with").resolve(file));
      }
    }
    table.row(title, Integer.toString(number), Messages.format("%.2f", bytes / 1e6));
    return bytes / 1e6;
  }
}
