/*
 * The treemap: d3-hierarchy says where the rectangles are, the elements are our own. One level can be
 * entered and the one below it is hinted at, so only what is seen is made. One rectangle at a time is
 * in the order of the Tab key; the arrow keys move among them.
 */

class Treemap {
  static COLOURS = 8;

  /** Pixels between rectangles. */
  static GAP = 2;

  static KEYS = 'Arrow keys move, Enter opens, Escape or Backspace goes back.';

  constructor(root) {
    this.trail = [root];
    this.whole = root.size;
    this.crumbs = element('ol');
    this.cells = element('div', {
      class: 'cells', role: 'group', 'aria-describedby': 'treemap-keys',
      onkeydown: event => this.key(event), onfocusin: event => this.focused(event),
    });
    this.detail = element('p', {class: 'detail', role: 'status'});
    this.element = element('div', {class: 'treemap'},
        element('nav', {'aria-label': 'Place in the treemap'}, this.crumbs),
        this.cells, this.detail, element('p', {id: 'treemap-keys', class: 'hint'}, Treemap.KEYS));
    new ResizeObserver(() => this.layout()).observe(this.cells);
  }

  get node() {
    return this.trail[this.trail.length - 1];
  }

  /** Lays the level out for the width that there is; the focus stays where it is. */
  layout() {
    const {clientWidth: width, clientHeight: height} = this.cells;
    if (!width || (width === this.width && this.drawn === this.node)) {
      return;
    }
    const index = this.buttons().indexOf(document.activeElement);
    this.width = width;
    this.drawn = this.node;
    this.draw(width, height);
    if (index >= 0) {
      this.focus(index);
    }
  }

  draw(width, height) {
    const children = shownChildren(this.node, LARGEST);
    const below = new Map(
        children.map(one => [one, one.children ? shownChildren(one, LARGEST / 4) : null]));
    const tree = d3.hierarchy({shown: children}, data => data.shown || below.get(data))
        .sum(data => data.shown || below.get(data) ? 0 : data.size);
    this.weigh(tree);
    d3.treemap().size([width, height]).round(true).paddingInner(Treemap.GAP).paddingTop(
        cell => cell.depth === 1 && cell.children ? 20 : 0)(tree);
    this.cells.setAttribute('aria-label', 'Contents of ' + visible(this.node.name));
    this.cells.replaceChildren(...(tree.children || []).map((cell, i) => this.cell(cell, i)));
    this.drawCrumbs();
  }

  /**
   * What is in a JAR has less bytes than the JAR, which has a directory too: each rectangle gets the size
   * of its own. A file without a byte can be reached as well.
   */
  weigh(tree) {
    const least = this.node.size / 4000 || 1;
    for (const cell of tree.children || []) {
      const size = Math.max(cell.data.size, least);
      const inner = cell.value;
      (cell.children || []).forEach(
          one => one.value = inner ? one.value * size / inner : size / cell.children.length);
      cell.value = size;
    }
    tree.value = (tree.children || []).reduce((total, cell) => total + cell.value, 0);
  }

  cell(cell, i) {
    const node = cell.data;
    const button = element('button', {
      type: 'button', class: 'cell colour-' + this.colour(node), tabindex: i === 0 ? '0' : '-1',
      'aria-label': this.describe(node), title: this.describe(node),
      onclick: () => this.open(node), onmouseenter: () => this.tell(node),
    });
    button.node = node;
    place(button, cell, {x0: 0, y0: 0});
    const isWide = cell.x1 - cell.x0 > 36 && cell.y1 - cell.y0 > 16;
    if (isWide) {
      button.append(element('span', {class: 'label', 'aria-hidden': 'true'}, visible(node.name)));
    }
    for (const inner of cell.children || []) {
      if (inner.x1 - inner.x0 > 5 && inner.y1 - inner.y0 > 5) {
        button.append(this.hint(inner, cell));
      }
    }
    return button;
  }

  /** What is to be seen of the level below: the whole can be reached by going in. */
  hint(inner, outer) {
    const isWide = inner.x1 - inner.x0 > 50 && inner.y1 - inner.y0 > 18;
    const span = element('span', {class: 'inner', 'aria-hidden': 'true'},
        isWide ? visible(inner.data.name) : null);
    place(span, inner, outer);
    return span;
  }

  /** The same for all artifacts of a group, and for all that is below the same rectangle. */
  colour(node) {
    const key = node.group || node.name;
    let hash = 0;
    for (const c of key) {
      hash = (hash * 31 + c.codePointAt(0)) >>> 0;
    }
    return node.kind === 'others' ? 'others' : hash % Treemap.COLOURS;
  }

