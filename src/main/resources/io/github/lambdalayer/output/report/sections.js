/* The sections of the page about a layer. */

function coordinates(artifact) {
  return [artifact.groupId, artifact.artifactId, artifact.type, artifact.classifier]
      .filter(part => part).join(':');
}

const SEVERITIES = ['error', 'warning', 'note'];

function severityBadge(severity, text) {
  return element('span', {class: 'severity ' + severity}, text || severity);
}

function fact(name, ...values) {
  return element('div', {}, element('dt', {}, name), element('dd', {}, ...values));
}

function listed(values, none) {
  return values.length ? values.map(visible).join(', ') : none;
}

function summarySection(layer) {
  const zip = layer.zip;
  return section('summary', 'Layer ' + layer.name,
      element('p', {class: 'description'}, visible(layer.description)),
      sizeMeter(zip),
      element('dl', {class: 'facts'},
          fact('Zip', visible(zip.file)),
          fact('Zipped', bytes(zip.size) + ' (' + count(zip.size) + ' bytes)'),
          fact('Files', count(zip.entries)),
          fact('SHA-256', element('code', {}, zip.sha256)),
          fact('Project version', visible(layer.version)),
          fact('Runtimes', listed(layer.runtimes, 'none named')),
          fact('Architectures', listed(layer.architectures, 'none named')),
          fact('Licence', visible(layer.license || 'none named')),
          fact('Shared with', listed(layer.permissions, 'nobody beside its own account')),
          fact('Findings', findingCounts(layer.findings))));
}

function sizeMeter(zip) {
  const text = bytes(zip.unzippedSize) + ' unzipped, ' + percent(zip.unzippedSize, zip.limit)
      + ' of the ' + count(zip.limit) + ' bytes that a function and its layers may have together';
  return element('div', {class: 'size'},
      element('label', {for: 'size-meter'}, text),
      element('meter', {
        id: 'size-meter', min: 0, max: zip.limit, low: zip.limit * 0.8, high: zip.limit * 0.95,
        optimum: 0, value: zip.unzippedSize,
      }));
}

function findingCounts(findings) {
  if (!findings) {
    return 'not known: findings.json tells nothing of this layer';
  }
  const counts = SEVERITIES
      .map(severity => [severity, findings.filter(one => one.severity === severity).length])
      .filter(([, number]) => number > 0)
      .map(([severity, number]) => severityBadge(severity, counted(number, severity)));
  return counts.length ? element('span', {class: 'counts'}, ...counts) : 'none';
}

