/* What publishing would do, from plan.json. */

/** Lists longer than this are cut: plan.json has them all. */
const LONGEST_CHANGE = 200;

const ACTIONS = {publish: 'a version is published', keep: 'the live version stays', blocked: 'blocked'};

function changeList(title, items) {
  if (!items.length) {
    return null;
  }
  const rest = items.length - LONGEST_CHANGE;
  return element('div', {class: 'change'}, element('h4', {}, title + ' (' + count(items.length) + ')'),
      element('ul', {}, ...items.slice(0, LONGEST_CHANGE).map(item => element('li', {}, visible(item))),
          rest > 0 ? element('li', {}, count(rest) + ' more, see plan.json') : null));
}

function differenceOf(difference) {
  if (!difference) {
    return [];
  }
  const change = difference.sizeAfter - difference.sizeBefore;
  const named = artifact => artifact.name + ' ' + artifact.version;
  return [
    element('p', {}, 'Zip: ' + bytes(difference.sizeBefore) + ' live, ' + bytes(difference.sizeAfter)
        + ' here (' + (change === 0 ? 'the same size'
            : (change > 0 ? '+' : '−') + bytes(Math.abs(change))) + ').'),
    changeList('JARs added', difference.added.map(named)),
    changeList('JARs removed', difference.removed.map(named)),
    changeList('JARs changed', difference.changed.map(one => one.name + ' '
        + (one.from === one.to ? one.from + ', built again' : one.from + ' → ' + one.to))),
    changeList('Files added', difference.filesAdded),
    changeList('Files removed', difference.filesRemoved),
    changeList('Files changed', difference.filesChanged),
  ];
}

/** Regions mostly have the same live version, and so the same difference: it is told once. */
function byDifference(targets) {
  const groups = new Map();
  for (const target of targets) {
    const key = JSON.stringify(
        [target.action, target.reason, target.grant, target.revoke, target.delete, target.difference]);
    groups.has(key) ? groups.get(key).push(target) : groups.set(key, [target]);
  }
  return [...groups.values()];
}

function placeOf(target) {
  return visible(target.region) + (target.account ? ' of ' + visible(target.account) : '')
      + (target.liveVersion ? ' (live: version ' + count(target.liveVersion) + ')' : ' (nothing live)');
}

function targetGroup(targets) {
  const one = targets[0];
  return element('article', {},
      element('h3', {}, targets.map(placeOf).join(', ')),
      element('p', {}, (ACTIONS[one.action] || visible(one.action)) + ': ' + visibleLines(one.reason)),
      changeList('To be granted', one.grant), changeList('To be revoked', one.revoke),
      changeList('Padding versions to be deleted', one.delete.map(String)),
      ...differenceOf(one.difference));
}

function comparisonSection(layer) {
  const plan = layer.plan;
  if (!plan) {
    return section('comparison', 'Against the live version', element('p', {},
        'Not compared: plan.json tells nothing of this layer. mvn lambda-layer:plan lambda-layer:report'
        + ' compares it.'));
  }
  return section('comparison', 'Against the live version',
      plan.outdated ? element('p', {class: 'outdated'}, element('strong', {}, 'Outdated: '),
          'plan.json is about another zip than this one. mvn lambda-layer:plan makes it anew.') : null,
      ...byDifference(plan.targets).map(targetGroup));
}
