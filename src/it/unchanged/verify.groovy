import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    assert log.count('Unchanged since it was built. Layer unchanged: ') == 1
    assert log.count('Layer unchanged: ') == 3
    // What was worth a warning is said again.
    assert log.count('<project.build.outputTimestamp> is not set') == 3
    def file = { copy, name -> new File(basedir, "target/${copy}/${name}") }
    ['unchanged-1.0.0-layer.zip', 'layer.json'].each { name ->
        assert file('second', name).lastModified() == file('first', name).lastModified()
        assert file('third', name).lastModified() > file('first', name).lastModified()
        assert file('third', name).bytes != file('first', name).bytes
    }
    assert file('second', 'layer.json').text == file('first', 'layer.json').text
}
return true
