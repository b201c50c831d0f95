package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;

/** A refusal in the form in which AWS sends it: status, error type and message. */
final class ServiceError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String name;
  private final String type;
  private final String messageField;

  private ServiceError(int status, String name, String type, String messageField, String message) {
    super(message);
    this.status = status;
    this.name = name;
    this.type = type;
    this.messageField = messageField;
  }

  static ServiceError user(int status, String name, String message) {
    return new ServiceError(status, name, "User", "message", message);
  }

  static ServiceError invalid(String message) {
    return user(400, "InvalidParameterValueException", message);
  }

  static ServiceError conflict(String message) {
    return user(409, "ResourceConflictException", message);
  }

  /** The reason is what the service tells beside the message. */
  static ServiceError throttled(String message) {
    return user(429, "TooManyRequestsException", message);
  }

  static ServiceError credentials(String name, String message) {
    return user(403, name, message);
  }

  /** The service model spells the next three errors' field with a capital letter. */
  static ServiceError notFound(String message) {
    return new ServiceError(404, "ResourceNotFoundException", "User", "Message", message);
  }

  static ServiceError accessDenied(String message) {
    return new ServiceError(403, "AccessDeniedException", "User", "Message", message);
  }

  static ServiceError service(String message) {
    return new ServiceError(500, "ServiceException", "Service", "Message", message);
  }

  int status() {
    return status;
  }

  String name() {
    return name;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  boolean throttles() {
    return status == 429;
  }

  Answer answer() {
    JsonObject body = Json.object("Type", type);
    body.addProperty(messageField, getMessage());
    if (throttles()) {
      body.addProperty("Reason", "CallerRateLimitExceeded");
    }
    return Answer.json(status, body).withHeader("x-amzn-ErrorType", name);
  }
}
