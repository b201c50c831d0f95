package io.github.lambdalayer.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/**
 * The functions of one region. All methods throw {@link LambdaCallException} when a call does not
 * succeed; those that only read have then been tried for some time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html">Lambda API</a>
 */
public final class LambdaFunctions {

  /** The service's largest page, whatever is asked for. */
  private static final int PAGE = 50;

  private final LambdaClient lambda;
  private final LambdaCalls calls;
  private final FunctionAnswers answers;

  /**
   * Over a client.
   *
   * @param lambda never repeats a call
   */
  LambdaFunctions(LambdaClient lambda, LambdaCalls calls) {
    this.lambda = lambda;
    this.calls = calls;
    this.answers = new FunctionAnswers(calls.errors());
  }

  private record Page(List<FunctionVersion> functions, @Nullable String next) {}

  /**
   * All functions and their published versions, as far as a list tells of them: without their {@link
   * FunctionStatus}.
   */
  public List<FunctionVersion> list() {
    var functions = new ArrayList<FunctionVersion>();
    String marker = null;
    do {
      Page page = page(marker);
      functions.addAll(page.functions());
      marker = page.next();
    } while (marker != null);
    return functions;
  }

  private Page page(@Nullable String marker) {
    return calls.repeatable(
        "ListFunctions",
        () -> {
          var answer =
              lambda.listFunctions(r -> r.functionVersion("ALL").maxItems(PAGE).marker(marker));
          String next = answer.nextMarker();
          return new Page(
              answer.functions().stream().map(answers::listed).toList(),
              next == null || next.isEmpty() ? null : next);
        });
  }

  /** A function as it is now, if it is there. */
  public Optional<FunctionVersion> find(String name) {
    return calls.found(
        "GetFunctionConfiguration",
        () -> answers.function(lambda.getFunctionConfiguration(r -> r.functionName(name))));
  }

  /**
   * The tags of a function.
   *
   * @param arn its ARN, without a version
   */
  public Map<String, String> tags(String arn) {
    return calls.repeatable("ListTags", () -> lambda.listTags(r -> r.resource(arn)).tags());
  }

  /**
   * Gives a function another list of layers. The call is made once: after {@link
   * LambdaCallException.Kind#UNCERTAIN} it may have them or not, and whoever reads it again knows.
   *
   * @param layers the whole list of ARNs in its order
   * @param revision the revision that the function must still have
   * @return the function as it will be once the update is done
   */
  public FunctionVersion update(String name, List<String> layers, String revision) {
    return calls.untilSent(
        "UpdateFunctionConfiguration",
        () ->
            answers.function(
                lambda.updateFunctionConfiguration(
                    r -> r.functionName(name).layers(layers).revisionId(revision))));
  }

  /**
   * Invokes a function and waits for its answer, at most two minutes. The call is made once: a function
   * may do anything, and so it is not invoked again after {@link LambdaCallException.Kind#UNCERTAIN}.
   *
   * @param event the event as JSON
   */
  public Invocation invoke(String name, String event) {
    return calls.untilSent(
        "Invoke",
        () ->
            answers.invocation(
                lambda.invoke(
                    r ->
                        r.functionName(name)
                            .invocationType(InvocationType.REQUEST_RESPONSE)
                            .payload(SdkBytes.fromUtf8String(event)))));
  }

  /** What a function's code signing configuration asks, if it has one. */
  public Optional<CodeSigning> codeSigning(String name) {
    return calls
        .found(
            "GetFunctionCodeSigningConfig",
            () ->
                FunctionAnswers.codeSigningArn(
                    lambda.getFunctionCodeSigningConfig(r -> r.functionName(name))))
        .filter(arn -> !arn.isEmpty())
        .flatMap(
            arn ->
                calls.found(
                    "GetCodeSigningConfig",
                    () ->
                        answers.codeSigning(
                            lambda.getCodeSigningConfig(r -> r.codeSigningConfigArn(arn)))));
  }
}
