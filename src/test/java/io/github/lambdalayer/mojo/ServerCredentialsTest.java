package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.aws.AccessKey;
import io.github.lambdalayer.aws.AssumedRole;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.layer.InvalidInputException;
import java.util.List;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ServerCredentialsTest {

  private final Settings settings = new Settings();
  private final ServerCredentials servers =
      new ServerCredentials(settings, SampleDecrypter.decrypting());

  private Server add(String id, @Nullable String username, @Nullable String password) {
    var server = new Server();
    server.setId(id);
    server.setUsername(username);
    server.setPassword(password);
    settings.addServer(server);
    return server;
  }

  private void refuses(String serverId, String... messages) {
    var refused =
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> servers.accessKey(serverId));
    for (String message : messages) {
      refused.withMessageContaining(message);
    }
    refused.withMessageNotContaining("hidden");
  }

  private static void token(Server server, String value) {
    var configuration = new Xpp3Dom("configuration");
    var token = new Xpp3Dom("sessionToken");
    token.setValue(value);
    configuration.addChild(token);
    server.setConfiguration(configuration);
  }

  @Test
  void aServerIsAnAccessKey() {
    add("other", "AKIAOTHER", "x");
    add("aws", " AKIAEXAMPLE ", "hidden");

    assertThat(servers.accessKey("aws")).isEqualTo(new AccessKey("AKIAEXAMPLE", "hidden", null));
  }

  @Test
  void whoCallsIsAProfileOrAServerOrTheDefault() {
    add("aws", "AKIAEXAMPLE", "hidden");

    assertThat(servers.identity(" ", null)).isEqualTo(Identity.DEFAULT);
    assertThat(servers.identity(" dev ", "")).isEqualTo(new Identity("dev", null, null));
    assertThat(servers.identity(null, "aws"))
        .isEqualTo(new Identity(null, new AccessKey("AKIAEXAMPLE", "hidden", null), null));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> servers.identity("dev", "aws"))
        .withMessageContaining("<profile> is 'dev' and <serverId> is 'aws'");
  }

  @Test
  void secretAndTokenMayBeEncrypted() {
    token(add("aws", "ASIAEXAMPLE", "{terces}"), "{nekot}");

    assertThat(servers.accessKey("aws")).isEqualTo(new AccessKey("ASIAEXAMPLE", "secret", "token"));
  }

  @Test
  void theTokenMayBePlain() {
    token(add("aws", "ASIAEXAMPLE", "secret"), "token");

    assertThat(servers.accessKey("aws").sessionToken()).isEqualTo("token");
  }

  @Test
  void namesTheServersThatThereAre() {
    refuses("aws", "<serverId> is 'aws'", "they have none at all");
    add("nexus", "x", "hidden");
    add("central", "x", "hidden");
    refuses("aws", "they have central, nexus");
  }

  @Test
  void aServerWithoutCredentialsIsRefused() {
    add("nameless", null, "hidden");
    add("open", "AKIAEXAMPLE", " ");

    refuses("nameless", "has no <username>: write the access key's id there");
    refuses("open", "has no <password>");
  }

  @Test
  void whatCannotBeDecryptedIsRefusedWithoutPrintingIt() {
    add("aws", "AKIAEXAMPLE", "{bad-hidden}");
    token(add("token", "ASIAEXAMPLE", "secret"), "{bad-hidden}");

    refuses("aws", "<password> of the <server> 'aws'", "cannot be decrypted: Cannot read ...");
    refuses("token", "<sessionToken> of the <server> 'token'", "cannot be decrypted");
  }

  @Test
  void whatStaysEncryptedIsRefused() {
    add("aws", "AKIAEXAMPLE", "{stays-hidden}");

    refuses("aws", "cannot be decrypted. Encrypt it again");
  }

  @Test
  void aTargetTakesItsIdentityFromThere() {
    add("aws", "AKIAEXAMPLE", "secret");
    String role = "arn:aws:iam::111122223333:role/publisher";

    assertThat(TargetSpec.of(null, "aws", role).identity(servers))
        .isEqualTo(
            new Identity(
                null,
                new AccessKey("AKIAEXAMPLE", "secret", null),
                new AssumedRole(role, null, AssumedRole.SESSION_NAME)));
    assertThat(TargetSpec.of("p", null, null).identity(servers))
        .isEqualTo(new Identity("p", null, null));
    assertThat(
            new TargetSpec(null, null, null, null, null, List.of("eu-west-1"), List.of())
                .identity(servers))
        .isEqualTo(Identity.DEFAULT);
  }
}
