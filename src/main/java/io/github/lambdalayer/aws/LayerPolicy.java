package io.github.lambdalayer.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Who may use a layer version now: the statements of its policy. */
public final class LayerPolicy {

  /** A version that nobody but its owner may use has no policy at all. */
  public static final LayerPolicy NONE = new LayerPolicy(List.of(), "", 0);

  private static final String ORGANIZATION_KEY = "aws:PrincipalOrgID";

  private final List<JsonObject> statements;
  private final String revision;
  private final int length;

  private LayerPolicy(List<JsonObject> statements, String revision, int length) {
    this.statements = statements;
    this.revision = revision;
    this.length = length;
  }

  /**
   * Reads a policy document.
   *
   * @param revision the revision of the policy that it stands in
   */
  static LayerPolicy parse(String json, @Nullable String revision) {
    JsonElement statement = JsonParser.parseString(json).getAsJsonObject().get("Statement");
    JsonArray array = new JsonArray();
    if (statement != null && statement.isJsonArray()) {
      array = statement.getAsJsonArray();
    } else if (statement != null) {
      array.add(statement);
    }
    return new LayerPolicy(
        StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject).toList(),
        revision == null ? "" : revision,
        json.length());
  }

  /** What a change must name, so that it does not go over somebody else's; empty without a policy. */
  public String revision() {
    return revision;
  }

  /** The wanted permissions that no statement gives, whatever the statement is called. */
  public List<Permission> missing(List<Permission> wanted) {
    return wanted.stream().filter(permission -> !grants(permission)).toList();
  }

  /**
   * A statement that grants something else than what is wanted.
   *
   * @param id its id
   * @param said who it lets in, as people would say it
   */
  public record Other(String id, String said) {

    @Override
    public String toString() {
      return said + " (statement " + id + ")";
    }
  }

  /** The statements that grant something beyond the wanted permissions. */
  public List<Other> others(List<Permission> wanted) {
    return statements.stream()
        .filter(statement -> wanted.stream().noneMatch(permission -> grants(statement, permission)))
        .map(statement -> new Other(text(statement.get("Sid")), said(statement)))
        .toList();
  }

  /** Who is let in, as people would say it, each once. */
  public List<String> said() {
    return statements.stream().map(LayerPolicy::said).distinct().toList();
  }

  /** The statements that give one of some permissions, and nothing else. */
  public List<Other> granting(List<Permission> permissions) {
    return statements.stream()
        .filter(statement -> permissions.stream().anyMatch(one -> grants(statement, one)))
        .map(statement -> new Other(text(statement.get("Sid")), said(statement)))
        .toList();
  }

  /**
   * The statements that may let some in without granting just that: to everyone, to organizations, under other
   * conditions, and with an organization to any account, which may belong to it.
   */
  public List<Other> besides(List<Permission> permissions) {
    boolean areAccounts = permissions.stream().noneMatch(Permission.Organization.class::isInstance);
    return statements.stream()
        .filter(statement -> permissions.stream().noneMatch(one -> grants(statement, one)))
        .filter(statement -> !areAccounts || !isOfAnother(statement, permissions))
        .map(statement -> new Other(text(statement.get("Sid")), said(statement)))
        .toList();
  }

  /** Whether it lets in nobody but one account, and none of these. */
  private static boolean isOfAnother(JsonObject statement, List<Permission> permissions) {
    String principal = principal(statement);
    return principal.matches("\\d{12}")
        && permissions.stream().noneMatch(one -> one.principal().equals(principal));
  }

  /** What takes the room in the policy. */
  public String size() {
    long accounts = statements.stream().filter(s -> !principal(s).equals("*")).count();
    return Messages.format(
        "the policy has %,d characters in %d statements, %d of them for single accounts",
        length, statements.size(), accounts);
  }

  private static String said(JsonObject statement) {
    String organization = organization(statement);
    if (!organization.isEmpty()) {
      return "organization:" + organization;
    }
    return principal(statement).equals("*") ? "public" : "account:" + principal(statement);
  }

  private boolean grants(Permission permission) {
    return statements.stream().anyMatch(statement -> grants(statement, permission));
  }

  private static boolean grants(JsonObject statement, Permission permission) {
    return "Allow".equals(text(statement.get("Effect")))
        && "lambda:GetLayerVersion".equals(text(statement.get("Action")))
        && permission.principal().equals(principal(statement))
        && Objects.equals(permission.organizationId().orElse(""), organization(statement));
  }

  /** An account is shown as its root user's ARN, everyone as {@code *}. */
  private static String principal(JsonObject statement) {
    JsonElement principal = statement.get("Principal");
    String text =
        principal != null && principal.isJsonObject()
            ? text(principal.getAsJsonObject().get("AWS"))
            : text(principal);
    return text.replaceFirst("^arn:[^:]*:iam::(\\d{12}):root$", "$1");
  }

  private static String organization(JsonObject statement) {
    JsonElement condition = statement.get("Condition");
    if (condition == null || !condition.isJsonObject()) {
      // Emulators keep the field of the request as it came.
      return text(statement.get("OrganizationId"));
    }
    JsonElement equals = condition.getAsJsonObject().get("StringEquals");
    boolean byOrganization =
        equals != null
            && equals.isJsonObject()
            && condition.getAsJsonObject().size() == 1
            && equals.getAsJsonObject().size() == 1;
    // Any other condition narrows the statement in a way that is not ours.
    return byOrganization ? text(equals.getAsJsonObject().get(ORGANIZATION_KEY)) : "?";
  }

  private static String text(@Nullable JsonElement element) {
    if (element == null || element.isJsonNull()) {
      return "";
    }
    if (element.isJsonArray() && element.getAsJsonArray().size() == 1) {
      return text(element.getAsJsonArray().get(0));
    }
    return element.isJsonPrimitive() ? element.getAsString() : "";
  }
}
