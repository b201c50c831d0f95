package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the page shows, and how it is used. */
@EnabledIf(
    value = "io.github.lambdalayer.browser.Chromium#available",
    disabledReason = "chromium is not on the PATH")
final class ReportPageTest extends PageInBrowser {

  private static final String FOCUS = "document.activeElement.getAttribute('aria-label')";
  private static final String CRUMBS =
      "[...document.querySelectorAll('.treemap li')].map(c => c.textContent).join(' > ')";

  private static final String LOADED =
      "Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)";

  /** What the arrow keys do wrong: a rectangle that is not beside, one that is never reached. */
  private static final String ASTRAY =
      """
      (() => {
        const cells = [...document.querySelectorAll('.cell')];
        const wrong = [];
        const reached = new Set();
        const press = (cell, key) => {
          cell.focus();
          cell.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
          return document.activeElement;
        };
        const gap = (a, b, key) => ({ArrowRight: b.left - a.right, ArrowLeft: a.left - b.right,
            ArrowDown: b.top - a.bottom, ArrowUp: a.top - b.bottom})[key];
        const overlap = (a, b, key) => key === 'ArrowLeft' || key === 'ArrowRight'
            ? Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
            : Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const todo = [cells[0]];
        while (todo.length) {
          const cell = todo.pop();
          if (reached.has(cell)) {
            continue;
          }
          reached.add(cell);
          const box = cell.getBoundingClientRect();
          for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
            const next = press(cell, key);
            const there = next.getBoundingClientRect();
            if (next !== cell && (gap(box, there, key) > 6 || overlap(box, there, key) <= 0)) {
              wrong.push(cell.textContent + ' ' + key + ' ' + next.textContent);
            }
            todo.push(next);
          }
        }
        return JSON.stringify(wrong) + ' unreached: ' + (cells.length - reached.size);
      })()""";

  private String firstCell(String table) {
    return tab.text("document.querySelector('#" + table + "-table tbody td').textContent");
  }

  private void search(String table, String words) {
    tab.json("document.getElementById('" + table + "-search').focus()");
    tab.type(words);
  }

  /** Puts the focus on the rectangle of the treemap that is in the order of the Tab key. */
  private void enterTreemap() {
    tab.json("document.querySelector('.cell[tabindex=\"0\"]').focus()");
  }

  @Test
  void showsAllThatIsKnown() throws IOException {
    show(small);

    assertThat(tab.text("document.title")).isEqualTo("sample – Lambda layer report");
    assertThat(tab.text("document.querySelector('.counts').textContent"))
        .isEqualTo("1 error1 warning1 note");
    assertThat(tab.text("document.getElementById('summary').innerText"))
        .contains("java17, java21", "x86_64", "account:111122223333", "262,144,000");
    assertThat(rows("findings")).isEqualTo(3);
    assertThat(firstCell("findings")).isEqualTo("error");
    assertThat(rows("dependencies")).isEqualTo(4);
    assertThat(rows("natives")).isEqualTo(2);
    assertThat(rows("licences")).isEqualTo(2);
    assertThat(rows("entries")).isEqualTo(7);
    assertThat(tab.text("document.querySelector('#duplicates-table tbody tr').innerText"))
        .contains("org.a", "a-1.0.jar", "b-2.0.jar", "One");
    picture("light");
  }

  @Test
  void showsHostileNamesAsTheyAreWritten() {
    show(small);

    assertThat(tab.text("typeof window.hacked")).isEqualTo("undefined");
    assertThat(tab.text("document.getElementById('entries-table').textContent"))
        .contains(SampleReport.HOSTILE, "data/a\\u202etxt.exe\\u2028b");
    assertThat(tab.text("document.getElementById('findings-table').textContent"))
        .contains("bin/tool <b>is</b> not executable.");
    assertThat(tab.number("document.querySelectorAll('td b, td script').length")).isZero();
  }

  @Test
  void findsRowsThatHaveEveryWord() {
    show(small);
    search("entries", "LIB jar");

    assertThat(rows("entries")).isEqualTo(4);
    assertThat(tab.text("document.querySelector('#entries .status').textContent"))
        .isEqualTo("4 of 7 files found");
    search("entries", " broken");
    assertThat(rows("entries")).isEqualTo(1);
  }

