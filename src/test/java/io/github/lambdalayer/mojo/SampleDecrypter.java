package io.github.lambdalayer.mojo;

import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Decrypts as Maven does, with a code that can be read: the password backwards in braces. */
final class SampleDecrypter implements SettingsDecryptionResult {

  private final List<Server> servers;
  private final List<Proxy> proxies;
  private final List<SettingsProblem> problems = new java.util.ArrayList<>();

  private SampleDecrypter(SettingsDecryptionRequest request) {
    servers = request.getServers().stream().map(Server::clone).toList();
    proxies = request.getProxies().stream().map(Proxy::clone).toList();
    servers.forEach(server -> server.setPassword(decrypted(server.getPassword())));
    proxies.forEach(proxy -> proxy.setPassword(decrypted(proxy.getPassword())));
  }

  static SettingsDecrypter decrypting() {
    return SampleDecrypter::new;
  }

  /** What is bad is reported, and what stays is passed over, as Maven 3 and 4 do. */
  private String decrypted(String value) {
    if (value.startsWith("{bad")) {
      problems.add(
          new DefaultSettingsProblem(
              "Cannot read " + value, SettingsProblem.Severity.ERROR, "server", -1, -1, null));
    }
    return value.matches("\\{(?!bad|stays).*}")
        ? new StringBuilder(value.substring(1, value.length() - 1)).reverse().toString()
        : value;
  }

  @Override
  public Server getServer() {
    return servers.get(0);
  }

  @Override
  public List<Server> getServers() {
    return servers;
  }

  @Override
  public Proxy getProxy() {
    return proxies.get(0);
  }

  @Override
  public List<Proxy> getProxies() {
    return proxies;
  }

  @Override
  public List<SettingsProblem> getProblems() {
    return problems;
  }
}
