package io.github.lambdalayer.operate;

import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.endpoint.Zips;
import java.util.List;

/** Layers that the functions of the tests cannot have. */
enum Unfit {
  RUNTIME("It runs on java21, and my-layer:4 is for java17, java25"),
  ARCHITECTURE("It runs on x86_64, and my-layer:4 is for arm64");

  final String said;

  Unfit(String said) {
    this.said = said;
  }

  void publish(StrictLambdaEndpoint aws) {
    aws.publishByHand(
        StrictLambdaEndpoint.DEFAULT_ACCOUNT,
        "eu-west-1",
        "my-layer",
        Zips.of("text", "unfit"),
        this == RUNTIME ? List.of("java25", "java17") : List.of(),
        this == ARCHITECTURE ? List.of("arm64") : List.of());
  }
}
