package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.PublishBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;

/**
 * The layers of one region. All methods throw {@link LambdaCallException} when a call does not
 * succeed; those that only read have then been tried for some time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html">Lambda API</a>
 */
public final class LambdaLayers {

  /** The service's largest page. */
  private static final int PAGE = 50;

  private final LambdaClient lambda;
  private final LambdaCalls calls;
  private final Answers answers;

  /**
   * Over a client.
   *
   * @param lambda never repeats a call
   */
  LambdaLayers(LambdaClient lambda, LambdaCalls calls) {
    this.lambda = lambda;
    this.calls = calls;
    this.answers = new Answers(calls.errors());
  }

  /**
   * A live version in a list, which tells neither digest nor size.
   *
   * @param arn its ARN
   * @param description its description, empty without one
   * @param created when it was made; null where the service does not say it in a way that is known
   * @param runtimes the identifiers of its runtimes
   * @param architectures the identifiers of its architectures
   */
  public record Listed(
      LayerVersionArn arn,
      String description,
      @Nullable Instant created,
      List<String> runtimes,
      List<String> architectures) {

    public Listed {
      runtimes = List.copyOf(runtimes);
      architectures = List.copyOf(architectures);
    }

    /** Its number. */
    public long number() {
      return arn.version();
    }
  }

  /** The newest live versions, at most 50, newest first. */
  public List<Listed> newestOnes(LayerName name) {
    Page page = page(name, null);
    while (page.versions().isEmpty() && page.next() != null) {
      page = page(name, page.next());
    }
    return page.versions();
  }

  /** All live versions, newest first. */
  public List<Listed> all(LayerName name) {
    return above(name, 0).stream()
        .sorted(Comparator.comparingLong(Listed::number).reversed())
        .toList();
  }

  /** The live versions above a number, newest first. */
  public List<Listed> above(LayerName name, long seen) {
    var above = new ArrayList<Listed>();
    String marker = null;
    do {
      Page page = page(name, marker);
      above.addAll(page.versions());
      // A page may be empty though more follow.
      boolean isEnd = page.versions().stream().anyMatch(v -> v.number() <= seen);
      marker = isEnd ? null : page.next();
    } while (marker != null);
    return above.stream().filter(version -> version.number() > seen).toList();
  }

  private record Page(List<Listed> versions, @Nullable String next) {}

  private Page page(LayerName name, @Nullable String marker) {
    return calls
        .found(
            "ListLayerVersions",
            () -> {
              var answer =
                  lambda.listLayerVersions(
                      r -> r.layerName(name.value()).maxItems(PAGE).marker(marker));
              String next = answer.nextMarker();
              return new Page(
                  answer.layerVersions().stream().map(answers::listed).toList(),
                  next == null || next.isEmpty() ? null : next);
            })
        .orElseGet(() -> new Page(List.of(), null));
  }

  /** One version, if it is live. */
  public Optional<LiveVersion> find(LayerName name, long version) {
    return calls.found(
        "GetLayerVersion",
        () ->
            answers.version(
                lambda.getLayerVersion(r -> r.layerName(name.value()).versionNumber(version))));
  }

  /** One version of whatever account, if it is live and the caller may use it. */
  public Optional<LiveVersion> find(LayerVersionArn arn) {
    return calls.found(
        "GetLayerVersionByArn",
        () -> answers.version(lambda.getLayerVersionByArn(r -> r.arn(arn.toString()))));
  }

  /**
   * Makes a new version. The call is made once: after {@link LambdaCallException.Kind#UNCERTAIN} a
   * version may exist or not.
   */
  public LiveVersion publish(LayerDefinition layer, LayerSource source) {
    return publish(layer, body(layer, source));
  }

  LiveVersion publish(LayerDefinition layer, RequestContent body) {
    return calls.untilSent(
        "PublishLayerVersion",
        () -> answers.version(lambda.publishLayerVersion(request(layer, body))));
  }

  private static PublishLayerVersionRequest request(LayerDefinition layer, RequestContent body) {
    return PublishLayerVersionRequest.builder()
        .layerName(layer.name().value())
        .overrideConfiguration(c -> c.putExecutionAttribute(PublishBodyInterceptor.BODY, body))
        .build();
  }

  private static RequestContent body(LayerDefinition layer, LayerSource source) {
    if (source instanceof LayerSource.Stored in) {
      return RequestContent.of(
          PublishBody.ofObject(layer, in.bucket(), in.key(), in.version(), in.isReference()));
    }
    return ((LayerSource.Inline) source).content(layer);
  }

  /** Who may use a version. */
  public LayerPolicy policy(LayerName name, long version) {
    return calls
        .found(
            "GetLayerVersionPolicy",
            () ->
                answers.policy(
                    lambda.getLayerVersionPolicy(
                        r -> r.layerName(name.value()).versionNumber(version))))
        .orElse(LayerPolicy.NONE);
  }

  /**
   * Adds a statement. The call is made once: who reads the policy again knows what became of it.
   *
   * @param revision the revision that the policy must still have; empty where it has none
   * @return the policy's new revision
   */
  public String grant(LayerName name, long version, Permission permission, String revision) {
    var answer =
        calls.untilSent(
            "AddLayerVersionPermission",
            () ->
                lambda.addLayerVersionPermission(
                    r ->
                        r.layerName(name.value())
                            .versionNumber(version)
                            .statementId(permission.statementId())
                            .action("lambda:GetLayerVersion")
                            .principal(permission.principal())
                            .organizationId(permission.organizationId().orElse(null))
                            .revisionId(orNull(revision))));
    return Objects.requireNonNullElse(answer.revisionId(), "");
  }

  /**
   * Takes a statement away. The call is made once: who reads the policy again knows what became of it.
   *
   * @param revision the revision that the policy must still have; empty where it has none
   */
  public void revoke(LayerName name, long version, String statementId, String revision) {
    calls.untilSent(
        "RemoveLayerVersionPermission",
        () ->
            lambda.removeLayerVersionPermission(
                r ->
                    r.layerName(name.value())
                        .versionNumber(version)
                        .statementId(statementId)
                        .revisionId(orNull(revision))));
  }

  /** Deletes a version; one that is gone already is no error. */
  public void delete(LayerName name, long version) {
    calls.repeatable(
        "DeleteLayerVersion",
        () -> lambda.deleteLayerVersion(r -> r.layerName(name.value()).versionNumber(version)));
  }

  /** The room for code. */
  public CodeStorage storage() {
    return calls.repeatable(
        "GetAccountSettings", () -> answers.storage(lambda.getAccountSettings(r -> {})));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  void close() {
    lambda.close();
  }
}
