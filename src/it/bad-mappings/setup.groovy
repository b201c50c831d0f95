import io.github.lambdalayer.content.SampleTar
import io.github.lambdalayer.it.Story

def folder = new File(basedir, 'repository/it/map/hostile/1.0')
folder.mkdirs()
new File(folder, 'hostile-1.0.pom').text = """<project><modelVersion>4.0.0</modelVersion>
<groupId>it.map</groupId><artifactId>hostile</artifactId><version>1.0</version></project>"""
new SampleTar().file('tool', 0755, '#!/bin/sh').file('../../escaped', 'gone')
    .gzippedTo(new File(folder, 'hostile-1.0.tar.gz').toPath())
return Story.begin(basedir, context)
