package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.AccessKey;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Objects;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Access keys in Maven's settings: a {@code <server>} whose {@code <username>} is the key's id and
 * whose {@code <password>} is its secret, with an optional {@code <sessionToken>} in its {@code
 * <configuration>}. Secret and token may be encrypted as Maven's passwords are.
 */
final class ServerCredentials {

  private static final String TOKEN = "sessionToken";

  private final Settings settings;
  private final Decryption decryption;

  ServerCredentials(Settings settings, SettingsDecrypter decrypter) {
    this.settings = settings;
    this.decryption = new Decryption(decrypter);
  }

  /**
   * The access key of a server.
   *
   * @throws InvalidInputException if there is no such server, or it holds no access key
   */
  AccessKey accessKey(String serverId) {
    Server server = server(serverId);
    String id = given(serverId, "username", server.getUsername(), "the access key's id");
    String secret = given(serverId, "password", server.getPassword(), "the secret access key");
    String token = token(server);
    return new AccessKey(
        id,
        decryption.server(serverId, "<password>", secret),
        token == null ? null : decryption.server(serverId, "<sessionToken>", token));
  }

  /**
   * Who calls AWS, by the goal's {@code <profile>} or {@code <serverId>}; by neither it is the default.
   *
   * @throws InvalidInputException if both are given, or the server holds no access key
   */
  Identity identity(@Nullable String profile, @Nullable String serverId) {
    String profileName = Parameters.text(profile);
    String server = Parameters.text(serverId);
    if (profileName != null && server != null) {
      throw new InvalidInputException(
          Messages.format(
              "<profile> is '%s' and <serverId> is '%s': credentials come from one of them, so leave"
                  + " out the other.",
              profileName, server));
    }
    return new Identity(profileName, server == null ? null : accessKey(server), null);
  }

  private Server server(String serverId) {
    List<Server> servers = settings.getServers();
    return servers.stream()
        .filter(server -> serverId.equals(server.getId()))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> ids =
                  servers.stream().map(Server::getId).filter(Objects::nonNull).sorted().toList();
              return new InvalidInputException(
                  Messages.format(
                      "<serverId> is '%s', and Maven's settings have no <server> with that <id>; %s."
                          + " Add it to ~/.m2/settings.xml, or name another.",
                      serverId,
                      ids.isEmpty()
                          ? "they have none at all"
                          : "they have " + String.join(", ", ids)));
            });
  }

  private static String given(
      String serverId, String element, @Nullable String value, String meaning) {
    String text = Parameters.text(value);
    if (text == null) {
      throw new InvalidInputException(
          Messages.format(
              "<serverId> is '%s', and that <server> of Maven's settings has no <%s>: write %s"
                  + " there.",
              serverId, element, meaning));
    }
    return text;
  }

  private static @Nullable String token(Server server) {
    if (server.getConfiguration() instanceof Xpp3Dom configuration) {
      Xpp3Dom token = configuration.getChild(TOKEN);
      return token == null ? null : Parameters.text(token.getValue());
    }
    return null;
  }
}
