package io.github.lambdalayer.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdalayer.layer.Permission;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Who may use a layer version now: the statements of its policy. */
public final class LayerPolicy {

  /** A version that nobody but its owner may use has no policy at all. */
  public static final LayerPolicy NONE = new LayerPolicy(List.of());

  private static final String ORGANIZATION_KEY = "aws:PrincipalOrgID";

  private final List<JsonObject> statements;

  private LayerPolicy(List<JsonObject> statements) {
    this.statements = statements;
  }

  /** Reads a policy document. */
  static LayerPolicy parse(String json) {
    JsonElement statement = JsonParser.parseString(json).getAsJsonObject().get("Statement");
    JsonArray array = new JsonArray();
    if (statement != null && statement.isJsonArray()) {
      array = statement.getAsJsonArray();
    } else if (statement != null) {
      array.add(statement);
    }
    return new LayerPolicy(
        StreamSupport.stream(array.spliterator(), false)
            .map(JsonElement::getAsJsonObject)
            .toList());
  }

  /** The wanted permissions that no statement gives, whatever the statement is called. */
  public List<Permission> missing(List<Permission> wanted) {
    return wanted.stream().filter(permission -> !grants(permission)).toList();
  }

  /** What statements grant beyond the wanted permissions, as people would say it. */
  public List<String> others(List<Permission> wanted) {
    return statements.stream()
        .filter(statement -> wanted.stream().noneMatch(permission -> grants(statement, permission)))
        .map(LayerPolicy::said)
        .toList();
  }

  private static String said(JsonObject statement) {
    String organization = organization(statement);
    String who =
        !organization.isEmpty()
            ? "organization:" + organization
            : principal(statement).equals("*") ? "public" : "account:" + principal(statement);
    return who + " (statement " + text(statement.get("Sid")) + ")";
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
