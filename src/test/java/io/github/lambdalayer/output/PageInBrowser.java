package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.browser.Chromium;
import io.github.lambdalayer.browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test of the page in a browser; {@code -DlambdaLayer.pictures=folder} keeps what was seen.
 */
abstract class PageInBrowser {

  static Chromium chromium;
  static Path small;
  static Path large;

  Tab tab;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    chromium = Chromium.start();
    small = new SampleReport(folder).findings().page();
    large = Files.writeString(folder.resolve("large.html"), ReportPage.of(SampleReport.large()));
  }

  @AfterAll
  static void end() {
    chromium.close();
  }

  @BeforeEach
  void open() throws IOException {
    tab = chromium.newTab();
    tab.resize(1280, 900);
  }

  /** Whatever a test does, the page asks for nothing but itself, and nothing goes wrong in it. */
  @AfterEach
  void nothingWasAskedForAndNothingWentWrong() {
    assertThat(tab.complaints()).isEmpty();
    assertThat(tab.requests()).allMatch(url -> url.startsWith("file:") || url.equals("data:,"));
    assertThat(tab.requests().stream().filter(url -> url.startsWith("file:"))).hasSize(1);
    tab.close();
  }

  void show(Path page) {
    tab.open(page.toUri());
    assertThat(tab.text("document.documentElement.dataset.ready")).isEqualTo("true");
  }

  void picture(String name) throws IOException {
    String folder = System.getProperty("lambdaLayer.pictures");
    if (folder != null) {
      tab.screenshot(Files.createDirectories(Path.of(folder)).resolve(name + ".png"), true);
    }
  }

  int rows(String table) {
    return tab.number("document.querySelectorAll('#" + table + "-table tbody tr').length");
  }
}
