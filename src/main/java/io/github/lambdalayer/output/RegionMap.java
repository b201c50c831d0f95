package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.LayerVersionArn;
import java.util.Comparator;
import java.util.List;

/** How ARNs are told apart: by their regions, and where there are several accounts, by these too. */
final class RegionMap {

  private RegionMap() {}

  static boolean isOfOneAccount(List<LayerVersionArn> arns) {
    return arns.stream().map(LayerVersionArn::account).distinct().count() == 1;
  }

  /** By region and account. */
  static List<LayerVersionArn> sorted(List<LayerVersionArn> arns) {
    return arns.stream()
        .sorted(
            Comparator.comparing(LayerVersionArn::region).thenComparing(LayerVersionArn::account))
        .toList();
  }
}
