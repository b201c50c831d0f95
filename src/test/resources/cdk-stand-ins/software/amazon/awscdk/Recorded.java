package software.amazon.awscdk;

import java.util.ArrayList;
import java.util.List;

/** What was made, for the test; the CDK has no such class. */
public final class Recorded {

  public static final List<String> ALL = new ArrayList<>();

  private Recorded() {}
}
