package io.github.lambdalayer.endpoint;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * AWS Lambda's layer operations on loopback, as strict as the service: what AWS refuses is refused
 * here with AWS's status, error type and message. The same port answers for S3 with the bucket in
 * the path, for STS, Systems Manager's parameters, Signer and the list of an account's regions: the
 * service of the credential scope decides.
 *
 * <p>Region and account come from the call's SigV4 credential scope: an access key id {@code AKIA}
 * (or {@code ASIA}) with twelve digits behind it belongs to that account, any other one to {@link
 * #DEFAULT_ACCOUNT}. The signature's value is not verified.
 */
public final class StrictLambdaEndpoint implements AutoCloseable {
  /** Calls with this access key id are refused with {@code UnrecognizedClientException}. */
  public static final String WRONG_ACCESS_KEY_ID = "AKIAWRONG";

  /** The account of an access key id that names none. */
  public static final String DEFAULT_ACCOUNT = "123456789012";

  /** The organization that every account is a member of. */
  public static final String ORGANIZATION_ID = "o-a1b2c3d4e5";

  static {
    // The JDK's server sends head and body apart, and Nagle's algorithm then costs 40 ms a call.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final LayerStore store = new LayerStore();
  private final FunctionStore functionStore = new FunctionStore();
  private final Functions functions = new Functions(functionStore, store);
  private final CallLog log = new CallLog();
  private final Faults faults = new Faults();
  private final RateMeter rate = new RateMeter();
  private final ExecutorService executor = Executors.newCachedThreadPool(DaemonThreads::make);
  private final Thread hook = new Thread(this::end, "lambda-endpoint-end");
  private final TokenService tokens = new TokenService();
  private final AccountService accounts = new AccountService();
  private final S3Buckets buckets = new S3Buckets();
  private final ParameterService parameters = new ParameterService();
  private final ByHand byHand;
  private final SignerService signer;
  private final Path directory;
  private final HttpServer server;

  private StrictLambdaEndpoint(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(Loopback.address(), port), 0);
    directory = Files.createTempDirectory("lambda-endpoint");
    LayerService service = new LayerService(uri(), store, functionStore, buckets, directory);
    signer = new SignerService(buckets, directory);
    byHand = new ByHand(store, service.versions());
    List<Service> services =
        List.of(service, tokens, accounts, new S3Service(buckets, directory), parameters, signer);
    server.createContext("/", new EndpointHandler(services, log, faults, rate));
    server.setExecutor(executor);
    DaemonThreads.run(server::start);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts on a free port of 127.0.0.1. */
  public static StrictLambdaEndpoint start() {
    return start(0);
  }

  /**
   * Starts on a port of 127.0.0.1; 0 takes a free one.
   *
   * @throws UncheckedIOException where the port is taken
   */
  public static StrictLambdaEndpoint start(int port) {
    try {
      return new StrictLambdaEndpoint(port);
    } catch (IOException e) {
      throw new UncheckedIOException("No endpoint on 127.0.0.1:" + port, e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** All calls so far in order of arrival, refused and dropped ones too. */
  public List<RecordedCall> calls() {
    return log.snapshot();
  }

  /** The calls so far of one operation, such as {@code PublishLayerVersion}. */
  public List<RecordedCall> calls(String operation) {
    return calls().stream().filter(call -> call.operation().equals(operation)).toList();
  }

  public void clearCalls() {
    log.clear();
  }

  /** A layer's live versions, newest first, those that clients cannot see yet too. */
  public List<StoredVersion> versions(String account, String region, String layerName) {
    return store.versions(account, region, layerName);
  }

  /**
   * Takes a statement away, as somebody with a console would.
   *
   * @throws IllegalArgumentException where there is no such statement
   */
  public void removeStatement(
      String account, String region, String layerName, long version, String sid) {
    byHand.removeStatement(ByHand.layer(account, region, layerName), version, sid);
  }

  /**
   * Adds a statement, as somebody with a console would.
   *
   * @param principal {@code *}, a 12-digit account or its root's ARN
   * @throws IllegalArgumentException where there is no such version or the id is taken
   */
  public void addStatement(
      String account,
      String region,
      String layerName,
      long version,
      String sid,
      String principal,
      @Nullable String organizationId) {
    byHand.addStatement(
        ByHand.layer(account, region, layerName), version, sid, principal, organizationId);
  }

  /**
   * Deletes a version, as somebody with a console would.
   *
   * @throws IllegalArgumentException where there is no such version
   */
  public void deleteVersion(String account, String region, String layerName, long version) {
    byHand.deleteVersion(ByHand.layer(account, region, layerName), version);
  }

  /**
   * Publishes as another publisher would, for every runtime and architecture.
   *
   * @throws IllegalArgumentException where the service would refuse the zip
   */
  public StoredVersion publishByHand(
      String account, String region, String layerName, byte[] zip, String description) {
    PublishRequest request = new PublishRequest(description, "", List.of(), List.of());
    return byHand.publish(ByHand.layer(account, region, layerName), request, zip);
  }

  /**
   * Publishes as another publisher would, for some runtimes and architectures.
   *
   * @throws IllegalArgumentException where the service would refuse the zip
   */
  public StoredVersion publishByHand(
      String account,
      String region,
      String layerName,
      byte[] zip,
      List<String> runtimes,
      List<String> architectures) {
    PublishRequest request = new PublishRequest("", "", runtimes, architectures);
    return byHand.publish(ByHand.layer(account, region, layerName), request, zip);
  }

  /** Lets one account and region store no more than so many bytes of zips. */
  public void storageLimit(String account, String region, long bytes) {
    store.storageLimit(account, region, bytes);
  }

  /** The next call of the operation meets the fault; several wait in line. */
  public void fail(String operation, Fault fault) {
    faults.add(operation, fault);
  }

  /** The next call of the operation in this region meets the fault; several wait in line. */
  public void failIn(String region, String operation, Fault fault) {
    faults.addIn(region, operation, fault);
  }

  /** Asks the plan for each call for which no fault waits. */
  public void faults(FaultPlan plan) {
    faults.plan(plan);
  }

  /** Faults, delays and denials in detail. */
  public Faults faults() {
    return faults;
  }

  /**
   * Refuses with 429 what comes above so many Lambda calls of one account and region in any one
   * second, as the service does above about 15.
   */
  public void limitRate(int callsPerSecond) {
    rate.limit(callsPerSecond);
  }

  /** The most Lambda calls that one account and region made in any one second, refused ones too. */
  public int peakRate() {
    return rate.peak();
  }

  /** The buckets of all accounts and regions. */
  public S3Buckets s3() {
    return buckets;
  }

  /** The functions of all accounts and regions. */
  public Functions functions() {
    return functions;
  }

  /** AWS Signer, in all accounts and regions. */
  public SignerService signer() {
    return signer;
  }

  /** The parameters of Systems Manager, in all accounts and regions. */
  public ParameterService parameters() {
    return parameters;
  }

  /** From now on nobody assumes the role without its external id. */
  public void requireExternalId(String roleArn, String externalId) {
    tokens.requireExternalId(roleArn, externalId);
  }

  /** The regions that are enabled in the account; without a word those that all accounts have. */
  public void regions(String account, List<String> enabled) {
    accounts.enable(account, enabled);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the JVM is going down, and the hook does the work
    }
    end();
  }

  /** Prints the URL and runs until the process is killed; the port is an optional argument. */
  public static void main(String[] args) throws InterruptedException {
    StrictLambdaEndpoint endpoint = start(args.length == 0 ? 0 : Integer.parseInt(args[0]));
    System.out.println(endpoint.uri());
    Thread.currentThread().join();
  }

  private void end() {
    server.stop(0);
    executor.shutdownNow();
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
