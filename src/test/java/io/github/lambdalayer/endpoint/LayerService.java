package io.github.lambdalayer.endpoint;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Joins the operations to their names. */
final class LayerService {
  private final Downloads downloads;
  private final VersionOperations versions;
  private final PolicyOperations policies;
  private final ListOperations lists;

  LayerService(URI base, LayerStore store, Path directory) {
    downloads = new Downloads(base, store);
    versions = new VersionOperations(store, new VersionDocuments(downloads), directory);
    policies = new PolicyOperations(store);
    lists = new ListOperations(store);
  }

  /** Nobody for what needs no credentials. */
  static Caller caller(Route route, Headers headers) {
    return route.operation().equals(Route.DOWNLOAD) || route.operation().equals(Route.UNKNOWN)
        ? Caller.NOBODY
        : Caller.of(headers);
  }

  Answer answer(Call call, String path) throws IOException {
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
      case Route.DOWNLOAD -> downloads.serve(path, call.route());
      default ->
          throw ServiceError.user(404, "UnknownOperationException", "Unknown operation: " + path);
    };
  }
}
