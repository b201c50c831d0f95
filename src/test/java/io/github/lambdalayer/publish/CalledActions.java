package io.github.lambdalayer.publish;

import io.github.lambdalayer.endpoint.RecordedCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What IAM asks for each call that was made: an action on a resource. */
public final class CalledActions {

  private static final Pattern VERSION =
      Pattern.compile("/2018-10-31/layers/([^/]+)/versions(?:/(\\d+))?.*");

  /** Actions of S3 whose names are not those of the calls; one call may need several. */
  private static final Map<String, List<String>> S3 =
      Map.ofEntries(
          Map.entry("HeadBucket", List.of("s3:ListBucket")),
          Map.entry("GetBucketVersioning", List.of("s3:GetBucketVersioning")),
          Map.entry("GetBucketPolicy", List.of("s3:GetBucketPolicy")),
          Map.entry("ListMultipartUploads", List.of("s3:ListBucketMultipartUploads")),
          Map.entry("HeadObject", List.of("s3:GetObject")),
          Map.entry("PutObject", List.of("s3:PutObject")),
          Map.entry("CopyObject", List.of("s3:PutObject", "s3:GetObject")),
          Map.entry("CreateMultipartUpload", List.of("s3:PutObject")),
          Map.entry("UploadPart", List.of("s3:PutObject")),
          Map.entry("CompleteMultipartUpload", List.of("s3:PutObject")),
          Map.entry("AbortMultipartUpload", List.of("s3:AbortMultipartUpload")),
          Map.entry("DeleteObject", List.of("s3:DeleteObject")));

  private static final Pattern FUNCTION = Pattern.compile("/[0-9-]+/functions/([^/]+)/.*");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "GetFunctionConfiguration",
          "UpdateFunctionConfiguration",
          "Invoke",
          "GetFunctionCodeSigningConfig");

  /** What everybody may, and what is no call of an identity. */
  private static final Set<String> FREE = Set.of("GetCallerIdentity", "GetObject");

  private CalledActions() {}

  /**
   * What a call needs.
   *
   * @param account whose it is
   */
  public record Need(String account, String action, String resource) {}

  public static List<Need> of(List<RecordedCall> calls) {
    var needs = new ArrayList<Need>();
    for (RecordedCall call : calls) {
      if (!FREE.contains(call.operation())) {
        needs.addAll(of(call));
      }
    }
    return needs;
  }

  private static List<Need> of(RecordedCall call) {
    if (S3.containsKey(call.operation())) {
      return s3(call);
    }
    if (FUNCTIONS.contains(call.operation())) {
      return List.of(function(call));
    }
    return switch (call.operation()) {
      case "ListFunctions" -> List.of(need(call, "lambda:ListFunctions", "*"));
      case "GetLayerVersionByArn" ->
          List.of(need(call, "lambda:GetLayerVersion", call.query().getOrDefault("Arn", "")));
      case "ListTags", "GetCodeSigningConfig" ->
          List.of(need(call, "lambda:" + call.operation(), last(call)));
      case "ListRegions" -> List.of(need(call, "account:ListRegions", "*"));
      case "AssumeRole" ->
          List.of(need(call, "sts:AssumeRole", call.query().getOrDefault("RoleArn", "")));
      case "GetAccountSettings" -> List.of(need(call, "lambda:GetAccountSettings", "*"));
      case "StartSigningJob" ->
          List.of(
              need(
                  call, "signer:StartSigningJob", arn("signer", call, "/signing-profiles/layers")));
      case "GetSigningProfile", "DescribeSigningJob" ->
          List.of(need(call, "signer:" + call.operation(), arn("signer", call, call.path())));
      case "PutParameter" ->
          List.of(need(call, "ssm:PutParameter", parameter(call, call.query().get("Name"))));
      case "GetParameters" ->
          Pattern.compile("[^\"\\[\\],]+")
              .matcher(call.query().getOrDefault("Names", ""))
              .results()
              .map(name -> need(call, "ssm:GetParameters", parameter(call, name.group())))
              .toList();
      default -> List.of(lambda(call));
    };
  }

  private static String parameter(RecordedCall call, @Nullable String name) {
    return arn("ssm", call, "parameter" + name);
  }

  private static String last(RecordedCall call) {
    String path = URLDecoder.decode(call.path(), StandardCharsets.UTF_8);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Need function(RecordedCall call) {
    Matcher path = FUNCTION.matcher(call.path());
    if (!path.matches()) {
      throw new IllegalStateException("No function is known for " + call);
    }
    String action = call.operation().equals("Invoke") ? "InvokeFunction" : call.operation();
    return need(call, "lambda:" + action, arn("lambda", call, "function:" + path.group(1)));
  }

  private static Need lambda(RecordedCall call) {
    Matcher path = VERSION.matcher(call.path());
    if (!path.matches()) {
      throw new IllegalStateException("No resource is known for " + call);
    }
    String layer = "layer:" + path.group(1);
    String number = path.group(2);
    return need(
        call,
        "lambda:" + call.operation(),
        arn("lambda", call, number == null ? layer : layer + ":" + number));
  }

  private static List<Need> s3(RecordedCall call) {
    String path = URLDecoder.decode(call.path(), StandardCharsets.UTF_8).substring(1);
    String resource = "arn:aws:s3:::" + path.replaceFirst("/$", "");
    boolean isVersion = call.query().containsKey("versionId");
    return S3.getOrDefault(call.operation(), List.of()).stream()
        .map(action -> need(call, isVersion ? action + "Version" : action, resource))
        .toList();
  }

  private static String arn(String service, RecordedCall call, String resource) {
    return String.join(":", "arn:aws", service, call.region(), call.account(), resource);
  }

  private static Need need(RecordedCall call, String action, String resource) {
    return new Need(call.account(), action, resource);
  }

  /** Whether a need is met, as IAM decides it. */
  public static boolean isAllowed(Need need, List<Allowance> allowances) {
    return allowances.stream()
        .filter(allowance -> allowance.actions().contains(need.action()))
        .flatMap(allowance -> allowance.resources().stream())
        .anyMatch(resource -> pattern(resource).matcher(need.resource()).matches());
  }

  private static Pattern pattern(String resource) {
    return Pattern.compile(
        Pattern.compile("\\*")
            .splitAsStream(resource + " ")
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"))
            .replaceFirst(" (?=\\\\E$)", ""));
  }
}
