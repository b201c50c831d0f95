package io.github.lambdalayer.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of one region in AWS Systems Manager. All methods throw {@link LambdaCallException}
 * when a call does not succeed.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">
 *     PutParameter</a>
 */
public final class ParameterStore {

  /** The type of what is written here. */
  public static final String STRING = "String";

  private static final String PREFIX = "AmazonSSM";

  private final JsonService service;

  ParameterStore(JsonService service) {
    this.service = service;
  }

  static ParameterStore in(Clients clients, String region) {
    return new ParameterStore(new JsonService(clients, "ssm", region, ParameterStore::fix));
  }

  /**
   * A parameter. It may be anybody's, and secret: so its value is in no text.
   *
   * @param type {@code String}, {@code StringList} or {@code SecureString}
   * @param value its value; that of a {@code SecureString} is encrypted
   */
  public record Parameter(String type, String value) {

    @Override
    public String toString() {
      return type;
    }
  }

  /**
   * Those of some parameters that there are.
   *
   * @param names at most ten
   */
  public Map<String, Parameter> find(List<String> names) {
    var wanted = new JsonArray();
    names.forEach(wanted::add);
    var body = new JsonObject();
    body.add("Names", wanted);
    return service.call(
        JsonRequest.target(PREFIX, "GetParameters", body),
        answer -> {
          var found = new HashMap<String, Parameter>();
          for (JsonAnswer parameter : answer.children("Parameters")) {
            found.put(
                parameter.text("Name"),
                new Parameter(parameter.text("Type"), parameter.text("Value")));
          }
          return found;
        });
  }

  /**
   * Writes a text.
   *
   * @param overwrite whether it takes the place of an earlier one
   * @return whether it was written: false where there is one that is not to be overwritten, which an
   *     earlier try may have made whose answer was lost
   */
  public boolean put(String name, String value, String description, boolean overwrite) {
    var body = new JsonObject();
    body.addProperty("Name", name);
    body.addProperty("Value", value);
    body.addProperty("Description", description);
    body.addProperty("Type", STRING);
    body.addProperty("Overwrite", overwrite);
    try {
      return service.call(
          JsonRequest.target(PREFIX, "PutParameter", body),
          answer -> !answer.text("Version").isEmpty());
    } catch (LambdaCallException e) {
      if (e.code().equals("ParameterAlreadyExists")) {
        return false;
      }
      throw e;
    }
  }

  private static String fix(String operation, String code) {
    return switch (code) {
      case "ParameterLimitExceeded" ->
          "The account has as many parameters in this region as it may: delete some.";
      case "HierarchyTypeMismatchException" ->
          "There is a parameter of this name and another type: delete it, or choose another path with"
              + " <ssmParameter>.";
      case "ValidationException" -> "Choose another path with <ssmParameter>.";
      default -> "";
    };
  }
}
