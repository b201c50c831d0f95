import io.github.lambdalayer.endpoint.Zips
import io.github.lambdalayer.it.Story
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream

new ZipArchiveOutputStream(new File(basedir, 'unreadable.zip')).withCloseable { zip ->
    def entry = new ZipArchiveEntry('data/secret.txt')
    entry.unixMode = 0100600
    zip.putArchiveEntry(entry)
    zip.closeArchiveEntry()
}
Story.begin(basedir, context)
def aws = Story.of(context).aws()
(1..3).each {
    aws.publishByHand('333344445555', 'us-east-1', 'renamed', Zips.of('text', 'content ' + it), 'renamed ' + it)
}
return true
