/*
 * A table that can be searched and sorted. However many rows it has, it shows a slice; a button shows
 * the next one.
 */

class DataTable {
  static SLICE = 100;

  /** More than this need not be printed: the page itself can be searched. */
  static PRINTED = 2000;

  /**
   * @param id the beginning of the ids of its elements
   * @param title what it is about, for its caption
   * @param columns each {label, value(row), cell(row) → text or element, numeric, descending}:
   *     value is what is sorted by and searched in, cell what is shown where that is something else
   * @param rows the rows, in the order that they are shown in at first
   * @param noun what a row is, in one and in many
   */
  constructor(id, title, columns, rows, noun) {
    this.id = id;
    this.columns = columns;
    this.rows = rows;
    this.noun = noun;
    this.found = rows;
    this.shown = DataTable.SLICE;
    this.sortedBy = null;
    this.build(title);
    this.render();
  }

  build(title) {
    this.search = element('input', {
      type: 'search', id: this.id + '-search', autocomplete: 'off', spellcheck: 'false',
      'aria-controls': this.id + '-table', oninput: () => this.filter(),
    });
    this.status = element('p', {class: 'status', role: 'status'});
    this.body = element('tbody', {role: 'rowgroup'});
    this.heads = this.columns.map((column, i) => this.head(column, i));
    const table = element('table', {id: this.id + '-table', role: 'table'},
        element('caption', {}, title),
        element('thead', {role: 'rowgroup'}, element('tr', {role: 'row'}, ...this.heads)),
        this.body);
    this.more = element('button', {type: 'button', class: 'more', onclick: () => this.showMore()});
    this.element = element('div', {class: 'data'},
        element('div', {class: 'tools'},
            element('label', {for: this.id + '-search'}, 'Search ' + this.noun[1]),
            this.search, this.status),
        table, this.more);
    window.addEventListener('beforeprint', () => {
      this.shown = Math.max(this.shown, DataTable.PRINTED);
      this.render();
    });
  }

  head(column, i) {
    const button =
        element('button', {type: 'button', onclick: () => this.sort(i)}, column.label,
            element('span', {class: 'arrow', 'aria-hidden': 'true'}));
    return element('th', {
      scope: 'col', role: 'columnheader', class: column.numeric ? 'number' : null,
      'aria-sort': 'none',
    }, button);
  }

  /** Sorts by a column; by the one that it is sorted by, the other way round. */
  sort(i) {
    const column = this.columns[i];
    const first = column.numeric ? -1 : 1;
    const direction = this.sortedBy === i ? -this.direction : first;
    this.sortedBy = i;
    this.direction = direction;
    const keyed = this.rows.map((row, at) => ({row, at, key: column.value(row)}));
    keyed.sort((a, b) => direction * compare(a.key, b.key) || a.at - b.at);
    this.rows = keyed.map(one => one.row);
    this.heads.forEach((head, at) => head.setAttribute('aria-sort',
        at !== i ? 'none' : direction > 0 ? 'ascending' : 'descending'));
    this.filter();
  }

  /** Keeps the rows that have every word somewhere. */
  filter() {
    const words = this.search.value.toLowerCase().split(/\s+/).filter(word => word);
    this.found = words.length === 0
        ? this.rows
        : this.rows.filter(row => words.every(word => this.text(row).includes(word)));
    this.shown = DataTable.SLICE;
    this.render();
  }

  /** Made when it is first looked for, and once for each row. */
  text(row) {
    this.texts = this.texts || new Map();
    let text = this.texts.get(row);
    if (text === undefined) {
      text = this.columns.map(column => column.search ? column.search(row) : column.value(row))
          .join('\n').toLowerCase();
      this.texts.set(row, text);
    }
    return text;
  }

  showMore() {
    const before = this.shown;
    this.shown += DataTable.SLICE;
    this.render();
    // The button moves, and may be gone: whoever pressed it goes on with what is new.
    const next = this.body.rows[before];
    if (next) {
      next.tabIndex = -1;
      next.focus();
    }
  }

  render() {
    const rows = this.found.slice(0, this.shown);
    this.body.replaceChildren(...rows.map(row => this.row(row)));
    const left = this.found.length - rows.length;
    this.more.hidden = left <= 0;
    this.more.textContent =
        'Show ' + count(Math.min(left, DataTable.SLICE)) + ' more of ' + count(left);
    this.status.textContent = this.summary(rows.length);
  }

  summary(shown) {
    const all = counted(this.rows.length, ...this.noun);
    if (this.search.value.trim() && this.found.length !== this.rows.length) {
      return count(this.found.length) + ' of ' + all + ' found'
          + (shown < this.found.length ? ', ' + count(shown) + ' shown' : '');
    }
    return all + (shown < this.found.length ? ', ' + count(shown) + ' shown' : '');
  }

  row(row) {
    return element('tr', {role: 'row'}, ...this.columns.map(column => {
      const content = column.cell ? column.cell(row) : visible(column.value(row));
      return element('td', {
        role: 'cell', class: column.numeric ? 'number' : null, 'data-label': column.label,
      }, content);
    }));
  }

  /** Shows what has these words, for links from elsewhere. */
  searchFor(words) {
    this.search.value = words;
    this.filter();
    this.search.focus();
  }
}
