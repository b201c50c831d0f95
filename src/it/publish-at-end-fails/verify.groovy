import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    assert story.aws().calls('PublishLayerVersion').isEmpty()
    assert story.versions('eu-west-1', 'one').isEmpty()
    assert story.versions('eu-west-1', 'two').isEmpty()
    def log = story.log()
    assert log.contains('no name at all')
    // Built, and handed in before.
    assert log.contains('(publish) @ two')
    assert !log.contains('Published arn:')
}
return true
