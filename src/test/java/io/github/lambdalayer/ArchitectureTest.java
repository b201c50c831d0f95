package io.github.lambdalayer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rooms of DESIGN.md: which package may know which. */
final class ArchitectureTest {

  private static final String ROOT = "io.github.lambdalayer.";

  /** Every room, and the rooms that it may know beside its own. */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          Map.entry("layer", List.of()),
          Map.entry("unpack", List.of("layer")),
          Map.entry("bytecode", List.of("layer")),
          Map.entry("content", List.of("unpack", "layer")),
          Map.entry("lint", List.of("bytecode", "content", "layer")),
          Map.entry("archive", List.of("lint", "content", "layer")),
          Map.entry("aws", List.of("layer")),
          Map.entry("publish", List.of("archive", "content", "aws", "layer")),
          Map.entry("operate", List.of("publish", "archive", "content", "aws", "layer")),
          Map.entry(
              "output",
              List.of("operate", "publish", "aws", "archive", "lint", "content", "layer")),
          Map.entry(
              "mojo",
              List.of(
                  "output", "operate", "publish", "aws", "archive", "lint", "content", "layer")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.lambdalayer");

  private static DescribedPredicate<JavaClass> in(List<String> rooms) {
    return resideInAnyPackage(rooms.stream().map(room -> ROOT + room).toArray(String[]::new));
  }

  static List<String> rooms() {
    return ROOMS.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyTheRoomsBelowIt(String room) {
    List<String> below = ROOMS.getOrDefault(room, List.of());

    classes()
        .that(in(List.of(room)))
        .should()
        .onlyDependOnClassesThat(
            in(below).or(in(List.of(room))).or(resideOutsideOfPackage(ROOT + ".")))
        .check(CLASSES);
  }

  @Test
  void everyClassIsInARoom() {
    assertThat(CLASSES)
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.getPackageName()).startsWith(ROOT))
        .allSatisfy(
            c -> assertThat(ROOMS).containsKey(c.getPackageName().substring(ROOT.length())));
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({
    "mojo, org.apache.maven..",
    "archive, org.codehaus.plexus.archiver..",
    "archive|unpack, org.apache.commons.compress..",
    "aws, software.amazon..",
    "bytecode, org.objectweb.asm.."
  })
  void aLibraryIsKnownToFewRooms(String knowing, String packages) {
    List<String> rooms = Arrays.asList(knowing.split("\\|", -1));
    String[] library = {packages};

    noClasses()
        .that(DescribedPredicate.not(in(rooms)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(library))
        .check(CLASSES);
    for (String room : rooms) {
      assertThat(CLASSES.that(in(List.of(room))))
          .as("%s has no use for %s any more", room, packages)
          .anyMatch(
              c ->
                  c.getDirectDependenciesFromSelf().stream()
                      .anyMatch(d -> resideInAnyPackage(library).test(d.getTargetClass())));
    }
  }
}
