package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.Filtering;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.filtering.DefaultMavenReaderFilter;
import org.apache.maven.shared.filtering.MavenFilteringException;
import org.apache.maven.shared.filtering.MavenReaderFilterRequest;

/**
 * Replaces expressions as maven-resources-plugin does, by the same library: the project's properties
 * and attributes, user and system properties, the filters of {@code <build>}. Not the time of the
 * build, which that plugin adds.
 */
final class ResourceFilter implements Filtering.Filter {

  private final MavenProject project;
  private final MavenSession session;

  ResourceFilter(MavenProject project, MavenSession session) {
    this.project = project;
    this.session = session;
  }

  @Override
  public void filter(Path from, Path to) throws IOException {
    Charset charset = charset();
    try (Reader in = Files.newBufferedReader(from, charset);
        Reader filtered = new DefaultMavenReaderFilter().filter(request(in));
        Writer out = Files.newBufferedWriter(to, charset)) {
      filtered.transferTo(out);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          Messages.format(
              "<filteredFiles> matches %s, which is not in %s. Save it so, or set"
                  + " <project.build.sourceEncoding> to its encoding.",
              from, charset),
          e);
    } catch (MavenFilteringException e) {
      throw new InvalidInputException(
          Messages.format("%s cannot be filtered: %s", from, e.getMessage()), e);
    }
  }

  private MavenReaderFilterRequest request(Reader in) {
    var request =
        new MavenReaderFilterRequest(
            in, true, project, List.of(), false, session, new Properties());
    request.setInjectProjectBuildFilters(true);
    request.setEscapeWindowsPaths(true);
    return request;
  }

  /** UTF-8 without one: the machine's own would give other bytes elsewhere. */
  private Charset charset() {
    String name = project.getProperties().getProperty("project.build.sourceEncoding", "").trim();
    try {
      return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          Messages.format(
              "<project.build.sourceEncoding> is '%s', which is no encoding. Set it to UTF-8, say.",
              name),
          e);
    }
  }
}
