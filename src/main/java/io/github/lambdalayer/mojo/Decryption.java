package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/**
 * What is encrypted in Maven's settings, read by Maven's own decrypter. It knows the passwords of
 * servers and proxies only, so any other value is handed to it as such a password.
 */
final class Decryption {

  private final SettingsDecrypter decrypter;

  Decryption(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  /** A value of a {@code <server>}. */
  String server(String id, String element, String value) {
    var server = new Server();
    server.setId(id);
    server.setPassword(value);
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    Server decrypted = result.getServer();
    String what = Messages.format("%s of the <server> '%s'", element, id);
    return checked(what, value, decrypted == null ? null : decrypted.getPassword(), result);
  }

  /** The password of a {@code <proxy>}. */
  String proxy(String id, String value) {
    var proxy = new Proxy();
    proxy.setId(id);
    proxy.setPassword(value);
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
    Proxy decrypted = result.getProxy();
    String what = Messages.format("<password> of the <proxy> '%s'", id);
    return checked(what, value, decrypted == null ? null : decrypted.getPassword(), result);
  }

  /** Maven warns and goes on with what it could not decrypt; AWS would only say that it is wrong. */
  private static String checked(
      String what, String encrypted, @Nullable String value, SettingsDecryptionResult result) {
    if (value != null && !value.isBlank() && !isEncrypted(value)) {
      return value;
    }
    String problems =
        problems(result).stream()
            .map(SettingsProblem::getMessage)
            .map(message -> message == null ? "" : message.replace(encrypted, "..."))
            .collect(Collectors.joining("; "));
    throw new InvalidInputException(
        Messages.format(
            "%s in Maven's settings cannot be decrypted%s. Encrypt it again with mvn"
                + " --encrypt-password, and see that settings-security.xml holds the master password"
                + " that it was encrypted with.",
            what, problems.isEmpty() ? "" : ": " + problems));
  }

  private static List<SettingsProblem> problems(SettingsDecryptionResult result) {
    return result.getProblems() == null ? List.of() : result.getProblems();
  }

  /** Access keys and tokens have no braces; in a password, Maven wants a backslash before one. */
  private static boolean isEncrypted(String value) {
    return value.matches("(?s).*(?<!\\\\)\\{.*(?<!\\\\)}.*");
  }
}
