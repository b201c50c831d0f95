package io.github.lambdalayer.endpoint;

import java.util.Map;

/**
 * One call as the endpoint met it.
 *
 * @param operation the name of the operation of any service, or {@code Unknown}
 * @param path the path as sent, still percent-encoded
 * @param query the decoded query parameters, or the form of a service that takes one
 * @param region from the credential scope; empty where the call carried no usable credentials
 * @param account the caller's account; empty where the call carried no usable credentials
 * @param requestBytes length of the request's body as far as it was read
 * @param status the HTTP status that was sent, 0 where the connection was dropped without one
 */
public record RecordedCall(
    String operation,
    String method,
    String path,
    Map<String, String> query,
    String region,
    String account,
    long requestBytes,
    int status) {
  public RecordedCall {
    query = Map.copyOf(query);
  }
}
