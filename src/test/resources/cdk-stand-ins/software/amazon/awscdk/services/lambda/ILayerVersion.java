package software.amazon.awscdk.services.lambda;

public interface ILayerVersion {

  String getLayerVersionArn();
}
