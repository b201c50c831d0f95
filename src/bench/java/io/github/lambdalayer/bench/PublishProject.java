package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A layer of one file, to be published with this plugin and with the AWS CLI.
 *
 * @param settings what was asked for
 * @param name of the project
 * @param bytes of the file, which cannot be made smaller
 * @param accounts gives each command an account where nothing is published yet
 */
record PublishProject(Settings settings, String name, int bytes, AtomicLong accounts) {

  /** Regions of AWS's own partition: the first ones of them are published to. */
  static final List<String> REGIONS =
      List.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "eu-central-1",
          "eu-central-2",
          "eu-north-1",
          "eu-south-1",
          "eu-south-2",
          "ap-east-1",
          "ap-south-1",
          "ap-south-2",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ca-central-1",
          "ca-west-1",
          "sa-east-1",
          "me-south-1",
          "me-central-1",
          "af-south-1",
          "il-central-1",
          "ap-southeast-5");

  private static final String CONFIGURATION =
      """
                <upload>inline</upload>
                <compatibleRuntimes>java17</compatibleRuntimes>
                <permissions><public/></permissions>\
      """;

  Path folder() {
    return settings.folder().resolve("projects").resolve(name);
  }

  Path target() {
    return folder().resolve("target");
  }

  private Maven maven() {
    return new Maven(settings.maven(), settings.repository());
  }

  /** Writes the project. Nothing but the layer is installed or deployed. */
  void write() throws IOException {
    Trees.delete(folder());
    Path content = folder().resolve("src/main/layer");
    Files.createDirectories(content);
    Files.createDirectories(folder().resolve(".mvn"));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(content.resolve("data.bin")))) {
      var random = new SplittableRandom(bytes);
      for (int at = 0; at < bytes; at++) {
        out.write(random.nextInt(256));
      }
    }
    String plugins =
        Pom.unbound("maven-install-plugin", "3.1.4", "default-install")
            + Pom.unbound("maven-deploy-plugin", "3.1.4", "default-deploy")
            + Pom.thisPlugin(settings.pluginVersion(), CONFIGURATION, "package", "publish");
    Files.writeString(folder().resolve("pom.xml"), Pom.project(name, "pom", List.of(), plugins));
  }

  /** Builds the layer with the network, for what is still missing. */
  Command preparation() {
    return new Command(
        "online-" + name,
        folder(),
        List.of(maven().online("package", "-DlambdaLayer.skipPublish")),
        environment(""),
        List.of(target()));
  }

  /** Publishes the layer that is built already. */
  Command publish(String endpoint, int regions, String jvm, String... options) {
    var arguments = new ArrayList<>(List.of(settings.plugin() + ":publish@default"));
    arguments.add("-DlambdaLayer.endpoint=" + endpoint);
    arguments.add("-DlambdaLayer.regions=" + String.join(",", REGIONS.subList(0, regions)));
    arguments.addAll(List.of(options));
    return new Command(
        "publish-" + regions,
        folder(),
        List.of(maven().connected(arguments.toArray(String[]::new))),
        environment(jvm),
        List.of());
  }

  /** A whole build of the layer up to a phase. */
  Command build(String endpoint, String phase) {
    return new Command(
        name + "-" + phase,
        folder(),
        List.of(
            maven()
                .connected(
                    phase,
                    "-DlambdaLayer.endpoint=" + endpoint,
                    "-DlambdaLayer.regions=" + REGIONS.get(0))),
        environment(""),
        List.of(target()));
  }

  /** Publishes the zip and shares it with the AWS CLI, region after region. */
  Command cli(String endpoint, int regions) {
    var steps = new ArrayList<List<String>>();
    for (String region : REGIONS.subList(0, regions)) {
      var aws = List.of("aws", "--endpoint-url", endpoint, "--region", region, "lambda");
      steps.add(with(aws, publishing()));
      steps.add(with(aws, granting()));
    }
    return new Command(name + "-cli-" + regions, folder(), steps, environment(""), List.of());
  }

  private static List<String> with(List<String> aws, String arguments) {
    var command = new ArrayList<>(aws);
    command.addAll(List.of(arguments.split(" ", -1)));
    return command;
  }

  private String publishing() {
    return Messages.format(
        "publish-layer-version --layer-name %s --zip-file fileb://target/%s-1-layer.zip"
            + " --compatible-runtimes java17",
        name, name);
  }

  /** The account is new, and so the version is its first. */
  private String granting() {
    return Messages.format(
        "add-layer-version-permission --layer-name %s --version-number 1 --statement-id public"
            + " --principal * --action lambda:GetLayerVersion",
        name);
  }

  private Map<String, String> environment(String jvm) {
    var environment = new HashMap<String, String>();
    long account = accounts.incrementAndGet();
    environment.put("AWS_ACCESS_KEY_ID", Messages.format("AKIA%012d", account));
    environment.put("AWS_SECRET_ACCESS_KEY", "benchmark");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_PAGER", "");
    environment.put("AWS_CONFIG_FILE", folder().resolve("no-config").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", folder().resolve("no-credentials").toString());
    if (!jvm.isEmpty()) {
      environment.put("MAVEN_OPTS", jvm);
    }
    return environment;
  }
}
