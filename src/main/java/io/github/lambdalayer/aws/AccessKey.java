package io.github.lambdalayer.aws;

import org.jspecify.annotations.Nullable;

/**
 * Credentials that were handed over instead of found; its text form holds nothing secret.
 *
 * @param id the access key's id
 * @param secret the secret access key
 * @param sessionToken the token that temporary credentials have beside it
 */
public record AccessKey(String id, String secret, @Nullable String sessionToken) {

  @Override
  public String toString() {
    return "access key " + id;
  }
}
