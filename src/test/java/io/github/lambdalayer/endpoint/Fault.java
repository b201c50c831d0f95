package io.github.lambdalayer.endpoint;

import java.util.function.Function;

/**
 * What can go wrong with one call, as seen on real networks and on the real service. The errors are
 * named as Lambda tells them; S3 and STS tell the same ones in their own terms.
 */
public enum Fault {
  /** 429 {@code TooManyRequestsException} with {@code Retry-After}; nothing is done. */
  THROTTLE(false),
  /** 500 {@code ServiceException}; nothing is done. */
  SERVICE_EXCEPTION_500(false),
  /** The work is done, yet 500 {@code ServiceException} is answered. */
  SERVICE_EXCEPTION_500_AFTER(true),
  /** A proxy's HTML page with status 503; nothing is done. */
  HTML_503(false),
  /** The work is done, yet a proxy's HTML page with status 502 is answered. */
  BAD_GATEWAY_502_AFTER(true),
  /** 403 {@code AccessDeniedException}; nothing is done. */
  ACCESS_DENIED(false),
  /** 403 {@code ExpiredTokenException}; nothing is done. */
  EXPIRED_TOKEN(false),
  /** The connection is closed before the body is read; nothing is done. */
  RESET_BEFORE(false),
  /** The connection is closed when half of the body is read; nothing is done. */
  RESET_MIDDLE(false),
  /** The work is done and answered after a while. */
  SLOW(true),
  /** The work is done, then the connection is closed without an answer. */
  ANSWER_LOST(true),
  /** Same as lost, and a version that was published can be seen only after a while. */
  PUBLISH_LATE(true),
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

  boolean resets() {
    return this == RESET_BEFORE || this == RESET_MIDDLE;
  }

  boolean losesAnswer() {
    return this == ANSWER_LOST || this == PUBLISH_LATE;
  }

  /** True where the client gets another answer than the work's own. */
  boolean replacesAnswer() {
    return this == SERVICE_EXCEPTION_500_AFTER || this == BAD_GATEWAY_502_AFTER;
  }

  /** The answer in place of the work, or of the work's own answer, in the service's own form. */
  Answer answer(Function<ServiceError, Answer> refusal) {
    return switch (this) {
      case THROTTLE -> refusal.apply(ServiceError.throttled("Rate exceeded"));
      case SERVICE_EXCEPTION_500, SERVICE_EXCEPTION_500_AFTER ->
          refusal.apply(ServiceError.service("Service encountered an internal error."));
      case HTML_503 -> page(503, "Service Unavailable");
      case BAD_GATEWAY_502_AFTER -> page(502, "Bad Gateway");
      case ACCESS_DENIED ->
          refusal.apply(ServiceError.accessDenied("User is not authorized to perform this action"));
      case EXPIRED_TOKEN ->
          refusal.apply(
              ServiceError.credentials(
                  "ExpiredTokenException",
                  "The security token included in the request is expired"));
      case RESET_BEFORE,
          RESET_MIDDLE,
          SLOW,
          ANSWER_LOST,
          PUBLISH_LATE,
          ANSWER_CUT,
          ANSWER_GARBLED ->
          throw new IllegalStateException(this + " has no answer of its own");
    };
  }

  private static Answer page(int status, String title) {
    return Answer.text(
        status, "text/html", "<html><body><h1>" + status + " " + title + "</h1></body></html>");
  }
}
