/*
 * The layer as a tree for the treemap: its JARs and other files, the packages of the JARs below them.
 * A node is {name, kind, size, detail, group, children()}; children are made when they are asked for.
 */

/** Rectangles on one level; what is smaller stands together in one that can be opened. */
const LARGEST = 80;

/** Folders with nothing but one folder in them are one node. */
function folderTree(folders, separator) {
  const root = {names: new Map(), own: null};
  for (const folder of folders) {
    let at = root;
    for (const name of folder.path === '' ? [] : folder.path.split('/')) {
      if (!at.names.has(name)) {
        at.names.set(name, {names: new Map(), own: null});
      }
      at = at.names.get(name);
    }
    at.own = folder;
  }
  return folderNodes(root, [], separator);
}

function folderNodes(at, path, separator) {
  const nodes = [...at.names].map(([name, below]) => folderNode(below, [...path, name], separator));
  if (at.own) {
    nodes.push(ownNode(at.own, path, separator));
  }
  return nodes;
}

function folderNode(at, path, separator) {
  while (!at.own && at.names.size === 1) {
    const [name, below] = at.names.entries().next().value;
    path = [...path, name];
    at = below;
  }
  if (at.names.size === 0) {
    return ownNode(at.own, path, separator);
  }
  const children = folderNodes(at, path, separator);
  const sum = key => children.reduce((total, child) => total + child[key], 0);
  return {
    name: path.join(separator), kind: 'packages', size: sum('size'), files: sum('files'),
    classes: sum('classes'), children: () => children,
  };
}

function ownNode(own, path, separator) {
  return {
    name: path.join(separator) || 'top of the JAR', kind: 'package', size: own.zipped,
    files: own.files, classes: own.classes, unzipped: own.size,
  };
}

/** What is in a JAR; of one that cannot be looked into nothing is known. */
function jarNode(file, jar, artifact) {
  const node = {
    name: baseName(file.path), path: file.path, kind: 'jar', size: file.size,
    group: artifact ? artifact.groupId : file.path,
    coordinates: artifact ? coordinates(artifact) : '',
    problem: jar.problem,
  };
  if (jar.packages.length) {
    let children;
    node.children = () => children = children || folderTree(
        jar.packages.map(folder => ({...folder, path: folder.name})), '.');
  }
  return node;
}

function fileNode(file, name) {
  return {name, path: file.path, kind: 'file', size: file.size, group: file.path.split('/')[0]};
}

/** Files that are no JARs stand in their folders. */
function looseNodes(files) {
  const root = new Map();
  for (const file of files) {
    const slash = file.path.indexOf('/');
    const key = slash < 0 ? '' : file.path.slice(0, slash);
    root.has(key) ? root.get(key).push(file) : root.set(key, [file]);
  }
  return [...root].flatMap(([folder, own]) => folder === ''
      ? own.map(file => fileNode(file, file.path))
      : [folderOfFiles(folder, own, folder.length + 1)]);
}

function folderOfFiles(name, files, prefix) {
  let children;
  const make = () => {
    const below = new Map();
    const own = [];
    for (const file of files) {
      const slash = file.path.indexOf('/', prefix);
      if (slash < 0) {
        own.push(fileNode(file, file.path.slice(prefix)));
      } else {
        const key = file.path.slice(prefix, slash);
        below.has(key) ? below.get(key).push(file) : below.set(key, [file]);
      }
    }
    return [...below].map(([key, some]) => folderOfFiles(key + '/', some, prefix + key.length + 1))
        .concat(own);
  };
  return {
    name: name.endsWith('/') ? name : name + '/', kind: 'folder', files: files.length,
    size: files.reduce((total, file) => total + file.size, 0), group: name,
    children: () => children = children || make(),
  };
}

/** Many JARs stand in their groups. */
function byGroup(libraries) {
  const groups = new Map();
  for (const jar of libraries) {
    groups.has(jar.group) ? groups.get(jar.group).push(jar) : groups.set(jar.group, [jar]);
  }
  return [...groups].map(([group, jars]) => jars.length === 1 ? jars[0] : {
    name: group, kind: 'group', group, jars: jars.length,
    size: jars.reduce((total, jar) => total + jar.size, 0), children: () => jars,
  });
}

/** The whole layer. */
function layerTree(layer) {
  const jars = new Map(layer.jars.map(jar => [jar.path, jar]));
  const artifacts = new Map(layer.artifacts.map(artifact => [artifact.path, artifact]));
  const libraries = layer.files.filter(file => jars.has(file.path))
      .map(file => jarNode(file, jars.get(file.path), artifacts.get(file.path)));
  const nodes = libraries.length > LARGEST ? byGroup(libraries) : libraries;
  nodes.push(...looseNodes(layer.files.filter(file => !jars.has(file.path))));
  return {name: layer.name, kind: 'layer', size: layer.zip.unzippedSize, children: () => nodes};
}

/** The largest first, and one node for what would be too small to be seen. */
function shownChildren(node, limit) {
  const sorted = [...node.children()].sort((a, b) => b.size - a.size || compare(a.name, b.name));
  if (sorted.length <= limit) {
    return sorted;
  }
  const rest = sorted.slice(limit - 1);
  return [...sorted.slice(0, limit - 1), {
    name: count(rest.length) + ' smaller', kind: 'others', group: '',
    size: rest.reduce((total, one) => total + one.size, 0), children: () => rest,
  }];
}
