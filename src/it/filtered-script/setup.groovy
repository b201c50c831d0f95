// Here, for a checkout may change the ends of lines.
def write = { path, text ->
    def file = new File(basedir, path)
    file.parentFile.mkdirs()
    file.setText(text.replace('\n', '\r\n'), 'UTF-8')
}
write('src/main/layer/wrapper', '''#!/bin/sh
# ${project.artifactId} @project.version@ says ${greeting} and ${told}
exec "${JAVA_HOME}/bin/java" -Dlayer=${project.version} "$@" a@b
''')
write('src/main/layer/kept.txt', '${project.version}\n')
write('src/main/layer/bin/tool', '#!/bin/sh\necho ${project.version}\n')
write('src/typo/layer/wrapper', '#!/bin/sh\necho ${project.verson}\n')
new File(basedir, 'test.properties').text = 'told=more\n'
return io.github.lambdalayer.it.Story.begin(basedir, context)
