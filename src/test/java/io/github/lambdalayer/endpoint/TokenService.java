package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AWS STS: who calls, and credentials of roles in other accounts. */
final class TokenService implements Service {
  private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-zA-Z-]*:iam::(\\d{12}):role/(?:[!-.0-~/]*/)?([\\w+=,.@-]{1,64})");

  private final Map<String, String> externalIds = new ConcurrentHashMap<>();
  private final Map<String, String> sessions = new ConcurrentHashMap<>();

  void requireExternalId(String roleArn, String externalId) {
    externalIds.put(roleArn, externalId);
  }

  @Override
  public String scope() {
    return "sts";
  }

  /** The query protocol names the operation in the form that is the body. */
  @Override
  public Route route(Incoming incoming, InputStream body) throws IOException {
    String form = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> fields = Route.query(form);
    String action = fields.getOrDefault("Action", "");
    boolean known = action.equals("GetCallerIdentity") || action.equals("AssumeRole");
    boolean root = incoming.method().equals("POST") && incoming.path().equals("/");
    return new Route(known && root ? action : Route.UNKNOWN, Map.of(), fields);
  }

  @Override
  public Answer answer(Call call) {
    return switch (call.route().operation()) {
      case "GetCallerIdentity" -> identity(call);
      case "AssumeRole" -> assumeRole(call);
      default -> throw ServiceError.user(400, "InvalidAction", "Could not find the operation");
    };
  }

  @Override
  public Answer refusal(ServiceError error) {
    String code =
        switch (error.name()) {
          case "TooManyRequestsException" -> "Throttling";
          case "ServiceException" -> "InternalFailure";
          case "AccessDeniedException" -> "AccessDenied";
          case "ExpiredTokenException" -> "ExpiredToken";
          case "UnrecognizedClientException" -> "InvalidClientTokenId";
          case "InvalidParameterValueException" -> "ValidationError";
          default -> error.name().replaceAll("Exception$", "");
        };
    int status = error.throttles() ? 400 : error.status();
    String fault = Xml.element("Type", status < 500 ? "Sender" : "Receiver");
    String details = fault + Xml.element("Code", code) + Xml.element("Message", error.message());
    return Xml.answer(
        status, root("ErrorResponse", Xml.parent("Error", details) + Xml.requestId()));
  }

  private Answer identity(Call call) {
    Caller caller = call.caller();
    String token = call.incoming().header("X-Amz-Security-Token");
    String user = "arn:%s:iam::%s:user/test".formatted(caller.partition(), caller.account());
    String arn = sessions.getOrDefault(token == null ? "" : token, user);
    return success(
        "GetCallerIdentity",
        Xml.element("Arn", arn),
        Xml.element("UserId", "AIDA" + caller.account()),
        Xml.element("Account", caller.account()));
  }

  private Answer assumeRole(Call call) {
    Map<String, String> form = call.route().query();
    Constraints constraints = new Constraints();
    String roleArn = constraints.required("roleArn", form.get("RoleArn"), ROLE.pattern());
    String session =
        constraints.required("roleSessionName", form.get("RoleSessionName"), "[\\w+=,.@-]{2,64}");
    String duration = form.getOrDefault("DurationSeconds", "3600");
    constraints.range("durationSeconds", duration, 900, 43_200);
    constraints.check();
    Matcher role = ROLE.matcher(roleArn);
    if (!role.matches()) {
      throw new IllegalStateException(roleArn);
    }
    requireTrust(call.caller(), roleArn, role.group(2), form);
    String sessionArn =
        "arn:%s:sts::%s:assumed-role/%s/%s"
            .formatted(call.caller().partition(), role.group(1), role.group(2), session);
    return assumed(role.group(1), sessionArn, session, Long.parseLong(duration));
  }

  private Answer assumed(String account, String sessionArn, String session, long seconds) {
    String token = "assumed-token-" + UUID.randomUUID();
    sessions.put(token, sessionArn);
    Instant expiration = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    return success(
        "AssumeRole",
        Xml.parent(
            "AssumedRoleUser",
            Xml.element("AssumedRoleId", "AROA" + account + ":" + session),
            Xml.element("Arn", sessionArn)),
        Xml.parent(
            "Credentials",
            Xml.element("AccessKeyId", "ASIA" + account),
            Xml.element("SecretAccessKey", "assumed-secret-" + UUID.randomUUID()),
            Xml.element("SessionToken", token),
            Xml.element("Expiration", expiration)));
  }

  private void requireTrust(
      Caller caller, String roleArn, String roleName, Map<String, String> form) {
    String wanted = externalIds.get(roleArn);
    boolean strange = wanted != null && !wanted.equals(form.get("ExternalId"));
    if (strange || roleName.contains("denied") || !inPartition(caller, roleArn)) {
      throw ServiceError.accessDenied(
          "User: arn:%s:iam::%s:user/test is not authorized to perform: sts:AssumeRole on"
                  .formatted(caller.partition(), caller.account())
              + " resource: "
              + roleArn);
    }
  }

  private static boolean inPartition(Caller caller, String roleArn) {
    return roleArn.startsWith("arn:" + caller.partition() + ":");
  }

  private static Answer success(String operation, String... result) {
    String metadata = Xml.parent("ResponseMetadata", Xml.requestId());
    return Xml.answer(
        200, root(operation + "Response", Xml.parent(operation + "Result", result) + metadata));
  }

  private static String root(String name, String content) {
    return "<" + name + " xmlns=\"" + NAMESPACE + "\">" + content + "</" + name + ">";
  }
}
