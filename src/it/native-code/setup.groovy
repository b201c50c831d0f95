import io.github.lambdalayer.content.SampleNatives
import io.github.lambdalayer.lint.SampleJars

def artifact = { name, natives ->
    def folder = new File(basedir, "repository/it/native/code/${name}/1.0")
    folder.mkdirs()
    SampleJars.jar(new File(folder, "${name}-1.0.jar").toPath(), natives)
    new File(folder, "${name}-1.0.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>it.native.code</groupId>
  <artifactId>${name}</artifactId>
  <version>1.0</version>
</project>
"""
}
def natives = [
    'driver/Driver.class': SampleJars.classFile(61),
    'native/linux-x86_64': SampleNatives.linuxX86(),
    'native/linux-arm64.so': SampleNatives.linuxArm(),
    'native/linux-arm32.so': SampleNatives.linuxArm32(),
    'native/macos.dylib': SampleNatives.macos(),
    'native/windows.dll': SampleNatives.windows(),
]
artifact('driver', natives)
artifact('signed', natives + ['META-INF/KEY.SF': 'a'.bytes, 'META-INF/KEY.EC': 'b'.bytes])
['x86': SampleNatives.linuxX86(), 'arm': SampleNatives.linuxArm()].each { name, library ->
    def folder = new File(basedir, "src/${name}/lib")
    folder.mkdirs()
    new File(folder, 'libdriver.so').bytes = library
}
return io.github.lambdalayer.it.Story.begin(basedir, context)
