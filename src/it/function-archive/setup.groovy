import io.github.lambdalayer.it.Story
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def zip = { Map<String, Object> entries ->
    def bytes = new ByteArrayOutputStream()
    new ZipOutputStream(bytes).withCloseable { out ->
        entries.each { name, content ->
            out.putNextEntry(new ZipEntry(name))
            if (content instanceof Integer) {
                byte[] megabyte = new byte[1_000_000]
                content.times { out.write(megabyte) }
            } else {
                out.write(content as byte[])
            }
            out.closeEntry()
        }
    }
    bytes.toByteArray()
}
def foreign = zip(['java/lib/foreign.jar': zip(['foreign.txt': 'a'.bytes])])
new File(basedir, 'foreign.zip').bytes = foreign
// Hundreds of megabytes that fit a small file.
new File(basedir, 'large-function.zip').bytes = zip(['data.bin': 150])
new File(basedir, 'large-layer.zip').bytes = zip(['data.bin': 130])

Story.begin(basedir, context)
Story.of(context).aws().publishByHand('123456789012', 'eu-west-1', 'foreign', foreign, 'by hand')
return true
