import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def calls = story.aws().calls('PublishLayerVersion')
    assert calls.size() == 30
    assert calls*.status().toSet() == [201] as Set
    assert calls.every { it.requestBytes() > 65_000_000 }
    assert !story.log().contains('OutOfMemory')
}
// It has done its work, and is large.
new File(basedir, 'src/main/layer/random.bin').delete()
new File(basedir, 'target').deleteDir()
return true
