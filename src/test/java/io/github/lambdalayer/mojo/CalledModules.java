package io.github.lambdalayer.mojo;

import java.lang.reflect.Proxy;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;

/** Maven's own part in calling goals in other modules, for tests. */
final class CalledModules {

  private CalledModules() {}

  /** What a goal does in a module. */
  @FunctionalInterface
  interface Goal {
    void execute(MavenSession session, MojoExecution execution) throws MojoFailureException;
  }

  /** Calls a goal in place of the plugin's. */
  static BuildPluginManager by(Goal goal) {
    return (BuildPluginManager)
        Proxy.newProxyInstance(
            CalledModules.class.getClassLoader(),
            new Class<?>[] {BuildPluginManager.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("executeMojo")) {
                throw new UnsupportedOperationException(method.getName());
              }
              goal.execute((MavenSession) arguments[0], (MojoExecution) arguments[1]);
              return null;
            });
  }

  /** Calls nothing, for there is one module. */
  static BuildPluginManager none() {
    return by(
        (session, execution) -> {
          throw new AssertionError("called in " + session.getCurrentProject());
        });
  }
}
