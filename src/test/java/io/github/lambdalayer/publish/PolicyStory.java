package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.AssumedRole;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.publish.Publishing.Wish;
import java.io.IOException;
import java.util.List;

/** A configuration, and all that can become of it. */
enum PolicyStory {
  PLAIN {
    @Override
    Wish wish(NeededPolicyTest test) throws IOException {
      return Wish.of(test.layer().build(), Publishing.REGION);
    }
  },
  GRANTS {
    @Override
    Wish wish(NeededPolicyTest test) throws IOException {
      test.aws.publishByHand(
          NeededPolicyTest.ACCOUNT,
          Publishing.REGION,
          NeededPolicyTest.NAME,
          Contents.zip("old"),
          "old");
      LayerDescriptor layer = test.layer().permissions("public").build();
      return Wish.of(layer, Publishing.REGION).with(new Options().removeOtherGrants());
    }

    @Override
    void between(NeededPolicyTest test) {
      test.aws.addStatement(
          NeededPolicyTest.ACCOUNT,
          Publishing.REGION,
          NeededPolicyTest.NAME,
          2,
          "by-hand",
          "111122223333",
          null);
    }
  },
  ALIGNED {
    @Override
    Wish wish(NeededPolicyTest test) throws IOException {
      test.aws.publishByHand(
          NeededPolicyTest.ACCOUNT,
          Publishing.REGION,
          NeededPolicyTest.NAME,
          Contents.zip("1"),
          "old");
      test.aws.publishByHand(
          NeededPolicyTest.ACCOUNT,
          Publishing.REGION,
          NeededPolicyTest.NAME,
          Contents.zip("2"),
          "old");
      return Wish.of(test.layer().build(), Publishing.REGION, NeededPolicyTest.OTHER_REGION)
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
      return Wish.of(test.layer().build(), Publishing.REGION, NeededPolicyTest.OTHER_REGION)
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
      return Wish.of(test.layer().build(), Publishing.REGION, NeededPolicyTest.OTHER_REGION)
          .with(new Options().through(Upload.Route.S3, "layers-{region}"));
    }
  },
  KEPT_OBJECTS {
    @Override
    Wish wish(NeededPolicyTest test) throws IOException {
      test.buckets("layers-{region}", true);
      return Wish.of(test.layer().build(), Publishing.REGION, NeededPolicyTest.OTHER_REGION)
          .with(new Options().through(Upload.Route.S3, "layers-{region}").keepObject());
    }
  },
  REFERENCE {
    @Override
    Wish wish(NeededPolicyTest test) throws IOException {
      new Buckets(test.aws.uri()).makeForReferences("layers", Publishing.REGION);
      return Wish.of(test.layer().build(), Publishing.REGION, NeededPolicyTest.OTHER_REGION)
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
      return Wish.of(test.layer().build(), Publishing.REGION, NeededPolicyTest.OTHER_REGION)
          .with(test.signed(Upload.Route.S3, "layers-{region}"));
    }
  },
  SIGNED_REFERENCE {
    @Override
    Wish wish(NeededPolicyTest test) throws IOException {
      Options options = test.signed(Upload.Route.REFERENCE, "layers-{region}");
      for (String region : List.of(Publishing.REGION, NeededPolicyTest.OTHER_REGION)) {
        String bucket = "layers-" + region;
        test.aws.s3().bucketPolicy(bucket, Buckets.policy(bucket));
      }
      return Wish.of(test.layer().build(), Publishing.REGION, NeededPolicyTest.OTHER_REGION)
          .with(options);
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
