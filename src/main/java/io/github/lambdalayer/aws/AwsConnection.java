package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The way to AWS, in any region, with one identity. Safe for use by several threads. */
public final class AwsConnection implements AutoCloseable {

  private final AwsSettings settings;
  private final Credentials credentials;
  private final Clients clients;
  private final Caller caller;
  private final Map<String, Regional> regions = new ConcurrentHashMap<>();
  private final Map<String, S3Client> storage = new ConcurrentHashMap<>();
  private final Map<String, Signer> signers = new ConcurrentHashMap<>();
  private final Map<String, ParameterStore> parameters = new ConcurrentHashMap<>();

  private AwsConnection(Clients clients, Credentials credentials, Caller caller) {
    this.settings = clients.settings();
    this.credentials = credentials;
    this.clients = clients;
    this.caller = caller;
  }

  /**
   * Finds the credentials, assumes the role, and asks who that is.
   *
   * @param choice the regions that will be called
   * @throws InvalidInputException if there are no credentials
   */
  public static AwsConnection open(AwsSettings settings, RegionChoice choice) {
    QuietSigner.apply();
    if (settings.endpoint() == null) {
      Endpoints.checkEnvironment();
    }
    SdkHttpClient http = Clients.http(settings.proxy());
    try {
      Credentials credentials = Credentials.find(settings, http);
      var clients = new Clients(settings, credentials.provider(), http);
      return new AwsConnection(clients, credentials, Caller.of(clients, home(settings, choice)));
    } catch (RuntimeException e) {
      http.close();
      throw e;
    }
  }

  /** A region of the partition that is meant. */
  private static String home(AwsSettings settings, RegionChoice choice) {
    return choice
        .hint()
        .or(() -> Regions.own(settings.identity().profile()))
        .orElseGet(() -> Partitions.firstRegion(Partitions.DEFAULT));
  }

  /** Who calls, as far as it is known. */
  public String label() {
    return settings.identity().label();
  }

  /** How long AWS is waited for. */
  public Timing timing() {
    return settings.timing();
  }

  /** Who calls, for what is remembered of it: a role, a profile, or the id of the access key. */
  public String key() {
    String label = label();
    return label.isEmpty() ? credentials.accessKeyId() : label;
  }

  /** The account that is called, where it is known. */
  public Optional<String> account() {
    return Optional.ofNullable(caller.account());
  }

  /** The partition that is called, for example {@code aws}. */
  public String partition() {
    return caller.partition();
  }

  /** The regions that are chosen, each once. */
  public RegionChoice.Enabled regions(RegionChoice choice) {
    if (choice.isAll()) {
      return choice.among(new EnabledRegions(clients).list(caller.partition()));
    }
    String profile = settings.identity().profile();
    return new RegionChoice.Enabled(
        choice.regions().isEmpty()
            ? List.of(Regions.fromChain(profile, choice.allowUnknown()))
            : choice.named(),
        List.of());
  }

  /** What is called in one region; all of it takes turns together. */
  private record Regional(LambdaLayers layers, LambdaFunctions functions) {}

  /** The layers of one region; closed with this connection. */
  public LambdaLayers in(String region) {
    return regional(region).layers();
  }

  /** The functions of one region; closed with this connection. */
  public LambdaFunctions functionsIn(String region) {
    return regional(region).functions();
  }

  private Regional regional(String region) {
    try {
      return regions.computeIfAbsent(region, this::connect);
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      throw new InvalidInputException(
          Messages.format(
              "No client for Lambda in %s can be made: %s. Check AWS_ENDPOINT_URL,"
                  + " AWS_ENDPOINT_URL_LAMBDA and ~/.aws/config.",
              region, e.getMessage()),
          e);
    }
  }

  private Regional connect(String region) {
    URI endpoint = settings.endpoint();
    LambdaClient lambda =
        clients
            .of(LambdaClient.builder(), region, AwsRetryStrategy.doNotRetry())
            .putAuthScheme(new KnownDigestScheme())
            .build();
    var calls =
        new LambdaCalls(
            RateLimiter.of(settings.timing().pace(), caller.key(), region),
            new Retries(settings.timing()),
            new CallErrors(region, endpoint == null ? "Lambda" : endpoint.toString()));
    return new Regional(new LambdaLayers(lambda, calls), new LambdaFunctions(lambda, calls));
  }

  /** A bucket, as it is reached in a region; closed with this connection. */
  public S3Bucket bucket(String name, String region) {
    URI endpoint = settings.endpoint();
    S3Client s3 = storage.computeIfAbsent(region, clients::s3);
    return new S3Bucket(
        s3,
        name,
        region,
        endpoint == null ? "S3" : endpoint.toString(),
        new Retries(settings.timing()));
  }

  /** The parameters of one region in Systems Manager. */
  public ParameterStore parameters(String region) {
    return parameters.computeIfAbsent(region, in -> ParameterStore.in(clients, in));
  }

  /** What signs zips in one region. */
  public Signer signer(String region) {
    return signers.computeIfAbsent(region, in -> Signer.in(clients, in));
  }

  /**
   * The zip of a live version.
   *
   * @throws LiveZipException if it cannot be fetched
   */
  public SeekableByteChannel open(LiveVersion version) throws IOException {
    return RangeChannel.open(location(version), settings.proxy());
  }

  /**
   * Fetches all of the zip of a live version, and makes sure that it is what was published.
   *
   * @param file where it goes; nothing stays there if it cannot be fetched
   * @throws LiveZipException if it cannot be fetched, or has another digest
   */
  public void download(LiveVersion version, Path file) throws IOException {
    ZipDownload.of(location(version), settings.proxy(), version, file);
  }

  private static URI location(LiveVersion version) throws LiveZipException {
    String location = version.location();
    if (location == null) {
      throw new LiveZipException("Lambda does not say where the live zip is.");
    }
    try {
      return new URI(location);
    } catch (URISyntaxException e) {
      // The URL is in the exception, and a secret.
      throw new LiveZipException("Lambda says no place of the live zip that can be called.");
    }
  }

  @Override
  public void close() {
    regions.values().forEach(regional -> regional.layers().close());
    storage.values().forEach(S3Client::close);
    clients.close();
    credentials.close();
  }
}
