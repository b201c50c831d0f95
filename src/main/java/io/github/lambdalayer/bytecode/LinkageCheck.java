package io.github.lambdalayer.bytecode;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Follows a function's code into its libraries, as far as it is executed in any case, and notes what is
 * not there. Of the function's own classes all counts that their code refers to. Of the libraries' classes
 * their supertypes count, without which they cannot be loaded, and what their methods do before the first
 * jump: behind it, a library may never come, for much of what it is compiled with is optional.
 */
public final class LinkageCheck {

  private static final String INITIALIZER = "<clinit>()V";

  private final KnownClasses classes;
  private final Members members;
  private final Deque<Task> tasks = new ArrayDeque<>();
  private final Set<String> loaded = new HashSet<>();
  private final Set<String> initialized = new HashSet<>();
  private final Set<String> executed = new HashSet<>();
  private final SortedMap<String, Step> missing = new TreeMap<>();
  private final SortedMap<String, MissingMember> broken = new TreeMap<>();

  private LinkageCheck(KnownClasses classes) {
    this.classes = classes;
    this.members = new Members(classes);
  }

  /** What is left to be done, so that no call goes as deep as the code that it looks at. */
  private interface Task {
    void run() throws IOException;
  }

  /**
   * Where a reference stands.
   *
   * @param step the method
   * @param isOwn whether it is the function's own
   * @param made the classes that the method makes instances of, in any case
   */
  private record Site(Step step, boolean isOwn, Set<String> made) {

    static Site of(Step step, boolean isOwn, ClassFacts.Member method) {
      return new Site(
          step,
          isOwn,
          method.uses().stream()
              .filter(use -> use.kind() == Use.Kind.NEW)
              .map(Use::owner)
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  /**
   * Examines a function.
   *
   * @param path the function and its layers
   * @param ownClasses the function's own classes among those, as {@code com/example/Handler}
   * @param release the Java release that it runs on
   */
  public static LinkageReport of(CodePath path, Set<String> ownClasses, int release)
      throws IOException {
    try (Platform platform = Platform.of(release)) {
      return of(platform, path, ownClasses);
    }
  }

  /** Whether the Java that runs this knows what a release brings itself. */
  public static boolean isPlatformKnown(int release) throws IOException {
    try (Platform platform = Platform.of(release)) {
      return platform.isKnown();
    }
  }

  static LinkageReport of(Platform platform, CodePath path, Set<String> ownClasses)
      throws IOException {
    var classes = new KnownClasses(platform, path, ownClasses);
    var check = new LinkageCheck(classes);
    check.examine(new TreeSet<>(ownClasses));
    return new LinkageReport(
        check.missing.entrySet().stream()
            .map(e -> new MissingClass(Names.readable(e.getKey()), e.getValue().chain()))
            .toList(),
        check.broken.values().stream().toList(),
        classes.opaque(),
        platform.isKnown());
  }

  private void examine(Iterable<String> ownClasses) throws IOException {
    for (String name : ownClasses) {
      if (classes.find(name) instanceof ClassFacts facts && facts.home() != null) {
        examine(facts);
      }
    }
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private void examine(ClassFacts own) throws IOException {
    Step here = Step.in(own);
    load(own.name(), here);
    initialize(own.name(), here);
    for (Use use : own.declared()) {
      load(use.owner(), here);
    }
    for (Map.Entry<String, ClassFacts.Member> method : own.methods().entrySet()) {
      Site site = Site.of(Step.in(own, method.getKey()), true, method.getValue());
      for (Use use : method.getValue().uses()) {
        need(use, site);
      }
    }
  }

  /** A class is loaded together with its supertypes. */
  private Lookup load(String name, Step step) throws IOException {
    Lookup found = classes.find(name);
    if (found == Lookup.Nothing.MISSING) {
      missing.putIfAbsent(name, step);
    }
    if (found instanceof ClassFacts facts && facts.home() != null && loaded.add(name)) {
      Step here = step.to(facts);
      tasks.add(
          () -> {
            for (String supertype : facts.supertypes()) {
              load(supertype, here);
            }
          });
    }
    return found;
  }

  /** A class is initialized after its superclass. What the function's own do is looked at anyhow. */
  private void initialize(String name, Step step) throws IOException {
    if (classes.find(name) instanceof ClassFacts facts
        && facts.home() != null
        && initialized.add(name)) {
      tasks.add(
          () -> {
            if (facts.superName() != null) {
              initialize(facts.superName(), step);
            }
            ClassFacts.Member initializer = facts.methods().get(INITIALIZER);
            if (initializer != null) {
              execute(facts, initializer, INITIALIZER, step);
            }
          });
    }
  }

  private void execute(ClassFacts owner, ClassFacts.Member method, String key, Step step)
      throws IOException {
    if (owner.home() == null
        || classes.isOwn(owner.name())
        || !executed.add(owner.name() + "." + key)) {
      return;
    }
    initialize(owner.name(), step);
    Site site = Site.of(step.to(owner, key), false, method);
    tasks.add(
        () -> {
          for (Use use : method.uses()) {
            need(use, site);
          }
        });
  }

  private void need(Use use, Site site) throws IOException {
    if (!(load(use.owner(), site.step()) instanceof ClassFacts owner)) {
      return;
    }
    if (use.kind() == Use.Kind.NEW) {
      initialize(owner.name(), site.step());
    }
    if (use.isMember()) {
      Members.Resolution found = members.resolve(owner, use);
      Optional<MissingMember.Problem> problem = MemberProblems.of(use, owner, found);
      if (problem.isPresent()) {
        report(use, owner, problem.get(), site.step());
      } else if (found instanceof Members.Resolved resolved) {
        follow(use, owner, resolved, site);
      }
    }
  }

  private void report(Use use, ClassFacts owner, MissingMember.Problem problem, Step step) {
    broken.putIfAbsent(
        use.text() + " " + problem,
        new MissingMember(
            use.text(),
            Names.readable(owner.name()),
            Optional.ofNullable(owner.home()),
            problem,
            step.chain()));
  }

  private void follow(Use use, ClassFacts owner, Members.Resolved found, Site site)
      throws IOException {
    switch (use.kind()) {
      case STATIC_FIELD -> initialize(found.owner().name(), site.step());
      case STATIC_CALL, SPECIAL_CALL ->
          execute(found.owner(), found.member(), use.key(), site.step());
      case VIRTUAL_CALL -> {
        if (isTheOne(owner, found, site)) {
          execute(found.owner(), found.member(), use.key(), site.step());
        }
      }
      default -> {
        // Nothing is executed.
      }
    }
  }

  /**
   * Whether no other method than the one that was found is called. The function's own code calls a class that
   * can be made for what it is; a library calls subclasses, too, unless it has just made the instance.
   */
  private static boolean isTheOne(ClassFacts owner, Members.Resolved found, Site site) {
    return found.member().isLast()
        || owner.isFinal()
        || site.made().contains(owner.name())
        || (site.isOwn() && !owner.isAbstract() && !owner.isInterface());
  }
}
