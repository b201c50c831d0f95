package io.github.lambdalayer.mojo;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** What goes into a layer, and where. */
abstract class AbstractPackageMojo extends AbstractLayerMojo {

  /** Who may use the layer beside its own account: {@code <account>111122223333</account>},
   * {@code <organization>o-a1b2c3d4e5</organization>}, {@code <public/>}, or as a text
   * {@code account:111122223333,organization:o-a1b2c3d4e5,public}. It is written down for
   * the other goals. Default: nobody.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.permissions")
  @Nullable Permissions permissions;

  /** Whether the project's own JAR goes into the layer, if its packaging makes one.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.includeProject", defaultValue = "true")
  boolean includeProject;

  /** The dependencies to put in, as {@code groupId:artifactId[:type[:classifier]][:version]} with
   * {@code *}; a pattern that matches nothing is an error. Default: all.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.includes")
  @Nullable List<String> includes;

  /** The dependencies to leave out, in the same patterns; they win over {@code includes}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.excludes")
  @Nullable List<String> excludes;

  /** The folder whose tree goes to the root of the zip as it stands; it need not exist.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.contentDirectory", defaultValue = "${basedir}/src/main/layer")
  File contentDirectory;

  /** Ant-style patterns of further executable files of the layer, for example {@code wrapper}; files below
   * {@code bin/} and {@code extensions/}, a {@code bootstrap} and what is executable in an unpacked archive
   * are so anyway.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.executables")
  @Nullable List<String> executables;

  /** Where artifacts go that do not belong in {@code java/lib}: {@code <mapping>} elements with
   * {@code artifact} (a pattern as in {@code includes}) and {@code to} (a file, or with {@code /} at the
   * end a folder of the layer), and for archives {@code unpack}, {@code stripComponents},
   * {@code includes} and {@code excludes}; or a text such as
   * {@code com.example:agent=agent.jar,com.example:tool=unpack:bin/}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.mappings")
  @Nullable PlexusConfiguration mappings;

  /** Ant-style patterns of files of {@code contentDirectory} in which {@code ${project.version}} and
   * its like, and properties of the project and the command line, are replaced.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.filteredFiles")
  @Nullable List<String> filteredFiles;

  /** What becomes of native code in JARs: {@code keep}, or {@code strip}, which leaves out what the
   * layer's architectures cannot load.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.nativeLibraries", defaultValue = "keep")
  String nativeLibraries;

  /** How files stand in JARs: {@code keep}, or {@code repack}, which stores what is deflated in them. Classes
   * then load faster, and the zip, which {@code auto} deflates then, is smaller, but the layer takes two to
   * three times as much of the 250 MiB that a function has for its code and layers.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.jars", defaultValue = "keep")
  String jars;

  /** How files stand in the zip: {@code store}, {@code deflate}, or {@code auto}, which stores them, and
   * deflates only where that makes a zip small enough to be sent to Lambda inline. Deflated bytes, and with
   * them the digest, can differ between builds of the JDK.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.compression", defaultValue = "auto")
  String compression;

  /** Where a module builds several layers: the dependencies that may be in more than one of them, in the
   * patterns of {@code includes}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowedInSeveralLayers")
  @Nullable List<String> allowedInSeveralLayers;

  /** Where a module builds several layers: the dependencies that may be in none of them, in the
   * patterns of {@code includes}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowedInNoLayer")
  @Nullable List<String> allowedInNoLayer;

  /** What becomes of single kinds of findings: an element for each with {@code error}, {@code warning},
   * {@code note} or {@code off}, for example {@code <empty-jar>off</empty-jar>}; or a text such as
   * {@code empty-jar=off,unclear-license=error}. docs/findings has them all.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.lint")
  @Nullable PlexusConfiguration lint;

  /** What fails the build: {@code error}, {@code warning}, or {@code never}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.failOn", defaultValue = "error")
  String failOn;
}
