package io.github.lambdalayer.endpoint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A layer, wherever it lives. */
record LayerRef(String partition, String account, String region, String name) {
  private static final String NAME_PATTERN = "[a-zA-Z0-9-_]+";
  private static final String ARN_PATTERN =
      "arn:(aws[a-zA-Z-]*)?:lambda:[a-z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+";
  private static final Pattern ARN =
      Pattern.compile("arn:(aws[a-zA-Z-]*):lambda:([a-z0-9-]+):(\\d{12}):layer:([a-zA-Z0-9-_]+)");

  /** A layer of the caller by its name, or any layer of the caller's region by its ARN. */
  static LayerRef parse(String nameOrArn, Caller caller) {
    Constraints constraints = new Constraints();
    if (constraints.pattern("layerName", nameOrArn, NAME_PATTERN + "|" + ARN_PATTERN)) {
      constraints.length("layerName", nameOrArn, nameOrArn.startsWith("arn:") ? 2048 : 140);
    }
    constraints.check();
    Matcher arn = ARN.matcher(nameOrArn);
    if (!arn.matches()) {
      return new LayerRef(caller.partition(), caller.account(), caller.region(), nameOrArn);
    }
    LayerRef layer = new LayerRef(arn.group(1), arn.group(3), arn.group(2), arn.group(4));
    constraints.length("layerName", layer.name, 140);
    constraints.check();
    layer.requireReachable(caller);
    return layer;
  }

  /** Only reading a version can be granted to others; all else is the owner's. */
  LayerRef ownedBy(Caller caller, String operation) {
    if (!account.equals(caller.account())) {
      throw denied(caller, operation, arn());
    }
    return this;
  }

  static ServiceError denied(Caller caller, String operation, String resource) {
    return ServiceError.accessDenied(
        "User: arn:%s:iam::%s:user/test is not authorized to perform: lambda:%s on resource: %s"
                .formatted(caller.partition(), caller.account(), operation, resource)
            + " because no resource-based policy allows the lambda:%s action".formatted(operation));
  }

  String arn() {
    return "arn:%s:lambda:%s:%s:layer:%s".formatted(partition, region, account, name);
  }

  String versionArn(long version) {
    return arn() + ":" + version;
  }

  private void requireReachable(Caller caller) {
    if (!partition.equals(caller.partition())) {
      throw ServiceError.invalid("Partition '" + partition + "' does not hold this region");
    }
    if (!region.equals(caller.region())) {
      throw ServiceError.notFound(
          "Layers from '%s' are not reachable in this region ('%s')"
              .formatted(region, caller.region()));
    }
  }
}
