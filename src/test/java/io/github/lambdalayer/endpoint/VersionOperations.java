package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Publishing, reading and deleting versions. */
final class VersionOperations {
  private static final Pattern VERSION_ARN =
      Pattern.compile("(arn:.+:layer:[a-zA-Z0-9-_]+):(\\d+)");

  private final LayerStore store;
  private final VersionDocuments documents;
  private final PublishedContent contents;
  private final Path directory;

  VersionOperations(
      LayerStore store, VersionDocuments documents, PublishedContent contents, Path directory) {
    this.store = store;
    this.documents = documents;
    this.contents = contents;
    this.directory = directory;
  }

  Answer publish(Call call) throws IOException {
    LayerRef layer = call.ownLayer();
    MessageDigest digest = sha256();
    call.body().hash(digest);
    Path inline = Files.createTempFile(directory, "layer", ".zip");
    boolean kept = false;
    try {
      byte[] rest = new ZipFieldSplitter(call.body(), inline).split();
      requireSignedBody(call, digest.digest());
      JsonObject document = Json.parse(rest);
      PublishRequest request = PublishRequest.read(document);
      PublishedContent.Zip zip =
          contents.find(document.getAsJsonObject("Content"), inline, call.caller());
      ZipCheck.check(zip.file());
      StoredVersion version = store(layer, request, zip, call.lateness());
      kept = zip.file().equals(inline);
      return Answer.json(201, documents.full(layer, version));
    } finally {
      if (!kept) {
        Files.delete(inline);
      }
    }
  }

  /** The signature itself is not verified, but the body must be what was signed. */
  private static void requireSignedBody(Call call, byte[] digest) {
    String signed = call.incoming().header("x-amz-content-sha256");
    if (signed != null && !signed.equals(HexFormat.of().formatHex(digest))) {
      throw ServiceError.credentials(
          "InvalidSignatureException",
          "The request signature we calculated does not match the signature you provided. Check"
              + " your AWS Secret Access Key and signing method. Consult the service documentation"
              + " for details.");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is published by somebody else than a client. */
  StoredVersion publish(LayerRef layer, PublishRequest request, byte[] content) throws IOException {
    Path zip = Files.createTempFile(directory, "layer", ".zip");
    Files.write(zip, content);
    ZipCheck.check(zip);
    return store(layer, request, new PublishedContent.Zip(zip, true), Duration.ZERO);
  }

  Answer get(Call call) {
    return get(call, call.layer(), call.version());
  }

  Answer getByArn(Call call) {
    String arn = call.route().query().getOrDefault("Arn", "");
    Matcher matcher = VERSION_ARN.matcher(arn);
    Constraints constraints = new Constraints();
    constraints.pattern("arn", arn, VERSION_ARN.pattern());
    constraints.check();
    if (!matcher.matches()) {
      throw new IllegalStateException(arn);
    }
    return get(
        call, LayerRef.parse(matcher.group(1), call.caller()), Call.version(matcher.group(2)));
  }

  Answer delete(Call call) {
    store.delete(call.ownLayer(), call.version());
    return Answer.noContent();
  }

  Answer accountSettings(Call call) {
    String account = call.caller().account();
    String region = call.caller().region();
    JsonObject limit = new JsonObject();
    limit.addProperty("TotalCodeSize", store.storageLimit(account, region));
    limit.addProperty("CodeSizeUnzipped", ZipCheck.UNZIPPED_LIMIT);
    limit.addProperty("CodeSizeZipped", 52_428_800);
    limit.addProperty("ConcurrentExecutions", 1000);
    limit.addProperty("UnreservedConcurrentExecutions", 1000);
    JsonObject usage = new JsonObject();
    usage.addProperty("TotalCodeSize", store.storageUsed(account, region));
    usage.addProperty("FunctionCount", 0);
    JsonObject settings = new JsonObject();
    settings.add("AccountLimit", limit);
    settings.add("AccountUsage", usage);
    return Answer.json(200, settings);
  }

  /** To a stranger a version that is missing looks like one that is not granted. */
  private Answer get(Call call, LayerRef layer, long number) {
    boolean owner = layer.account().equals(call.caller().account());
    boolean granted =
        owner
            || store.find(layer, number).map(StoredVersion::statements).orElse(List.of()).stream()
                .anyMatch(statement -> statement.grants(call.caller()));
    if (!granted) {
      throw LayerRef.denied(call.caller(), "GetLayerVersion", layer.versionArn(number));
    }
    return Answer.json(200, documents.full(layer, store.get(layer, number)));
  }

  private StoredVersion store(
      LayerRef layer, PublishRequest request, PublishedContent.Zip zip, Duration lateness)
      throws IOException {
    String digest = sha256(zip.file());
    long size = Files.size(zip.file());
    ZipSignature signature = ZipSignature.of(zip.file());
    return store.publish(
        layer,
        zip.counts() ? size : 0,
        lateness,
        number ->
            new StoredVersion(
                number,
                Instant.now(),
                digest,
                size,
                request.description(),
                request.licenseInfo(),
                request.runtimes(),
                request.architectures(),
                List.of(),
                UUID.randomUUID().toString(),
                zip.file(),
                signature));
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Base64.getEncoder().encodeToString(digest.digest());
  }
}
