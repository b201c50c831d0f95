package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.Permission;
import java.io.File;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
final class PackageMojoBindingTest {

  @Test
  @Basedir("/harness/package")
  @InjectMojo(goal = "package", pom = "pom.xml")
  void takesTheElementsOfThePom(PackageMojo mojo) {
    assertThat(mojo.layerName).isEqualTo("shared-libraries");
    assertThat(mojo.description).isEqualTo("Libraries for all");
    assertThat(mojo.classifier).isEqualTo("libraries");
    assertThat(mojo.attach).isFalse();
    assertThat(mojo.includeProject).isFalse();
    assertThat(mojo.includes).containsExactly("com.example:*", "org.other:core");
    assertThat(mojo.executables).containsExactly("wrapper");
    assertThat(mojo.compatibleRuntimes).containsExactly("java21", "java25");
    assertThat(Parameters.permissions(mojo.permissions))
        .containsExactly(
            new Permission.Account("111122223333"),
            new Permission.Account("444455556666"),
            new Permission.Organization("o-a1b2c3d4e5"),
            new Permission.Everyone());
  }

  @Test
  @InjectMojo(goal = "package")
  @MojoParameter(name = "includes", value = "com.example:*, org.other:core")
  @MojoParameter(name = "compatibleArchitectures", value = "arm64,x86_64")
  @MojoParameter(name = "permissions", value = "organization:o-a1b2c3d4e5,public")
  void takesTextsWithCommasAsOnTheCommandLine(PackageMojo mojo) {
    assertThat(Parameters.list(mojo.includes)).containsExactly("com.example:*", "org.other:core");
    assertThat(mojo.compatibleArchitectures).containsExactly("arm64", "x86_64");
    assertThat(Parameters.permissions(mojo.permissions))
        .containsExactly(new Permission.Organization("o-a1b2c3d4e5"), new Permission.Everyone());
  }

  @Test
  @InjectMojo(goal = "package")
  void buildsAllAndAttachesItWhereNothingIsSaid(PackageMojo mojo) {
    assertThat(mojo.skip).isFalse();
    assertThat(mojo.isGoalSkipped()).isFalse();
    assertThat(mojo.includeProject).isTrue();
    assertThat(mojo.attach).isTrue();
    assertThat(mojo.classifier).isEqualTo("layer");
    assertThat(mojo.compression).isEqualTo("auto");
    assertThat(mojo.contentDirectory).isEqualTo(new File("src/main/layer").getAbsoluteFile());
    assertThat(Parameters.list(mojo.includes)).isEmpty();
    assertThat(Parameters.permissions(mojo.permissions)).isEmpty();
  }

  @Test
  @InjectMojo(goal = "package")
  @MojoParameter(name = "layerName", value = "a b")
  void translatesWhatTheUserCanMend(PackageMojo mojo) {
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith("<layerName> is 'a b'");
  }
}
