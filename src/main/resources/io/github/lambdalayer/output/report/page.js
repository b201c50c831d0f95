/* Puts the page together from the data that stands in it. */

const THEMES = {auto: 'light', light: 'dark', dark: 'auto'};
const THEME_NAMES = {auto: 'as the system', light: 'light', dark: 'dark'};

/** The browser's own choice, until the button says otherwise; it is not remembered. */
function setTheme(theme) {
  const root = document.documentElement;
  theme === 'auto' ? root.removeAttribute('data-theme') : root.setAttribute('data-theme', theme);
  const button = document.getElementById('theme');
  button.textContent = 'Colours: ' + THEME_NAMES[theme];
  button.onclick = () => setTheme(THEMES[theme]);
}

function contentsOf(sections) {
  return element('nav', {class: 'contents', 'aria-label': 'Sections'},
      element('ul', {}, ...sections.map(one => element('li', {},
          element('a', {href: '#' + one.id}, one.firstChild.textContent)))));
}

function treemapSection(layer) {
  return section('map', 'What it weighs', new Treemap(layerTree(layer)).element);
}

function showLayer(layer) {
  const sections = [
    findingsSection(layer), treemapSection(layer), dependenciesSection(layer),
    duplicatesSection(layer), nativesSection(layer), licencesSection(layer),
    comparisonSection(layer), entriesSection(layer),
  ];
  document.title = layer.name + ' – Lambda layer report';
  document.getElementById('layer').replaceChildren(
      summarySection(layer), contentsOf(sections), ...sections);
}

function showLayers(layers) {
  const nav = document.getElementById('layers');
  nav.hidden = layers.length < 2;
  const buttons = layers.map(layer => element('button', {type: 'button', onclick: () => show(layer)},
      layer.name));
  const show = layer => {
    buttons.forEach((button, i) =>
        button.setAttribute('aria-current', layers[i] === layer ? 'true' : 'false'));
    showLayer(layer);
  };
  nav.append(...buttons);
  show(layers[0]);
}

function showFunctions(functions) {
  document.getElementById('functions').append(...functions.map((one, i) =>
      section('function-' + i, 'Function ' + visible(one.name) + ' and its layers',
          one.findings.length ? findingsTable('function-findings-' + i, one.findings)
              : element('p', {}, 'Nothing was found.'))));
}

const data = JSON.parse(document.getElementById('data').textContent);
setTheme('auto');
showLayers(data.layers);
showFunctions(data.functions);
document.documentElement.setAttribute('data-ready', 'true');
