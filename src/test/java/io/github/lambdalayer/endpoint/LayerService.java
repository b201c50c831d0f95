package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;

/** Joins the operations to their names. */
final class LayerService implements Service {
  private final Downloads downloads;
  private final VersionOperations versions;
  private final PolicyOperations policies;
  private final ListOperations lists;
  private final FunctionService functions;

  LayerService(
      URI base, LayerStore store, FunctionStore functions, S3Buckets buckets, Path directory) {
    downloads = new Downloads(base, store);
    versions =
        new VersionOperations(
            store, new VersionDocuments(downloads), new PublishedContent(buckets), directory);
    policies = new PolicyOperations(store);
    lists = new ListOperations(store);
    this.functions = new FunctionService(functions, store);
  }

  VersionOperations versions() {
    return versions;
  }

  @Override
  public String scope() {
    return "lambda";
  }

  @Override
  public Route route(Incoming incoming, InputStream body) {
    return Route.of(incoming.method(), incoming.uri());
  }

  @Override
  public Caller caller(Route route, Incoming incoming) {
    return needsCaller(route) ? Service.super.caller(route, incoming) : Caller.NOBODY;
  }

  /** Neither a download nor an invocation is a call of the control plane. */
  @Override
  public boolean rateLimited(Route route) {
    return needsCaller(route) && !route.operation().equals(Route.INVOKE);
  }

  private static boolean needsCaller(Route route) {
    return !route.operation().equals(Route.DOWNLOAD) && !route.operation().equals(Route.UNKNOWN);
  }

  @Override
  public Answer refusal(ServiceError error) {
    return error.answer();
  }

  @Override
  public Answer answer(Call call) throws IOException {
    return switch (call.route().operation()) {
      case "PublishLayerVersion" -> versions.publish(call);
      case "GetLayerVersion" -> versions.get(call);
      case "GetLayerVersionByArn" -> versions.getByArn(call);
      case "DeleteLayerVersion" -> versions.delete(call);
      case "ListLayers" -> lists.layers(call);
      case "ListLayerVersions" -> lists.versions(call);
      case "GetLayerVersionPolicy" -> policies.get(call);
      case "AddLayerVersionPermission" -> policies.add(call);
      case "RemoveLayerVersionPermission" -> policies.remove(call);
      case "GetAccountSettings" -> versions.accountSettings(call);
      case Route.DOWNLOAD -> downloads.serve(call.incoming(), call.route());
      default -> functions.answer(call);
    };
  }
}
