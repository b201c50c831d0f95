/** From the entries of a layer to its zip, digest and descriptor; alone in knowing Plexus Archiver. */
@NullMarked
package io.github.lambdalayer.archive;

import org.jspecify.annotations.NullMarked;
