package software.amazon.awscdk;

public final class Aws {

  public static final String REGION = "<region>";
  public static final String ACCOUNT_ID = "<account>";

  private Aws() {}
}
