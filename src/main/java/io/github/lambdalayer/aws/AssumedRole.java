package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A role that is assumed before anything is called.
 *
 * @param arn the role's ARN
 * @param externalId what the role's owner asks for besides, 2 to 1224 characters
 * @param sessionName what the session is called in the account's logs, 2 to 64 characters
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">
 *     AssumeRole</a>
 */
public record AssumedRole(String arn, @Nullable String externalId, String sessionName) {

  /** What a session is called where nobody says otherwise. */
  public static final String SESSION_NAME = "lambda-layer-maven-plugin";

  private static final Pattern ARN =
      Pattern.compile("arn:(aws[a-zA-Z-]*):iam::(\\d{12}):role/[\\w+=,.@/-]+");
  private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");
  private static final Pattern SESSION = Pattern.compile("[\\w+=,.@-]{2,64}");

  public AssumedRole {
    check(ARN, "roleArn", arn, "an ARN such as arn:aws:iam::111122223333:role/publisher");
    if (externalId != null) {
      check(EXTERNAL_ID, "externalId", externalId, "2 to 1224 of A-Z a-z 0-9 _ + = , . @ : / -");
    }
    check(SESSION, "roleSessionName", sessionName, "2 to 64 of A-Z a-z 0-9 _ + = , . @ -");
  }

  /** The account that the role is in. */
  public String account() {
    return arn.split(":", -1)[4];
  }

  /** The partition that it is in, for example {@code aws}. */
  public String partition() {
    return Partitions.of(arn);
  }

  private static void check(Pattern pattern, String parameter, String value, String form) {
    if (!pattern.matcher(value).matches()) {
      throw new InvalidInputException(
          Messages.format("<%s> is '%s': write %s.", parameter, value, form));
    }
  }
}
