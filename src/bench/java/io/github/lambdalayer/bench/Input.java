package io.github.lambdalayer.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dependencies of a layer.
 *
 * @param name S, M, L or XL
 * @param dependencies {@code group:artifact:version} of each
 */
record Input(String name, List<String> dependencies) {

  static final List<String> NAMES = List.of("S", "M", "L", "XL");

  private static final String SDK_VERSION = "2.41.24";

  /** What many functions have: JSON, events, logging; 20 JARs, 7 MB. */
  private static final List<String> SMALL =
      List.of(
          "com.fasterxml.jackson.core:jackson-databind:2.19.2",
          "com.amazonaws:aws-lambda-java-core:1.3.0",
          "com.amazonaws:aws-lambda-java-events:3.16.1",
          "software.amazon.lambda:powertools-logging-log4j:2.9.0");

  /** A platform team's SDK layer, with native code in one JAR; 70 JARs, 52 MB. */
  private static final List<String> MEDIUM =
      Stream.concat(
              sdk(
                  "s3",
                  "dynamodb",
                  "sqs",
                  "sns",
                  "lambda",
                  "secretsmanager",
                  "sts",
                  "eventbridge",
                  "kinesis",
                  "cloudwatch",
                  "s3-transfer-manager",
                  "dynamodb-enhanced",
                  "url-connection-client",
                  "aws-crt-client"),
              Stream.of(
                  "com.fasterxml.jackson.core:jackson-databind:2.19.2",
                  "com.amazonaws:aws-lambda-java-events:3.16.1"))
          .toList();

  /** Large JARs and much native code, near the size limit; 109 JARs, 241 MB. */
  private static final List<String> LARGE =
      Stream.of(
              MEDIUM.stream(),
              sdk("ec2", "iam", "glue", "athena"),
              Stream.of(
                  "org.apache.hadoop:hadoop-client-api:3.4.1",
                  "org.xerial:sqlite-jdbc:3.50.3.0",
                  "com.github.luben:zstd-jni:1.5.7-4",
                  "org.xerial.snappy:snappy-java:1.1.10.8",
                  "org.apache.iceberg:iceberg-core:1.9.2",
                  "org.apache.iceberg:iceberg-parquet:1.9.2",
                  "org.apache.iceberg:iceberg-aws:1.9.2",
                  "org.apache.kafka:kafka-clients:3.9.1",
                  "org.duckdb:duckdb_jdbc:1.1.3"))
          .flatMap(dependencies -> dependencies)
          .toList();

  private static Stream<String> sdk(String... modules) {
    return Stream.of(modules).map(module -> "software.amazon.awssdk:" + module + ":" + SDK_VERSION);
  }

  static Input named(String name) {
    return new Input(
        name,
        switch (name) {
          case "S" -> SMALL;
          case "M" -> MEDIUM;
          case "L" -> LARGE;
          case "XL" -> synthetic();
          default ->
              throw new IllegalArgumentException(
                  "bench.inputs has '" + name + "': it can have " + NAMES);
        });
  }

  private static List<String> synthetic() {
    var dependencies = new ArrayList<String>();
    for (int number = 0; number < SyntheticJars.COUNT; number++) {
      dependencies.add(SyntheticJars.coordinates(number));
    }
    return dependencies;
  }
}
