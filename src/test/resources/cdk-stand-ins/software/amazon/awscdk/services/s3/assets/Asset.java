package software.amazon.awscdk.services.s3.assets;

import software.constructs.Construct;

public class Asset extends Construct {

  private final String path;

  private Asset(Construct scope, String id, String path) {
    super(scope, id);
    this.path = path;
  }

  public String getS3BucketName() {
    return "assets";
  }

  public String getS3ObjectKey() {
    return "key of " + path;
  }

  public static final class Builder {

    private final Construct scope;
    private final String id;
    private String path;

    private Builder(Construct scope, String id) {
      this.scope = scope;
      this.id = id;
    }

    public static Builder create(Construct scope, String id) {
      return new Builder(scope, id);
    }

    public Builder path(String path) {
      this.path = path;
      return this;
    }

    public Asset build() {
      return new Asset(scope, id, path);
    }
  }
}
