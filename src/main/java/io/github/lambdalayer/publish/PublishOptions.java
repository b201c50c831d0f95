package io.github.lambdalayer.publish;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to publish.
 *
 * @param force whether to make a new version even where the newest is the same
 * @param allowPublicSnapshot whether a version in development may be public
 * @param removeOtherGrants whether statements that grant something else than what is wanted are
 *     taken away
 * @param alignVersions whether a new version gets the same number in all targets
 * @param failFast whether no further target is begun once one has failed
 * @param threads how many targets are worked on at a time
 * @param upload how the zip gets to Lambda
 * @param signing what zips are signed with, if they are
 * @param parameters where in Systems Manager the ARNs are written, if they are
 * @param state the folder for what must outlive a run that dies half-way
 */
public record PublishOptions(
    boolean force,
    boolean allowPublicSnapshot,
    boolean removeOtherGrants,
    boolean alignVersions,
    boolean failFast,
    int threads,
    Upload upload,
    @Nullable SigningProfile signing,
    @Nullable ParameterPath parameters,
    Path state) {}
