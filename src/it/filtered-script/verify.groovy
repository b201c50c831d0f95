import io.github.lambdalayer.it.Story
import java.util.zip.ZipFile

Story.of(context).withCloseable { story ->
    def text = { name ->
        new ZipFile(new File(basedir, 'target/filtered-script-1.2.0-layer.zip')).withCloseable { file ->
            file.getInputStream(file.getEntry(name)).getText('UTF-8')
        }
    }
    assert text('wrapper') == '''#!/bin/sh
# filtered-script 1.2.0 says grüße and more
exec "${JAVA_HOME}/bin/java" -Dlayer=1.2.0 "$@" a@b
'''
    assert text('kept.txt') == '${project.version}\r\n'
    assert text('bin/tool') == '#!/bin/sh\necho ${project.version}\n'
    assert story.modes('target/filtered-script-1.2.0-layer.zip')['wrapper'] == '755'
    def log = story.log()
    assert log.contains('[INFO] wrapper gets LF for CRLF: it is a script')
    assert log.contains('[INFO] bin/tool gets LF for CRLF: it is a script')
    assert log.contains('wrapper has ${project.verson}, which has no value')
    assert story.versions('eu-west-1', 'filtered-script').size() == 1
    assert !story.exists('target/lambda-layer/.work-layer')
}
return true
