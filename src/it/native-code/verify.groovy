import groovy.json.JsonSlurper
import io.github.lambdalayer.it.Story
import java.util.zip.ZipFile
import java.util.zip.ZipInputStream

Story.of(context).withCloseable { story ->
    def zip = { name -> new ZipFile(new File(basedir, "target/native-code-1.2.0-${name}.zip")) }
    def inJar = { name, jar ->
        zip(name).withCloseable { file ->
            def names = []
            new ZipInputStream(file.getInputStream(file.getEntry("java/lib/${jar}"))).withCloseable { entries ->
                for (def entry = entries.nextEntry; entry != null; entry = entries.nextEntry) {
                    names << entry.name
                }
            }
            names
        }
    }
    assert inJar('x86', 'driver-1.0.jar') == ['driver/Driver.class', 'native/linux-x86_64']
    assert inJar('arm', 'driver-1.0.jar') == ['driver/Driver.class', 'native/linux-arm64.so']
    assert inJar('derived', 'driver-1.0.jar') == ['driver/Driver.class', 'native/linux-arm64.so', 'native/linux-x86_64']
    assert inJar('arm', 'signed-1.0.jar').size() == 8

    // One version after two builds: the second, in another time zone, has the same bytes.
    def architectures = { name ->
        def versions = story.versions('eu-west-1', name)
        assert versions.size() == 1
        versions[0].compatibleArchitectures()
    }
    assert architectures('driver-x86') == ['x86_64']
    assert architectures('driver-arm') == ['arm64']
    assert architectures('driver-derived') == ['arm64']

    zip('arm').withCloseable { file ->
        def document = new JsonSlurper().parse(file.getInputStream(file.getEntry('META-INF/lambda-layer/driver-arm.json')))
        def items = document.artifacts.collectEntries { [it.artifactId, it] }
        def original = new File(basedir, 'repository/it/native/code/driver/1.0/driver-1.0.jar').bytes
        assert items.driver.originalSha256 == java.security.MessageDigest.getInstance('SHA-256').digest(original).encodeHex().toString()
        assert items.driver.sha256 != items.driver.originalSha256
        assert items.signed.originalSha256 == null
    }
    def log = story.log()
    assert log.contains('[INFO] Left native code out of java/lib/driver-1.0.jar: 4 files, ')
    assert log.contains('[WARNING] [strip-refused] java/lib/signed-1.0.jar keeps 4 files of native code')
    assert log.contains(', for java17, java17.al2023, java21, java25, on arm64')
    assert !story.exists('target/lambda-layer/.work-arm')
}
return true
