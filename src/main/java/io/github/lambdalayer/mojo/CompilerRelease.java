package io.github.lambdalayer.mojo;

import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The Java release that a project says it is compiled for. */
final class CompilerRelease {

  private static final Pattern SYNTAX = Pattern.compile("(?:1\\.)?(\\d{1,3})");

  private CompilerRelease() {}

  /** From {@code maven.compiler.release}, else {@code maven.compiler.target}; 0 without both. */
  static int of(MavenProject project, MavenSession session) {
    var properties = new Properties();
    properties.putAll(project.getProperties());
    properties.putAll(session.getUserProperties());
    String release = properties.getProperty("maven.compiler.release", "").trim();
    String target = properties.getProperty("maven.compiler.target", "").trim();
    Matcher matcher = SYNTAX.matcher(release.isEmpty() ? target : release);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
