package io.github.lambdalayer.mojo;

import io.github.lambdalayer.output.PortablePaths;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The folders of this machine that documents for others do not name. */
final class MachineFolders {

  private MachineFolders() {}

  /** What stands for them: the project's own are relative to it. */
  static PortablePaths of(MavenProject project, MavenSession session) {
    var folders = new HashMap<Path, String>();
    add(folders, new File(System.getProperty("user.home", "")), "~/");
    add(folders, session.getRequest().getLocalRepositoryPath(), "<local repository>/");
    add(folders, session.getRequest().getMultiModuleProjectDirectory(), "<root>/");
    add(folders, project.getBasedir(), "");
    return new PortablePaths(folders);
  }

  private static void add(Map<Path, String> folders, @Nullable File folder, String name) {
    if (folder != null && !folder.getPath().isEmpty()) {
      folders.put(folder.toPath().toAbsolutePath().normalize(), name);
    }
  }
}
