package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page looks like, by light and by night, on paper, on wide screens and narrow ones. */
@EnabledIf(
    value = "io.github.lambdalayer.browser.Chromium#available",
    disabledReason = "chromium is not on the PATH")
final class ReportLooksTest extends PageInBrowser {

  /** Heads of tables, ids and parts of names that stand on more than one line. */
  private static final String BROKEN =
      """
      JSON.stringify([...document.querySelectorAll('th button, td code, .whole')].flatMap(one =>
          [...one.childNodes].filter(node => node.nodeType === 3)).filter(text => {
            const range = document.createRange();
            range.selectNodeContents(text);
            return new Set([...range.getClientRects()].map(r => r.top)).size > 1;
          }).map(text => text.data))""";

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void hasEnoughContrast(String scheme) throws IOException {
    tab.prefer("prefers-color-scheme", scheme);
    show(small);
    picture(scheme);

    assertThat(tab.text(Contrast.WORST)).matches("ok");
    assertThat(tab.text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(scheme.equals("dark") ? "rgb(20, 23, 27)" : "rgb(255, 255, 255)");
  }

  @Test
  void letsTheUserChooseDark() {
    tab.prefer("prefers-color-scheme", "light");
    show(small);
    tab.json("document.getElementById('theme').focus()");
    tab.press("Enter");
    tab.press("Enter");

    assertThat(tab.text("document.getElementById('theme').textContent")).isEqualTo("Colours: dark");
    assertThat(tab.text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(20, 23, 27)");
    assertThat(tab.text(Contrast.WORST)).matches("ok");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 400})
  void fitsANarrowScreen(int width) throws IOException {
    tab.resize(width, 700);
    show(small);
    picture("narrow-" + width);

    assertThat(tab.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    assertThat(tab.number("document.querySelector('#findings caption').offsetHeight"))
        .isLessThan(40);
    assertThat(tab.text("getComputedStyle(document.querySelector('td'), '::before').content"))
        .contains("Severity");
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 1200})
  void breaksNoHeadAndNoIdWhereItIsWide(int width) throws IOException {
    tab.resize(width, 900);
    show(small);
    picture("wide-" + width);

    assertThat(tab.text(BROKEN)).isEqualTo("[]");
    assertThat(tab.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }

  @Test
  void isPrintedDarkOnWhite() throws IOException {
    show(small);
    tab.json("document.documentElement.setAttribute('data-theme', 'dark')");
    tab.print();
    picture("print");

    assertThat(tab.text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
    assertThat(tab.text("getComputedStyle(document.getElementById('theme')).display"))
        .isEqualTo("none");
  }
}
