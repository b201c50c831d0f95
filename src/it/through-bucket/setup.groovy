import io.github.lambdalayer.it.Story

def random = new Random(2)
def folder = new File(basedir, 'src/main/layer')
folder.mkdirs()
new File(folder, 'random.bin').withOutputStream { out ->
    def bytes = new byte[1_000_000]
    61.times { random.nextBytes(bytes); out.write(bytes) }
}
Story.begin(basedir, context)
['eu-west-1', 'us-east-1', 'ap-south-1'].each { region ->
    Story.of(context).aws().s3().bucket("layers-${region}-123456789012", region)
}
return true
