package io.github.lambdalayer.aws;

import java.util.List;

/**
 * What a function's code signing configuration asks of code and layers.
 *
 * @param arn the configuration
 * @param isEnforced whether what is not signed as it asks is refused, rather than only counted
 * @param profileVersions the ARNs of the versions of signing profiles that it allows
 */
public record CodeSigning(String arn, boolean isEnforced, List<String> profileVersions) {

  public CodeSigning {
    profileVersions = List.copyOf(profileVersions);
  }
}
