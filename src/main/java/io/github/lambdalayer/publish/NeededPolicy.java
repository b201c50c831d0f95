package io.github.lambdalayer.publish;

import static io.github.lambdalayer.publish.PolicyScope.ANY;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.LayerName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What publishing some layers as they are configured calls in one account. A test holds it against what
 * is called.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html">
 *     Actions and resources of Lambda</a>
 */
public final class NeededPolicy {

  private final PolicyScope scope;
  private final List<LayerDescriptor> layers;
  private final PublishOptions options;

  /** For these layers in one account. */
  public NeededPolicy(PolicyScope scope, List<LayerDescriptor> layers, PublishOptions options) {
    this.scope = scope;
    this.layers = List.copyOf(layers);
    this.options = options;
  }

  /** What {@code publish} must be allowed. */
  public List<Allowance> publishing() {
    return Stream.of(lambda(), account(), bucket(), signing(), parameters())
        .flatMap(List::stream)
        .toList();
  }

  private List<Allowance> lambda() {
    return List.of(
        new Allowance(
            "Layers",
            List.of("lambda:ListLayerVersions", "lambda:PublishLayerVersion"),
            layers("")),
        new Allowance("LayerVersions", versionActions(), layers(":*")));
  }

  private List<Allowance> account() {
    var all = new ArrayList<Allowance>();
    if (!isReference()) {
      all.add(new Allowance("RoomForCode", List.of("lambda:GetAccountSettings"), List.of(ANY)));
    }
    if (scope.regions().contains(ANY)) {
      all.add(new Allowance("Regions", List.of("account:ListRegions"), List.of(ANY)));
    }
    return all;
  }

  private List<Allowance> bucket() {
    return goesThroughBucket()
        ? List.of(
            new Allowance("Bucket", bucketActions(), buckets("")),
            new Allowance("Objects", objectActions(), objects()))
        : List.of();
  }

  private List<Allowance> signing() {
    SigningProfile signing = options.signing();
    return signing == null
        ? List.of()
        : List.of(
            new Allowance(
                "SigningProfile",
                List.of("signer:GetSigningProfile", "signer:StartSigningJob"),
                profiles(signing)),
            new Allowance(
                "SigningJobs",
                List.of("signer:DescribeSigningJob"),
                scope.arns("signer", "/signing-jobs/*")));
  }

  private List<Allowance> parameters() {
    ParameterPath path = options.parameters();
    return path == null
        ? List.of()
        : List.of(
            new Allowance(
                "Parameters", List.of("ssm:GetParameters", "ssm:PutParameter"), parameters(path)));
  }

  /** What {@code plan} must be allowed. */
  public List<Allowance> planning() {
    return Allowance.reading(publishing());
  }

  private List<String> versionActions() {
    var actions = new ArrayList<String>();
    actions.add("lambda:GetLayerVersion");
    actions.add("lambda:GetLayerVersionPolicy");
    if (layers.stream().anyMatch(layer -> !layer.definition().permissions().isEmpty())) {
      actions.add("lambda:AddLayerVersionPermission");
    }
    if (options.removeOtherGrants()) {
      actions.add("lambda:RemoveLayerVersionPermission");
    }
    if (options.alignVersions()) {
      actions.add("lambda:DeleteLayerVersion");
    }
    return actions;
  }

  private Stream<LayerName> names() {
    return layers.stream().map(layer -> layer.definition().name()).distinct();
  }

  private List<String> layers(String versions) {
    return names()
        .flatMap(name -> scope.arns("lambda", "layer:" + name + versions).stream())
        .toList();
  }

  /** By size it may be decided anew for each zip. */
  private boolean goesThroughBucket() {
    return options.upload().bucket() != null && options.upload().route() != Upload.Route.INLINE;
  }

  private boolean isReference() {
    return options.upload().route() == Upload.Route.REFERENCE;
  }

  private boolean isSigned() {
    return options.signing() != null;
  }

  /** What is signed is not needed any more, even if Lambda refers to the signed zip. */
  private boolean keepsObjects() {
    return options.upload().keepObject() || (isReference() && !isSigned());
  }

  private List<String> bucketActions() {
    var actions = new ArrayList<String>();
    actions.add("s3:ListBucket");
    if (isReference() || isSigned()) {
      actions.add("s3:GetBucketVersioning");
    }
    if (isReference()) {
      actions.add("s3:GetBucketPolicy");
    }
    if (!keepsObjects()) {
      actions.add("s3:ListBucketMultipartUploads");
    }
    return actions;
  }

  private List<String> profiles(SigningProfile signing) {
    return scope.arns(
        "signer",
        signing.owner() == null ? scope.account() : signing.owner(),
        "/signing-profiles/" + signing.name());
  }

  /** Lambda, and Signer, read and write objects with the caller's rights. */
  private List<String> objectActions() {
    var actions =
        new ArrayList<>(
            List.of(
                "s3:PutObject", "s3:GetObject", "s3:GetObjectVersion", "s3:AbortMultipartUpload"));
    if (!keepsObjects()) {
      actions.add("s3:DeleteObject");
      actions.add("s3:DeleteObjectVersion");
    }
    return actions;
  }

  private List<String> buckets(String objects) {
    String bucket = String.valueOf(options.upload().bucket());
    return scope.regions().stream()
        .map(
            region ->
                bucket.replace("{region}", region).replace("{account}", scope.account()) + objects)
        .map(name -> "arn:" + scope.partition() + ":s3:::" + name)
        .distinct()
        .toList();
  }

  private List<String> objects() {
    String prefix = options.upload().keyPrefix();
    List<String> prefixes =
        isReference() && isSigned()
            ? List.of(prefix, prefix + "reference/")
            : List.of(isReference() ? prefix + "reference/" : prefix);
    return names()
        .flatMap(name -> prefixes.stream().flatMap(p -> buckets("/" + p + name + "/*").stream()))
        .toList();
  }

  private List<String> parameters(ParameterPath path) {
    return names()
        .flatMap(
            name ->
                scope.regions().stream()
                    .map(
                        region ->
                            String.join(
                                ":",
                                "arn",
                                scope.partition(),
                                "ssm",
                                region,
                                scope.account(),
                                "parameter" + path.pattern(name, region, scope.account()) + "/*")))
        .distinct()
        .toList();
  }
}
