import io.github.lambdalayer.content.SampleNatives

def tool = new File(basedir, 'src/tools/bin/tool.sh')
tool.parentFile.mkdirs()
tool.text = '#!/bin/sh\r\necho hello\r\n'
new File(basedir, 'src/tools/lib').mkdirs()
new File(basedir, 'src/tools/lib/libtool.so').bytes = SampleNatives.linuxX86()
return io.github.lambdalayer.it.Story.begin(basedir, context)
