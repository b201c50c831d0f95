package io.github.lambdalayer.endpoint;

/** S3's refusals. */
final class S3Error {
  private S3Error() {}

  static ServiceError noSuchKey() {
    return ServiceError.user(404, "NoSuchKey", "The specified key does not exist.");
  }

  static ServiceError noSuchVersion() {
    return ServiceError.user(404, "NoSuchVersion", "The specified version does not exist.");
  }

  static ServiceError noSuchBucket() {
    return ServiceError.user(404, "NoSuchBucket", "The specified bucket does not exist");
  }

  static ServiceError noSuchUpload() {
    return ServiceError.user(
        404,
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may"
            + " have been aborted or completed.");
  }

  static ServiceError denied() {
    return ServiceError.user(403, "AccessDenied", "Access Denied");
  }

  static ServiceError invalid(String code, String message) {
    return ServiceError.user(400, code, message);
  }
}
