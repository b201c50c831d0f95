package io.github.lambdalayer.bytecode;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a function's code needs and does not find.
 *
 * @param missingClasses the classes that nobody has, sorted by name
 * @param missingMembers the methods and fields that are not as the code expects them, sorted by name
 * @param opaqueClasses the classes that could not be read, and the JARs that they are in
 * @param isPlatformKnown whether the classes of the Java platform were looked for at all
 */
public record LinkageReport(
    List<MissingClass> missingClasses,
    List<MissingMember> missingMembers,
    SortedMap<String, CodeJar> opaqueClasses,
    boolean isPlatformKnown) {

  public LinkageReport {
    missingClasses = List.copyOf(missingClasses);
    missingMembers = List.copyOf(missingMembers);
    opaqueClasses = Collections.unmodifiableSortedMap(new TreeMap<>(opaqueClasses));
  }
}
