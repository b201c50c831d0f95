package io.github.lambdalayer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Building a layer: every peer on every input. */
final class PackagePart {

  private final Settings settings;
  private final Targets targets;
  private final Timer timer;

  PackagePart(Settings settings, Targets targets) throws IOException {
    this.settings = settings;
    this.targets = targets;
    this.timer = Timer.in(settings.folder().resolve("logs"));
  }

  /** The section of the page. */
  String run() throws IOException {
    Set<Peer> missing = wanted();
    Set<Peer> peers = installed(missing);
    missing.removeAll(peers);
    for (Input input : settings.inputs()) {
      prepare(input, peers);
    }
    List<Command> commands = commands(peers);
    Samples samples = new Rounds(timer, settings.rounds()).measure(number -> commands, () -> {});
    Map<String, InputSize> sizes = new HashMap<>();
    for (Input input : settings.inputs()) {
      sizes.put(input.name(), InputSize.of(PackageProject.jars(settings, input)));
    }
    var page = new PackagePage(settings.inputs(), peers, missing, samples, sizes);
    page.reached(targets);
    return page.text();
  }

  /** Those that were asked for, and those that nothing can be compared without. */
  private Set<Peer> wanted() {
    Set<Peer> wanted = EnumSet.of(Peer.RESOLUTION, Peer.PLUGIN);
    for (Peer peer : Peer.values()) {
      if (settings.peers().isEmpty() || settings.peers().contains(peer.id())) {
        wanted.add(peer);
      }
    }
    return wanted;
  }

  private static Set<Peer> installed(Set<Peer> wanted) throws IOException {
    Set<Peer> installed = EnumSet.noneOf(Peer.class);
    for (Peer peer : wanted) {
      if (isInstalled(peer)) {
        installed.add(peer);
      }
    }
    return installed;
  }

  private static boolean isInstalled(Peer peer) throws IOException {
    return switch (peer) {
      case ZIP, ZIP_STORED -> Programs.succeeds("zip", "-v");
      case SAM -> SamBuilder.isInstalled();
      case CAT -> Programs.succeeds("sha256sum", "--version");
      case OPENSSL -> Programs.succeeds("openssl", "version");
      default -> true;
    };
  }

  /** Runs everything once, with the network: what is missing comes, and caches are warm. */
  private void prepare(Input input, Set<Peer> peers) throws IOException {
    if (input.name().equals("XL")) {
      Bench.say("writing the JARs of XL");
      SyntheticJars.install(settings.repository());
    }
    for (Peer peer : peers) {
      if (peer.hasProject()) {
        Bench.say("preparing " + peer.of(input));
        var project = new PackageProject(settings, input, peer);
        project.write();
        timer.run(project.preparation());
      }
    }
  }

  private List<Command> commands(Set<Peer> peers) throws IOException {
    var commands = new ArrayList<Command>();
    for (Input input : settings.inputs()) {
      for (Peer peer : peers) {
        var project = new PackageProject(settings, input, peer);
        boolean isFloor = peer == Peer.CAT || peer == Peer.OPENSSL;
        commands.add(isFloor ? project.floor() : project.command());
      }
    }
    return commands;
  }

  /**
   * How large an input is.
   *
   * @param jars the number of its JARs
   * @param bytes their bytes
   */
  record InputSize(int jars, long bytes) {

    static InputSize of(List<Path> jars) throws IOException {
      long bytes = 0;
      for (Path jar : jars) {
        bytes += Files.size(jar);
      }
      return new InputSize(jars.size(), bytes);
    }
  }
}
