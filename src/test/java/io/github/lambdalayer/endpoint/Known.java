package io.github.lambdalayer.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The identifiers that the service knows; layers may name retired runtimes too. */
final class Known {
  static final List<String> ARCHITECTURES = List.of("x86_64", "arm64");

  static final List<String> RUNTIMES =
      Stream.of(
              "java8 java8.al2 java8.al2023 java11 java11.al2023 java17 java17.al2023 java21"
                  + " java25",
              "nodejs nodejs4.3 nodejs4.3-edge nodejs6.10 nodejs8.10 nodejs10.x nodejs12.x",
              "nodejs14.x nodejs16.x nodejs18.x nodejs20.x nodejs22.x nodejs24.x",
              "python2.7 python3.6 python3.7 python3.8 python3.9 python3.10 python3.11 python3.12",
              "python3.13 python3.14 ruby2.5 ruby2.7 ruby3.2 ruby3.3 ruby3.4 ruby4.0",
              "dotnetcore1.0 dotnetcore2.0 dotnetcore2.1 dotnetcore3.1 dotnet6 dotnet8 dotnet10",
              "go1.x provided provided.al2 provided.al2023")
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .toList();

  private Known() {}
}
