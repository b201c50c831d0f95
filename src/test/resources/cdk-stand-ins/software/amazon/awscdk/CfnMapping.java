package software.amazon.awscdk;

import software.constructs.Construct;

public class CfnMapping extends Construct {

  private CfnMapping(Construct scope, String id) {
    super(scope, id);
  }

  public void setValue(String key1, String key2, Object value) {
    Recorded.ALL.add(key1 + "/" + key2 + "=" + value);
  }

  public String findInMap(String key1, String key2) {
    return "find(" + key1 + "/" + key2 + ")";
  }

  public static final class Builder {

    private final Construct scope;
    private final String id;

    private Builder(Construct scope, String id) {
      this.scope = scope;
      this.id = id;
    }

    public static Builder create(Construct scope, String id) {
      return new Builder(scope, id);
    }

    public CfnMapping build() {
      return new CfnMapping(scope, id);
    }
  }
}