  @Test
  void sortsByAColumnAndTheOtherWayRound() {
    show(small);
    String button = "document.querySelectorAll('#entries-table th button')[0]";
    tab.json(button + ".focus()");
    tab.press("Enter");
    assertThat(firstCell("entries")).startsWith("META-INF/");
    tab.press("Enter");
    assertThat(firstCell("entries")).isEqualTo("java/lib/driver-1.0.jar");
    assertThat(tab.text(button + ".parentElement.getAttribute('aria-sort')"))
        .isEqualTo("descending");
    tab.json("document.querySelectorAll('#entries-table th button')[1].focus()");
    tab.press("Enter");
    assertThat(firstCell("entries")).isEqualTo("java/lib/driver-1.0.jar");
    assertThat(tab.text(button + ".parentElement.getAttribute('aria-sort')")).isEqualTo("none");
  }

  @Test
  void goesIntoTheTreemapAndBackByKeys() throws IOException {
    show(small);
    enterTreemap();
    assertThat(tab.text(FOCUS)).startsWith("driver-1.0.jar, ");
    tab.press("Enter");
    assertThat(tab.text(CRUMBS)).matches("sample \\(.*\\) > driver-1.0.jar \\(.*\\)");
    assertThat(tab.text(FOCUS)).startsWith("native, ");
    picture("drilled");
    tab.press("End");
    assertThat(tab.text(FOCUS)).startsWith("driver, ").contains("1 class");
    tab.press("Enter");
    assertThat(tab.text(CRUMBS)).contains("driver-1.0.jar").doesNotContain("> driver ");
    tab.press("Escape");
    assertThat(tab.text(CRUMBS)).matches("sample \\([^>]*\\)");
    assertThat(tab.text(FOCUS)).startsWith("driver-1.0.jar, ");
    tab.press("Backspace");
    assertThat(tab.text(CRUMBS)).matches("sample \\([^>]*\\)");
  }

  @Test
  void reachesEveryRectangleByArrowsAndOneByTab() {
    show(small);
    enterTreemap();
    String first = tab.text(FOCUS);
    tab.press("ArrowRight");
    assertThat(tab.text(FOCUS)).isNotEqualTo(first);
    tab.press("ArrowLeft");
    tab.press("Home");
    assertThat(tab.text(FOCUS)).isEqualTo(first);
    assertThat(tab.number("document.querySelectorAll('.cell[tabindex=\"0\"]').length")).isOne();
    tab.press("Tab");
    assertThat(tab.text("document.activeElement.closest('.cells')")).isEqualTo("null");
  }

  @Test
  void goesByArrowsToWhatIsBeside() {
    show(large);

    assertThat(tab.text(ASTRAY)).isEqualTo("[] unreached: 0");
  }

  @Test
  void showsSlicesOfALargeLayer() throws IOException {
    show(large);
    if (System.getProperty("lambdaLayer.pictures") != null) {
      System.out.println("Milliseconds until the large page is there: " + tab.text(LOADED));
    }
    assertThat(rows("entries")).isEqualTo(100);
    assertThat(rows("dependencies")).isEqualTo(100);
    assertThat(tab.number("document.querySelectorAll('.cell').length")).isEqualTo(80);
    assertThat(tab.number("document.querySelectorAll('*').length")).isLessThan(6000);
    picture("large");

    search("entries", "library-1999-");
    assertThat(rows("entries")).isEqualTo(1);
    tab.json("document.querySelector('#dependencies .more').click()");
    assertThat(rows("dependencies")).isEqualTo(200);
    assertThat(
            tab.number(
                "[...document.querySelectorAll('#dependencies tbody tr')]"
                    + ".indexOf(document.activeElement)"))
        .isEqualTo(100);
    enterTreemap();
    assertThat(tab.text(FOCUS)).startsWith("com.example.group99, ").contains("20 JARs");
    tab.press("End");
    assertThat(tab.text(FOCUS)).startsWith("21 smaller, ");
    tab.press("Enter");
    assertThat(tab.number("document.querySelectorAll('.cell').length")).isEqualTo(21);
    tab.press("Enter");
    tab.press("Enter");
    assertThat(tab.text(CRUMBS)).contains(" > 21 smaller ", " > com.example.group", " > library-");
  }
}
