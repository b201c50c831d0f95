package io.github.lambdalayer.output;

import com.google.gson.JsonParseException;
import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code findings.json} and {@code findings.sarif}: what was found in the layers of a module, and in its
 * function. Several executions write into the same files; each replaces only what is its own.
 */
public final class FindingsFiles {

  /** The name of the document for machines of one's own. */
  public static final String JSON = DescriptorFile.FINDINGS;

  /** The name of the document for code hosts. */
  public static final String SARIF = "findings.sarif";

  private static final int SCHEMA_VERSION = 1;

  private final Path json;
  private final Path sarif;

  /** The files in a folder. */
  public FindingsFiles(Path folder) {
    this.json = folder.resolve(JSON);
    this.sarif = folder.resolve(SARIF);
  }

  /** The document. */
  record Document(int schemaVersion, List<Subject> subjects) {}

  /**
   * What was examined.
   *
   * @param goal the goal that did it: {@code package} or {@code check}
   * @param name the layer's name, or the function's artifactId
   * @param findings what was found in it
   */
  public record Subject(String goal, String name, List<Item> findings) {

    public Subject {
      findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /**
     * What was found by a goal.
     *
     * @param sources the source of each finding
     * @param paths takes the folders of this machine out: the documents are shown elsewhere
     */
    public static Subject of(
        String goal,
        String name,
        List<Finding> findings,
        Function<Finding, Source> sources,
        PortablePaths paths) {
      return new Subject(
          goal,
          name,
          findings.stream()
              .map(finding -> Item.of(finding, sources.apply(finding), paths))
              .toList());
    }

    private boolean isComplete() {
      return goal != null && name != null && findings.stream().allMatch(Item::isComplete);
    }
  }

  /**
   * The line of the project's sources that a finding is about.
   *
   * @param file relative to the root of the sources, with {@code /}
   * @param line counted from 1
   */
  public record Source(String file, int line) {}

  /**
   * A finding.
   *
   * @param id the rule that found it
   * @param severity {@code error}, {@code warning} or {@code note}
   * @param path the file in the layer or in the function's archive; empty for the whole of it
   * @param origin what brought it there: a dependency path, or a file
   * @param message what is wrong
   * @param fix what mends it
   * @param file the source that it is about
   * @param line the line there
   */
  public record Item(
      String id,
      String severity,
      String path,
      String origin,
      String message,
      String fix,
      String file,
      int line) {

    private static Item of(Finding finding, Source source, PortablePaths paths) {
      return new Item(
          finding.rule().id(),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.place().path(),
          paths.portable(finding.place().origin()),
          paths.portable(finding.message()),
          paths.portable(finding.fix()),
          source.file(),
          source.line());
    }

    private boolean isComplete() {
      return Stream.of(id, severity, path, origin, message, fix, file).noneMatch(Objects::isNull)
          && Rule.find(id).isPresent();
    }
  }

  /**
   * Writes what was found into both files.
   *
   * @param outdated which of the subjects that stand there are so no more
   * @param module the path of the module from the root of the sources, with {@code /}; empty for that root
   * @param toolVersion the version of this plugin
   */
  public void merge(Subject subject, Predicate<Subject> outdated, String module, String toolVersion)
      throws IOException {
    var subjects = new ArrayList<>(read());
    subjects.removeIf(
        other ->
            outdated.test(other)
                || (other.goal().equals(subject.goal()) && other.name().equals(subject.name())));
    subjects.add(subject);
    write(subjects, module, toolVersion);
  }

  /** Takes out what is so no more, where there are documents. */
  public void remove(Predicate<Subject> outdated, String module, String toolVersion)
      throws IOException {
    List<Subject> subjects = read();
    if (subjects.stream().anyMatch(outdated)) {
      write(subjects.stream().filter(outdated.negate()).toList(), module, toolVersion);
    }
  }

  private void write(List<Subject> unsorted, String module, String toolVersion) throws IOException {
    List<Subject> subjects =
        unsorted.stream()
            .sorted(Comparator.comparing(Subject::goal).reversed().thenComparing(Subject::name))
            .toList();
    AtomicFile.write(json, Documents.toJson(new Document(SCHEMA_VERSION, subjects)));
    AtomicFile.write(sarif, SarifDocument.of(subjects, module, toolVersion));
  }

  /** What stands there; nothing where no goal has written yet, or another release of the plugin. */
  public List<Subject> read() throws IOException {
    if (!Files.isRegularFile(json)) {
      return List.of();
    }
    try {
      @Nullable Document document = Documents.fromJson(Files.readString(json), Document.class);
      return document == null
              || document.schemaVersion() != SCHEMA_VERSION
              || document.subjects() == null
          ? List.of()
          : document.subjects().stream().filter(s -> s != null && s.isComplete()).toList();
    } catch (JsonParseException e) {
      return List.of();
    }
  }
}
