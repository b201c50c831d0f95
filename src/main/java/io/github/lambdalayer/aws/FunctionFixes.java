package io.github.lambdalayer.aws;

/** What mends the refusals of calls on functions. */
final class FunctionFixes {

  private FunctionFixes() {}

  /** Whether an operation is one on functions. */
  static boolean isOfFunctions(String operation) {
    return operation.equals("Invoke")
        || operation.equals("ListTags")
        || operation.contains("Function")
        || operation.contains("CodeSigning");
  }

  /** What a policy calls an operation. */
  static String action(String operation) {
    return operation.equals("Invoke") ? "InvokeFunction" : operation;
  }

  /**
   * What to do about an error, empty where its own words say it.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html">
   *     UpdateFunctionConfiguration</a>
   */
  static String of(String code) {
    return switch (code) {
      case "CodeSigningConfigNotFoundException" ->
          "The function names a code signing configuration that is not there any more: give it"
              + " another one with aws lambda put-function-code-signing-config, or take it away with"
              + " aws lambda delete-function-code-signing-config.";
      case "CodeVerificationFailedException" ->
          "The function takes signed code only, and the layer version is not signed, or its signature"
              + " has expired, was revoked, or is of a profile that the function's code signing"
              + " configuration does not allow. Sign the layer with one of the allowed profiles"
              + " (<signingProfile>) and publish it again, or let the configuration allow its profile.";
      case "InvalidCodeSignatureException" ->
          "What was signed is not what was published: something has changed the zip after it was"
              + " signed. Publish the layer again with <signingProfile>.";
      case "PreconditionFailedException" ->
          "Somebody else has changed the function meanwhile. Run the goal again.";
      case "ResourceConflictException" ->
          "The function is being created or updated: wait until it is done.";
      case "ResourceNotReadyException" ->
          "The function was not used for long, and is being made ready: try again in a while.";
      case "ResourceNotFoundException" -> "Somebody has deleted the function, or it is elsewhere.";
      default -> "";
    };
  }
}
