/*
 * How values are written, and elements made. All text goes in by textContent: nothing that a file of a
 * layer is called is ever read as HTML.
 */

/** What cannot be seen, or turns the direction of writing: shown by its number instead. */
const INVISIBLE =
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function visible(text) {
  return String(text ?? '').replace(
      INVISIBLE, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
}

/** Messages have lines; nothing else may have. */
function visibleLines(text) {
  return String(text ?? '').split('\n').map(visible).join('\n');
}

/** Decimal units, as in the log of the build. */
function bytes(size) {
  if (size < 1000) {
    return size + (size === 1 ? ' byte' : ' bytes');
  }
  return size < 999950 ? (size / 1e3).toFixed(1) + ' kB' : (size / 1e6).toFixed(1) + ' MB';
}

function count(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number with the word for it, for example 1 class, 2 classes. */
function counted(number, one, many) {
  return count(number) + ' ' + (number === 1 ? one : many || one + 's');
}

function percent(part, whole) {
  const share = whole ? (part / whole) * 100 : 0;
  return share > 0 && share < 0.1 ? 'less than 0.1 %' : share.toFixed(share < 10 ? 1 : 0) + ' %';
}

/** The last name of a path. */
function baseName(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** An order that depends on no language of the browser. */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Makes an element.
 *
 * @param attributes null ones are left out; `class`, `aria-label`, `onclick` and so on
 * @param children elements, or texts
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/** Coordinates or the name of a package, which may be broken between its parts. */
function breakable(name, separator) {
  const parts = visible(name).split(separator);
  return element('div', {class: 'whole'}, ...parts.flatMap((part, i) =>
      i < parts.length - 1 ? [part + separator, element('wbr')] : [part]));
}

/** A section with its heading. */
function section(id, title, ...children) {
  const heading = element('h2', {id: id + '-heading'}, title);
  return element('section', {id, 'aria-labelledby': id + '-heading'}, heading, ...children);
}
