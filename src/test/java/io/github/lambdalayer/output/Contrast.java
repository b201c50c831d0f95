package io.github.lambdalayer.output;

/** Finds texts that stand out too little from what is behind them, as WCAG 2.2 computes it. */
final class Contrast {

  static final String WORST =
      """
      (() => {
        const numbers = c => c.match(/[\\d.]+/g).map(Number);
        const channel = v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
        const light = c => 0.2126 * channel(c[0] / 255) + 0.7152 * channel(c[1] / 255)
            + 0.0722 * channel(c[2] / 255);
        const over = (top, below) => {
          const alpha = top[3] ?? 1;
          return [0, 1, 2].map(i => top[i] * alpha + below[i] * (1 - alpha));
        };
        const ground = e => {
          const chain = [];
          for (; e; e = e.parentElement) chain.unshift(numbers(getComputedStyle(e).backgroundColor));
          return chain.reduce((below, top) => over(top, below), [255, 255, 255]);
        };
        let seen = 0;
        for (const e of document.querySelectorAll('body *')) {
          const isText = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
          if (!isText || e.matches('script, noscript, .skip')) continue;
          const text = light(over(numbers(getComputedStyle(e).color), ground(e)));
          const back = light(ground(e));
          const ratio = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
          if (ratio < 4.5) return e.tagName + '.' + e.className + ' ' + e.textContent + ' ' + ratio;
          seen++;
        }
        return seen > 50 ? 'ok' : 'only ' + seen;
      })()""";

  private Contrast() {}
}