  describe(node) {
    return [
      visible(node.name), visible(node.coordinates), bytes(node.size),
      percent(node.size, this.whole) + ' of the layer',
      node.jars ? counted(node.jars, 'JAR') : '',
      node.classes ? counted(node.classes, 'class', 'classes') : '',
      node.files && !node.classes ? counted(node.files, 'file') : '',
      node.unzipped ? bytes(node.unzipped) + ' uncompressed' : '',
      node.problem ? 'cannot be looked into: ' + visible(node.problem) : '',
    ].filter(part => part).join(', ');
  }

  tell(node) {
    this.detail.textContent = this.describe(node);
  }

  /** Goes in where there is something inside. */
  open(node) {
    this.tell(node);
    if (node.children) {
      this.go([...this.trail, node], 0);
    }
  }

  back() {
    if (this.trail.length > 1) {
      const left = this.node;
      this.go(this.trail.slice(0, -1), -1);
      this.focus(Math.max(0, this.buttons().findIndex(button => button.node === left)));
    }
  }

  go(trail, focus) {
    this.trail = trail;
    this.layout();
    if (focus >= 0) {
      this.focus(focus);
    }
  }

  drawCrumbs() {
    this.crumbs.replaceChildren(...this.trail.map((node, i) => {
      const isHere = i === this.trail.length - 1;
      const text = visible(node.name) + ' (' + bytes(node.size) + ')';
      return element('li', {}, isHere
          ? element('span', {'aria-current': 'location'}, text)
          : element('button', {
            type: 'button', onclick: () => this.go(this.trail.slice(0, i + 1), 0),
          }, text));
    }));
  }

  buttons() {
    return [...this.cells.children];
  }

  focus(index) {
    const button = this.buttons()[index];
    if (button) {
      button.focus();
    }
  }

  focused(event) {
    const button = event.target.closest('.cell');
    this.buttons().forEach(one => one.tabIndex = one === button ? 0 : -1);
    this.tell(button.node);
  }

  key(event) {
    const buttons = this.buttons();
    const at = buttons.indexOf(document.activeElement);
    const moves = {
      ArrowLeft: () => this.neighbour(at, -1, 0), ArrowRight: () => this.neighbour(at, 1, 0),
      ArrowUp: () => this.neighbour(at, 0, -1), ArrowDown: () => this.neighbour(at, 0, 1),
      Home: () => 0, End: () => buttons.length - 1,
    };
    if (event.altKey || event.ctrlKey || event.metaKey || at < 0) {
      return;
    }
    if (moves[event.key]) {
      this.focus(moves[event.key]());
    } else if (event.key === 'Escape' || event.key === 'Backspace') {
      this.back();
    } else {
      return;
    }
    event.preventDefault();
  }

  /**
   * The rectangle that touches this one on a side, along most of it; the same one where there is none.
   * Those that lie beyond another are not meant, however near their middles are.
   */
  neighbour(from, x, y) {
    const boxes = this.buttons().map(button => button.box);
    const here = boxes[from];
    const beside = boxes.map((there, i) => ({
      i,
      gap: x > 0 ? there.x0 - here.x1 : x < 0 ? here.x0 - there.x1
          : y > 0 ? there.y0 - here.y1 : here.y0 - there.y1,
      shared: x ? Math.min(here.y1, there.y1) - Math.max(here.y0, there.y0)
          : Math.min(here.x1, there.x1) - Math.max(here.x0, there.x0),
    })).filter(one => one.i !== from && one.gap >= 0 && one.shared > 0);
    const nearest = Math.min(...beside.map(one => one.gap));
    return beside.filter(one => one.gap <= nearest + Treemap.GAP)
        .reduce((best, one) => one.shared > best.shared ? one : best, {i: from, shared: 0}).i;
  }
}

/** By properties: a style attribute would need another policy for the page. */
function place(rectangle, cell, origin) {
  rectangle.style.left = cell.x0 - origin.x0 + 'px';
  rectangle.style.top = cell.y0 - origin.y0 + 'px';
  rectangle.style.width = Math.max(1, cell.x1 - cell.x0) + 'px';
  rectangle.style.height = Math.max(1, cell.y1 - cell.y0) + 'px';
  rectangle.box = {x0: cell.x0, y0: cell.y0, x1: cell.x1, y1: cell.y1};
}
