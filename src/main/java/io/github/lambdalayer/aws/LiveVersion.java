package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.LayerVersionArn;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A layer version as the service has it.
 *
 * @param arn its ARN
 * @param codeSha256 the SHA-256 of its zip in base64
 * @param codeSize the length of its zip in bytes
 * @param description its description, empty without one
 * @param licenseInfo its licence, empty without one
 * @param runtimes the identifiers of its runtimes
 * @param architectures the identifiers of its architectures
 * @param location where its zip can be downloaded for ten minutes: whoever has it may, so it is in no
 *     log and no text
 * @param signature who signed it, if it is signed
 */
public record LiveVersion(
    LayerVersionArn arn,
    String codeSha256,
    long codeSize,
    String description,
    String licenseInfo,
    Set<String> runtimes,
    Set<String> architectures,
    @Nullable String location,
    @Nullable Signature signature) {

  /**
   * What Lambda knows of the signature of a zip.
   *
   * @param profileVersionArn the ARN of the version of the signing profile
   * @param jobArn the ARN of the signing job
   */
  public record Signature(String profileVersionArn, String jobArn) {}

  /** One that is not signed. */
  public LiveVersion(
      LayerVersionArn arn,
      String codeSha256,
      long codeSize,
      String description,
      String licenseInfo,
      Set<String> runtimes,
      Set<String> architectures,
      @Nullable String location) {
    this(
        arn,
        codeSha256,
        codeSize,
        description,
        licenseInfo,
        runtimes,
        architectures,
        location,
        null);
  }

  public LiveVersion {
    runtimes = Set.copyOf(runtimes);
    architectures = Set.copyOf(architectures);
  }

  @Override
  public String toString() {
    return arn.toString();
  }
}
