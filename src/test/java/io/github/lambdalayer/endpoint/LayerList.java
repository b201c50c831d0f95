package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** What the service refuses of the layers that a function is to have. */
final class LayerList {
  private static final int MOST = 5;
  private static final Pattern ARN =
      Pattern.compile(
          "arn:(aws[a-zA-Z-]*):lambda:([a-z0-9-]+):(\\d{12}):layer:([a-zA-Z0-9-_]+):(\\d+)");

  /** Layers of AWS itself, which have no account and no number, and of which nobody can ask. */
  private static final Pattern AWS_OWN =
      Pattern.compile("arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+");

  private final LayerStore layers;
  private final FunctionStore functions;

  LayerList(LayerStore layers, FunctionStore functions) {
    this.layers = layers;
    this.functions = functions;
  }

  /** A layer version that is there, whoever looks. */
  static Optional<StoredVersion> find(LayerStore layers, String arn) {
    Matcher matcher = ARN.matcher(arn);
    return matcher.matches()
        ? layers.find(layer(matcher), Call.version(matcher.group(5)))
        : Optional.empty();
  }

  /** Refuses what a function cannot have, and remembers the sizes of what it can. */
  void check(StoredFunction function, List<String> wanted, Caller caller) {
    if (function.spec.isImage()) {
      throw ServiceError.invalid(
          "Layers are not supported for functions with the package type Image.");
    }
    if (wanted.size() > MOST) {
      throw ServiceError.invalid("Cannot reference more than 5 layers.");
    }
    refuseTwoVersions(wanted);
    long total = function.spec.unzippedSize();
    for (String arn : wanted) {
      if (AWS_OWN.matcher(arn).matches()) {
        continue;
      }
      StoredVersion version = usable(arn, caller);
      function.remember(arn, version.codeSize());
      total += unzipped(version);
    }
    if (total > ZipCheck.UNZIPPED_LIMIT) {
      throw ServiceError.invalid(
          "Function code combined with layers exceeds the maximum allowed size of %d bytes. The actual"
                  .formatted(ZipCheck.UNZIPPED_LIMIT)
              + " size is "
              + total
              + " bytes.");
    }
    requireSignatures(function, wanted);
  }

  private static void refuseTwoVersions(List<String> wanted) {
    Map<String, String> seen = new HashMap<>();
    for (String arn : wanted) {
      String other = seen.put(arn.substring(0, arn.lastIndexOf(':')), arn);
      if (other != null) {
        throw ServiceError.invalid(
            "Two different versions of the same layer are not allowed to be referenced in the same"
                + " function. %s and %s are versions of the same layer.".formatted(other, arn));
      }
    }
  }

  /** A version that its owner has deleted cannot be named again, not even where it is in use. */
  private StoredVersion usable(String arn, Caller caller) {
    Constraints constraints = new Constraints();
    constraints.pattern("layers", arn, "(" + ARN.pattern() + ")|(" + AWS_OWN.pattern() + ")");
    constraints.check();
    Matcher matcher = ARN.matcher(arn);
    if (!matcher.matches() || !matcher.group(2).equals(caller.region())) {
      throw ServiceError.invalid(
          "Layers are not in the same region as the function. Layers are expected to be in region "
              + caller.region()
              + ".");
    }
    LayerRef layer = layer(matcher);
    Optional<StoredVersion> version = find(layers, arn);
    boolean isOwn = layer.account().equals(caller.account());
    boolean isGranted =
        version.stream()
            .flatMap(stored -> stored.statements().stream())
            .anyMatch(statement -> statement.grants(caller));
    if (!isOwn && !isGranted) {
      throw LayerRef.denied(caller, "GetLayerVersion", arn);
    }
    return version.orElseThrow(
        () -> ServiceError.invalid("Layer version " + arn + " does not exist."));
  }

  private static LayerRef layer(Matcher arn) {
    return new LayerRef(arn.group(1), arn.group(3), arn.group(2), arn.group(4));
  }

  private static long unzipped(StoredVersion version) {
    try (ZipFile zip = new ZipFile(version.zipFile().toFile())) {
      return zip.stream().mapToLong(ZipEntry::getSize).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isSigned(String arn, List<String> profiles) {
    return functions.isSigned(arn, profiles)
        || find(layers, arn)
            .map(StoredVersion::signature)
            .filter(signature -> profiles.contains(signature.profileVersionArn()))
            .isPresent();
  }

  private void requireSignatures(StoredFunction function, List<String> wanted) {
    String arn = function.signingConfig();
    if (arn == null) {
      return;
    }
    FunctionStore.@Nullable Signing signing = functions.config(arn);
    if (signing == null) {
      throw ServiceError.user(
          404,
          "CodeSigningConfigNotFoundException",
          "Code signing configuration cannot be found: " + arn);
    }
    if (signing.isEnforced()
        && !wanted.stream().allMatch(layer -> isSigned(layer, signing.profiles()))) {
      throw ServiceError.user(
          400,
          "CodeVerificationFailedException",
          "Lambda cannot deploy the function. The function or layer might be signed using a signature"
              + " that the client is not configured to accept. Check the provided signature for"
              + " unsigned.");
    }
  }
}
