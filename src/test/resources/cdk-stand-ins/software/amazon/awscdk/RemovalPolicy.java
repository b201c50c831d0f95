package software.amazon.awscdk;

public enum RemovalPolicy {
  DESTROY,
  RETAIN
}
