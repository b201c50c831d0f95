package io.github.lambdalayer.bytecode;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds methods and fields as the JVM does.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-5.html#jvms-5.4.3">resolution</a>
 */
final class Members {

  /** Their methods take whatever they are given: no descriptor is the one in the class file. */
  private static final Set<String> POLYMORPHIC =
      Set.of("java/lang/invoke/MethodHandle", "java/lang/invoke/VarHandle");

  private final KnownClasses classes;

  Members(KnownClasses classes) {
    this.classes = classes;
  }

  /** What came of looking for a member. */
  sealed interface Resolution permits Resolved, Unresolved {}

  /** The member, and the class or interface that has it. */
  record Resolved(ClassFacts owner, ClassFacts.Member member) implements Resolution {}

  /** No member. */
  enum Unresolved implements Resolution {
    /** A supertype is not known, and may have it. */
    UNKNOWN,
    /** None of the supertypes has it. */
    ABSENT
  }

  /** Looks for a member in a class, in its superclasses, and then in all their interfaces. */
  Resolution resolve(ClassFacts start, Use use) throws IOException {
    if (POLYMORPHIC.contains(start.name())) {
      return Unresolved.UNKNOWN;
    }
    var lineage = new Lineage();
    List<ClassFacts> superclasses = lineage.superclasses(start);
    Optional<Resolved> found = first(superclasses, use);
    if (found.isEmpty()) {
      found = ofInterfaces(lineage.interfaces(superclasses), use);
    }
    if (found.isPresent()) {
      return found.get();
    }
    return lineage.isComplete ? Unresolved.ABSENT : Unresolved.UNKNOWN;
  }

  private static Optional<Resolved> first(List<ClassFacts> owners, Use use) {
    return owners.stream()
        .flatMap(owner -> owner.member(use).map(member -> new Resolved(owner, member)).stream())
        .findFirst();
  }

  /** A default method is what is called, whoever declares it once more without a body. */
  private static Optional<Resolved> ofInterfaces(List<ClassFacts> interfaces, Use use) {
    return interfaces.stream()
        .flatMap(owner -> owner.member(use).map(member -> new Resolved(owner, member)).stream())
        .filter(resolved -> !resolved.member().isAbstract())
        .findFirst()
        .or(() -> first(interfaces, use));
  }

  /** The supertypes of a class, as far as they are known; no class file makes it go round. */
  private final class Lineage {

    private final Set<String> seen = new HashSet<>();
    private boolean isComplete = true;

    private Optional<ClassFacts> find(String name) throws IOException {
      if (!seen.add(name)) {
        return Optional.empty();
      }
      if (classes.find(name) instanceof ClassFacts facts) {
        return Optional.of(facts);
      }
      isComplete = false;
      return Optional.empty();
    }

    List<ClassFacts> superclasses(ClassFacts start) throws IOException {
      var superclasses = new ArrayList<ClassFacts>();
      seen.add(start.name());
      Optional<ClassFacts> next = Optional.of(start);
      while (next.isPresent()) {
        superclasses.add(next.get());
        String superName = next.get().superName();
        next = superName == null ? Optional.empty() : find(superName);
      }
      return superclasses;
    }

    List<ClassFacts> interfaces(List<ClassFacts> superclasses) throws IOException {
      var interfaces = new ArrayList<ClassFacts>();
      Deque<String> names = new ArrayDeque<>();
      superclasses.forEach(facts -> names.addAll(facts.interfaces()));
      while (!names.isEmpty()) {
        Optional<ClassFacts> facts = find(names.remove());
        if (facts.isPresent()) {
          interfaces.add(facts.get());
          names.addAll(facts.get().interfaces());
        }
      }
      return interfaces;
    }
  }
}
