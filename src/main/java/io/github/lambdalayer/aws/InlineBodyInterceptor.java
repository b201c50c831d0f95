package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InlineBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Base64InputStream;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Streams the body of PublishLayerVersion from disk. The SDK's own way holds the zip, its base64 text
 * and the JSON around it in memory at once.
 */
final class InlineBodyInterceptor implements ExecutionInterceptor {

  /** The zip to send with a request. */
  record Upload(InlineBody body, Path zip, long size) {

    long length() {
      return body.length(size);
    }

    InputStream open() {
      try {
        InputStream base64 =
            Base64InputStream.builder()
                .setInputStream(Files.newInputStream(zip))
                .setEncode(true)
                .setBaseNCodec(Base64.builder().setLineLength(0).get())
                .get();
        return new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(body.prefix()),
                    base64,
                    new ByteArrayInputStream(body.suffix()))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static final ExecutionAttribute<Upload> UPLOAD = new ExecutionAttribute<>("LambdaLayerUpload");

  /** The SDK has counted the body that it made itself. */
  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    Upload upload = attributes.getAttribute(UPLOAD);
    return upload == null
        ? context.httpRequest()
        : context
            .httpRequest()
            .copy(request -> request.putHeader("Content-Length", Long.toString(upload.length())));
  }

  @Override
  public Optional<RequestBody> modifyHttpContent(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    Upload upload = attributes.getAttribute(UPLOAD);
    if (upload == null) {
      return context.requestBody();
    }
    return Optional.of(
        RequestBody.fromContentProvider(
            ContentStreamProvider.fromInputStreamSupplier(upload::open),
            upload.length(),
            "application/json"));
  }
}
