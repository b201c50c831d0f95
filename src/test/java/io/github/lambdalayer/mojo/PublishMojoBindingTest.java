package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Permission;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
final class PublishMojoBindingTest {

  @Test
  @Basedir("/harness/publish")
  @InjectMojo(goal = "publish", pom = "pom.xml")
  void takesTheElementsOfThePomAndPermissionsAsAText(PublishMojo mojo) {
    assertThat(mojo.regions).containsExactly("eu-west-1", "us-east-1");
    assertThat(mojo.profile).isEqualTo("release");
    assertThat(mojo.endpoint).isEqualTo("http://127.0.0.1:4566");
    assertThat(Parameters.permissions(mojo.permissions))
        .containsExactly(new Permission.Account("111122223333"), new Permission.Everyone());
  }

  @Test
  @InjectMojo(goal = "publish")
  @MojoParameter(name = "regions", value = "eu-west-1,us-east-1")
  void takesRegionsWithCommasAsOnTheCommandLine(PublishMojo mojo) {
    assertThat(mojo.regions).containsExactly("eu-west-1", "us-east-1");
    assertThat(Parameters.permissions(mojo.permissions)).isEmpty();
    assertThat(mojo.force).isFalse();
    assertThat(mojo.allowPublicSnapshot).isFalse();
  }
}