function findingsTable(id, findings) {
  const rows = [...findings].sort(
      (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return new DataTable(id, 'What was found', [
    {
      label: 'Severity', value: row => SEVERITIES.indexOf(row.severity),
      search: row => row.severity, cell: row => severityBadge(row.severity),
    },
    {
      label: 'Finding', value: row => row.id, search: row => row.id + ' ' + row.title,
      cell: row => element('div', {}, element('code', {}, row.id), element('br'), row.title),
    },
    {
      label: 'Place', value: row => row.path || row.origin, search: row => row.path + ' ' + row.origin,
      cell: row => element('div', {class: 'long'}, visible(row.path) || 'the whole',
          row.origin ? element('div', {class: 'origin'}, visible(row.origin)) : null),
    },
    {
      label: 'What is wrong, and what mends it', value: row => row.message,
      search: row => row.message + ' ' + row.fix,
      cell: row => element('div', {}, element('div', {class: 'message'}, visibleLines(row.message)),
          row.fix ? element('div', {class: 'fix'}, visibleLines(row.fix)) : null),
    },
  ], rows, ['finding', 'findings']).element;
}

function findingsSection(layer) {
  const body = !layer.findings
      ? element('p', {}, 'findings.json tells nothing of this layer. Build it again: mvn package.')
      : layer.findings.length
          ? findingsTable('findings', layer.findings)
          : element('p', {}, 'Nothing was found.');
  return section('findings', 'Findings', body);
}

function dependenciesSection(layer) {
  const files = new Map(layer.files.map(file => [file.path, file]));
  const known = new Set(layer.artifacts.map(artifact => artifact.path));
  const jars = new Map(layer.jars.map(jar => [jar.path, jar]));
  const rows = layer.artifacts.map(artifact => ({...artifact, name: coordinates(artifact)}))
      .concat(layer.jars.filter(jar => !known.has(jar.path)).map(
          jar => ({path: jar.path, name: '', version: '', licenses: []})));
  rows.forEach(row => {
    row.size = files.has(row.path) ? files.get(row.path).size : -1;
    const jar = jars.get(row.path);
    row.classes = jar ? jar.packages.reduce((sum, folder) => sum + folder.classes, 0) : -1;
    row.problem = jar ? jar.problem : null;
  });
  rows.sort((a, b) => b.size - a.size || compare(a.path, b.path));
  return section('dependencies', 'Dependencies',
      new DataTable('dependencies', 'JARs and other artifacts', [
        {
          label: 'Artifact', value: row => row.name,
          cell: row => breakable(row.name || 'no coordinates', ':'),
        },
        {label: 'Version', value: row => row.version},
        {
          label: 'Size', numeric: true, value: row => row.size,
          cell: row => row.size < 0 ? 'unpacked' : bytes(row.size),
        },
        {
          label: 'Classes', numeric: true, value: row => row.classes,
          cell: row => row.problem || row.classes < 0 ? '–' : count(row.classes),
        },
        {label: 'Licences', value: row => row.licenses.join(', ') || 'none declared'},
        {
          label: 'Path', value: row => row.path,
          cell: row => element('div', {class: 'long'}, visible(row.path), row.problem
              ? element('div', {class: 'origin'}, 'cannot be looked into: ' + visible(row.problem))
              : null),
        },
      ], rows, ['artifact', 'artifacts']).element);
}

function duplicatesSection(layer) {
  if (!layer.overlaps.length) {
    return section('duplicates', 'Duplicates',
        element('p', {}, 'No two JARs of the class path have the same class.'));
  }
  const names = row => row.classes.join(', ')
      + (row.count > row.classes.length ? ' and ' + count(row.count - row.classes.length) + ' more' : '');
  return section('duplicates', 'Duplicates',
      element('p', {}, 'Lambda takes a class from the first JAR by the Unicode order of file names.'),
      new DataTable('duplicates', 'Classes that are in several JARs', [
        {
          label: 'Package', value: row => row.folder.replaceAll('/', '.') || 'the unnamed package',
          cell: row => breakable(row.folder.replaceAll('/', '.') || 'the unnamed package', '.'),
        },
        {label: 'Taken from', value: row => baseName(row.jars[0])},
        {label: 'Also in', value: row => row.jars.slice(1).map(baseName).join(', ')},
        {label: 'Classes', numeric: true, value: row => row.count, cell: row => count(row.count)},
        {label: 'That differ', numeric: true, value: row => row.different, cell: row => count(row.different)},
        {label: 'Names', value: names},
      ], [...layer.overlaps].sort((a, b) => b.different - a.different || b.count - a.count),
      ['package', 'packages']).element);
}

function nativesSection(layer) {
  if (!layer.natives.length) {
    return section('natives', 'Native code', element('p', {}, 'There is none.'));
  }
  return section('natives', 'Native code',
      new DataTable('natives', 'Programs and libraries', [
        {label: 'File', value: row => row.name},
        {label: 'JAR', value: row => row.jar ? baseName(row.jar) : 'in no JAR'},
        {label: 'System', value: row => row.system},
        {label: 'Machine', value: row => row.machine},
        {label: 'On Lambda', value: row => row.architecture || 'nowhere'},
        {label: 'Size', numeric: true, value: row => row.size, cell: row => bytes(row.size)},
      ], layer.natives, ['file', 'files']).element);
}

/** Of a licence's artifacts: a search looks at the others too. */
const NAMED_ARTIFACTS = 20;

function some(values, limit) {
  const rest = values.length - limit;
  return values.slice(0, limit).join(', ') + (rest > 0 ? ' and ' + count(rest) + ' more' : '');
}

function licencesSection(layer) {
  const groups = new Map();
  for (const artifact of layer.artifacts) {
    for (const licence of artifact.licenses.length ? artifact.licenses : ['none declared']) {
      groups.has(licence) ? groups.get(licence).push(artifact) : groups.set(licence, [artifact]);
    }
  }
  const rows = [...groups].map(([name, artifacts]) => ({
    name, number: artifacts.length,
    artifacts: artifacts.map(one => coordinates(one) + ' ' + one.version),
  })).sort((a, b) => b.number - a.number || compare(a.name, b.name));
  if (!rows.length) {
    return section('licences', 'Licences',
        element('p', {}, 'The zip does not tell of any artifact.'));
  }
  return section('licences', 'Licences',
      new DataTable('licences', 'What the POMs of the artifacts declare', [
        {label: 'Licence', value: row => row.name},
        {label: 'Artifacts', numeric: true, value: row => row.number, cell: row => count(row.number)},
        {
          label: 'Which', value: row => row.artifacts.join(', '),
          cell: row => visible(some(row.artifacts, NAMED_ARTIFACTS)),
        },
      ], rows, ['licence', 'licences']).element);
}

function entriesSection(layer) {
  return section('entries', 'Entries',
      new DataTable('entries', 'Files of the layer', [
        {label: 'Path', value: row => row.path},
        {label: 'Size', numeric: true, value: row => row.size, cell: row => bytes(row.size)},
        {label: 'In the zip', numeric: true, value: row => row.zipped, cell: row => bytes(row.zipped)},
        {
          label: 'Mode', value: row => row.mode ? row.mode.toString(8).padStart(3, '0') : 'not told',
        },
      ], layer.files, ['file', 'files']).element);
}
