package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.LambdaRuntime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the systems of Lambda's runtimes have for native code. Of a runtime that this release does not
 * know nothing is said: it may run on a system that is newer than all.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda runtimes and
 *     their operating systems</a>
 * @see <a href="https://docs.aws.amazon.com/linux/al2023/ug/compare-with-al2.html">Amazon Linux 2 and
 *     2023 compared</a>
 */
enum RuntimeLibraries {
  AMAZON_LINUX(
      17,
      0,
      "java8|nodejs(4|6|8)\\.(3|10|x)|nodejs|python2\\.7|python3\\.[67]|ruby2\\.5|go1\\.x|provided"
          + "|dotnetcore[12]\\.\\d"),
  AMAZON_LINUX_2(
      26,
      24,
      "java8\\.al2|java1[17]|nodejs1[02468]\\.x|python3\\.([89]|10|11)|ruby2\\.7|ruby3\\.2"
          + "|dotnetcore3\\.1|dotnet[67]|provided\\.al2"),
  AMAZON_LINUX_2023(
      34,
      29,
      "java21|java25|java\\d+\\.al2023|nodejs2[024]\\.x|python3\\.1[234]|ruby3\\.[34]|ruby4\\.0"
          + "|dotnet8|dotnet10|provided\\.al2023");

  /** The minor version of its glibc, 34 for 2.34. */
  final int glibc;

  /** The newest GLIBCXX_3.4 of its libstdc++, 29 for 3.4.29; 0 where it is not known. */
  final int libstdcxx;

  private final Pattern runtimes;

  RuntimeLibraries(int glibc, int libstdcxx, String runtimes) {
    this.glibc = glibc;
    this.libstdcxx = libstdcxx;
    this.runtimes = Pattern.compile(runtimes);
  }

  /** Those of a runtime; nothing for one that is not known. */
  static Optional<RuntimeLibraries> of(LambdaRuntime runtime) {
    return Arrays.stream(values())
        .filter(system -> system.runtimes.matcher(runtime.id()).matches())
        .findFirst();
  }
}
