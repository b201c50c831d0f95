import io.github.lambdalayer.content.SampleTar
import io.github.lambdalayer.it.Story
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream

// A Maven repository with what other tools pack: each artifact is one file of its type.
def artifact = { name, type ->
    def folder = new File(basedir, "repository/it/map/${name}/1.0")
    folder.mkdirs()
    new File(folder, "${name}-1.0.pom").text = """<project><modelVersion>4.0.0</modelVersion>
<groupId>it.map</groupId><artifactId>${name}</artifactId><version>1.0</version>
<licenses><license><name>MIT</name></license></licenses></project>"""
    return new File(folder, "${name}-1.0.${type}")
}
def zip = { file, files ->
    def out = new ZipArchiveOutputStream(file)
    files.each { path, content ->
        def entry = new ZipArchiveEntry(path)
        entry.unixMode = content[0]
        // The same bytes on each Maven: they share a local repository.
        entry.time = 1767225600000L
        out.putArchiveEntry(entry)
        out.write(content[1].bytes)
        out.closeArchiveEntry()
    }
    out.close()
}
zip(artifact('otel-agent', 'jar'), ['agent.txt': [0100644, 'agent']])
zip(artifact('helper', 'jar'), ['helper.txt': [0100644, 'helper']])
new SampleTar().folder('dist/').file('dist/README.md', 'read me')
    .file('dist/extensions/collector', 0700, '#!/bin/sh\n').file('dist/collector.d/config.yaml', 0600, 'a: b')
    .link('2' as char, 'dist/collector.d/default.yaml', 'config.yaml')
    .gzippedTo(artifact('extension', 'tar.gz').toPath())
zip(artifact('custom-runtime', 'zip'), ['bootstrap': [0100644, '#!/bin/sh\n'], 'runtime/main.sh': [0100755, '#!/bin/sh\n']])
zip(artifact('wheel', 'whl'), ['mypkg/__init__.py': [0100644, 'VERSION = 1\n'], 'mypkg-1.0.dist-info/METADATA': [0100644, 'Name: mypkg\n']])
new SampleTar().file('package/package.json', '{}').file('package/lib/index.js', 'module.exports = 1')
    .gzippedTo(artifact('left-pad', 'tgz').toPath())
zip(artifact('gems', 'zip'), ['gems/foo-1.0/lib/foo.rb': [0100644, 'puts 1\n'], 'specifications/foo-1.0.gemspec': [0100644, 'x'], 'cache/foo-1.0.gem': [0100644, 'x']])
new SampleTar().file('./mytool', 0755, '#!/bin/sh\n').gzippedTo(artifact('tool', 'tar.gz').toPath())
zip(artifact('data', 'zip'), ['data.txt': [0100644, 'data']])
return Story.begin(basedir, context)
