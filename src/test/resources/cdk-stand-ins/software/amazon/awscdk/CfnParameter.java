package software.amazon.awscdk;

import java.util.Arrays;
import java.util.List;
import software.constructs.Construct;

public class CfnParameter extends Construct {

  private final Object value;

  private CfnParameter(Construct scope, String id, Object value) {
    super(scope, id);
    this.value = value;
  }

  public String getValueAsString() {
    return id + "=" + value;
  }

  public List<String> getValueAsList() {
    return Arrays.asList((id + "=" + value).split(","));
  }

  public static final class Builder {

    private final Construct scope;
    private final String id;
    private Object value;

    private Builder(Construct scope, String id) {
      this.scope = scope;
      this.id = id;
    }

    public static Builder create(Construct scope, String id) {
      return new Builder(scope, id);
    }

    public Builder type(String type) {
      return this;
    }

    public Builder defaultValue(Object defaultValue) {
      this.value = defaultValue;
      return this;
    }

    public CfnParameter build() {
      return new CfnParameter(scope, id, value);
    }
  }
}
