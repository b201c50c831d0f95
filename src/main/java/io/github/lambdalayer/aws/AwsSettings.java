package io.github.lambdalayer.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How AWS is reached. What is not said here is found as every AWS tool finds it: environment, system
 * properties, {@code ~/.aws}, web identity, container and instance roles.
 *
 * @param profile a profile of {@code ~/.aws/config} whose credentials and region are used
 * @param endpoint a Lambda endpoint to use in place of the region's own
 */
public record AwsSettings(@Nullable String profile, @Nullable URI endpoint) {}
