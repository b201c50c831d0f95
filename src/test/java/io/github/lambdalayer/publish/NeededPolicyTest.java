package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.AssumedRole;
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

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final String OTHER_REGION = "us-west-2";

  /** A configuration, and all that can become of it. */
  private enum Story {
    PLAIN {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        return Wish.of(test.layer().build(), Publishing.REGION);
      }
    },
    GRANTS {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        test.aws.publishByHand(ACCOUNT, Publishing.REGION, NAME, Contents.zip("old"), "old");
        LayerDescriptor layer = test.layer().permissions("public").build();
        return Wish.of(layer, Publishing.REGION).with(new Options().removeOtherGrants());
      }

      @Override
      void between(NeededPolicyTest test) {
        test.aws.addStatement(ACCOUNT, Publishing.REGION, NAME, 2, "by-hand", "111122223333", null);
      }
    },
    ALIGNED {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        test.aws.publishByHand(ACCOUNT, Publishing.REGION, NAME, Contents.zip("1"), "old");
        test.aws.publishByHand(ACCOUNT, Publishing.REGION, NAME, Contents.zip("2"), "old");
        return Wish.of(test.layer().build(), Publishing.REGION, OTHER_REGION)
            .with(new Options().alignVersions());
      }
    },
    ALL_REGIONS {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        return Wish.of(test.layer().build(), "all").with(new Options().parameters("/l/{region}/x"));
      }
    },
    BUCKETS {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        test.buckets("layers-{region}-{account}", false);
        return Wish.of(test.layer().build(), Publishing.REGION, OTHER_REGION)
            .with(new Options().through(Upload.Route.S3, "layers-{region}-{account}"));
      }

      @Override
      void before(NeededPolicyTest test, Wish wish) {
        test.leave(wish, "layers-eu-west-1-123456789012");
      }
    },
    VERSIONED_BUCKETS {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        test.buckets("layers-{region}", true);
        return Wish.of(test.layer().build(), Publishing.REGION, OTHER_REGION)
            .with(new Options().through(Upload.Route.S3, "layers-{region}"));
      }
    },
    KEPT_OBJECTS {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        test.buckets("layers-{region}", true);
        return Wish.of(test.layer().build(), Publishing.REGION, OTHER_REGION)
            .with(new Options().through(Upload.Route.S3, "layers-{region}").keepObject());
      }
    },
    REFERENCE {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        new Buckets(test.aws.uri()).makeForReferences("layers", Publishing.REGION);
        return Wish.of(test.layer().build(), Publishing.REGION, OTHER_REGION)
            .with(new Options().through(Upload.Route.REFERENCE, "layers"));
      }
    },
    PARAMETERS {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        return Wish.of(test.layer().build(), Publishing.REGION)
            .with(new Options().parameters("/layers/{layerName}"));
      }
    },
    SIGNED {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        return Wish.of(test.layer().build(), Publishing.REGION, OTHER_REGION)
            .with(test.signed(Upload.Route.S3, "layers-{region}"));
      }
    },
    SIGNED_REFERENCE {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        Options options = test.signed(Upload.Route.REFERENCE, "layers-{region}");
        for (String region : List.of(Publishing.REGION, OTHER_REGION)) {
          String bucket = "layers-" + region;
          test.aws.s3().bucketPolicy(bucket, Buckets.policy(bucket));
        }
        return Wish.of(test.layer().build(), Publishing.REGION, OTHER_REGION).with(options);
      }
    },
    ROLES {
      @Override
      Wish wish(NeededPolicyTest test) throws IOException {
        return Wish.to(
            test.layer().permissions("public").build(), role("222233334444"), role("333344445555"));
      }
    };

    abstract Wish wish(NeededPolicyTest test) throws IOException;

    void before(NeededPolicyTest test, Wish wish) {}

    void between(NeededPolicyTest test) {}

    private static Destination role(String account) {
      return new Destination(
          new Identity(
              null,
              null,
              new AssumedRole("arn:aws:iam::" + account + ":role/publisher", null, "session")),
          Publishing.choice(Publishing.REGION));
    }
  }

  private Options signed(Upload.Route route, String bucket) {
    buckets(bucket, true);
    aws.signer().profile(ACCOUNT, Publishing.REGION, "layers");
    aws.signer().profile(ACCOUNT, OTHER_REGION, "layers");
    return new Options().through(route, bucket).signed("layers");
  }

  private void buckets(String name, boolean isVersioned) {
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
  private void leave(Wish wish, String bucket) {
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
  private List<Need> needs(Story story, Wish wish) throws IOException {
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
    return PolicyScope.of(wish.destinations(), publishing.settings(Identity.DEFAULT));
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
  @EnumSource(Story.class)
  void everyCallIsAllowed(Story story) throws IOException {
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
    for (Story story : Story.values()) {
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
    for (Story story : Story.values()) {
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
}
