package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.publish.CalledActions;
import io.github.lambdalayer.publish.PaddingSample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What plan tells beside what publish would make. */
@Isolated("sets the system properties of credentials")
final class PlanMojoTest extends OnLambda {

  private final MavenProject project = project("com.example", "app", "1.0");
  @TempDir Path target;

  @BeforeEach
  void build() throws Exception {
    BuiltSample.in(target);
  }

  private PlanMojo mojo(String retain) {
    var plugin = new Plugin();
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    var mojo = new PlanMojo(SampleDecrypter.decrypting());
    mojo.setLog(log);
    mojo.project = project;
    mojo.session = session(properties(), project);
    mojo.execution = new MojoExecution(plugin, "plan", "default-cli");
    mojo.buildDirectory = target.toFile();
    mojo.regions = List.of(REGION);
    mojo.endpoint = aws.uri().toString();
    mojo.upload = "auto";
    mojo.keyPrefix = "lambda-layers/";
    mojo.threads = 4;
    mojo.settleTimeout = 1;
    mojo.retryTimeout = 1;
    var element = new DefaultPlexusConfiguration("retain");
    element.setValue(retain);
    mojo.retain = element;
    return mojo;
  }

  @Test
  void whatRetainWouldDeleteIsToldAsItIsOnceTheNewVersionIsThere() throws Exception {
    publish(REGION, "my-layer", 5);
    aws.functions().put(ACCOUNT, REGION, FunctionSpec.of("orders").layers(arn("my-layer", 2)));

    mojo("keep:3").execute();

    assertThat(log.infos)
        .contains(
            "To be deleted by <retain>, once all of that is done:",
            "my-layer in eu-west-1 of 123456789012: 2 to delete, 3 to keep",
            "  keep 4-5: one of the newest 3",
            "  delete 1, 3: not one of the newest 3",
            "  keep 2: used by orders");
    assertThat(aws.versions(ACCOUNT, REGION, "my-layer")).hasSize(5);
    assertThat(target.resolve("lambda-layer/plan.json"))
        .content()
        .containsPattern("\"prune\": \\[\\s*1,\\s*3\\s*\\]");
  }

  @Test
  void whereNothingIsPublishedTheNewestAreThoseThatAreThere() throws Exception {
    publish(REGION, "my-layer", 2);
    byte[] zip = Files.readAllBytes(target.resolve("app-1.0-layer.zip"));
    aws.publishByHand(ACCOUNT, REGION, "my-layer", zip, "my-layer 1.0");
    PlanMojo plan = mojo("keep:2");
    plan.failOnChange = true;

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(plan::execute)
        .withMessageStartingWith("<failOnChange> is set");
    assertThat(log.infos)
        .contains("  keep 3: the newest", "  keep 2: one of the newest 2")
        .contains("  delete 1: not one of the newest 2");

    PlanMojo other = mojo("keep:3");
    other.failOnChange = true;
    other.execute();
  }

  @Test
  void paddingThatPublishingDeletesIsNotToldTwice() throws Exception {
    publish(REGION, "my-layer", 2);
    PaddingSample.publish(aws, ACCOUNT, REGION, "my-layer", target);
    PlanMojo plan = mojo("keep:2");
    plan.alignVersions = true;

    plan.execute();

    assertThat(log.infos).contains("  delete 1: not one of the newest 2");
    assertThat(target.resolve("lambda-layer/plan.json"))
        .content()
        .containsPattern("\"delete\": \\[\\s*3\\s*\\]")
        .containsPattern("\"prune\": \\[\\s*1\\s*\\]");
  }

  @Test
  void whoMayNotSeeTheFunctionsIsToldThatItIsNotKnown() throws Exception {
    publish(REGION, "my-layer", 5);
    aws.faults().deny(ACCOUNT, "lambda:ListFunctions");

    mojo("keep:3").execute();

    assertThat(log.warnings)
        .singleElement()
        .asString()
        .startsWith(
            "What <retain> deletes of my-layer in eu-west-1 of 123456789012 is not known: Which"
                + " functions use its versions is not known");
    assertThat(target.resolve("lambda-layer/plan.json")).content().doesNotContain("prune");
  }

  @Test
  void whatStandsInTheWayIsNoFailureToPublish() {
    aws.failIn(REGION, "ListLayerVersions", Fault.ACCESS_DENIED);

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> mojo("keep:3").execute())
        .withMessageStartingWith("Nothing would be published, for 1 of 1 target cannot be");
  }

  @Test
  void whatPublishesAFileNeedsTheSame() throws Exception {
    PlanMojo policy = mojo("keep:3");
    policy.showPolicy = "publish-file";

    policy.execute();

    assertThat(log.infos)
        .anyMatch(line -> line.startsWith("What publish-file needs to be allowed"));
    assertThat(target.resolve("lambda-layer/policy-123456789012.json"))
        .content()
        .contains("\"lambda:PublishLayerVersion\"", "\"lambda:DeleteLayerVersion\"");
  }

  @Test
  void whatIsCalledForRetainIsInThePolicyOfPlan() throws Exception {
    publish(REGION, "my-layer", 5);
    mojo("keep:3").execute();
    Set<String> called = actions(aws.calls());
    PlanMojo policy = mojo("keep:3");
    policy.showPolicy = "plan";

    policy.execute();

    String printed = Files.readString(target.resolve("lambda-layer/policy-123456789012.json"));
    assertThat(called)
        .contains("lambda:ListFunctions")
        .allSatisfy(action -> assertThat(printed).contains("\"" + action + "\""));
    assertThat(log.infos)
        .anyMatch(line -> line.startsWith("What plan needs to be allowed in the account 1234"));
  }

  @Test
  void attachMayOnlyWhatItIsConfiguredToDo() throws Exception {
    assertThat(policyOfAttach(null)).doesNotContain("lambda:InvokeFunction", "lambda:ListTags");
    assertThat(policyOfAttach("tag:team=web"))
        .contains("lambda:ListTags")
        .doesNotContain("lambda:InvokeFunction");
  }

  private Set<String> policyOfAttach(@Nullable String functions) throws Exception {
    PlanMojo policy = mojo("keep:3");
    policy.showPolicy = "prune,attach,versions";
    if (functions != null) {
      policy.session = session(properties("lambdaLayer.functions", functions), project);
    }
    policy.execute();
    assertThat(log.infos)
        .anyMatch(line -> line.startsWith("What prune, attach and versions need to be allowed"));
    String printed = Files.readString(target.resolve("lambda-layer/policy-123456789012.json"));
    return Pattern.compile("lambda:\\w+")
        .matcher(printed)
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> actions(List<RecordedCall> calls) {
    return CalledActions.of(calls).stream()
        .map(CalledActions.Need::action)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
