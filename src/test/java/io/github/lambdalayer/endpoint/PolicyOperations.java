package io.github.lambdalayer.endpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The grants of layer versions. */
final class PolicyOperations {
  private static final int LENGTH_LIMIT = 20_480;
  private static final String STATEMENT_ID = "[a-zA-Z0-9-_]+";
  private static final String PRINCIPAL = "\\d{12}|\\*|arn:(aws[a-zA-Z-]*):iam::\\d{12}:root";
  private static final Set<String> FIELDS =
      Set.of("StatementId", "Action", "Principal", "OrganizationId");

  private final LayerStore store;

  PolicyOperations(LayerStore store) {
    this.store = store;
  }

  Answer add(Call call) throws IOException {
    LayerRef layer = call.ownLayer();
    long number = call.version();
    JsonObject document = Json.parse(call.body().readAllBytes());
    Json.refuseUnknownFields(document, "the request", FIELDS);
    StoredStatement statement = statement(document, call.caller());
    String revision = call.route().query().get("RevisionId");
    StoredVersion changed =
        store.change(layer, number, version -> added(layer, version, statement, revision));
    JsonObject answer =
        Json.object("Statement", statement.json(layer.versionArn(number)).toString());
    answer.addProperty("RevisionId", changed.revisionId());
    return Answer.json(201, answer);
  }

  Answer remove(Call call) {
    String sid = call.route().parameter("statement");
    String revision = call.route().query().get("RevisionId");
    LayerRef layer = call.ownLayer();
    Constraints constraints = new Constraints();
    constraints.pattern("statementId", sid, STATEMENT_ID);
    constraints.length("statementId", sid, 100);
    constraints.check();
    store.change(
        layer,
        call.version(),
        version -> {
          StoredVersion removed = without(version, sid);
          requireRevision(version, revision);
          return removed;
        });
    return Answer.noContent();
  }

  Answer get(Call call) {
    LayerRef layer = call.ownLayer();
    StoredVersion version = store.get(layer, call.version());
    if (version.statements().isEmpty()) {
      throw noPolicy();
    }
    JsonObject answer = Json.object("Policy", policy(layer, version));
    answer.addProperty("RevisionId", version.revisionId());
    return Answer.json(200, answer);
  }

  static StoredVersion with(StoredVersion version, StoredStatement statement) {
    if (version.statements().stream().anyMatch(other -> other.sid().equals(statement.sid()))) {
      throw ServiceError.conflict(
          "The statement id (%s) provided already exists. Please provide a new statement id, or"
                  .formatted(statement.sid())
              + " remove the existing statement.");
    }
    List<StoredStatement> statements = new ArrayList<>(version.statements());
    statements.add(statement);
    return version.withStatements(statements);
  }

  static StoredVersion without(StoredVersion version, String sid) {
    if (version.statements().isEmpty()) {
      throw noPolicy();
    }
    List<StoredStatement> statements = new ArrayList<>(version.statements());
    if (!statements.removeIf(statement -> statement.sid().equals(sid))) {
      throw ServiceError.notFound("Statement " + sid + " is not found in resource policy.");
    }
    return version.withStatements(statements);
  }

  private static StoredVersion added(
      LayerRef layer, StoredVersion version, StoredStatement statement, @Nullable String revision) {
    StoredVersion changed = with(version, statement);
    requireRevision(version, revision);
    int length = policy(layer, changed).getBytes(StandardCharsets.UTF_8).length;
    if (length > LENGTH_LIMIT) {
      throw ServiceError.user(
          400,
          "PolicyLengthExceededException",
          "The final policy size (%d) is bigger than the limit (%d)."
              .formatted(length, LENGTH_LIMIT));
    }
    return changed;
  }

  private static StoredStatement statement(JsonObject document, Caller caller) {
    Constraints constraints = new Constraints();
    String sid =
        constraints.required("statementId", Json.string(document, "StatementId"), STATEMENT_ID);
    constraints.length("statementId", sid, 100);
    constraints.required("action", Json.string(document, "Action"), "lambda:GetLayerVersion");
    String principal =
        constraints.required("principal", Json.string(document, "Principal"), PRINCIPAL);
    String organization = Json.string(document, "OrganizationId");
    if (organization != null) {
      constraints.pattern("organizationId", organization, "o-[a-z0-9]{10,32}");
    }
    constraints.check();
    requirePrincipal(principal, organization, caller);
    return new StoredStatement(sid, shown(principal, caller), organization);
  }

  private static void requirePrincipal(
      String principal, @Nullable String organization, Caller caller) {
    if (organization != null && !principal.equals("*")) {
      throw ServiceError.invalid("OrganizationId can be used only with the principal '*'.");
    }
    if (principal.startsWith("arn:") && !principal.startsWith("arn:" + caller.partition() + ":")) {
      throw ServiceError.invalid(
          "The provided principal was invalid. Please check the principal and try again.");
    }
  }

  /** A policy shows a bare account as its root. */
  static String shown(String principal, Caller caller) {
    return principal.matches("\\d{12}") ? caller.rootArn(principal) : principal;
  }

  private static void requireRevision(StoredVersion version, @Nullable String revision) {
    if (revision != null && !revision.equals(version.revisionId())) {
      throw ServiceError.user(
          412,
          "PreconditionFailedException",
          "The RevisionId provided does not match the latest RevisionId. Call the"
              + " GetLayerVersionPolicy API to retrieve the latest RevisionId");
    }
  }

  private static String policy(LayerRef layer, StoredVersion version) {
    JsonArray statements = new JsonArray();
    String resource = layer.versionArn(version.version());
    version.statements().forEach(statement -> statements.add(statement.json(resource)));
    JsonObject policy = Json.object("Version", "2012-10-17");
    policy.addProperty("Id", "default");
    policy.add("Statement", statements);
    return policy.toString();
  }

  private static ServiceError noPolicy() {
    return ServiceError.notFound("No policy is associated with the given resource.");
  }
}
