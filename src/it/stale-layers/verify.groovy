import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    assert log.contains('Not published, for the POM builds no such layer any more')
    assert story.versions('eu-west-1', 'old').isEmpty()
    assert story.versions('eu-west-1', 'stale-layers')*.version() == [1L]
    assert log =~ /<contentDirectory> is '.*lyer', which is no folder/
}
return true
