import io.github.lambdalayer.content.SampleNatives

def notes = new File(basedir, 'src/tools/java/lib/notes.txt')
notes.parentFile.mkdirs()
notes.text = 'found by no function'
new File(basedir, 'src/tools/lib').mkdirs()
new File(basedir, 'src/tools/lib/libtool.so').bytes = SampleNatives.linuxX86()
return io.github.lambdalayer.it.Story.begin(basedir, context)
