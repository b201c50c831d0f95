import org.apache.commons.compress.archivers.zip.ZipArchiveEntry
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream

new ZipArchiveOutputStream(new File(basedir, 'unreadable.zip')).withCloseable { zip ->
    def entry = new ZipArchiveEntry('data/secret.txt')
    entry.unixMode = 0100600
    zip.putArchiveEntry(entry)
    zip.closeArchiveEntry()
}
return io.github.lambdalayer.it.Story.begin(basedir, context)
