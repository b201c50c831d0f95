import io.github.lambdalayer.it.Story

def random = new Random(1)
def folder = new File(basedir, 'src/main/layer')
folder.mkdirs()
new File(folder, 'random.bin').withOutputStream { out ->
    def bytes = new byte[1_000_000]
    49.times { random.nextBytes(bytes); out.write(bytes) }
}
return Story.begin(basedir, context)
