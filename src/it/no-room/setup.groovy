import io.github.lambdalayer.it.Story

// 251 MiB that take no room on disk.
def big = new File(basedir, 'big/models/model.bin')
big.parentFile.mkdirs()
new RandomAccessFile(big, 'rw').withCloseable { it.length = 251L * 1024 * 1024 }
// A folder that cannot be written, whoever runs this: a file is in its place.
new File(basedir, 'target').mkdirs()
new File(basedir, 'target/lambda-layer').text = 'in the way'
return Story.begin(basedir, context)
