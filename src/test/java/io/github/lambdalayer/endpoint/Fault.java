package io.github.lambdalayer.endpoint;

/** What can go wrong with one call, as seen on real networks and on the real service. */
public enum Fault {
  /** 429 {@code TooManyRequestsException} with {@code Retry-After}; nothing is done. */
  THROTTLE(false),
  /** 500 {@code ServiceException}; nothing is done. */
  SERVICE_EXCEPTION_500(false),
  /** The work is done, yet 500 {@code ServiceException} is answered. */
  SERVICE_EXCEPTION_500_AFTER(true),
  /** A proxy's HTML page with status 503; nothing is done. */
  HTML_503(false),
  /** 403 {@code AccessDeniedException}; nothing is done. */
  ACCESS_DENIED(false),
  /** 403 {@code ExpiredTokenException}; nothing is done. */
  EXPIRED_TOKEN(false),
  /** The connection is closed before the body is read; nothing is done. */
  RESET_BEFORE(false),
  /** The work is done, then the connection is closed without an answer. */
  ANSWER_LOST(true),
  /** The work is done and half of the answer is sent; same as lost where the answer is empty. */
  ANSWER_CUT(true),
  /** The work is done and its success is told in broken JSON. */
  ANSWER_GARBLED(true);

  private final boolean worksFirst;

  Fault(boolean worksFirst) {
    this.worksFirst = worksFirst;
  }

  boolean worksFirst() {
    return worksFirst;
  }

  /** The answer in place of the work, or of the work's own answer. */
  Answer answer() {
    return switch (this) {
      case THROTTLE ->
          ServiceError.throttled("Rate exceeded").answer().withHeader("Retry-After", "1");
      case SERVICE_EXCEPTION_500, SERVICE_EXCEPTION_500_AFTER ->
          ServiceError.service("Service encountered an internal error.").answer();
      case HTML_503 ->
          Answer.text(
              503, "text/html", "<html><body><h1>503 Service Unavailable</h1></body></html>");
      case ACCESS_DENIED ->
          ServiceError.accessDenied("User is not authorized to perform this action").answer();
      case EXPIRED_TOKEN ->
          ServiceError.credentials(
                  "ExpiredTokenException", "The security token included in the request is expired")
              .answer();
      case RESET_BEFORE, ANSWER_LOST, ANSWER_CUT, ANSWER_GARBLED ->
          throw new IllegalStateException(this + " has no answer of its own");
    };
  }
}
