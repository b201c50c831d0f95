import io.github.lambdalayer.it.Story
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A Maven repository with artifacts whose names are hard to keep apart, one of them a timestamped snapshot.
def artifact = { group, name, version, classifier = null, file = version ->
    def folder = new File(basedir, "repository/${group.replace('.', '/')}/${name}/${version}")
    folder.mkdirs()
    new File(folder, "${name}-${file}.pom").text = """<project><modelVersion>4.0.0</modelVersion>
<groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version>
<licenses><license><name>MIT</name></license></licenses></project>"""
    new File(folder, "${name}-${file}${classifier ? '-' + classifier : ''}.jar").withOutputStream { out ->
        def zip = new ZipOutputStream(out)
        zip.putNextEntry(new ZipEntry("${group}.txt"))
        zip.close()
    }
    return folder
}
artifact('it.one', 'util', '1.0')
artifact('it.two', 'Util', '1.0')
artifact('it.one', 'odd', '1.0%23')
artifact('it.one', 'native', '1.0', 'linux')
def folder = artifact('it.one', 'moving', '1.0-SNAPSHOT', null, '1.0-20260102.030405-6')
new File(folder, 'maven-metadata.xml').text = """<metadata modelVersion="1.1.0"><groupId>it.one</groupId>
<artifactId>moving</artifactId><version>1.0-SNAPSHOT</version><versioning><snapshot>
<timestamp>20260102.030405</timestamp><buildNumber>6</buildNumber></snapshot>
<lastUpdated>20260102030405</lastUpdated></versioning></metadata>"""
return Story.begin(basedir, context)
