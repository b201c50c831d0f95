package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Publishing a layer: this plugin beside the AWS CLI, on one endpoint. */
final class PublishPart {

  /** As large as input M deflated, and as goes inline. */
  static final int LARGE = 48_000_000;

  private static final int SMALL = 10_000;

  private static final String PACKAGE = "small-package";
  private static final String DEPLOY = "small-deploy";
  private static final String TWO_CALLS = "small-cli-1";

  private final Settings settings;
  private final Targets targets;
  private final Timer timer;
  private final AtomicLong accounts = new AtomicLong(100_000_000_000L);
  private final List<Integer> regions;
  private final boolean hasCli;

  PublishPart(Settings settings, Targets targets) throws IOException {
    this.settings = settings;
    this.targets = targets;
    this.timer = Timer.in(settings.folder().resolve("logs"));
    this.regions = settings.isShort() ? List.of(1, 8) : List.of(1, 8, 30);
    this.hasCli = Programs.succeeds("aws", "--version");
  }

  /** The section of the page. */
  String run() throws IOException {
    var large = new PublishProject(settings, "large", LARGE, accounts);
    var small = new PublishProject(settings, "small", SMALL, accounts);
    for (PublishProject project : List.of(large, small)) {
      project.write();
      timer.run(project.preparation());
    }
    try (var endpoint = Endpoint.start(settings.folder())) {
      timer.run(large.publish(endpoint.url(), 1, ""));
      Samples samples =
          new Rounds(timer, settings.rounds())
              .measure(number -> commands(large, small, endpoint.url()), endpoint::forgetZips);
      reached(samples);
      return text(samples);
    }
  }

  /** Other accounts in each round. */
  private List<Command> commands(PublishProject large, PublishProject small, String url) {
    var commands = new ArrayList<Command>();
    commands.add(small.build(url, "package"));
    commands.add(small.build(url, "deploy"));
    if (hasCli) {
      commands.add(small.cli(url, 1));
    }
    for (int count : regions) {
      commands.add(large.publish(url, count, ""));
      if (hasCli) {
        commands.add(large.cli(url, count));
      }
    }
    return commands;
  }

  private void reached(Samples samples) throws IOException {
    for (int count : regions) {
      targets.reached("publish-" + count, samples.ratio(plugin(count), cli(count)));
    }
    targets.reached("deploy", deploy(samples));
  }

  private static String plugin(int count) {
    return "publish-" + count;
  }

  private static String cli(int count) {
    return "large-cli-" + count;
  }

  private static Optional<Ratio> deploy(Samples samples) {
    return samples.together(
        of -> (of.get(1).seconds() - of.get(0).seconds()) / of.get(2).seconds(),
        PACKAGE,
        DEPLOY,
        TWO_CALLS);
  }

  private String text(Samples samples) {
    var table = new Table("", "divided by the AWS CLI's", "seconds", "memory", "the CLI's seconds");
    for (int count : regions) {
      table.row(
          Messages.format("48 MB to %d region%s", count, count == 1 ? "" : "s"),
          samples.ratio(plugin(count), cli(count)).map(Ratio::toString).orElse("–"),
          seconds(samples, plugin(count)),
          samples
              .figures(plugin(count), Sample::peakMegabytes)
              .map(memory -> Messages.format("%.0f MB", memory.median()))
              .orElse("–"),
          seconds(samples, cli(count)));
    }
    table.row(
        "`mvn deploy` minus `mvn package`, 10 KB to 1 region",
        deploy(samples).map(Ratio::toString).orElse("–"),
        samples
            .together(of -> of.get(1).seconds() - of.get(0).seconds(), PACKAGE, DEPLOY)
            .map(difference -> Messages.format("%.2f", difference.median()))
            .orElse("–"),
        "",
        seconds(samples, TWO_CALLS));
    return table.toString();
  }

  private static String seconds(Samples samples, String command) {
    return samples
        .figures(command, Sample::seconds)
        .map(seconds -> Messages.format("%.2f", seconds.median()))
        .orElse("–");
  }
}
