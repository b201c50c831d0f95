package software.amazon.awscdk.services.lambda;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Recorded;
import software.amazon.awscdk.RemovalPolicy;
import software.constructs.Construct;

public class CfnLayerVersion extends Construct {

  private final Map<String, Object> properties;

  private CfnLayerVersion(Construct scope, String id, Map<String, Object> properties) {
    super(scope, id);
    this.properties = properties;
  }

  public String getRef() {
    return "ref(" + id + ")";
  }

  public void applyRemovalPolicy(RemovalPolicy policy) {
    Recorded.ALL.add(policy + " " + id + " " + properties);
  }

  public static final class ContentProperty {

    private final String text;

    private ContentProperty(String text) {
      this.text = text;
    }

    public static Builder builder() {
      return new Builder();
    }

    @Override
    public String toString() {
      return text;
    }

    public static final class Builder {

      private String bucket;
      private String key;

      public Builder s3Bucket(String s3Bucket) {
        this.bucket = s3Bucket;
        return this;
      }

      public Builder s3Key(String s3Key) {
        this.key = s3Key;
        return this;
      }

      public ContentProperty build() {
        return new ContentProperty(bucket + "/" + key);
      }
    }
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

    public Builder layerName(String layerName) {
      properties.put("layerName", layerName);
      return this;
    }

    public Builder description(String description) {
      properties.put("description", description);
      return this;
    }

    public Builder licenseInfo(String licenseInfo) {
      properties.put("licenseInfo", licenseInfo);
      return this;
    }

    public Builder compatibleRuntimes(List<String> compatibleRuntimes) {
      properties.put("compatibleRuntimes", compatibleRuntimes);
      return this;
    }

    public Builder compatibleArchitectures(List<String> compatibleArchitectures) {
      properties.put("compatibleArchitectures", compatibleArchitectures);
      return this;
    }

    public Builder content(ContentProperty content) {
      properties.put("content", content);
      return this;
    }

    public CfnLayerVersion build() {
      return new CfnLayerVersion(scope, id, properties);
    }
  }
}
