package io.github.lambdalayer.aws;

import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Writes the body of PublishLayerVersion in place of the SDK, which holds the zip, its base64 text and
 * the JSON around it in memory at once, and does not know the storage mode of objects yet.
 */
final class PublishBodyInterceptor implements ExecutionInterceptor {

  static final ExecutionAttribute<RequestContent> BODY =
      new ExecutionAttribute<>("LambdaLayerBody");

  /** The SDK has counted the body that it made itself. */
  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    RequestContent body = attributes.getAttribute(BODY);
    return body == null
        ? context.httpRequest()
        : context
            .httpRequest()
            .copy(
                request ->
                    request
                        .putHeader("Content-Length", Long.toString(body.length()))
                        .putHeader(KnownDigestSigner.DIGEST, body.sha256()));
  }

  @Override
  public Optional<RequestBody> modifyHttpContent(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    RequestContent body = attributes.getAttribute(BODY);
    return body == null
        ? context.requestBody()
        : Optional.of(RequestBody.fromContentProvider(body, body.length(), "application/json"));
  }
}
