package software.constructs;

/** As much of the CDK as the classes of {@code template} use, with the CDK's signatures. */
public class Construct {

  public final String id;

  public Construct(Construct scope, String id) {
    this.id = id;
  }
}
