package software.amazon.awscdk.services.lambda;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Recorded;
import software.amazon.awscdk.RemovalPolicy;
import software.constructs.Construct;

public class CfnLayerVersionPermission extends Construct {

  private final Map<String, Object> properties;

  private CfnLayerVersionPermission(Construct scope, String id, Map<String, Object> properties) {
    super(scope, id);
    this.properties = properties;
  }

  public void applyRemovalPolicy(RemovalPolicy policy) {
    Recorded.ALL.add(policy + " " + id.replaceAll("[0-9a-f]{12}$", "") + " " + properties);
  }

  public static final class Builder {

    private final Construct scope;
    private final String id;
    private final Map<String, Object> properties = new TreeMap<>();

    private Builder(Construct scope, String id) {
      this.scope = scope;
      this.id = id;
    }

    public static Builder create(Construct scope, String id) {
      return new Builder(scope, id);
    }

    public Builder layerVersionArn(String layerVersionArn) {
      properties.put("layerVersionArn", layerVersionArn);
      return this;
    }

    public Builder action(String action) {
      properties.put("action", action);
      return this;
    }

    public Builder principal(String principal) {
      properties.put("principal", principal);
      return this;
    }

    public Builder organizationId(String organizationId) {
      properties.put("organizationId", organizationId);
      return this;
    }

    public CfnLayerVersionPermission build() {
      return new CfnLayerVersionPermission(scope, id, properties);
    }
  }
}
