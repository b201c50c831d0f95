package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.publish.Destination;
import io.github.lambdalayer.publish.Upload;
import java.io.File;
import java.time.Duration;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PublishSetupTest {

  private final MavenProject project = project("com.example", "app", "1.0");
  private final PublishMojo mojo = new PublishMojo(SampleDecrypter.decrypting());

  @BeforeEach
  void asMavenDoes() {
    mojo.project = project;
    mojo.session = session(properties(), project);
    mojo.execution = new MojoExecution(new Plugin(), "publish", "publish-layer");
    mojo.buildDirectory = new File("target");
    mojo.upload = "auto";
    mojo.keyPrefix = "lambda-layers/";
    mojo.threads = 32;
    mojo.settleTimeout = 30;
    mojo.retryTimeout = 180;
  }

  private PublishSetup setup() {
    return new PublishSetup(mojo);
  }

  private AwsSetup aws() {
    return new AwsSetup(mojo);
  }

  @Test
  void secondsAreSeconds() {
    assertThat(aws().settings().timing().settleTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(aws().settings().timing().retryTimeout()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void aWayIsNamedInLowerCase() {
    mojo.upload = "reference";
    mojo.bucket = "layers-{region}";

    assertThat(setup().options().upload().route()).isEqualTo(Upload.Route.REFERENCE);
  }

  @Test
  void anUnknownWayIsRefusedWithTheKnownOnes() {
    mojo.upload = "ftp";

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> setup().options())
        .withMessage("<upload> is 'ftp': write one of auto, inline, s3, reference.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 129})
  void aNumberOutOfRangeIsRefused(int threads) {
    mojo.threads = threads;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> setup().options())
        .withMessage("<threads> is '" + threads + "': write a number from 1 to 128.");
  }

  @Test
  void credentialsComeFromOnePlace() {
    mojo.profile = "a";
    mojo.serverId = "b";

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> aws().destinations())
        .withMessageContaining("<profile> is 'a' and <serverId> is 'b'");
  }

  @Test
  void aRoleIsAssumedWithTheGoalsOwnProfileAndInTheGoalsRegions() {
    mojo.profile = "ci";
    mojo.regions = List.of("eu-west-1");
    mojo.excludeRegions = List.of();
    var targets = new DefaultPlexusConfiguration("targets");
    targets.setValue("arn:aws:iam::111122223333:role/publisher,profile:other");
    mojo.targets = targets;

    List<Destination> destinations = aws().destinations();

    assertThat(destinations).extracting(d -> d.identity().profile()).containsExactly("ci", "other");
    assertThat(destinations.get(0).identity().label())
        .isEqualTo("arn:aws:iam::111122223333:role/publisher");
    assertThat(destinations)
        .allSatisfy(d -> assertThat(d.regions().regions()).containsExactly("eu-west-1"));
  }

  @Test
  void aTargetsOwnRegionsReplaceThoseOfTheGoalAndWhatIsLeftOutOfThem() {
    mojo.regions = List.of("eu-west-1", "us-east-1");
    mojo.excludeRegions = List.of("us-east-1");
    var target = new DefaultPlexusConfiguration("target");
    target.addChild("profile", "china");
    target.addChild("regions", "cn-north-1");
    var targets = new DefaultPlexusConfiguration("targets");
    targets.addChild(target);
    mojo.targets = targets;

    assertThat(aws().destinations())
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.regions().regions()).containsExactly("cn-north-1");
              assertThat(d.regions().excluded()).isEmpty();
            });
  }
}
