package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.CalledActions.Need;
import io.github.lambdalayer.publish.Publishing.Wish;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The policy that is printed, beside what is called. */
class NeededPolicyTest extends OnStrictEndpoint {

  static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  static final String OTHER_REGION = "us-west-2";

  final Options signed(Upload.Route route, String bucket) {
    buckets(bucket, true);
    aws.signer().profile(ACCOUNT, Publishing.REGION, "layers");
    aws.signer().profile(ACCOUNT, OTHER_REGION, "layers");
    return new Options().through(route, bucket).signed("layers");
  }

  final void buckets(String name, boolean isVersioned) {
    var buckets = new Buckets(aws.uri());
    for (String region : new String[] {Publishing.REGION, OTHER_REGION}) {
      String bucket = name.replace("{region}", region).replace("{account}", ACCOUNT);
      buckets.make(bucket, region);
      if (isVersioned) {
        buckets.version(bucket, region);
      }
    }
  }

  /** What a run that died has left. */
  final void leave(Wish wish, String bucket) {
    String key = "lambda-layers/" + NAME + "/left.zip";
    new Buckets(aws.uri()).beginUpload(bucket, Publishing.REGION, key);
    publishing.with(
        List.of(wish),
        requests -> {
          Leftovers.beside(requests.get(0), requests.get(0).targets().get(0)).note(key);
          return List.of();
        });
  }

  /** Everything that is called, in a preview and three runs. */
  private List<Need> needs(PolicyStory story, Wish wish) throws IOException {
    story.before(this, wish);
    aws.clearCalls();
    publishing.planAll(List.of(wish));
    assertThat(publishing.publish(wish).failures()).isEmpty();
    List<Need> first = CalledActions.of(aws.calls());
    story.between(this);
    aws.clearCalls();
    assertThat(publishing.publish(wish).failures()).isEmpty();
    assertThat(
            publishing
                .publish(
                    new Wish(layer().content("other").build(), wish.destinations(), wish.options()))
                .failures())
        .isEmpty();
    return Stream.concat(first.stream(), CalledActions.of(aws.calls()).stream())
        .distinct()
        .toList();
  }

  private List<PolicyScope> scopes(Wish wish) {
    return PolicyScope.of(
        wish.destinations(), publishing.settings(Identity.DEFAULT), publishing.progress::add);
  }

  private List<Allowance> policy(PolicyScope scope, Wish wish) {
    return new NeededPolicy(
            scope, List.of(wish.layer()), wish.options().build(folder.resolve("state")))
        .publishing();
  }

  private Set<String> actions(List<Allowance> policy) {
    return policy.stream()
        .flatMap(allowance -> allowance.actions().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(PolicyStory.class)
  void everyCallIsAllowed(PolicyStory story) throws IOException {
    Wish wish = story.wish(this);

    List<Need> needs = needs(story, wish);

    for (PolicyScope scope : scopes(wish)) {
      List<Allowance> policy = policy(scope, wish);
      assertThat(needs)
          .filteredOn(need -> need.account().equals(scope.account()))
          .filteredOn(need -> !need.action().equals("sts:AssumeRole"))
          .isNotEmpty()
          .allSatisfy(
              need -> assertThat(CalledActions.isAllowed(need, policy)).as("%s", need).isTrue());
    }
  }

  @Test
  void everythingThatIsAllowedIsCalledByOneOfThem() throws IOException {
    var allowed = new TreeSet<String>();
    var called = new TreeSet<String>();
    for (PolicyStory story : PolicyStory.values()) {
      aws.close();
      aws = StrictLambdaEndpoint.start();
      publishing = new Publishing(aws.uri(), folder.resolve(story + "-state"));
      Wish wish = story.wish(this);
      needs(story, wish).forEach(need -> called.add(need.action()));
      scopes(wish).forEach(scope -> allowed.addAll(actions(policy(scope, wish))));
    }

    called.remove("sts:AssumeRole");
    // Lambda itself reads the version of the object that it is told.
    called.add("s3:GetObjectVersion");
    assertThat(allowed).containsExactlyElementsOf(called);
  }

  @Test
  void planningReadsOnly() throws IOException {
    for (PolicyStory story : PolicyStory.values()) {
      aws.close();
      aws = StrictLambdaEndpoint.start();
      publishing = new Publishing(aws.uri(), folder.resolve(story + "-state"));
      Wish wish = story.wish(this);
      aws.clearCalls();
      publishing.planAll(List.of(wish));
      for (PolicyScope scope : scopes(wish)) {
        List<Allowance> policy =
            new NeededPolicy(
                    scope, List.of(wish.layer()), wish.options().build(folder.resolve("state")))
                .planning();
        assertThat(actions(policy)).noneMatch(action -> action.matches(".*:(Put|Add|Del|Pub).*"));
        assertThat(CalledActions.of(aws.calls()))
            .filteredOn(need -> need.account().equals(scope.account()))
            .filteredOn(need -> !need.action().equals("sts:AssumeRole"))
            .allSatisfy(
                need -> assertThat(CalledActions.isAllowed(need, policy)).as("%s", need).isTrue());
      }
    }
  }

  @Test
  void anotherLayersVersionsAreNotAllowed() throws IOException {
    Wish wish = Wish.of(layer().build(), Publishing.REGION);
    List<Allowance> policy = policy(scopes(wish).get(0), wish);

    for (String resource :
        List.of(
            "arn:aws:lambda:eu-west-1:123456789012:layer:my-layer-2",
            "arn:aws:lambda:us-west-2:123456789012:layer:my-layer",
            "arn:aws:lambda:eu-west-1:111122223333:layer:my-layer")) {
      assertThat(
              CalledActions.isAllowed(
                  new Need(ACCOUNT, "lambda:PublishLayerVersion", resource), policy))
          .isFalse();
    }
  }

  @Test
  void anAccountThatIsNotKnownStandsAsAnyAndItIsSaidWhy() throws IOException {
    Publishing.noCredentials();
    var nobody = new Identity("no-such-profile", null, null);
    LayerDescriptor layer = layer().build();
    Wish wish = Wish.to(layer, new Destination(nobody, Publishing.choice(Publishing.REGION)));

    List<Allowance> policy = policy(scopes(wish).get(0), wish);

    assertThat(policy.get(0).resources())
        .containsExactly("arn:aws:lambda:eu-west-1:*:layer:my-layer");
    assertThat(publishing.progress)
        .singleElement()
        .asString()
        .startsWith("The account is not known, and stands as '*': <profile> is 'no-such-profile'");
  }
}
