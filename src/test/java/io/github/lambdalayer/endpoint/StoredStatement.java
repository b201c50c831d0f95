package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a layer version's policy.
 *
 * @param principal as the policy shows it: {@code *} or {@code arn:PARTITION:iam::ACCOUNT:root}
 * @param organizationId the organization that {@code *} is narrowed to, or null
 */
public record StoredStatement(String sid, String principal, @Nullable String organizationId) {

  boolean grants(Caller caller) {
    if (!principal.equals("*")) {
      return principal.equals(caller.rootArn());
    }
    return organizationId == null || organizationId.equals(StrictLambdaEndpoint.ORGANIZATION_ID);
  }

  JsonObject json(String resource) {
    JsonObject statement = new JsonObject();
    statement.addProperty("Sid", sid);
    statement.addProperty("Effect", "Allow");
    if (principal.equals("*")) {
      statement.addProperty("Principal", principal);
    } else {
      statement.add("Principal", Json.object("AWS", principal));
    }
    statement.addProperty("Action", "lambda:GetLayerVersion");
    statement.addProperty("Resource", resource);
    if (organizationId != null) {
      JsonObject condition = new JsonObject();
      condition.add("StringEquals", Json.object("aws:PrincipalOrgID", organizationId));
      statement.add("Condition", condition);
    }
    return statement;
  }
}
