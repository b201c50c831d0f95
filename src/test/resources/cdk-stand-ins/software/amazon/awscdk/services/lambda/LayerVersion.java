package software.amazon.awscdk.services.lambda;

import software.constructs.Construct;

public class LayerVersion {

  private LayerVersion() {}

  public static ILayerVersion fromLayerVersionArn(Construct scope, String id, String arn) {
    return () -> arn;
  }
}
