import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    ['one', 'two'].each { layer ->
        assert story.versions('eu-west-1', layer)*.version() == [1L]
    }
    def builds = story.log().split('Finished at')
    def first = builds[0]
    // Both together, in the last module, in the order of the reactor.
    def lastModule = first.lastIndexOf('(publish) @ two')
    assert lastModule > 0
    assert first.indexOf('Published arn:') > lastModule
    assert first.indexOf(':layer:one:1') > lastModule
    assert first.indexOf(':layer:one:1') < first.indexOf(':layer:two:1')
    assert !first.contains('publishAtEnd does not wait')
    assert story.aws().calls('PublishLayerVersion').size() == 2
    assert builds[1].contains('Kept arn:aws:lambda:eu-west-1:123456789012:layer:one:1')
    assert builds[1].contains('Kept arn:aws:lambda:eu-west-1:123456789012:layer:two:1')
    assert builds[2].contains('Kept arn:aws:lambda:eu-west-1:123456789012:layer:one:1')
    assert builds[2].contains('not in this build, and their layers are not published by it:')
}
return true
