import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def jars = story.jars('target/file-names-1.0.0-layer.zip')
    assert jars.containsAll(['it.one-util-1.0.jar', 'it.two-Util-1.0.jar', 'moving-1.0-SNAPSHOT.jar', 'native-1.0-linux.jar'])
    assert jars.find { it.startsWith('odd-') } ==~ /odd-1\.0_23-[0-9a-f]{8}\.jar/
    assert jars.size() == 5
}
return true
