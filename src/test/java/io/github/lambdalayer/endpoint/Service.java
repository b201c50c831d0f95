package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.InputStream;

/** One of AWS's services behind the endpoint's port. */
interface Service {

  /** The name in the credential scope. */
  String scope();

  /**
   * The operation that is called. The body is for protocols that name the operation there.
   *
   * @throws IllegalArgumentException where the path is malformed
   */
  Route route(Incoming incoming, InputStream body) throws IOException;

  /** Who calls; nobody where the operation needs no credentials. */
  default Caller caller(Route route, Incoming incoming) {
    return Caller.of(incoming.headers(), scope());
  }

  Answer answer(Call call) throws IOException;

  /** An error in the form of this service's protocol. */
  Answer refusal(ServiceError error);

  /** Whether the call counts for Lambda's limit of control plane calls. */
  default boolean rateLimited(Route route) {
    return false;
  }
}
